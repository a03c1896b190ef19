import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../model/meeting.ts';
import { type ReadCalendar, type ReadMeeting, takeCalendars } from './take-calendar.ts';

const NOW = 1_000_000;
const TAKING = { fileName: 'week.ics', now: NOW, from: NOW - 100 };

const read = (id: string, title = id): ReadMeeting => ({
  id,
  title,
  at: NOW + 10,
  end: NOW + 20,
  place: '',
  attendees: [],
});
const calendar = (name: string, ...ids: string[]): ReadCalendar => ({
  name,
  meetings: ids.map((id) => read(id)),
});
const kept = (id: string, values: Partial<Meeting> = {}): Meeting => ({
  ...read(id),
  createdAt: 1,
  updatedAt: 1,
  ...values,
});

/** Files taken one after the other, each under its file name. */
function keptAfter(...files: readonly [ReadCalendar, string][]): Meeting[] {
  let meetings: Meeting[] = [];
  for (const [file, fileName] of files)
    meetings = [...takeCalendars(meetings, [file], { ...TAKING, fileName }).values()];
  return meetings;
}
const idsOf = (meetings: Iterable<Meeting>) => [...meetings].map(({ id }) => id).sort();

describe('calendar files', () => {
  it('of two calendars stand together; the same calendar once more replaces its own only', () => {
    const mine = calendar('Mine', 'a', 'b');
    const team = calendar('Team', 'c');
    expect(idsOf(keptAfter([mine, 'x.ics'], [team, 'x.ics']))).toEqual(['a', 'b', 'c']);
    const again = calendar(' mine', 'b', 'd');
    expect(idsOf(keptAfter([mine, 'x.ics'], [team, 'y.ics'], [again, 'z.ics']))).toEqual(['b', 'c', 'd']);
    expect(idsOf(keptAfter([mine, 'x.ics'], [team, 'y.ics'], [calendar('Team'), 'y.ics']))).toEqual([
      'a',
      'b',
    ]);
  });

  it('share a meeting until the last of them lets it go', () => {
    const first = [calendar('Mine', 'a', 'shared'), 'x.ics'] as [ReadCalendar, string];
    const second = [calendar('Team', 'shared'), 'y.ics'] as [ReadCalendar, string];
    expect(idsOf(keptAfter(first, second, [calendar('Team'), 'y.ics']))).toEqual(['a', 'shared']);
    expect(idsOf(keptAfter(first, second, [calendar('Mine'), 'x.ics']))).toEqual(['shared']);
    expect(idsOf(keptAfter(first, second, [calendar('Mine'), 'x.ics'], [calendar('Team'), 'y.ics']))).toEqual(
      [],
    );
  });

  it('that do not say what they are are known by their file name, or by most of what stands in them', () => {
    const week = calendar('', 'a', 'b', 'c');
    expect(idsOf(keptAfter([week, 'me.ics'], [calendar('', 'x'), 'team.ics']))).toEqual(['a', 'b', 'c', 'x']);
    expect(idsOf(keptAfter([week, 'me.ics'], [calendar('', 'x'), 'Me (2).ICS']))).toEqual(['x']);
    const next = calendar('', 'b', 'c', 'd');
    expect(idsOf(keptAfter([week, 'me-11-22.ics'], [next, 'me-11-29.ics']))).toEqual(['b', 'c', 'd']);
    // One meeting in common does not make two calendars one.
    const other = calendar('', 'c', 'y', 'z');
    expect(idsOf(keptAfter([week, 'me.ics'], [other, 'you.ics']))).toEqual(['a', 'b', 'c', 'y', 'z']);
  });

  it('find again what was kept before calendars were told apart', () => {
    const old = [kept('a'), kept('b'), kept('c')];
    expect(idsOf(takeCalendars(old, [calendar('', 'a', 'b', 'd')], TAKING).values())).toEqual([
      'a',
      'b',
      'd',
    ]);
    expect(idsOf(takeCalendars(old, [calendar('', 'x')], TAKING).values())).toEqual(['a', 'b', 'c', 'x']);
    expect(idsOf(takeCalendars(old, [calendar('Team', 'x')], TAKING).values())).toEqual(['a', 'b', 'c', 'x']);
    expect(idsOf(takeCalendars(old, [calendar('Mine', 'a', 'b', 'd')], TAKING).values())).toEqual([
      'a',
      'b',
      'd',
    ]);
  });

  it('let go of what is over, whichever calendar it was of', () => {
    const over = kept('over', { end: TAKING.from, calendars: ['name other'] });
    expect(idsOf(takeCalendars([over], [calendar('Mine', 'a')], TAKING).values())).toEqual(['a']);
  });

  it('bring news, and keep when a meeting was first seen', () => {
    const [before] = [...takeCalendars([], [calendar('Mine', 'a')], { ...TAKING, now: 5 }).values()];
    if (before === undefined) throw new Error('nothing taken');
    const moved = { name: 'Mine', meetings: [{ ...read('a'), at: NOW + 11 }] };
    expect(takeCalendars([before], [moved], TAKING).get('a')).toMatchObject({
      at: NOW + 11,
      createdAt: 5,
      updatedAt: NOW,
    });
  });

  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
  const named = fc.record({ name: fc.constantFrom('One', 'Two', 'Three'), ids });

  it('leave exactly what each calendar said last, in whatever order they come; the same again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(named, { maxLength: 8 }), (files) => {
        let meetings: readonly Meeting[] = [];
        const last = new Map<string, readonly string[]>();
        for (const file of files) {
          last.set(file.name, file.ids);
          const taken = takeCalendars(meetings, [calendar(file.name, ...file.ids)], TAKING);
          meetings = [...taken.values()];
          expect(idsOf(meetings)).toEqual([...new Set([...last.values()].flat())].sort());
          const again = takeCalendars(meetings, [calendar(file.name, ...file.ids)], TAKING);
          expect([...again.values()].every((each) => meetings.includes(each))).toBe(true);
          expect(again.size).toBe(meetings.length);
        }
      }),
    );
  });
});
