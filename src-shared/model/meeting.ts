/** A meeting of a calendar file: one occurrence, kept so that today's meetings appear where they matter. */

export interface Attendee {
  readonly email: string;
  readonly name?: string;
}

export interface Meeting {
  /** The event's own id and, of a series, its time: imported again it is the same meeting. */
  id: string;
  title: string;
  /** Milliseconds since 1970 UTC. */
  at: number;
  end: number;
  place: string;
  attendees: readonly Attendee[];
  /** The calendars that it stands in: it goes with the last of them. */
  calendars?: readonly string[];
  createdAt: number;
  updatedAt: number;
}
