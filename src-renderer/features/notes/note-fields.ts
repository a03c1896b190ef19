/** Everything that the form of a note holds, and how it comes from a draft. */
import type { NewDraft } from '#renderer/data/drafts.ts';
import type { Draft, NewContact, TaskChoice } from '#shared/model/stored.ts';

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
  };
}

/** A kind or a date alone is no note yet. */
export function saysSomething(fields: NoteFields): boolean {
  return (
    fields.subject !== '' ||
    fields.body !== '' ||
    fields.durationMinutes !== undefined ||
    fields.sentiment !== undefined ||
    fields.nextOn !== undefined ||
    Object.values(fields.saidValues).some((value) => value !== '') ||
    [fields.contacts, fields.newContacts, fields.team, fields.tags, fields.sentimentReasons].some(
      (list) => list.length > 0,
    )
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
