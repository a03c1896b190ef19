/** Everything that the form of a note holds, and how it comes from a draft. */
import type { NewDraft } from '#renderer/data/drafts.ts';
import {
  DRAFT_TEXTS,
  type Draft,
  type NewContact,
  type SaidPerson,
  type SaidStep,
  type TaskChoice,
} from '#shared/model/stored.ts';

export interface NoteFields {
  readonly kind: string;
  /** Milliseconds since 1970 UTC. */
  readonly activityAt: number;
  readonly subject: string;
  readonly body: string;
  readonly durationMinutes: number | undefined;
  /** Ids of contacts; of new ones too. */
  readonly contacts: readonly string[];
  readonly newContacts: readonly NewContact[];
  readonly team: readonly string[];
  readonly sentiment: number | undefined;
  readonly sentimentReasons: readonly string[];
  readonly tags: readonly string[];
  readonly nextOn: string | undefined;
  readonly taskChoices: Readonly<Record<string, TaskChoice>>;
  /** New values of objectives, as typed. */
  readonly saidValues: Readonly<Record<string, string>>;
  /** What the meeting changed in the plan and in its people. */
  readonly saidSteps: Readonly<Record<string, SaidStep>>;
  readonly saidPeople: Readonly<Record<string, SaidPerson>>;
  /** Of a meeting, as somebody wrote it; '' = it follows from the note. */
  readonly mail: string;
  /** Typed and not entered yet. */
  readonly parkedLine: string;
  readonly contactLine: string;
  readonly teamLine: string;
  readonly reasonLine: string;
  readonly tagLine: string;
}

export function emptyFields(now: number): NoteFields {
  return {
    kind: 'note',
    activityAt: now,
    subject: '',
    body: '',
    durationMinutes: undefined,
    contacts: [],
    newContacts: [],
    team: [],
    sentiment: undefined,
    sentimentReasons: [],
    tags: [],
    nextOn: undefined,
    taskChoices: {},
    saidValues: {},
    saidSteps: {},
    saidPeople: {},
    mail: '',
    parkedLine: '',
    contactLine: '',
    teamLine: '',
    reasonLine: '',
    tagLine: '',
  };
}

export function fieldsOf(draft: Draft): NoteFields {
  return {
    kind: draft.kind,
    activityAt: draft.activityAt,
    subject: draft.subject,
    body: draft.body,
    durationMinutes: draft.durationMinutes,
    contacts: draft.contacts ?? [],
    newContacts: draft.newContacts ?? [],
    team: draft.team ?? [],
    sentiment: draft.sentiment,
    sentimentReasons: draft.sentimentReasons ?? [],
    tags: draft.tags ?? [],
    nextOn: draft.nextOn,
    taskChoices: draft.taskChoices ?? {},
    saidValues: draft.saidValues ?? {},
    saidSteps: draft.saidSteps ?? {},
    saidPeople: draft.saidPeople ?? {},
    mail: draft.mail ?? '',
    parkedLine: draft.parkedLine ?? '',
    contactLine: draft.contactLine ?? '',
    teamLine: draft.teamLine ?? '',
    reasonLine: draft.reasonLine ?? '',
    tagLine: draft.tagLine ?? '',
  };
}

/** A kind or a date alone is no note yet. */
export function saysSomething(fields: NoteFields): boolean {
  return (
    DRAFT_TEXTS.some((field) => fields[field] !== '') ||
    fields.durationMinutes !== undefined ||
    fields.sentiment !== undefined ||
    fields.nextOn !== undefined ||
    Object.values(fields.saidValues).some((value) => value !== '') ||
    [fields.saidSteps, fields.saidPeople].some((said) => Object.keys(said).length > 0) ||
    [fields.contacts, fields.newContacts, fields.team, fields.tags, fields.sentimentReasons].some(
      (list) => list.length > 0,
    )
  );
}

/** Something was said of the plan or its people: the rest of a meeting that was left. */
export function saysMore({ saidValues, saidSteps, saidPeople }: NoteFields): boolean {
  return (
    Object.values(saidValues).some((typed) => typed.trim() !== '') ||
    [saidSteps, saidPeople].some((said) => Object.keys(said).length > 0)
  );
}

/** What a new draft begins with: values that are there. */
export function newDraftOf(accountId: string, fields: NoteFields): NewDraft {
  const { durationMinutes, sentiment, nextOn, ...rest } = fields;
  return {
    ...rest,
    accountId,
    ...(durationMinutes === undefined ? {} : { durationMinutes }),
    ...(sentiment === undefined ? {} : { sentiment }),
    ...(nextOn === undefined ? {} : { nextOn }),
  };
}
