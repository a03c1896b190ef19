/** What surrounds a written note: its kinds, its templates, its earlier versions, and the bin. */
import type { ActivityFields } from './activity.ts';
import type { Json } from './operation.ts';

/** A kind of activity that a user added, or a built-in one that was renamed (then `id` is the built-in's). */
export interface ActivityKindRow {
  id: string;
  name: string;
  /** Name of an icon of the picker. */
  icon: string;
  /** Whether it counts as contact. */
  touch: boolean;
  hidden?: boolean;
  createdAt: number;
  updatedAt: number;
}

/** Ids of kinds that a user added begin so; they can never be mistaken for a source's own word. */
const OWN_KIND = 'kind:';

export function ownKindId(id: string): string {
  return OWN_KIND + id;
}

export function isOwnKind(kind: string): boolean {
  return kind.startsWith(OWN_KIND);
}

/** A template for a note, as Markdown with variables such as {{account.name}}. */
export interface NoteTemplate {
  id: string;
  name: string;
  language: 'en' | 'ja';
  /** Kind that a note begun with it gets. */
  kind: string;
  body: string;
  createdAt: number;
  updatedAt: number;
}

/** What a person can change in the form of a note besides its words, in the order in which people are told of it. */
export const NOTE_FACTS = [
  'kind',
  'at',
  'durationMinutes',
  'contacts',
  'team',
  'sentiment',
  'sentimentReasons',
  'tags',
  'nextOn',
] as const satisfies readonly (keyof ActivityFields)[];
export type NoteFact = (typeof NOTE_FACTS)[number];

/** A field that is absent had no value. */
export type NoteFacts = Partial<Pick<ActivityFields, NoteFact>>;

/** A note as it stood before an edit. */
export interface NoteVersion {
  id: string;
  activity: string;
  /** Milliseconds since 1970 UTC when this version was replaced. */
  at: number;
  subject: string;
  body: string;
  /** Absent in versions of an earlier Kizuna, which kept the words only: of the rest they say nothing. */
  facts?: NoteFacts;
  createdAt: number;
  updatedAt: number;
}

/** A record that was deleted: it can be put back for 30 days. `id` is the record's own. */
export interface BinRow {
  id: string;
  table: string;
  record: Record<string, Json>;
  /** Milliseconds since 1970 UTC. */
  deletedAt: number;
}

/** A picture in a note, resized, kept in the database only. Notes name it as kizuna-image:ID. */
export interface NoteImage {
  id: string;
  /** 'data:image/…;base64,…' */
  data: string;
  width: number;
  height: number;
  createdAt: number;
  updatedAt: number;
}

/** Somebody on our side. */
export interface TeamMember {
  id: string;
  name: string;
  email?: string;
  /** The user of this machine. */
  me?: boolean;
  createdAt: number;
  updatedAt: number;
}
