/** By when: a few days by their names, and any other. */
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import '#renderer/ui/chip.css';
import { DUE_CHOICES, dayOfChoice } from '#shared/domain/tasks/due.ts';

/** Each day once: on a Sunday "next week" is tomorrow. */
function dueChoices(today: string) {
  const days = new Set<string>();
  return DUE_CHOICES.flatMap((choice) => {
    const day = dayOfChoice(choice, today);
    if (days.has(day)) return [];
    days.add(day);
    return [{ choice, day }];
  });
}

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
        {dueChoices(today).map(({ choice, day }) => (
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
