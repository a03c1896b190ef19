/** Meeting mode: the whole window for one account, what to know on the left and the note on the right, then the review. */
import { Eye, EyeOff, LogOut, Square } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useObserved } from '#renderer/data/use-store.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { EmptyState, Skeleton } from '#renderer/ui/states.tsx';
import { offerUndo } from '#renderer/ui/undo-toast.ts';
import { useCrumb } from '#renderer/ui-state/crumbs.ts';
import './meeting.css';
import type { MailState, MeetingNote, MeetingParts } from './meeting-note.ts';
import { MeetingUnread } from './meeting-unread.tsx';
import { NowPane } from './now-pane.tsx';
import { ParkingField } from './parking-field.tsx';
import { Presented } from './presented.tsx';
import { ReviewSheet } from './review-sheet.tsx';
import { type MeetingFacts, useMeetingFacts } from './use-meeting-facts.ts';
import { usePrompts } from './use-prompts.ts';

type Phase = 'note' | 'present' | 'review';

interface MeetingPageProps {
  readonly accountId: string;
  readonly note: MeetingNote;
  readonly parts: MeetingParts;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

const SECOND = 1_000;
const MINUTE = 60_000;

function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function Timer({ since, now }: { readonly since: number; readonly now: () => number }) {
  const texts = useText('meeting');
  const [shown, setShown] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setShown(now()), SECOND);
    return () => clearInterval(timer);
  }, [now]);
  return (
    <span className="kz-figure kz-meeting-timer" role="timer" aria-label={texts.timer}>
      {clockOf(shown - since)}
    </span>
  );
}

interface TopProps {
  readonly name: string;
  readonly phase: Phase;
  readonly children: ReactNode;
}

function Top({ name, phase, children }: TopProps) {
  const texts = useText('meeting');
  return (
    <header className="kz-meeting-top" data-phase={phase}>
      <h1>{phase === 'present' ? texts.presenting : `${name} · ${texts.title}`}</h1>
      {children}
    </header>
  );
}

function SaveWord({ note }: { readonly note: MeetingNote }) {
  const texts = useText('notes');
  const saved = useObserved(note.saved);
  const words = { none: '', saved: texts.draftSaved, saving: texts.draftSaving, failed: texts.draftFailed };
  return (
    <span className="kz-meeting-faint" role="status" data-state={saved}>
      {words[saved]}
    </span>
  );
}

const TEXT = '.kz-meeting-note [contenteditable="true"]';

/** At once where it can be, so that the next key goes there; otherwise after the panes have changed. */
function focusIn(page: HTMLElement | null, selector: string): void {
  const focus = (): boolean => {
    const element = page?.querySelector<HTMLElement>(selector);
    element?.focus();
    return element !== undefined && element === document.activeElement;
  };
  if (!focus()) setTimeout(focus, 0);
}

interface OpenProps extends MeetingPageProps {
  readonly facts: MeetingFacts;
}

/** What one can do in a meeting, by button, key and palette. */
function useMeetingActions({ accountId, facts, note, now }: OpenProps) {
  const texts = useText('meeting');
  const { format } = useLocale();
  const [, navigate] = useLocation();
  const [phase, setPhase] = useState<Phase>('note');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const account = `/accounts/${encodeURIComponent(accountId)}`;

  const toNote = () => {
    setPhase('note');
    focusIn(page.current, TEXT);
  };
  const present = () => (phase === 'present' ? toNote() : setPhase('present'));
  const end = () => {
    // On the sheet it is a line of the note like the others.
    void note.park();
    const { durationMinutes, activityAt, subject } = note.fields;
    const minutes = Math.max(1, Math.round((now() - activityAt) / MINUTE));
    note.change({
      ...(durationMinutes === undefined && minutes < 24 * 60 ? { durationMinutes: minutes } : {}),
      ...(subject === ''
        ? { subject: texts.subject(facts.row.account.name, format.date(isoDateOf(activityAt))) }
        : {}),
    });
    setPhase('review');
  };
  const leave = () => {
    navigate(account);
    note.leave();
  };
  const log = async (mail: MailState) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    const done = await note.finish(mail);
    setBusy(false);
    if (done.type === 'unclear') {
      setProblem(texts.unclear(done.line));
      focusIn(page.current, `.kz-note-sides [data-side=${done.side}] [role=combobox]`);
      return;
    }
    if (done.type !== 'logged') {
      setProblem(texts[done.type]);
      return;
    }
    offerUndo(texts.logged(done.tasks, done.contacts, done.mail));
    navigate(account);
  };
  /** The sheet knows what became of the mail. */
  const mail = useRef<() => MailState>(() => ({ subject: '' }));
  const finish = () => (phase === 'review' ? void log(mail.current()) : end());
  const park = () => {
    if (phase !== 'note') toNote();
    focusIn(page.current, '.kz-meeting-park input');
  };
  // In the text Tab belongs to lists and tables: this key goes to who is in the room, and back; on the sheet to the sentiment.
  const leaveText = () => {
    if (phase === 'review') return focusIn(page.current, '.kz-note-steps :checked, .kz-note-steps input');
    const inText = page.current?.querySelector(TEXT)?.contains(document.activeElement) === true;
    focusIn(page.current, inText ? '.kz-meeting-now [role=combobox]' : TEXT);
  };
  useCommands({
    id: 'meeting',
    title: texts.title,
    commands: [
      {
        id: 'meeting.end',
        label: phase === 'review' ? texts.log : texts.end,
        keys: ['mod+Enter'],
        run: finish,
      },
      {
        id: 'meeting.present',
        label: phase === 'present' ? texts.stopPresenting : texts.present,
        keys: ['mod+.'],
        run: present,
      },
      { id: 'meeting.park', label: texts.park, keys: ['mod+j'], run: park },
      ...(phase === 'note'
        ? []
        : [{ id: 'meeting.back', label: texts.backToNote, keys: ['Escape'], run: toNote }]),
      ...(phase === 'present'
        ? []
        : [
            {
              id: 'meeting.leave-text',
              label: phase === 'note' ? texts.leaveText : texts.toSentiment,
              keys: ['F6'],
              run: leaveText,
            },
          ]),
      { id: 'meeting.leave', label: texts.leave, run: leave },
    ],
  });
  return { phase, problem, busy, page, mail, toNote, present, end, leave, log };
}

function OpenMeeting(props: OpenProps) {
  const { facts, note, parts, now } = props;
  const texts = useText('meeting');
  const { phase, problem, busy, page, mail, toNote, present, end, leave, log } = useMeetingActions(props);
  const { name } = facts.row.account;
  const isPrompt = usePrompts();
  useCrumb(phase === 'present' ? texts.presenting : `${name} · ${texts.title}`);
  return (
    <div ref={page} className="kz-meeting">
      <Top name={name} phase={phase}>
        <Timer since={note.fields.activityAt} now={now} />
        {phase !== 'present' && <SaveWord note={note} />}
        <span className="kz-meeting-gap" />
        {phase === 'note' && parts.templates()}
        {phase !== 'review' && (
          <Button
            icon={phase === 'present' ? Eye : EyeOff}
            // Said before, never on the screen that the customer sees.
            data-tip={phase === 'note' ? texts.presentHint : undefined}
            onClick={present}
          >
            {phase === 'present' ? texts.stopPresenting : texts.present}
            <Kbd keys="mod+." />
          </Button>
        )}
        {phase === 'note' && (
          <>
            <Button icon={LogOut} data-tip={texts.leaveHint} onClick={leave}>
              {texts.leave}
            </Button>
            <Button variant="primary" icon={Square} onClick={end}>
              {texts.end}
              <Kbd keys="mod+Enter" />
            </Button>
          </>
        )}
      </Top>
      {/* Of these only the text stays while something else is shown: its undo and its caret outlive the way there and back. */}
      <div className="kz-meeting-panes" hidden={phase !== 'note'}>
        {phase === 'note' && (
          <NowPane
            facts={facts}
            fields={note.fields}
            today={isoDateOf(now())}
            health={parts.health()}
            plan={parts.plan()}
            participants={parts.participants()}
          />
        )}
        <section className="kz-meeting-note kz-scroll" aria-label={texts.note}>
          {parts.editor()}
          {phase === 'note' && <ParkingField note={note} onDone={() => focusIn(page.current, TEXT)} />}
        </section>
      </div>
      {phase === 'present' && <Presented note={note} name={name} isPrompt={isPrompt} />}
      {phase === 'review' && (
        <ReviewSheet
          facts={facts}
          note={note}
          isPrompt={isPrompt}
          parts={parts}
          problem={problem}
          busy={busy}
          mail={mail}
          onLog={() => void log(mail.current())}
          onBack={toNote}
        />
      )}
    </div>
  );
}

export function MeetingPage(props: MeetingPageProps) {
  const texts = useText('meeting');
  const [, navigate] = useLocation();
  const [opened] = useState(props.now);
  const live = useMeetingFacts(props.accountId, isoDateOf(opened), opened);
  if (live.state === 'loading') return <Skeleton />;
  if (live.state === 'failed') return <MeetingUnread error={live.error} />;
  if (live.value === undefined) {
    return (
      <EmptyState
        title={texts.notFound}
        actions={
          <Button variant="primary" onClick={() => navigate('/accounts')}>
            {texts.back}
          </Button>
        }
      />
    );
  }
  return <OpenMeeting {...props} facts={live.value} />;
}
