import { describe, expect, it } from 'vitest';
import { decodeCalendar, readCalendar } from './read-calendar.ts';

const SPAN = { from: Date.parse('2026-11-20T00:00:00Z'), to: Date.parse('2026-12-20T00:00:00Z') };

const FILE = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//EN
BEGIN:VTIMEZONE
TZID:Tokyo
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:one
DTSTART;TZID=Tokyo:20261122T100000
DTEND;TZID=Tokyo:20261122T110000
SUMMARY:定例会
LOCATION:会議室
ORGANIZER;CN=Me:mailto:me@vendor.example
ATTENDEE;CN="Sato, Ken":MAILTO:k.sato@aoba.example
END:VEVENT
BEGIN:VEVENT
UID:weekly
DTSTART:20260105T010000Z
DURATION:PT30M
RRULE:FREQ=WEEKLY
EXDATE:20261130T010000Z
SUMMARY:Weekly
ATTENDEE:mailto:mori@aoba.example
END:VEVENT
BEGIN:VEVENT
UID:weekly
RECURRENCE-ID:20261207T010000Z
DTSTART:20261208T030000Z
DTEND:20261208T040000Z
SUMMARY:Weekly, moved
END:VEVENT
BEGIN:VEVENT
UID:off
STATUS:CANCELLED
DTSTART:20261123T010000Z
DTEND:20261123T020000Z
SUMMARY:Called off
END:VEVENT
BEGIN:VEVENT
UID:day
DTSTART;VALUE=DATE:20261123
SUMMARY:Holiday
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');

function calendarsOf(text: string) {
  const read = readCalendar(text, SPAN);
  if (!read.ok) throw new Error('not read');
  return read.value;
}

const meetingsIn = (text: string) => calendarsOf(text).flatMap(({ meetings }) => meetings);

describe('a calendar file', () => {
  it('gives its meetings in their own zone, with who comes', () => {
    const one = meetingsIn(FILE).find(({ id }) => id === 'one');
    expect(one).toEqual({
      id: 'one',
      title: '定例会',
      place: '会議室',
      at: Date.parse('2026-11-22T01:00:00Z'),
      end: Date.parse('2026-11-22T02:00:00Z'),
      attendees: [
        { email: 'me@vendor.example', name: 'Me' },
        { email: 'k.sato@aoba.example', name: 'Sato, Ken' },
      ],
    });
  });

  it('opens series up, with what was left out and moved; no whole days, nothing called off', () => {
    const all = meetingsIn(FILE);
    const rest = all.filter(({ id }) => id !== 'one');
    expect(rest.map(({ title, at }) => [title, new Date(at).toISOString().slice(0, 13)])).toEqual([
      ['Weekly', '2026-11-23T01'],
      ['Weekly, moved', '2026-12-08T03'],
      ['Weekly', '2026-12-14T01'],
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('says which calendar it is: by its lasting id, else by its name, else not at all', () => {
    const named = (lines: string) => FILE.replace('VERSION:2.0\r\n', `VERSION:2.0\r\n${lines}\r\n`);
    const names = (text: string) => calendarsOf(text).map(({ name }) => name);
    expect(names(FILE)).toEqual(['']);
    expect(names(named('X-WR-CALNAME:Sales'))).toEqual(['Sales']);
    expect(names(named('X-WR-CALNAME:Sales\r\nX-WR-RELCALID:42'))).toEqual(['42']);
    const two = calendarsOf(named('X-WR-CALNAME:Sales') + named('X-WR-CALNAME:Team'));
    expect(two.map(({ name, meetings }) => [name, meetings.length])).toEqual([
      ['Sales', 4],
      ['Team', 4],
    ]);
    expect(calendarsOf(FILE + FILE).map(({ meetings }) => meetings.length)).toEqual([8]);
  });

  it('is refused in plain words when it is none, whatever it holds', () => {
    for (const text of ['', 'hello', '{"a":1}', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT', '\u0000\u0001'])
      expect(readCalendar(text, SPAN).ok).toBe(false);
    const empty = readCalendar('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR', SPAN);
    expect(empty).toEqual({ ok: true, value: [{ name: '', meetings: [] }] });
  });

  it('is read in the encoding that it has', () => {
    const shiftJis = new Uint8Array([0x92, 0xe8, 0x97, 0xe1]);
    expect(decodeCalendar(shiftJis.buffer)).toBe('定例');
    expect(decodeCalendar(new TextEncoder().encode('定例').buffer)).toBe('定例');
  });
});
