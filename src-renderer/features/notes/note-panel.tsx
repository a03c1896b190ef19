/** The panel in which a note is written: saved with every key stroke, finished onto the timeline, closed without asking. */
import { Check, CircleAlert, History, LoaderCircle, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { type NotePeople, readNotePeople, useKinds } from '#renderer/data/notes.ts';
import type { TemplateView } from '#renderer/data/templates.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useObserved } from '#renderer/data/use-store.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { isCancelKey, isCommitKey, isComposing } from '#renderer/ui/ime.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { TagInput } from '#renderer/ui/tag-input.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Draft } from '#shared/model/stored.ts';
import { kindName } from './kind-words.ts';
import './note.css';
import { NoteBody } from './note-body.tsx';
import { emptyFields, fieldsOf, type NoteFields } from './note-fields.ts';
import { NoteHead } from './note-head.tsx';
import { NoteParticipants } from './note-people.tsx';
import { NoteVersions } from './note-versions.tsx';
import { createNoteWriter, type NoteWriter } from './note-writer.ts';
import { SentimentInput } from './sentiment-input.tsx';
import { TaskStrip } from './task-strip.tsx';
import { TemplateMenu, useFillTemplate } from './template-menu.tsx';
import { useNoteActions } from './use-note-actions.ts';
import { useProposedTasks } from './use-proposed-tasks.ts';

export interface NotePanelProps {
  readonly accountId: string;
  /** The draft to go on with; undefined begins a new one. */
  readonly draft: Draft | undefined;
  readonly now: () => number;
  readonly onClose: () => void;
}

const NOBODY: NotePeople = { contacts: [], team: [], me: undefined, owner: undefined, tags: [] };

/** A little longer than the editor holds a change back. */
const EDITOR_MS = 40;

function SaveState({ writer }: { readonly writer: NoteWriter }) {
  const texts = useText('notes');
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
    <span className="kz-note-save" data-state={saved} role="status">
      {Icon !== undefined && <Icon size={13} strokeWidth={2} aria-hidden />}
      {view?.word}
    </span>
  );
}

/** The form's state, and its way into the draft. */
function useNoteForm({ accountId, draft, now }: NotePanelProps) {
  const { store } = useData();
  const [fields, setFields] = useState<NoteFields>(() =>
    draft === undefined ? emptyFields(now()) : fieldsOf(draft),
  );
  const [writer] = useState(() => createNoteWriter(store, accountId, fields, draft));
  useEffect(() => writer.watch(), [writer]);
  const latest = useRef(fields);
  const change = (patch: Partial<NoteFields>) => {
    latest.current = { ...latest.current, ...patch };
    setFields(latest.current);
    writer.write(patch);
  };
  return { fields, writer, change, latest };
}

/** Where the caret goes: the text, whichever editor shows it. */
export function focusNoteText(within: HTMLElement | null): void {
  within?.querySelector<HTMLElement>('.kz-note-body :is(textarea, [contenteditable="true"])')?.focus();
}

/** The editor claims every Escape as its own; those that its menus take do not come here. */
function isInText(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.kz-note-body') !== null;
}

/** From the text to what follows it, and from anywhere else into the text. */
function leaveText(within: HTMLElement | null): void {
  const inText = within?.querySelector('.kz-note-body')?.contains(document.activeElement) === true;
  if (!inText) focusNoteText(within);
  else within?.querySelector<HTMLElement>('.kz-note-steps :checked, .kz-note-steps input')?.focus();
}

export function NotePanel(props: NotePanelProps) {
  const { accountId, draft, now, onClose } = props;
  const texts = useText('notes');
  const words = useText('fields');
  const title = useId();
  const { db } = useData();
  const actions = useNoteActions();
  const kinds = useKinds();
  const { fields, writer, change, latest } = useNoteForm(props);
  const live = useLive(() => readNotePeople(db, accountId), [db, accountId]);
  const people = live.state === 'ready' ? live.value : NOBODY;
  const fill = useFillTemplate();
  const proposal = useProposedTasks({
    fields,
    people,
    today: isoDateOf(now()),
    activityId: draft?.activityId,
  });
  const latestProposal = useRef(proposal);
  useEffect(() => {
    latestProposal.current = proposal;
  });
  const panel = useRef<HTMLElement>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [textKey, setTextKey] = useState(0);
  const [busy, setBusy] = useState(false);

  const edits = draft?.activityId !== undefined;
  const kindWord = kindName(kinds, fields.kind, words);
  const update = (patch: Partial<NoteFields>) => {
    setProblem(undefined);
    change(patch);
  };
  const insert = async (template: TemplateView) => {
    const { activityAt, contacts, team } = latest.current;
    const names = people.contacts.filter((contact) => contacts.includes(contact.id)).map((each) => each.name);
    const filled = await fill(template.body, {
      accountId,
      at: activityAt,
      attendees: [...names, ...team],
      me: people.me,
    });
    // By slash: what was typed to find the template is taken out by now, and what was typed since is in.
    await new Promise((resolve) => setTimeout(resolve, EDITOR_MS));
    const { body, subject, kind } = latest.current;
    update({
      body: body.trim() === '' ? filled : `${body.trimEnd()}\n\n${filled}`,
      ...(kind === 'note' ? { kind: template.kind } : {}),
      ...(subject === '' ? { subject: template.name } : {}),
    });
    setTextKey((key) => key + 1);
  };
  const close = () => {
    onClose();
    // The editor hands over its last change while it goes away.
    setTimeout(() => void writer.close(), EDITOR_MS);
  };
  const finish = async () => {
    if (busy) return;
    setBusy(true);
    await new Promise((resolve) => setTimeout(resolve, EDITOR_MS));
    await save();
    setBusy(false);
  };
  const save = async () => {
    const { subject, body, sentiment } = latest.current;
    if (subject.trim() === '' && body.trim() === '' && sentiment === undefined) {
      setProblem(texts.empty);
      focusNoteText(panel.current);
      return;
    }
    const extras = latestProposal.current.extras();
    const done = await writer.finish(extras);
    if (done === undefined) return;
    if (!done.ok) return actions.refuse(done.error);
    const tasks = extras.tasks?.length ?? 0;
    if (edits && tasks === 0) actions.did(texts.edited(kindWord));
    else actions.did(texts.finished(kindWord, tasks, latest.current.newContacts.length));
    onClose();
  };
  const discard = async () => {
    const done = await writer.discard();
    if (done !== undefined && !done.ok) return actions.refuse(done.error);
    if (done !== undefined) actions.did(texts.discarded);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    // In the text Tab belongs to lists and tables, so there is another way on.
    if (event.key === 'F6') leaveText(panel.current);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void finish();
    else if (isCancelKey(event) && (!event.defaultPrevented || isInText(event.target))) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section ref={panel} className="kz-note" aria-labelledby={title} onKeyDown={onKeyDown}>
      <div className="kz-note-top">
        <h3 id={title}>{edits ? texts.editNote : texts.newNote}</h3>
        <SaveState writer={writer} />
        {draft?.activityId !== undefined && <NoteVersions activityId={draft.activityId} icon={History} />}
        <TemplateMenu onInsert={(template) => void insert(template)} />
        <IconButton icon={X} size="small" label={texts.close} keys="Escape" onClick={close} />
      </div>
      <NoteHead fields={fields} kinds={kinds} now={now()} change={update} />
      <TextField
        label={texts.subject}
        value={fields.subject}
        onChange={(subject) => update({ subject })}
        onKeyDown={(event) => {
          if (!isCommitKey(event) || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          focusNoteText(panel.current);
        }}
      />
      <div className="kz-note-body">
        <NoteBody
          value={fields.body}
          people={people}
          contacts={[...people.contacts, ...fields.newContacts]}
          onTemplate={(template) => void insert(template)}
          docKey={`${draft?.id ?? 'new'}.${textKey}`}
          onChange={(body) => update({ body })}
          hint={fields.kind === 'internal-note' ? texts.internalHint : texts.taskHint}
          error={problem}
        />
      </div>
      <TaskStrip
        tasks={proposal.shown}
        today={isoDateOf(now())}
        onChoose={(key, choice) => {
          const { taskChoices } = latest.current;
          update({ taskChoices: { ...taskChoices, [key]: { ...taskChoices[key], ...choice } } });
        }}
      />
      <SentimentInput sentiment={fields.sentiment} reasons={fields.sentimentReasons} onChange={update} />
      <NoteParticipants fields={fields} people={people} change={update} />
      <div className="kz-note-pair">
        <TagInput
          label={texts.tags}
          suggestions={people.tags}
          value={fields.tags}
          onChange={(tags) => update({ tags })}
        />
        <DateField label={texts.nextOn} value={fields.nextOn} onChange={(nextOn) => update({ nextOn })} />
      </div>
      <div className="kz-note-foot">
        <Button variant="quiet" icon={Trash2} onClick={() => void discard()}>
          {texts.discard}
        </Button>
        <Button variant="primary" disabled={busy} onClick={() => void finish()}>
          {edits ? texts.save : texts.finish}
          <Kbd keys="mod+Enter" />
        </Button>
      </div>
    </section>
  );
}
