/** By when: a few days by their names, and any other. */
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import '#renderer/ui/chip.css';
import { DUE_CHOICES, daysOfChoices } from '#shared/domain/tasks/due.ts';

interface DayProps {
  readonly label: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

export function DayChoice({ label, today, value, onChange }: DayProps) {
  const tasks = useText('tasks');
  const { format } = useLocale();
  return (
    <div className="kz-today-day">
      <div className="kz-chips">
        {daysOfChoices(DUE_CHOICES, today).map(({ choice, day }) => (
          <button
            key={choice}
            type="button"
            className="kz-chip"
            aria-pressed={value === day}
            onClick={() => onChange(day)}
          >
            {tasks.due[choice]} <span>{format.dateShort(day)}</span>
          </button>
        ))}
      </div>
      <DateField label={label} value={value} onChange={onChange} />
    </div>
  );
}
