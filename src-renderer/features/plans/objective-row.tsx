/** One objective of a plan as a calm row: its words, its way, its value in money, and what can be done with it. */
import {
  Check,
  ChevronDown,
  ChevronUp,
  MoreHorizontal,
  Pencil,
  Plus,
  RotateCcw,
  Trash2,
  TrendingUp,
  X,
} from 'lucide-react';
import { useRef, useState } from 'react';
import { daysBetween } from '#renderer/i18n/format.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Money } from '#renderer/ui/figures.tsx';
import { IconMenuButton, type MenuEntry } from '#renderer/ui/menu.tsx';
import { currentOn, hasReachedTarget } from '#shared/domain/plans/progress.ts';
import type { Objective } from '#shared/model/objective.ts';
import { ObjectiveDetails } from './objective-details.tsx';
import { usePlanWords } from './plan-words.ts';
import type { Asked, PlanChanges } from './use-plan-changes.ts';
import { ValueLine } from './value-line.tsx';
import { Way } from './way.tsx';

export interface ObjectiveRowProps {
  readonly objective: Objective;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly changes: PlanChanges;
  /** Names of contacts by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Title of the objective that this one goes on from. */
  readonly before: string | undefined;
  readonly isLogging: boolean;
  readonly onLog: (isLogging: boolean) => void;
  readonly onAsk: (asked: Asked) => void;
}

function Due({ objective, today }: Pick<ObjectiveRowProps, 'objective' | 'today'>) {
  const { texts, format } = usePlanWords();
  const { state, due, closedOn } = objective;
  if (state !== 'open')
    return closedOn === undefined ? null : <span className="kz-plan-faint">{format.date(closedOn)}</span>;
  if (due === undefined) return <span className="kz-plan-faint">{texts.noDue}</span>;
  const left = daysBetween(today, due);
  return (
    <span className="kz-plan-due kz-figure">
      <span className="kz-plan-faint">{texts.dueOn(format.date(due), format.relativeDays(left))}</span>
      {left < 0 && <Badge tone="danger">{texts.overdue(-left)}</Badge>}
    </span>
  );
}

/** When the newest value was said and by whom; what it is worth and who confirmed it. */
function Facts({ objective, today, names }: Pick<ObjectiveRowProps, 'objective' | 'today' | 'names'>) {
  const { texts, format } = usePlanWords();
  const { value } = objective;
  const current = currentOn(objective, today);
  if (current === undefined && value === undefined) return null;
  const { confirmedBy, confirmedOn } = value ?? {};
  const who = confirmedBy === undefined ? undefined : (names.get(confirmedBy) ?? texts.gonePerson);
  return (
    <p className="kz-plan-facts">
      {current !== undefined && (
        <span className="kz-plan-faint">{texts.valueOf(format.date(current.on), current.source)}</span>
      )}
      {value !== undefined && (
        <span title={value.method === '' ? undefined : value.method}>
          <Money value={value.amount} />{' '}
          {who === undefined ? (
            <span className="kz-plan-faint">{texts.unconfirmed}</span>
          ) : (
            <span className="kz-plan-good">
              {texts.confirmed(who, confirmedOn === undefined ? '' : format.date(confirmedOn))}
            </span>
          )}
          {value.method !== '' && <span className="kz-plan-faint"> · {value.method}</span>}
        </span>
      )}
    </p>
  );
}

function entriesOf(
  { objective, today, changes, onAsk }: ObjectiveRowProps,
  texts: ReturnType<typeof usePlanWords>['texts'],
): MenuEntry[] {
  const { state } = objective;
  const set = (next: 'met' | 'dropped' | 'open') => () => void changes.setState(objective, next, today);
  const isOpen = state === 'open';
  return [
    { id: 'edit', label: texts.edit, icon: Pencil, run: () => onAsk({ type: 'edit', objective }) },
    ...(isOpen ? [{ id: 'met', label: texts.markMet, icon: Check, run: set('met') }] : []),
    ...(isOpen || state === 'met'
      ? [
          {
            id: 'raise',
            label: texts.raise,
            icon: TrendingUp,
            run: () => onAsk({ type: 'raise', objective }),
          },
        ]
      : []),
    ...(isOpen ? [{ id: 'drop', label: texts.drop, icon: X, run: set('dropped') }] : []),
    ...(isOpen ? [] : [{ id: 'reopen', label: texts.reopen, icon: RotateCcw, run: set('open') }]),
    {
      id: 'remove',
      label: texts.remove,
      icon: Trash2,
      danger: true,
      run: () => void changes.remove(objective),
    },
  ];
}

function Head(props: ObjectiveRowProps & { readonly isOpen: boolean; readonly onOpen: () => void }) {
  const { objective, today, isLogging, onLog, isOpen, onOpen } = props;
  const { texts } = usePlanWords();
  const { title, kind, state } = objective;
  return (
    <div className="kz-plan-head">
      <h4>{title}</h4>
      {state === 'open' ? (
        <Badge>{texts.kinds[kind]}</Badge>
      ) : (
        <Badge tone={state === 'dropped' ? 'neutral' : 'good'}>{texts.states[state]}</Badge>
      )}
      <Due objective={objective} today={today} />
      <span className="kz-plan-actions">
        {state === 'open' && (
          <Button
            size="small"
            icon={Plus}
            aria-expanded={isLogging}
            aria-label={texts.logValueOf(title)}
            onClick={() => onLog(!isLogging)}
          >
            {texts.logValue}
          </Button>
        )}
        <IconButton
          icon={isOpen ? ChevronUp : ChevronDown}
          size="small"
          label={texts.details(title)}
          aria-expanded={isOpen}
          onClick={onOpen}
        />
        <IconMenuButton
          icon={MoreHorizontal}
          size="small"
          label={texts.more(title)}
          groups={[{ id: 'objective', entries: entriesOf(props, texts) }]}
        />
      </span>
    </div>
  );
}

export function ObjectiveRow(props: ObjectiveRowProps) {
  const { objective, today, changes, names, before, isLogging, onLog } = props;
  const { texts } = usePlanWords();
  const [isOpen, setOpen] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const { why, state } = objective;
  return (
    <li ref={row} className="kz-plan-row" data-state={state} data-objective={objective.id} tabIndex={-1}>
      <Head {...props} isOpen={isOpen} onOpen={() => setOpen(!isOpen)} />
      {(why !== '' || before !== undefined) && (
        <p className="kz-plan-why">
          {[why, before === undefined ? '' : texts.raisesNote(before)]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      )}
      <Way objective={objective} today={today} />
      <Facts objective={objective} today={today} names={names} />
      {state === 'open' && hasReachedTarget(objective, today) && (
        <p className="kz-plan-reached">
          {texts.targetReached}{' '}
          <Button
            size="small"
            icon={Check}
            aria-label={texts.markMetOf(objective.title)}
            onClick={() => void changes.setState(objective, 'met', today)}
          >
            {texts.markMet}
          </Button>
        </p>
      )}
      {isLogging && (
        <ValueLine
          objective={objective}
          today={today}
          people={[...new Set(names.values())]}
          changes={changes}
          onDone={() => {
            row.current?.querySelector<HTMLElement>('.kz-plan-actions button')?.focus();
            onLog(false);
          }}
        />
      )}
      {isOpen && <ObjectiveDetails objective={objective} today={today} changes={changes} />}
    </li>
  );
}
