/** What the objectives of an account say together: progress against time, what is overdue, time to value. */
import { Plus } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { bookTimeToValue, type PlanRead } from '#renderer/data/read-plan.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { overdueOf, planStateOn } from '#shared/domain/plans/plan-state.ts';
import { type TimeToValueSummary, timeToValueOf } from '#shared/domain/plans/time-to-value.ts';
import { usePlanWords } from './plan-words.ts';

interface PlanHeadProps {
  readonly plan: PlanRead;
  readonly today: string;
  readonly onAdd: () => void;
}

/** Read a moment after the tab: it goes over the whole book. */
function useBookTime(plan: PlanRead, today: string): TimeToValueSummary | undefined {
  const { db, book, store } = useData();
  const { rows } = useSyncExternalStore(book.subscribe, book.get);
  const [summary, setSummary] = useState<TimeToValueSummary>();
  useEffect(() => {
    // Read again after each change of this plan.
    let wanted = plan.objectives.length > 0;
    if (wanted)
      bookTimeToValue(db, rows, today).then((found) => {
        if (wanted) setSummary(found);
      }, store.noteFailure);
    return () => {
      wanted = false;
    };
  }, [db, store, rows, today, plan]);
  return summary;
}

function TimeToValueLine({ plan, today }: Omit<PlanHeadProps, 'onAdd'>) {
  const { texts, format } = usePlanWords();
  const { timeToValue } = texts;
  const own = timeToValueOf(plan.start, plan.objectives, today);
  const book = useBookTime(plan, today);
  const said =
    own.type === 'no-start'
      ? timeToValue['no-start']
      : own.type === 'open'
        ? timeToValue.open(own.days, format.date(own.start))
        : timeToValue.confirmed(own.days, format.date(own.start));
  return (
    <p className="kz-plan-faint">
      {said}{' '}
      {book?.median !== undefined && timeToValue.book(format.number(book.median), book.confirmed, book.open)}
    </p>
  );
}

export function PlanHead({ plan, today, onAdd }: PlanHeadProps) {
  const { texts, format, share } = usePlanWords();
  const { objectives } = plan;
  const open = objectives.filter(({ state }) => state === 'open').length;
  const met = objectives.filter(({ state }) => state === 'met' || state === 'raised').length;
  const overdue = overdueOf(objectives, today);
  const late = overdue.objectives.length + overdue.milestones.length;
  const state = planStateOn(objectives, today);
  return (
    <header className="kz-plan-top">
      <div className="kz-plan-top-line">
        <h3>{texts.title}</h3>
        <span className="kz-plan-faint">{texts.summary(open, met)}</span>
        {late > 0 && <Badge tone="danger">{texts.overdueCount(late)}</Badge>}
        <Button icon={Plus} variant="primary" aria-keyshortcuts="o" onClick={onAdd}>
          {texts.add}
          <Kbd keys="o" />
        </Button>
      </div>
      <p>
        {state === undefined
          ? texts.noProgress
          : state.progress >= 0.995
            ? state.expected < 0.005
              ? texts.justBegun
              : texts.onTime(share(state.expected))
            : texts.behind(share(state.expected), share(state.reached))}{' '}
        {state !== undefined && <span className="kz-plan-faint">{texts.newest(format.date(state.on))}</span>}
      </p>
      <TimeToValueLine plan={plan} today={today} />
    </header>
  );
}
