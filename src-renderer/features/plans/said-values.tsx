/** Values that were typed on the review sheet of a meeting, in the form of its note: what will be logged, and how to leave it out. */
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { objectivesOf } from '#renderer/data/read-plan.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { readNumber } from '#renderer/ui/number-field.tsx';
import type { Objective } from '#shared/model/objective.ts';
import { usePlanWords } from './plan-words.ts';
import './plans.css';

interface SaidValuesProps {
  readonly accountId: string;
  /** As typed, by the id of the objective. */
  readonly values: Readonly<Record<string, string>>;
  /** 'YYYY-MM-DD' of the meeting. */
  readonly on: string;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

interface LineProps {
  /** Undefined when it was deleted meanwhile. */
  readonly objective: Objective | undefined;
  readonly typed: string;
  readonly on: string;
  readonly onRemove: () => void;
}

function Line({ objective, typed, on, onRemove }: LineProps) {
  const { texts, format, figure } = usePlanWords();
  const value = readNumber(typed);
  const title = objective?.title ?? texts.saidGone;
  const problem =
    objective === undefined
      ? texts.saidNowhere(typed)
      : value == null
        ? texts.saidUnreadable(typed)
        : undefined;
  return (
    <li>
      <span>
        {title}{' '}
        {objective === undefined || value == null ? (
          <span className="kz-field-error">{problem}</span>
        ) : (
          <>
            <strong className="kz-figure">{figure(objective, value, '')}</strong>{' '}
            <span className="kz-plan-faint">{format.date(on)}</span>
          </>
        )}
      </span>
      <IconButton icon={X} size="small" label={texts.saidRemove(title)} onClick={onRemove} />
    </li>
  );
}

export function SaidValues({ accountId, values, on, onChange }: SaidValuesProps) {
  const { texts } = usePlanWords();
  const { db } = useData();
  const list = useRef<HTMLUListElement>(null);
  const live = useLive(() => objectivesOf(db, accountId), [db, accountId]);
  const said = Object.entries(values).filter(([, typed]) => typed.trim() !== '');
  if (live.state !== 'ready' || said.length === 0) return null;
  const remove = (id: string, place: number) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    (buttons[place + 1] ?? buttons[place - 1])?.focus();
    onChange(Object.fromEntries(Object.entries(values).filter(([other]) => other !== id)));
  };
  return (
    <section className="kz-plan-said" aria-label={texts.reviewTitle}>
      <h4>{texts.reviewTitle}</h4>
      <p className="kz-hint">{texts.saidHint}</p>
      <ul ref={list}>
        {said.map(([id, typed], place) => (
          <Line
            key={id}
            objective={live.value.find((objective) => objective.id === id)}
            typed={typed}
            on={on}
            onRemove={() => remove(id, place)}
          />
        ))}
      </ul>
    </section>
  );
}
