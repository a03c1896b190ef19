/** What the meeting needs of the note that is written in it; another feature keeps the note, the screen joins the two. */
import type { ReactNode } from 'react';
import type { Observable } from '#renderer/data/observable.ts';
import type { ProposedTask } from '#shared/domain/notes/propose-tasks.ts';
import type { NewContact } from '#shared/model/stored.ts';

export interface MeetingFields {
  readonly kind: string;
  readonly subject: string;
  readonly body: string;
  /** When the meeting began, milliseconds since 1970 UTC. */
  readonly activityAt: number;
  readonly durationMinutes: number | undefined;
  /** Ids of contacts; of new ones too. */
  readonly contacts: readonly string[];
  readonly newContacts: readonly NewContact[];
  readonly nextOn: string | undefined;
  /** The follow-up mail as somebody wrote it; '' = it follows from the note. */
  readonly mail: string;
  /** For later, and not entered yet. */
  readonly parkedLine: string;
}

export type MeetingPatch = Partial<
  Pick<MeetingFields, 'subject' | 'durationMinutes' | 'nextOn' | 'mail' | 'parkedLine'>
>;

/** Whether a mail that somebody wrote was copied or opened since, or else what it is called while it waits. */
export type MailState = 'handed-over' | { readonly subject: string };

export type Logged =
  | {
      readonly type: 'logged';
      readonly tasks: number;
      readonly contacts: number;
      /** The mail waits as a draft. */
      readonly mail: boolean;
    }
  | { readonly type: 'empty' }
  /** A new value of an objective is no number. */
  | { readonly type: 'unreadable' }
  /** A name that was typed and not chosen may mean one or another. */
  | { readonly type: 'unclear'; readonly line: string; readonly side: 'contacts' | 'team' }
  | { readonly type: 'failed' };

export interface MeetingNote {
  readonly fields: MeetingFields;
  readonly saved: Observable<'saved' | 'saving' | 'failed' | 'none'>;
  readonly tasks: readonly ProposedTask[];
  change(patch: MeetingPatch): void;
  /** The parked line joins the others in the note. */
  park(): Promise<void>;
  finish(mail: MailState): Promise<Logged>;
  /** The meeting is left for now: a note that says something waits. */
  leave(): void;
}

/** The parts that belong to other features, most of them to notes. */
export interface MeetingParts {
  readonly editor: () => ReactNode;
  readonly templates: () => ReactNode;
  readonly participants: () => ReactNode;
  readonly head: () => ReactNode;
  readonly tasks: () => ReactNode;
  readonly sentiment: () => ReactNode;
  /** How the account stands, and what contradicts itself: other features. */
  readonly health: () => ReactNode;
  /** The open objectives with their figures; and where new values of them are written down. Another feature. */
  readonly plan: () => ReactNode;
  readonly values: () => ReactNode;
  /** What changed in the plan besides its figures, and in the people in the room. Other features. */
  readonly steps: () => ReactNode;
  readonly people: () => ReactNode;
}
