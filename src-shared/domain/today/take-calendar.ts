/** What a calendar file does to the meetings that are kept: its own are replaced, those of other calendars stand. */
import type { Meeting } from '../../model/meeting.ts';

export type ReadMeeting = Omit<Meeting, 'calendars' | 'createdAt' | 'updatedAt'>;

export interface ReadCalendar {
  /** What the file calls itself; '' = it does not say. */
  readonly name: string;
  readonly meetings: readonly ReadMeeting[];
}

export interface Taking {
  readonly fileName: string;
  readonly now: number;
  /** What ended before this instant goes, whichever calendar it is of. */
  readonly from: number;
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** "week (1).ics" is a second download of "week.ics". */
function fromFileName(fileName: string): string {
  return `file ${folded(fileName.replace(/\.ics$/i, '').replace(/\s*\(\d+\)$/, ''))}`;
}

/** The calendar of what was kept before calendars were told apart. */
const OLD = '';

function calendarsOf({ calendars }: Meeting): readonly string[] {
  return calendars ?? [OLD];
}

/** The calendar without a name of its own of which the file holds most of what is kept. */
function sameByMeetings(kept: Iterable<Meeting>, ids: ReadonlySet<string>): string | undefined {
  const seen = new Map<string, { all: number; shared: number }>();
  for (const meeting of kept)
    for (const calendar of calendarsOf(meeting)) {
      const tally = seen.get(calendar) ?? { all: 0, shared: 0 };
      tally.all++;
      if (ids.has(meeting.id)) tally.shared++;
      seen.set(calendar, tally);
    }
  let best: string | undefined;
  for (const [calendar, { all, shared }] of seen) {
    if (calendar.startsWith('name ') || shared * 2 <= all) continue;
    if (best === undefined || shared > (seen.get(best)?.shared ?? 0)) best = calendar;
  }
  return best;
}

/** What the file's meetings are kept under from now on, and which calendars it replaces. */
function identityOf(
  name: string,
  ids: ReadonlySet<string>,
  kept: Iterable<Meeting>,
  fileName: string,
): { readonly calendar: string; readonly own: ReadonlySet<string> } {
  const meetings = [...kept];
  const old = sameByMeetings(
    meetings.filter((each) => calendarsOf(each).includes(OLD)),
    ids,
  );
  const said = folded(name);
  // An export of next week may bear another date in its name: it is known again by what stands in it.
  const known = said === '' ? sameByMeetings(meetings, ids) : `name ${said}`;
  const calendar = known === undefined || known === OLD ? fromFileName(fileName) : known;
  return { calendar, own: new Set([calendar, ...(old === OLD ? [OLD] : [])]) };
}

function contents(meeting: ReadMeeting & Pick<Meeting, 'calendars'>): string {
  const { id, title, at, end, place, attendees, calendars } = meeting;
  return JSON.stringify([id, title, at, end, place, attendees, calendars]);
}

function takeOne(kept: Map<string, Meeting>, { name, meetings }: ReadCalendar, taking: Taking): void {
  const { fileName, now } = taking;
  const fresh = new Map(meetings.map((each) => [each.id, each]));
  const { calendar, own } = identityOf(name, new Set(fresh.keys()), kept.values(), fileName);
  const others = (each: Meeting) => calendarsOf(each).filter((id) => !own.has(id));
  for (const [id, meeting] of kept) {
    const left = others(meeting);
    if (fresh.has(id) || left.length === calendarsOf(meeting).length) continue;
    if (left.length === 0) kept.delete(id);
    else kept.set(id, { ...meeting, calendars: left, updatedAt: now });
  }
  for (const [id, meeting] of fresh) {
    const before = kept.get(id);
    const calendars = [...(before === undefined ? [] : others(before)), calendar].sort();
    const after = { ...meeting, calendars };
    if (before !== undefined && contents(before) === contents(after)) continue;
    kept.set(id, { ...after, createdAt: before?.createdAt ?? now, updatedAt: now });
  }
}

/** All meetings as they are afterwards, by id; those that nothing changed are the very same objects. */
export function takeCalendars(
  kept: readonly Meeting[],
  files: readonly ReadCalendar[],
  taking: Taking,
): ReadonlyMap<string, Meeting> {
  const meetings = new Map(kept.filter(({ end }) => end > taking.from).map((each) => [each.id, each]));
  for (const file of files) takeOne(meetings, file, taking);
  return meetings;
}
