/** The state of a note's form, its way into the draft, and what can be done with it: insert, finish, discard, close. */
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useData } from '#renderer/data/data-context.ts';
import { type NotePeople, readNotePeople, useKinds } from '#renderer/data/notes.ts';
import { getDraft } from '#renderer/data/records.ts';
import type { TemplateView } from '#renderer/data/templates.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { catchKeys } from '#renderer/ui/caught-keys.ts';
import type { Arrival } from '#renderer/ui/editor/note-editor.tsx';
import { parkLine } from '#shared/domain/notes/park-line.ts';
import type { Change } from '#shared/model/operation.ts';
import type { Draft, TaskChoice } from '#shared/model/stored.ts';
import { kindName } from './kind-words.ts';
import { emptyFields, fieldsOf, type NoteFields } from './note-fields.ts';
import { focusNoteText } from './note-focus.ts';
import { createNoteWriter } from './note-writer.ts';
import { useFillTemplate } from './template-menu.tsx';
import { type TypedLines, takeTypedLines } from './typed-lines.ts';
import { useNoteActions } from './use-note-actions.ts';
import { useProposedTasks } from './use-proposed-tasks.ts';

export interface AskAccountParts {
  readonly onChoose: (accountId: string) => void;
  readonly onClose: () => void;
}

/** New values of objectives that a draft of a meeting holds: another feature knows what they mean. */
export interface SaidValuesPort {
  readonly show: (parts: SaidValuesParts) => ReactNode;
  /** What they come to when the note is logged; `on`: 'YYYY-MM-DD'. */
  readonly changes: (values: SaidValuesMap, on: string) => Promise<readonly Change[] | 'unreadable'>;
}

type SaidValuesMap = NoteFields['saidValues'];

/** What a draft of a meeting says of plan and people. */
type Said = Pick<NoteFields, 'saidValues' | 'saidSteps' | 'saidPeople'>;

export interface SaidValuesParts {
  readonly said: Said;
  /** Ids of the contacts who took part. */
  readonly contacts: readonly string[];
  /** 'YYYY-MM-DD'. */
  readonly on: string;
  readonly onChange: (patch: Partial<Said>) => void;
}

export interface NotePanelProps {
  readonly accountId: string;
  readonly accountName: string;
  /** Asks to which account the note belongs: the screen has the book. */
  readonly askAccount: (parts: AskAccountParts) => ReactNode;
  /** The note is another account's now; without an id nothing of it was written yet. */
  readonly onMoved: (accountId: string, draftId: string | undefined) => void;
  /** The draft to go on with; undefined begins a new one. */
  readonly draft: Draft | undefined;
  readonly said: SaidValuesPort;
  readonly now: () => number;
  readonly onClose: () => void;
}

const NOBODY: NotePeople = { contacts: [], team: [], me: undefined, owner: undefined, tags: [] };

/** A little longer than the editor holds a change back. */
const EDITOR_MS = 40;

function whenHandedOver(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, EDITOR_MS));
}

/** Fields on screen, in the draft, and as they are at this very moment. */
function useFields({ accountId, draft, now }: NotePanelProps) {
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

type Fields = ReturnType<typeof useFields>;

/** Texts that come from elsewhere than the keyboard: a template, and a line that waits from a meeting. */
function useArrivals({ latest, change }: Fields, parkingLot: string) {
  const [arrival, setArrival] = useState<Arrival>({ number: 0, takesCaret: false });
  const arrive = (takesCaret: boolean) => setArrival(({ number }) => ({ number: number + 1, takesCaret }));
  // A line that was to be parked, and was not entered, has no field of its own here.
  const takeParked = useEffectEvent(() => {
    const { body, parkedLine } = latest.current;
    if (parkedLine.trim() === '') return;
    change({ body: parkLine(body, parkingLot, parkedLine.trim()), parkedLine: '' });
    arrive(false);
  });
  useEffect(() => takeParked(), []);
  return { arrival, arrive };
}

/** The draft of an edit is gone when an earlier version was brought back, wherever that was done: its form goes, too. */
function useLeaveWithDraft({ draft, onClose }: NotePanelProps): void {
  const { db } = useData();
  const id = draft?.activityId === undefined ? undefined : draft.id;
  const live = useLive(async () => id === undefined || (await getDraft(db, id)) !== undefined, [db, id]);
  const gone = live.state === 'ready' && !live.value;
  const leave = useEffectEvent(onClose);
  useEffect(() => {
    if (gone) leave();
  }, [gone]);
}

/** Templates come filled for this account, this day and the people who are named so far. */
function useInsert(accountId: string, people: NotePeople, { latest }: Fields) {
  const fill = useFillTemplate();
  return async (template: TemplateView): Promise<Partial<NoteFields>> => {
    const { activityAt, contacts, team } = latest.current;
    const names = people.contacts.filter((contact) => contacts.includes(contact.id)).map((each) => each.name);
    const filled = await fill(template.body, {
      accountId,
      at: activityAt,
      attendees: [...names, ...team],
      me: people.me,
    });
    // By slash: what was typed to find the template is taken out by now, and what was typed since is in.
    await whenHandedOver();
    const { body, subject, kind } = latest.current;
    return {
      body: body.trim() === '' ? filled : `${body.trimEnd()}\n\n${filled}`,
      ...(kind === 'note' ? { kind: template.kind } : {}),
      ...(subject === '' ? { subject: template.name } : {}),
    };
  };
}

interface Ending {
  readonly props: NotePanelProps;
  readonly form: Fields;
  readonly kindWord: string;
  readonly extras: ReturnType<typeof useProposedTasks>['extras'];
  readonly people: NotePeople;
  readonly onEmpty: () => void;
  readonly onUnreadable: () => void;
  readonly onUnclear: (lines: TypedLines & { readonly type: 'unclear' }) => void;
}

/** The ways out of the form. */
function useEndings(ending: Ending) {
  const { props, form, kindWord, extras } = ending;
  const { draft, onClose } = props;
  const { store } = useData();
  const texts = useText('notes');
  const actions = useNoteActions();
  const [busy, setBusy] = useState(false);
  const now = useRef({ kindWord, extras });
  useLayoutEffect(() => {
    now.current = { kindWord, extras };
  });
  const save = async () => {
    const lines = takeTypedLines(form.latest.current, ending.people, store.newId);
    if (lines.type === 'unclear') return ending.onUnclear(lines);
    // The tasks are proposed anew with whoever is named now.
    if (Object.keys(lines.patch).length > 0) flushSync(() => form.change(lines.patch));
    const { subject, body, sentiment, newContacts, saidValues, activityAt } = form.latest.current;
    if (subject.trim() === '' && body.trim() === '' && sentiment === undefined) return ending.onEmpty();
    const values = await props.said.changes(saidValues, isoDateOf(activityAt));
    if (values === 'unreadable') return ending.onUnreadable();
    const made = { ...now.current.extras(), also: values };
    const done = await form.writer.finish(made);
    if (done === undefined) return;
    if (!done.ok) return actions.refuse(done.error);
    const tasks = made.tasks?.length ?? 0;
    const word = now.current.kindWord;
    const onlyEdited = draft?.activityId !== undefined && tasks === 0;
    actions.did(onlyEdited ? texts.edited(word) : texts.finished(word, tasks, newContacts.length));
    onClose();
  };
  return {
    busy,
    async finish() {
      if (busy) return;
      setBusy(true);
      await whenHandedOver();
      await save();
      setBusy(false);
    },
    async moveTo(accountId: string) {
      if (accountId === props.accountId) return;
      await whenHandedOver();
      const done = await form.writer.moveTo(accountId);
      if (done !== undefined && !done.ok) return actions.refuse(done.error);
      if (done !== undefined) actions.did(texts.moved);
      props.onMoved(accountId, done?.value);
    },
    async discard() {
      const done = await form.writer.discard();
      if (done !== undefined && !done.ok) return actions.refuse(done.error);
      if (done !== undefined) actions.did(texts.discarded);
      onClose();
    },
    close() {
      onClose();
      // The editor hands over its last change while it goes away.
      void whenHandedOver().then(() => form.writer.close());
    },
  };
}

export function useNoteForm(props: NotePanelProps, panel: RefObject<HTMLElement | null>) {
  const { accountId, draft, now } = props;
  const texts = useText('notes');
  const meeting = useText('meeting');
  const words = useText('fields');
  const { db } = useData();
  const kinds = useKinds();
  const form = useFields(props);
  useLeaveWithDraft(props);
  const { fields, writer, change, latest } = form;
  const live = useLive(() => readNotePeople(db, accountId), [db, accountId]);
  const people = live.state === 'ready' ? live.value : NOBODY;
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const proposal = useProposedTasks({
    fields,
    people,
    today: isoDateOf(now()),
    activityId: draft?.activityId,
  });
  const endings = useEndings({
    props,
    form,
    kindWord: kindName(kinds, fields.kind, words),
    extras: proposal.extras,
    onEmpty: () => {
      setProblem(texts.empty);
      focusNoteText(panel.current);
    },
    onUnreadable: () => setProblem(texts.unreadable),
    people,
    onUnclear: ({ side, line }) => {
      setProblem(meeting.unclear(line));
      panel.current?.querySelector<HTMLElement>(`[data-side=${side}] [role=combobox]`)?.focus();
    },
  });
  const { arrival, arrive } = useArrivals(form, meeting.parkingLot);
  const fillIn = useInsert(accountId, people, form);
  const update = (patch: Partial<NoteFields>) => {
    setProblem(undefined);
    change(patch);
  };
  return {
    ...endings,
    fields,
    writer,
    kinds,
    people,
    problem,
    update,
    tasks: proposal.shown,
    docKey: draft?.id ?? 'new',
    arrival,
    async insert(template: TemplateView) {
      // What is typed until the text is there goes into it.
      catchKeys();
      update(await fillIn(template));
      arrive(true);
    },
    chooseTask(key: string, choice: TaskChoice) {
      const { taskChoices } = latest.current;
      update({ taskChoices: { ...taskChoices, [key]: { ...taskChoices[key], ...choice } } });
    },
  };
}

export type NoteForm = ReturnType<typeof useNoteForm>;
