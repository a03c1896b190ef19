/** Meetings of calendar files: taken over as one operation, read for a day, matched with the people of the book. */
import { ok, type Result } from '#shared/base/result.ts';
import { emailKey } from '#shared/domain/people/person-name.ts';
import { type KnownMeeting, type KnownPerson, knownMeeting } from '#shared/domain/today/meeting.ts';
import { type ReadCalendar, takeCalendars } from '#shared/domain/today/take-calendar.ts';
import type { Change, Operation } from '#shared/model/operation.ts';
import { scopeOf } from '../apply-operation.ts';
import { toJsonRecord } from '../operations.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { Store } from '../store.ts';
import type { WriteError } from '../write-with-outbox.ts';

const SCOPE = [...scopeOf([{ type: 'set', table: 'meetings', id: '', fields: {} }])];

export interface CalendarFile {
  readonly name: string;
  readonly calendars: readonly ReadCalendar[];
  /** What ended before this instant is no longer kept. */
  readonly from: number;
}

/** What the file says takes the place of what the same calendar said before. Undefined: nothing was new. */
export function importMeetings(
  store: Store,
  { name, calendars, from }: CalendarFile,
): Promise<Result<Operation | undefined, WriteError>> {
  return store.decideAndWrite<WriteError>('calendar.import', SCOPE, async () => {
    const before = await store.db.meetings.toArray();
    const after = takeCalendars(before, calendars, { fileName: name, now: store.clock.now(), from });
    const changes: Change[] = [];
    const same = new Set<string>();
    for (const meeting of before) {
      if (after.get(meeting.id) === meeting) same.add(meeting.id);
      else changes.push({ type: 'remove', table: 'meetings', record: toJsonRecord({ ...meeting }) });
    }
    for (const [id, meeting] of after)
      if (!same.has(id))
        changes.push({ type: 'add', table: 'meetings', record: toJsonRecord({ ...meeting }) });
    return ok(changes);
  });
}

async function peopleByEmail(
  db: KizunaDatabase,
  emails: ReadonlySet<string>,
): Promise<ReadonlyMap<string, KnownPerson>> {
  const found = new Map<string, KnownPerson>();
  if (emails.size === 0) return found;
  // The index holds addresses as they were written; what differs in case or width is found by looking at all.
  await db.contacts.each(({ id, name, account, email, otherEmails = [] }) => {
    if (account === undefined) return;
    for (const each of [email, ...otherEmails])
      if (each !== undefined && emails.has(emailKey(each))) found.set(emailKey(each), { id, name, account });
  });
  return found;
}

/** Those between two instants that somebody of the book takes part in. */
export async function readKnownMeetings(
  db: KizunaDatabase,
  from: number,
  to: number,
): Promise<KnownMeeting[]> {
  const meetings = await db.meetings.where('at').between(from, to, true, false).toArray();
  const emails = new Set(meetings.flatMap((each) => each.attendees.map(({ email }) => emailKey(email))));
  const people = await peopleByEmail(db, emails);
  return meetings.flatMap((each) => knownMeeting(each, (email) => people.get(email)) ?? []);
}
