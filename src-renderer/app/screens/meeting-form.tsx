/** The note of a meeting: the form of the notes feature, in the shape that meeting mode asks for. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useData } from '#renderer/data/data-context.ts';
import { type NotePeople, readNotePeople, useKinds } from '#renderer/data/notes.ts';
import { readTemplates, type TemplateView } from '#renderer/data/templates.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { AccountContradictions } from '#renderer/features/contradictions/account-contradictions.tsx';
import { HealthLine } from '#renderer/features/health/health-line.tsx';
import type { MeetingNote, MeetingParts } from '#renderer/features/meeting/meeting-note.ts';
import { NoteBody } from '#renderer/features/notes/note-body.tsx';
import { emptyFields, fieldsOf, type NoteFields } from '#renderer/features/notes/note-fields.ts';
import { NoteHead } from '#renderer/features/notes/note-head.tsx';
import { NoteParticipants } from '#renderer/features/notes/note-people.tsx';
import '#renderer/features/notes/note.css';
import { createNoteWriter } from '#renderer/features/notes/note-writer.ts';
import { SentimentInput } from '#renderer/features/notes/sentiment-input.tsx';
import { TaskStrip } from '#renderer/features/notes/task-strip.tsx';
import { TemplateMenu, useFillTemplate } from '#renderer/features/notes/template-menu.tsx';
import { takeTypedLines } from '#renderer/features/notes/typed-lines.ts';
import { useProposedTasks } from '#renderer/features/notes/use-proposed-tasks.ts';
import { ReviewPeople } from '#renderer/features/people/review-people.tsx';
import { MeetingObjectives } from '#renderer/features/plans/meeting-objectives.tsx';
import { ReviewSteps } from '#renderer/features/plans/review-steps.tsx';
import { ReviewValues } from '#renderer/features/plans/review-values.tsx';
import { useReviewedChanges } from '#renderer/features/plans/use-reviewed-changes.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { catchKeys } from '#renderer/ui/caught-keys.ts';
import type { Arrival } from '#renderer/ui/editor/note-editor.tsx';
import '#renderer/ui/tag-input.css';
import { parkLine } from '#shared/domain/notes/park-line.ts';
import type { Draft } from '#shared/model/stored.ts';

const NOBODY: NotePeople = { contacts: [], team: [], me: undefined, owner: undefined, tags: [] };

/** The agenda of a meeting that nobody chose one for. */
const FIRST_TEMPLATE = 'check-in';

/** A little longer than the editor holds a change back. */
const EDITOR_MS = 40;

function whenHandedOver(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, EDITOR_MS));
}

interface Meeting {
  readonly note: MeetingNote;
  readonly parts: MeetingParts;
}

function useForm(accountId: string, draft: Draft | undefined, now: () => number) {
  const { store } = useData();
  const [fields, setFields] = useState<NoteFields>(() =>
    draft === undefined ? { ...emptyFields(now()), kind: 'meeting' } : fieldsOf(draft),
  );
  const [writer] = useState(() => createNoteWriter(store, accountId, fields, draft));
  useEffect(() => writer.watch(), [writer]);
  const latest = useRef(fields);
  const show = (patch: Partial<NoteFields>) => {
    latest.current = { ...latest.current, ...patch };
    setFields(latest.current);
  };
  const change = (patch: Partial<NoteFields>) => {
    // What a template put there is kept together with the first word that a person adds.
    const whole = writer.saved.get() === 'none' ? { ...latest.current, ...patch } : patch;
    show(patch);
    writer.write(whole);
  };
  return { fields, latest, writer, show, change };
}

export function useMeetingNote(accountId: string, draft: Draft | undefined, now: () => number): Meeting {
  const texts = useText('notes');
  const meeting = useText('meeting');
  const { db, store } = useData();
  const { language } = useLocale();
  const kinds = useKinds();
  const fill = useFillTemplate();
  const { fields, latest, writer, show, change } = useForm(accountId, draft, now);
  const live = useLive(() => readNotePeople(db, accountId), [db, accountId]);
  const people = live.state === 'ready' ? live.value : NOBODY;
  const [arrival, setArrival] = useState<Arrival>({ number: 0, takesCaret: false });
  const arrive = (takesCaret: boolean) => setArrival(({ number }) => ({ number: number + 1, takesCaret }));
  const today = isoDateOf(now());
  const proposal = useProposedTasks({ fields, people, today, activityId: undefined });
  const reviewed = useReviewedChanges();
  const latestProposal = useRef(proposal);
  useLayoutEffect(() => {
    latestProposal.current = proposal;
  });

  const filled = (template: TemplateView) => {
    const { activityAt, contacts, team } = latest.current;
    const names = people.contacts.filter((contact) => contacts.includes(contact.id)).map((each) => each.name);
    return fill(template.body, { accountId, at: activityAt, attendees: [...names, ...team], me: people.me });
  };
  /** The body as a template made it and nobody has touched it since. */
  const untouched = useRef('');
  const insert = async (template: TemplateView) => {
    // What is typed until the text is there goes into it.
    catchKeys();
    const text = await filled(template);
    // By slash: what was typed to find the template is taken out by now.
    await whenHandedOver();
    const { body } = latest.current;
    const fresh = body.trim() === '' || body === untouched.current;
    // What is internal already does not become the customer's by another template.
    const kind = !fresh && latest.current.kind === 'internal-note' ? 'internal-note' : template.kind;
    change({ body: fresh ? text : `${body.trimEnd()}\n\n${text}`, kind });
    if (fresh) untouched.current = text;
    arrive(true);
  };
  /** For a meeting that begins: its agenda, as long as nobody has written a word. */
  const showAgenda = useEffectEvent(async (wanted: () => boolean) => {
    if (draft !== undefined) return;
    const templates = await readTemplates(db);
    const first = templates.find((template) => template.id === `${FIRST_TEMPLATE}.${language}`);
    if (first === undefined || latest.current.body !== '') return;
    const text = await filled(first);
    if (!wanted() || latest.current.body !== '') return;
    untouched.current = text;
    show({ body: text });
    arrive(true);
  });
  useEffect(() => {
    let mounted = true;
    // Without its agenda a meeting is a meeting still.
    showAgenda(() => mounted).catch(() => undefined);
    return () => {
      mounted = false;
    };
  }, []);

  const takeParked = () => {
    const { body, parkedLine } = latest.current;
    const line = parkedLine.trim();
    if (line === '') return;
    change({ body: parkLine(body, meeting.parkingLot, line), parkedLine: '' });
    arrive(false);
  };
  const finish: MeetingNote['finish'] = async (mail) => {
    await whenHandedOver();
    const lines = takeTypedLines(latest.current, people, store.newId);
    if (lines.type === 'unclear') return lines;
    // The tasks are proposed anew with whoever is in the room now.
    flushSync(() => {
      takeParked();
      if (Object.keys(lines.patch).length > 0) change(lines.patch);
    });
    const { body, sentiment, newContacts, saidValues, activityAt } = latest.current;
    if ((body.trim() === '' || body === untouched.current) && sentiment === undefined)
      return { type: 'empty' };
    const values = await reviewed(saidValues, isoDateOf(activityAt));
    if (values === 'unreadable') return { type: 'unreadable' };
    const extras = { ...latestProposal.current.extras(), also: values, mail };
    const done = await writer.finish(extras);
    if (done === undefined) return { type: 'empty' };
    if (!done.ok) return { type: 'failed' };
    return {
      type: 'logged',
      tasks: extras.tasks?.length ?? 0,
      contacts: newContacts.length,
      mail: latest.current.mail.trim() !== '' && mail !== 'handed-over',
    };
  };

  return {
    note: {
      fields,
      saved: writer.saved,
      tasks: proposal.shown,
      change,
      park: () => whenHandedOver().then(takeParked),
      finish,
      leave: () =>
        void whenHandedOver().then(() => {
          takeParked();
          void writer.close();
        }),
    },
    parts: {
      editor: () => (
        <NoteBody
          value={fields.body}
          docKey={draft?.id ?? 'new'}
          arrival={arrival}
          people={people}
          contacts={[...people.contacts, ...fields.newContacts]}
          onTemplate={(template) => void insert(template)}
          onChange={(body) => change({ body })}
          hint={texts.taskHint}
          error={undefined}
        />
      ),
      templates: () => <TemplateMenu onInsert={(template) => void insert(template)} />,
      health: () => (
        <>
          <HealthLine accountId={accountId} />
          <AccountContradictions accountId={accountId} />
        </>
      ),
      plan: () => <MeetingObjectives accountId={accountId} today={today} />,
      values: () => (
        <ReviewValues
          accountId={accountId}
          values={fields.saidValues}
          onChange={(saidValues) => change({ saidValues })}
        />
      ),
      steps: () => (
        <ReviewSteps
          accountId={accountId}
          said={fields.saidSteps}
          onChange={(saidSteps) => change({ saidSteps })}
        />
      ),
      people: () => (
        <ReviewPeople
          accountId={accountId}
          contacts={fields.contacts}
          said={fields.saidPeople}
          onChange={(saidPeople) => change({ saidPeople })}
        />
      ),
      participants: () => <NoteParticipants fields={fields} people={people} change={change} />,
      head: () => <NoteHead fields={fields} kinds={kinds} now={now()} change={change} />,
      tasks: () => (
        <TaskStrip
          tasks={proposal.shown}
          today={today}
          onChoose={(key, choice) => {
            const { taskChoices } = latest.current;
            change({ taskChoices: { ...taskChoices, [key]: { ...taskChoices[key], ...choice } } });
          }}
        />
      ),
      sentiment: () => (
        <SentimentInput
          sentiment={fields.sentiment}
          reasons={fields.sentimentReasons}
          typed={fields.reasonLine}
          onChange={change}
        />
      ),
    },
  };
}
