/** Starting a playbook on one account: which one, and every task with its person and day before any is made. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import { type PlaybookView, readAccountFacts, runsOfAccount } from '#renderer/data/playbooks.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Banner } from '#renderer/ui/states.tsx';
import type { PlaybookRun } from '#shared/domain/playbooks/runs.ts';
import type { AccountFacts } from '#shared/domain/playbooks/start-playbook.ts';
import type { Playbook } from '#shared/model/playbook.ts';
import { firstChoice, type InSegment, type Offers, offersFor } from './offers.ts';
import {
  dayOf,
  NO_EDITS,
  type PlanEdits,
  type PlanLine,
  planLines,
  tasksToMake,
  whoText,
} from './play-plan.ts';
import './playbooks.css';
import { usePlaybookActions, usePlaybooks } from './use-playbooks.ts';

interface PlayDialogProps {
  readonly accountId: string;
  /** What was found on the account, the most urgent first; see domain/playbooks/propose.ts. */
  readonly reasons: readonly string[];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly inSegment: InSegment;
  readonly onClose: () => void;
}

const FORM = 'kz-play-form';

interface ChoiceProps {
  readonly offers: Offers;
  readonly chosen: Playbook;
  readonly onChoose: (id: string) => void;
}

/** One group of radio buttons under two headings: the arrow keys go through all of them. */
function PlaybookChoice({ offers, chosen, onChoose }: ChoiceProps) {
  const texts = useText('playbooks');
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    // The dialog opens on what is proposed; Enter then starts it.
    group.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, []);
  const radio = (playbook: Playbook) => (
    <label key={playbook.id} className="kz-choice kz-play-choice">
      <input
        type="radio"
        name="kz-play-playbook"
        checked={playbook.id === chosen.id}
        onChange={() => onChoose(playbook.id)}
      />
      {playbook.name}
    </label>
  );
  const { proposed, others } = offers;
  return (
    <fieldset ref={group} className="kz-play-choices">
      <legend className="kz-visually-hidden">{texts.choose}</legend>
      {proposed.length > 0 && (
        <>
          <p className="kz-play-heading">{texts.proposed}</p>
          {proposed.map(radio)}
          <p className="kz-play-heading">{texts.all}</p>
        </>
      )}
      {others.map(radio)}
    </fieldset>
  );
}

interface LinesProps {
  readonly lines: readonly PlanLine[];
  readonly edits: PlanEdits;
  readonly today: string;
  readonly onEdit: (edits: PlanEdits) => void;
}

function PlanLines({ lines, edits, today, onEdit }: LinesProps) {
  const texts = useText('playbooks');
  const fields = useText('fields');
  const take = (step: string, wanted: boolean) => {
    const left = new Set(edits.left);
    if (wanted) left.delete(step);
    else left.add(step);
    onEdit({ ...edits, left });
  };
  return (
    <ol className="kz-play-lines" aria-label={texts.planned}>
      {lines.map((line) => {
        const { step, title, side } = line.task;
        const isTaken = !edits.left.has(step);
        return (
          <li key={step} data-left={!isTaken}>
            <Checkbox checked={isTaken} label={texts.take(title)} onChange={(wanted) => take(step, wanted)} />
            <div>
              <p>{title}</p>
              <p className="kz-play-faint">
                {side === 'theirs' && <span className="kz-play-side">{texts.sides.theirs}</span>}{' '}
                {whoText(line, { playbooks: texts, fields })}
              </p>
            </div>
            <DateField
              label={texts.dueOf(title)}
              hideLabel
              min={today}
              disabled={!isTaken}
              value={dayOf(line, edits)}
              onChange={(day) => onEdit({ ...edits, days: new Map([...edits.days, [step, day ?? null]]) })}
            />
          </li>
        );
      })}
    </ol>
  );
}

interface PlanProps extends LinesProps {
  readonly playbook: Playbook;
  readonly run: PlaybookRun | undefined;
  readonly renewal: string | undefined;
}

function Plan({ playbook, run, renewal, lines, ...rest }: PlanProps) {
  const texts = useText('playbooks');
  const { format } = useLocale();
  const counts = lines.some(({ step }) => step.from === 'renewal');
  return (
    <section className="kz-play-plan" aria-label={playbook.name}>
      <p>{playbook.purpose}</p>
      {run !== undefined && (
        <Banner tone="warning" title={texts.running(playbook.name, run.done, run.total)}>
          {lines.length === 0 ? texts.nothingMissing : texts.onlyMissing(lines.length)}
        </Banner>
      )}
      {counts && (
        <p className="kz-play-faint">
          {renewal === undefined ? texts.renewalUnknown : texts.renewalOn(format.date(renewal))}
        </p>
      )}
      <PlanLines lines={lines} {...rest} />
    </section>
  );
}

interface Known {
  readonly views: readonly PlaybookView[];
  readonly facts: AccountFacts;
  readonly runs: readonly PlaybookRun[];
}

interface FrameProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Frame({ title, onClose, action, children }: FrameProps) {
  const ui = useText('ui');
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          {action}
        </>
      }
    >
      {children}
    </Dialog>
  );
}

function Chosen(props: PlayDialogProps & Known & { readonly offers: Offers; readonly name: string }) {
  const { accountId, today, onClose, offers, facts, runs, name } = props;
  const texts = useText('playbooks');
  const actions = usePlaybookActions();
  const all = [...offers.proposed, ...offers.others];
  const [chosenId, choose] = useState(() => firstChoice(offers, runs)?.id);
  const [edits, setEdits] = useState(NO_EDITS);
  const [isBusy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const playbook = all.find(({ id }) => id === chosenId) ?? all[0];
  if (playbook === undefined) return null;
  const run = runs.find((each) => each.playbook === playbook.id);
  const lines = planLines(playbook, run, facts, today);
  const tasks = tasksToMake(lines, edits);
  const start = async () => {
    setTried(true);
    if (tasks.length === 0 || isBusy) return;
    setBusy(true);
    const said = texts.saidStarted(playbook.name, name, tasks.length);
    const stored = await actions.start(playbook.id, [{ account: accountId, tasks }], said);
    setBusy(false);
    if (stored) onClose();
  };
  return (
    <Frame
      title={texts.dialogTitle(name)}
      onClose={onClose}
      action={
        <Button variant="primary" type="submit" form={FORM} disabled={lines.length === 0 || isBusy}>
          {run === undefined ? texts.start(tasks.length) : texts.addMissing(tasks.length)}
        </Button>
      }
    >
      <form
        id={FORM}
        className="kz-play"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <PlaybookChoice
          offers={offers}
          chosen={playbook}
          onChoose={(id) => {
            choose(id);
            setEdits(NO_EDITS);
            setTried(false);
          }}
        />
        <Plan
          playbook={playbook}
          run={run}
          renewal={facts.renewal}
          lines={lines}
          edits={edits}
          today={today}
          onEdit={setEdits}
        />
        {tried && tasks.length === 0 && lines.length > 0 && (
          <p className="kz-field-error kz-play-wide" role="alert">
            {texts.nothingTicked}
          </p>
        )}
      </form>
    </Frame>
  );
}

/** Unmounted it forgets what was chosen; mounted it is open. */
export function PlayDialog(props: PlayDialogProps) {
  const { accountId, reasons, today, inSegment, onClose } = props;
  const texts = useText('playbooks');
  const { db } = useData();
  const [, navigate] = useLocation();
  const playbooks = usePlaybooks();
  const live = useLive(async () => {
    const [account, facts, runs] = await Promise.all([
      db.accounts.get(accountId),
      readAccountFacts(db, [accountId], today),
      runsOfAccount(db, accountId),
    ]);
    return { name: account?.name ?? '', facts: facts.get(accountId) ?? { contacts: [] }, runs };
  }, [db, accountId, today]);
  if (playbooks.state === 'failed' || live.state === 'failed')
    return (
      <Frame title={texts.command} onClose={onClose}>
        <p role="alert">{texts.unread}</p>
      </Frame>
    );
  // A moment: the dialog opens with what it has to say.
  if (playbooks.state === 'loading' || live.state === 'loading') return null;
  const { value: views } = playbooks;
  const offers = offersFor(views, accountId, reasons, inSegment);
  if (offers.proposed.length + offers.others.length > 0)
    return <Chosen {...props} {...live.value} views={views} offers={offers} />;
  return (
    <Frame
      title={texts.dialogTitle(live.value.name)}
      onClose={onClose}
      action={
        <Button variant="primary" onClick={() => navigate('/tasks/playbooks')}>
          {texts.toPlaybooks}
        </Button>
      }
    >
      <p>{texts.noneOffered}</p>
    </Frame>
  );
}
