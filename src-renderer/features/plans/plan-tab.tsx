/** The Plan tab: the account's objectives with their figures, added, measured, met and raised where they stand. */
import { Flag } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import { type PlanRead, readPlan } from '#renderer/data/read-plan.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import '#renderer/ui/visually-hidden.css';
import type { Objective } from '#shared/model/objective.ts';
import { ObjectiveForm } from './objective-form.tsx';
import { ObjectiveRow, type ObjectiveRowProps } from './objective-row.tsx';
import { PlanHead } from './plan-head.tsx';
import { namesOf, usePlanWords } from './plan-words.ts';
import './plans.css';
import { type Asked, type PlanChanges, usePlanChanges } from './use-plan-changes.ts';

export interface PlanTabProps {
  readonly accountId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

interface LoadedProps extends PlanTabProps {
  readonly plan: PlanRead;
}

/** Follows `?objective=new` and `?objective=ID` in the address: from a key, and from the search. Followed once. */
function useLinkedObjective(open: (id: string) => void): void {
  const id = new URLSearchParams(useSearch()).get('objective');
  const [path, navigate] = useLocation();
  const follow = useEffectEvent((asked: string) => {
    navigate(`${path}?tab=plan`, { replace: true });
    open(asked);
  });
  useEffect(() => {
    if (id !== null && id !== '') follow(id);
  }, [id]);
}

interface CommandParts {
  readonly open: readonly Objective[];
  readonly today: string;
  readonly changes: PlanChanges;
  readonly ask: (asked: Asked) => void;
  readonly log: (id: string) => void;
}

/** The palette finds them by the words of the objective. */
function usePlanCommands({ open, today, changes, ask, log }: CommandParts): void {
  const { texts } = usePlanWords();
  useCommands({
    id: 'plan',
    title: texts.title,
    commands: open.flatMap((objective) => {
      const { id, title } = objective;
      return [
        { id: `plan.log.${id}`, label: texts.logValueOf(title), run: () => log(id) },
        { id: `plan.edit.${id}`, label: texts.editOf(title), run: () => ask({ type: 'edit', objective }) },
        {
          id: `plan.met.${id}`,
          label: texts.markMetOf(title),
          run: () => void changes.setState(objective, 'met', today),
        },
      ];
    }),
  });
}

function Loaded({ accountId, today, plan }: LoadedProps) {
  const { texts } = usePlanWords();
  const { objectives, contacts } = plan;
  const changes = usePlanChanges(accountId);
  const [asked, setAsked] = useState<Asked>();
  const [logging, setLogging] = useState<string>();
  const root = useRef<HTMLDivElement>(null);
  const open = objectives.filter(({ state }) => state === 'open');
  const closed = objectives.filter(({ state }) => state !== 'open');
  usePlanCommands({ open, today, changes, ask: setAsked, log: setLogging });
  const add = () => setAsked({ type: 'add' });
  useLinkedObjective((id) => {
    if (id === 'new') return add();
    // Among the closed ones the list is folded up.
    const row = root.current?.querySelector<HTMLElement>(`[data-objective="${CSS.escape(id)}"]`);
    row?.closest('details')?.setAttribute('open', '');
    row?.focus();
    row?.scrollIntoView({ block: 'center' });
  });
  const names = namesOf(contacts);
  const rowOf = (objective: Objective) => {
    const props: ObjectiveRowProps = {
      objective,
      today,
      changes,
      names,
      before: objectives.find(({ id }) => id === objective.raises)?.title,
      isLogging: logging === objective.id,
      onLog: (isLogging) => setLogging(isLogging ? objective.id : undefined),
      onAsk: setAsked,
    };
    return <ObjectiveRow key={objective.id} {...props} />;
  };
  return (
    <div ref={root} className="kz-plan">
      {objectives.length === 0 ? (
        <EmptyState
          icon={Flag}
          title={texts.noneTitle}
          actions={
            <Button variant="primary" aria-keyshortcuts="o" onClick={add}>
              {texts.addFirst}
              <Kbd keys="o" />
            </Button>
          }
        >
          {texts.noneBody}
        </EmptyState>
      ) : (
        <PlanHead plan={plan} today={today} onAdd={add} />
      )}
      {open.length > 0 && <ul className="kz-plan-list">{open.map(rowOf)}</ul>}
      {closed.length > 0 && (
        <details className="kz-plan-closed" open={open.length === 0}>
          <summary>{texts.closedShow(closed.length)}</summary>
          <ul className="kz-plan-list">{closed.map(rowOf)}</ul>
        </details>
      )}
      {asked !== undefined && (
        <ObjectiveForm
          asked={asked}
          today={today}
          isFirst={objectives.length === 0}
          contacts={contacts}
          changes={changes}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

export function PlanTab(props: PlanTabProps) {
  const { texts } = usePlanWords();
  const { db } = useData();
  const { accountId } = props;
  const live = useLive(() => readPlan(db, accountId), [db, accountId]);
  if (live.state === 'loading') return <Skeleton />;
  if (live.state === 'failed')
    return (
      <ErrorState
        title={texts.failedTitle}
        actions={<Button onClick={() => location.reload()}>{texts.reload}</Button>}
      >
        {texts.failedBody}
      </ErrorState>
    );
  return <Loaded {...props} plan={live.value} />;
}
