/** One finding of an account in a line of its page: an alert or a contradiction, open or settled. */
import {
  Check,
  ChevronDown,
  ChevronUp,
  Clock,
  ListChecks,
  type LucideIcon,
  PhoneCall,
  RotateCcw,
  Route,
  Scale,
  Sprout,
  TriangleAlert,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import type { Alert, AlertType, Contradiction, Settlement } from '#shared/model/alert.ts';
import { ContradictionFacts } from './contradiction-facts.tsx';
import type { FindingWords } from './use-account-findings.ts';

type Tone = 'danger' | 'warning' | 'good';

/** As on Today. */
const LOOKS: Readonly<Record<AlertType, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  risk: { icon: TriangleAlert, tone: 'danger' },
  opportunity: { icon: Sprout, tone: 'good' },
  lifecycle: { icon: Route, tone: 'warning' },
  activity: { icon: PhoneCall, tone: 'warning' },
};

interface RowProps {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly kind: string;
  readonly title: string;
  readonly sentence: string;
  /** What one says to it. */
  readonly actions: ReactNode;
  /** A playbook against it: another feature. */
  readonly onPlay: (() => void) | undefined;
  /** What opens below. */
  readonly facts: ReactNode;
  readonly factsLabel: string;
}

function Row({ icon: Icon, tone, kind, title, sentence, actions, onPlay, facts, factsLabel }: RowProps) {
  const { command } = useText('playbooks');
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={`kz-con-strip-row kz-con-strip-${tone}`}>
      <div className="kz-con-strip-head">
        <span className="kz-con-strip-sign" title={kind}>
          <Icon size={14} strokeWidth={1.75} aria-hidden />
        </span>
        <span className="kz-con-strip-said">{sentence}</span>
        {actions}
        {onPlay !== undefined && (
          <IconButton icon={ListChecks} size="small" label={`${command}: ${title}`} onClick={onPlay} />
        )}
        <IconButton
          icon={isOpen ? ChevronUp : ChevronDown}
          size="small"
          label={`${factsLabel}: ${title}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && <div className="kz-con-strip-more">{facts}</div>}
    </li>
  );
}

function AlertFacts({ alert, words }: { readonly alert: Alert; readonly words: FindingWords }) {
  const { facts: say, today, texts } = words;
  const { nextStep } = words.alert(alert);
  return (
    <dl className="kz-con-alert-facts" aria-label={today.facts}>
      {alert.facts.map((fact) => (
        <div key={fact.what}>
          <dt>{say.name(fact)}</dt>
          <dd>
            <strong>{say.figure(fact)}</strong>
            <span className="kz-con-faint">{say.origin(fact)}</span>
          </dd>
        </div>
      ))}
      {nextStep !== '' && (
        <div>
          <dt>{texts.nextLabel}</dt>
          <dd>{nextStep}</dd>
        </div>
      )}
    </dl>
  );
}

interface AlertRowProps {
  readonly alert: Alert;
  readonly words: FindingWords;
  readonly onSnooze: () => void;
  readonly onDone: () => void;
  readonly onPlay: (() => void) | undefined;
}

export function AlertRow({ alert, words, onSnooze, onDone, onPlay }: AlertRowProps) {
  const { title, sentence } = words.alert(alert);
  const { actions, kinds, facts } = words.today;
  return (
    <Row
      {...LOOKS[alert.type]}
      kind={kinds[alert.type]}
      title={title}
      sentence={sentence}
      onPlay={onPlay}
      factsLabel={facts}
      facts={<AlertFacts alert={alert} words={words} />}
      actions={
        <>
          <Button size="small" icon={Clock} onClick={onSnooze} aria-label={`${actions.snooze}: ${title}`}>
            {actions.snooze}
          </Button>
          <IconButton icon={Check} size="small" label={`${actions.done}: ${title}`} onClick={onDone} />
        </>
      }
    />
  );
}

interface ContradictionRowProps {
  readonly contradiction: Contradiction;
  readonly words: FindingWords;
  readonly onSettle: () => void;
  readonly onPlay: (() => void) | undefined;
}

export function ContradictionRow({ contradiction, words, onSettle, onPlay }: ContradictionRowProps) {
  const text = words.contradiction(contradiction);
  const { actions, kinds } = words.today;
  return (
    <Row
      icon={Scale}
      tone="warning"
      kind={kinds.contradiction}
      title={text.title}
      sentence={text.sentence}
      onPlay={onPlay}
      factsLabel={words.texts.facts}
      facts={<ContradictionFacts contradiction={contradiction} text={text} words={words.facts} />}
      actions={
        <Button size="small" onClick={onSettle} aria-label={`${actions.settle}: ${text.title}`}>
          {actions.settle}
        </Button>
      }
    />
  );
}

interface SettledRowProps {
  readonly title: string;
  readonly said: Settlement;
  readonly words: FindingWords;
  readonly onReopen: () => void;
}

/** What was said to it stays readable, and can be taken back later than undo reaches. */
export function SettledRow({ title, said, words, onReopen }: SettledRowProps) {
  const { texts, format } = words;
  const { actions } = words.today;
  const states = {
    snoozed: actions.snooze,
    explained: texts.explain,
    dismissed: texts.dismiss,
    accepted: texts.accept,
    done: actions.done,
  };
  const state = states[said.state];
  const until =
    said.until === undefined ? state : texts.settledUntil(state, format.date(said.until), said.by);
  return (
    <li className="kz-con-settled">
      <span>
        {title}. {until}
        {said.reason !== '' && `: ${said.reason}`}
      </span>
      <IconButton icon={RotateCcw} size="small" label={`${texts.reopen}: ${title}`} onClick={onReopen} />
    </li>
  );
}
