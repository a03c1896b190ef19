/** The panel in which a note is written: saved with every key stroke, finished onto the timeline, closed without asking. */
import { Check, CircleAlert, LoaderCircle, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { useObserved } from '#renderer/data/use-store.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { isCancelKey, isCommitKey, isComposing } from '#renderer/ui/ime.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea, TextField } from '#renderer/ui/text-field.tsx';
import type { ActivityKind } from '#shared/model/activity.ts';
import type { Draft } from '#shared/model/stored.ts';
import { instantOf, readTime, timeOf } from './note-time.ts';
import { createNoteWriter, type NoteText, type NoteWriter } from './note-writer.ts';
import { useChanges } from './use-changes.ts';

/** What a person logs by hand; the rest comes from sources. */
const KINDS: readonly ActivityKind[] = [
  'note',
  'internal-note',
  'call',
  'meeting',
  'email',
  'visit',
  'qbr',
  'training',
  'update',
  'other',
];

interface NotePanelProps {
  readonly accountId: string;
  /** The draft to go on with; undefined begins a new one. */
  readonly draft: Draft | undefined;
  readonly now: () => number;
  readonly onClose: () => void;
}

function SaveState({ writer }: { readonly writer: NoteWriter }) {
  const texts = useText('account');
  const saved = useObserved(writer.saved);
  const views = {
    none: undefined,
    saved: { icon: Check, word: texts.draftSaved },
    saving: { icon: LoaderCircle, word: texts.draftSaving },
    failed: { icon: CircleAlert, word: texts.draftFailed },
  } as const;
  const view = views[saved];
  const Icon = view?.icon;
  return (
    <span className="kz-acc-save" data-state={saved} role="status">
      {Icon !== undefined && <Icon size={13} strokeWidth={2} aria-hidden />}
      {view?.word}
    </span>
  );
}

interface HeadProps {
  readonly text: NoteText;
  readonly now: number;
  readonly change: (patch: Partial<NoteText>) => void;
}

function NoteHead({ text, now, change }: HeadProps) {
  const texts = useText('account');
  const fields = useText('fields');
  const [day, setDay] = useState<string | undefined>(isoDateOf(text.activityAt));
  const [time, setTime] = useState(timeOf(text.activityAt));
  const place = (nextDay: string | undefined, nextTime: string) => {
    setDay(nextDay);
    setTime(nextTime);
    const at = instantOf(nextDay, nextTime);
    if (at !== undefined) change({ activityAt: at });
  };
  return (
    <div className="kz-acc-note-head">
      <Select
        label={texts.noteKind}
        value={text.kind}
        options={KINDS.map((kind) => ({ value: kind, label: fields.choices.kind[kind] }))}
        onChange={(kind) => change({ kind })}
      />
      <DateField
        label={texts.noteDate}
        value={day}
        onChange={(next) => place(next, time)}
        {...(text.activityAt > now + 60_000 ? { hint: texts.customerAtFuture } : {})}
      />
      <TextField
        label={texts.noteTime}
        inputMode="numeric"
        value={time}
        error={readTime(time) === undefined ? texts.noteTimeWrong : undefined}
        onChange={(next) => place(day, next)}
      />
    </div>
  );
}

/** One writer for as long as the panel is open. */
function useWriter({ accountId, draft }: NotePanelProps, start: NoteText): NoteWriter {
  const { store } = useData();
  const [writer] = useState(() => createNoteWriter(store, accountId, start, draft));
  return writer;
}

export function NotePanel(props: NotePanelProps) {
  const { draft, now, onClose } = props;
  const texts = useText('account');
  const title = useId();
  const changes = useChanges();
  const [text, setText] = useState<NoteText>(() =>
    draft === undefined
      ? { kind: 'note', activityAt: now(), subject: '', body: '' }
      : { kind: draft.kind, activityAt: draft.activityAt, subject: draft.subject, body: draft.body },
  );
  const writer = useWriter(props, text);
  const panel = useRef<HTMLElement>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const body = () => panel.current?.querySelector<HTMLTextAreaElement>('textarea') ?? undefined;
  useEffect(() => panel.current?.querySelector<HTMLTextAreaElement>('textarea')?.focus(), []);

  const change = (patch: Partial<NoteText>) => {
    setProblem(undefined);
    setText((before) => ({ ...before, ...patch }));
    writer.write(patch);
  };
  const finish = async () => {
    if (text.subject.trim() === '' && text.body.trim() === '') {
      setProblem(texts.noteEmpty);
      body()?.focus();
      return;
    }
    const done = await writer.finish();
    if (done === undefined) return;
    if (!done.ok) changes.refuse(done.error, texts.note);
    else {
      changes.offerUndo(texts.finished);
      onClose();
    }
  };
  const discard = async () => {
    const done = await writer.discard();
    if (done !== undefined && !done.ok) changes.refuse(done.error, texts.note);
    else {
      if (done !== undefined) changes.offerUndo(texts.discarded);
      onClose();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void finish();
    else if (isCancelKey(event) && !event.defaultPrevented) onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section ref={panel} className="kz-acc-note" aria-labelledby={title} onKeyDown={onKeyDown}>
      <div className="kz-acc-note-top">
        <h3 id={title}>{texts.newNote}</h3>
        <SaveState writer={writer} />
        <IconButton icon={X} size="small" label={texts.closeNote} keys="Escape" onClick={onClose} />
      </div>
      <NoteHead text={text} now={now()} change={change} />
      <TextField
        label={texts.noteSubject}
        value={text.subject}
        onChange={(subject) => change({ subject })}
        onKeyDown={(event) => {
          if (!isCommitKey(event) || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          body()?.focus();
        }}
      />
      <TextArea
        label={texts.noteBody}
        placeholder={texts.notePlaceholder}
        value={text.body}
        error={problem}
        hint={text.kind === 'internal-note' ? texts.internalHint : undefined}
        rows={14}
        onChange={(value) => change({ body: value })}
      />
      <div className="kz-acc-note-foot">
        <Button variant="quiet" icon={Trash2} onClick={() => void discard()}>
          {texts.discard}
        </Button>
        <Button variant="primary" onClick={() => void finish()}>
          {texts.finish}
          <Kbd keys="mod+Enter" />
        </Button>
      </div>
    </section>
  );
}
