/** One line of Today: who, what and why now in a sentence, and what can be done about it in place. */
import {
  Check,
  ChevronDown,
  ChevronUp,
  Clock,
  ListChecks,
  ListPlus,
  NotebookPen,
  Presentation,
  Scale,
  StickyNote,
  UserRoundPen,
} from 'lucide-react';
import { Link } from 'wouter';
import { daysBetween } from '#renderer/i18n/format.ts';
import { HealthSign } from '#renderer/ui/badge.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Money } from '#renderer/ui/figures.tsx';
import type { TodayEntry } from '#shared/domain/today/entry.ts';
import type { TodayLine } from '#shared/domain/today/order-today.ts';
import type { Band } from '#shared/model/health.ts';
import { LineDetails, type LineDetailsProps } from './line-details.tsx';
import { lookOf } from './line-look.ts';
import type { TodayWords } from './today-words.ts';
import type { TodayAccountRow } from './use-today-list.ts';

/** Near enough to be said. */
const RENEWAL_SAID_DAYS = 365;

export interface LineDoors {
  /** A note on the account, or the draft that the line is about. */
  readonly onNote: (entry: TodayEntry) => void;
  readonly onTask: (entry: TodayEntry) => void;
  /** To somebody: the task, a task out of it, or the account. */
  readonly onAssign: (entry: TodayEntry) => void;
  /** Snooze an alert, settle a contradiction, move a task. */
  readonly onSettle: (entry: TodayEntry) => void;
  readonly onDone: (entry: TodayEntry) => void;
  /** A playbook against all that the line tells. */
  readonly onPlay: (line: TodayLine) => void;
  readonly onOpen: (path: string) => void;
}

/** What the button of playbooks says on a line: the one that is proposed, or how far it has come. */
export interface LinePlay {
  readonly label: string;
  readonly isProposed: boolean;
}

/** As it counts today: the score is never shown without what it was made of. */
export interface LineHealth {
  readonly band: Band;
  readonly value?: number | undefined;
  /** 0 to 1. */
  readonly coverage: number;
}

export interface TodayLineProps extends LineDetailsProps, LineDoors {
  readonly health: LineHealth | undefined;
  readonly play: LinePlay;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly showOwner: boolean;
  readonly onToggle: () => void;
  readonly onPoint: () => void;
}

export function pathOf(account: string): string {
  return `/accounts/${encodeURIComponent(account)}`;
}

function Who({ account, health, id, words, showOwner }: WhoProps) {
  const { texts, today } = words;
  if (account === undefined)
    return id === '' ? null : <span className="kz-today-faint">{texts.noAccount}</span>;
  const days = account.renewal === undefined ? Number.NaN : daysBetween(today, account.renewal);
  return (
    <p className="kz-today-who">
      <Link href={pathOf(id)} className="kz-today-name">
        {account.name}
      </Link>
      {health?.value !== undefined && (
        <HealthSign band={health.band}>
          <span>{words.band(health.band)}</span>
          {health.band !== 'unknown' && (
            <span className="kz-figure" title={words.pair(health.value, health.coverage)}>
              {words.texts.scoreFrom(Math.round(health.value), words.format.percent(health.coverage * 100))}
            </span>
          )}
        </HealthSign>
      )}
      {account.arr.map((money) => (
        <span key={money.currency}>
          {texts.arr} <Money value={money} />
        </span>
      ))}
      {days <= RENEWAL_SAID_DAYS && days > -RENEWAL_SAID_DAYS && (
        <span title={words.format.date(account.renewal ?? '')}>{texts.renewsIn(days)}</span>
      )}
      {showOwner && account.owner !== undefined && <span>{account.owner}</span>}
    </p>
  );
}

interface WhoProps {
  readonly health: LineHealth | undefined;
  readonly account: TodayAccountRow | undefined;
  readonly id: string;
  readonly words: TodayWords;
  readonly showOwner: boolean;
}

/** The one action that fits what the line is. */
function MainAction({ line, words, onSettle, onDone, onNote, onOpen }: TodayLineProps) {
  const { texts } = words;
  const { head } = line;
  const { item } = head;
  const title = words.title(head);
  switch (item.kind) {
    case 'alert':
      return (
        <Button
          size="small"
          icon={Clock}
          onClick={() => onSettle(head)}
          aria-label={`${texts.actions.snooze}: ${title}`}
        >
          {texts.actions.snooze}
        </Button>
      );
    case 'contradiction':
      return (
        <Button
          size="small"
          icon={Scale}
          onClick={() => onSettle(head)}
          aria-label={`${texts.actions.settle}: ${title}`}
        >
          {texts.actions.settle}
        </Button>
      );
    case 'task':
      return (
        <Button
          size="small"
          icon={Check}
          onClick={() => onDone(head)}
          aria-label={`${texts.actions.done}: ${title}`}
        >
          {texts.actions.done}
        </Button>
      );
    case 'draft':
      return (
        <Button
          size="small"
          icon={StickyNote}
          onClick={() => onNote(head)}
          aria-label={`${texts.actions.finish}: ${title}`}
        >
          {texts.actions.finish}
        </Button>
      );
    case 'conflict':
    case 'unsent':
      return (
        <Button size="small" onClick={() => onOpen(`${pathOf(head.account)}?tab=facts`)}>
          {texts.actions.choose}
        </Button>
      );
    case 'meeting':
      return (
        <Button size="small" icon={Presentation} onClick={() => onOpen(`${pathOf(head.account)}/meeting`)}>
          {texts.actions.prepare}
        </Button>
      );
  }
}

/** What is proposed is named and comes first; otherwise one icon among the others. */
function PlayAction({ line, play, account, onPlay }: TodayLineProps) {
  if (account === undefined) return null;
  const label = `${play.label}: ${account.name}`;
  return play.isProposed ? (
    <Button
      size="small"
      icon={ListChecks}
      aria-label={label}
      data-tip={label}
      data-tip-keys="p"
      onClick={() => onPlay(line)}
    >
      {play.label}
    </Button>
  ) : (
    <IconButton icon={ListChecks} size="small" label={label} keys="p" onClick={() => onPlay(line)} />
  );
}

export function TodayLineRow(props: TodayLineProps) {
  const { line, account, words, isCurrent, isOpen, showOwner, onToggle, onPoint } = props;
  const { onNote, onTask, onAssign } = props;
  const { texts } = words;
  const { head, also } = line;
  const { icon: Icon, tone } = lookOf(head);
  const name = account?.name ?? words.title(head);
  return (
    <li
      className={classNames('kz-today-line', isOpen && 'kz-today-line-open')}
      data-line={line.id}
      data-kind={head.item.kind}
      aria-current={isCurrent ? 'true' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onPoint}
    >
      <div className="kz-today-row">
        <span className={`kz-today-sign kz-today-${tone}`} title={words.kind(head)}>
          <Icon size={16} strokeWidth={1.75} aria-hidden />
        </span>
        <div className="kz-today-text">
          <Who
            account={account}
            health={props.health}
            id={head.account}
            words={words}
            showOwner={showOwner}
          />
          <p className="kz-today-sentence">
            <span className="kz-today-kind">{words.kind(head)}</span> {words.sentence(head)}
            {also.length > 0 && (
              <button type="button" className="kz-today-also" onClick={onToggle}>
                {texts.also(also.length)}
              </button>
            )}
          </p>
        </div>
        <div className="kz-today-acts">
          {props.play.isProposed && <PlayAction {...props} />}
          <MainAction {...props} />
          {account !== undefined && head.item.kind !== 'draft' && (
            <IconButton
              icon={NotebookPen}
              size="small"
              label={`${texts.actions.noteFull}: ${name}`}
              keys="n"
              onClick={() => onNote(head)}
            />
          )}
          {head.item.kind !== 'task' && account !== undefined && (
            <IconButton
              icon={ListPlus}
              size="small"
              label={`${texts.actions.taskFull}: ${name}`}
              keys="t"
              onClick={() => onTask(head)}
            />
          )}
          {(account !== undefined || head.item.kind === 'task') && (
            <IconButton
              icon={UserRoundPen}
              size="small"
              label={`${texts.actions.assignFull}: ${name}`}
              keys="r"
              onClick={() => onAssign(head)}
            />
          )}
          {!props.play.isProposed && <PlayAction {...props} />}
          <IconButton
            icon={isOpen ? ChevronUp : ChevronDown}
            size="small"
            label={texts.open(name)}
            keys="Enter"
            aria-expanded={isOpen}
            onClick={onToggle}
          />
        </div>
      </div>
      {isOpen && <LineDetails {...props} />}
    </li>
  );
}
