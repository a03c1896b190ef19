/** Reads a calendar file (.ics): its meetings within a span of time, series opened up, times in their own zones. */
import ICAL from 'ical.js';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ReadCalendar, ReadMeeting } from '#shared/domain/today/take-calendar.ts';
import type { Attendee } from '#shared/model/meeting.ts';

type Component = InstanceType<typeof ICAL.Component>;
type Event = InstanceType<typeof ICAL.Event>;
type Time = InstanceType<typeof ICAL.Time>;

/** Occurrences of one series that are looked at: daily for fifty years; a series by the second ends here. */
const MOST = 20_000;

export type CalendarError = { readonly type: 'unreadable' };

function calendarsIn(text: string): Component[] | undefined {
  try {
    const parsed: unknown = ICAL.parse(text);
    if (!Array.isArray(parsed)) return undefined;
    // Several calendars in one file come as a list of them.
    const all: unknown[] = typeof parsed[0] === 'string' ? [parsed] : parsed;
    return all.filter((each) => Array.isArray(each)).map((each) => new ICAL.Component(each));
  } catch {
    return undefined;
  }
}

function textOf(component: Component, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.trim() : '';
}

function attendeesOf(component: Component): Attendee[] {
  const found = new Map<string, Attendee>();
  for (const property of [
    ...component.getAllProperties('organizer'),
    ...component.getAllProperties('attendee'),
  ]) {
    const value: unknown = property.getFirstValue();
    const address = typeof value === 'string' ? value.replace(/^mailto:/i, '').trim() : '';
    if (!address.includes('@')) continue;
    const name = property.getFirstParameter('cn');
    found.set(address.toLowerCase(), {
      email: address,
      ...(typeof name === 'string' && name !== '' ? { name } : {}),
    });
  }
  return [...found.values()];
}

function instant(time: Time): number {
  return time.toJSDate().getTime();
}

interface Span {
  /** Milliseconds since 1970 UTC. */
  readonly from: number;
  readonly to: number;
}

/** Whole days are no meetings, and what was called off is none either. */
function counts(component: Component, start: Time): boolean {
  return !start.isDate && textOf(component, 'status').toUpperCase() !== 'CANCELLED';
}

function meetingOf(component: Component, id: string, start: Time, end: Time): ReadMeeting {
  return {
    id,
    title: textOf(component, 'summary'),
    at: instant(start),
    end: instant(end),
    place: textOf(component, 'location'),
    attendees: attendeesOf(component),
  };
}

function occurrences(event: Event, { from, to }: Span): ReadMeeting[] {
  const meetings: ReadMeeting[] = [];
  const series = event.iterator();
  for (let count = 0; count < MOST; count++) {
    const next: Time | undefined = series.next();
    if (next === undefined || next === null || instant(next) >= to) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (!counts(item.component, startDate) || instant(endDate) <= from || instant(startDate) >= to) continue;
    meetings.push(meetingOf(item.component, `${event.uid} ${instant(next)}`, startDate, endDate));
  }
  return meetings;
}

/** An event that makes no sense is left out; the others are read. */
function meetingsOf(event: Event, span: Span): ReadMeeting[] {
  try {
    if (event.isRecurring()) return occurrences(event, span);
    const { component, startDate, endDate, uid } = event;
    if (startDate === null || !counts(component, startDate)) return [];
    const meeting = meetingOf(component, uid, startDate, endDate);
    return meeting.end > span.from && meeting.at < span.to ? [meeting] : [];
  } catch {
    return [];
  }
}

function eventsIn(calendar: Component): Event[] {
  const masters = new Map<string, Event>();
  const lone: Event[] = [];
  const exceptions: Event[] = [];
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    if (event.isRecurrenceException()) exceptions.push(event);
    else if (event.isRecurring()) masters.set(event.uid, event);
    else lone.push(event);
  }
  for (const exception of exceptions) {
    const master = masters.get(exception.uid);
    // A moved meeting of a series that is not in the file stands for itself.
    if (master === undefined) lone.push(exception);
    else master.relateException(exception);
  }
  return [...masters.values(), ...lone];
}

/** Its lasting id where it has one, else its name: both are customs, not the standard. */
function nameOf(calendar: Component): string {
  return textOf(calendar, 'x-wr-relcalid') || textOf(calendar, 'x-wr-calname');
}

/** Parts of a file that do not say what they are belong to the same. */
function joinNameless(calendars: readonly ReadCalendar[]): ReadCalendar[] {
  const joined = new Map<string, ReadCalendar>();
  for (const { name, meetings } of calendars)
    joined.set(name, { name, meetings: [...(joined.get(name)?.meetings ?? []), ...meetings] });
  return [...joined.values()];
}

/** One for each calendar that stands in the file. */
export function readCalendar(text: string, span: Span): Result<ReadCalendar[], CalendarError> {
  const calendars = calendarsIn(text);
  if (calendars === undefined || calendars.length === 0) return err({ type: 'unreadable' });
  const read = calendars.map((calendar): ReadCalendar => {
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    const meetings = eventsIn(calendar).flatMap((event) => meetingsOf(event, span));
    return {
      name: nameOf(calendar),
      meetings: meetings.filter(({ id }) => id.trim() !== '').sort((a, b) => a.at - b.at),
    };
  });
  return ok(joinNameless(read));
}

/** Calendars are UTF-8 by their standard; what is not comes from an old Outlook in Japan. */
export function decodeCalendar(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
