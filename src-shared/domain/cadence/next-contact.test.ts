/** The next contact: the last word counts, a touch around the day keeps it, and a near one is no silence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../table/days.ts';
import { CADENCE_AS_DELIVERED, touchDue } from './cadence.ts';
import { coversSilence, laterPlan, openContact, type PlannedContact, plannedBy } from './next-contact.ts';

const TODAY = '2026-11-20';
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const touch = (day: string) => ({ at: at(day), day });
const planned = (on: string, said = '2026-11-01'): PlannedContact => ({ on, at: at(said), note: 'n' });

describe('the next contact', () => {
  it('is what the newest note says, in whatever order the notes come', () => {
    const note = fc.record({
      id: fc.uuid(),
      at: fc.integer({ min: 0, max: 5 }),
      nextOn: fc.option(fc.constantFrom('2026-11-20', '2026-12-01', 'soon'), { nil: undefined }),
    });
    const of = (notes: readonly { id: string; at: number; nextOn: string | undefined }[]) =>
      notes.reduce<PlannedContact | undefined>(
        (known, { nextOn, ...rest }) =>
          laterPlan(known, plannedBy(nextOn === undefined ? rest : { ...rest, nextOn })),
        undefined,
      );
    fc.assert(
      fc.property(fc.uniqueArray(note, { selector: ({ id }) => id }), (notes) => {
        const found = of(notes);
        expect(of([...notes].reverse())).toEqual(found);
        const saying = notes.filter(({ nextOn }) => nextOn !== undefined && nextOn !== 'soon');
        expect(found?.at).toBe(saying.length === 0 ? undefined : Math.max(...saying.map((each) => each.at)));
      }),
    );
  });

  it('stays open until a touch on that day, or shortly before it', () => {
    expect(openContact(undefined, touch(TODAY), TODAY)).toBeUndefined();
    expect(openContact(planned('2026-11-26'), undefined, TODAY)).toEqual({ on: '2026-11-26', days: 6 });
    // An e-mail today does not take the place of the meeting on Thursday.
    expect(openContact(planned('2026-11-26'), touch(TODAY), TODAY)).toEqual({ on: '2026-11-26', days: 6 });
    expect(openContact(planned(TODAY), touch('2026-11-01'), TODAY)).toEqual({ on: TODAY, days: 0 });
    expect(openContact(planned(TODAY), touch(TODAY), TODAY)).toBeUndefined();
    expect(openContact(planned('2026-11-18'), touch('2026-11-10'), TODAY)).toEqual({
      on: '2026-11-18',
      days: -2,
    });
    expect(openContact(planned('2026-11-18'), touch('2026-11-15'), TODAY)).toBeUndefined();
    expect(openContact(planned('2026-11-18'), touch('2026-11-19'), TODAY)).toBeUndefined();
    // The note that agreed it is no contact that keeps it.
    expect(openContact(planned('2026-11-18', '2026-11-17'), touch('2026-11-17'), TODAY)?.days).toBe(-2);
  });

  it('is no drift while it lies ahead within one cadence, whatever else is so', () => {
    const account = { touchModel: 'high', stage: 'operation' };
    const due = (on?: string) =>
      touchDue(
        account,
        '2026-10-01',
        TODAY,
        CADENCE_AS_DELIVERED,
        undefined,
        on === undefined ? undefined : { on },
      );
    expect(due()).toMatchObject({ drifting: true, daysOverdue: 36 });
    expect(due(TODAY)).toMatchObject({ drifting: false, daysOverdue: 36, plannedOn: TODAY });
    expect(due('2026-12-04')).toMatchObject({ drifting: false, plannedOn: '2026-12-04' });
    expect(due('2026-12-05')).toMatchObject({ drifting: true });
    expect(due('2026-11-19')).toMatchObject({ drifting: true });
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), fc.integer({ min: 1, max: 365 }), (days, every) => {
        const covers = coversSilence({ on: addDays(TODAY, days) }, TODAY, every);
        expect(covers).toBe(days >= 0 && days <= every);
      }),
    );
  });
});
