import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PageColumn,
  type PageEvent,
  packPage,
  pageTime,
  readEvent,
  unpackEvents,
} from './event-page.ts';
import { openPage, storedPage } from './page-bytes.ts';

const columns: PageColumn[] = ['a', 'b', 'c', '__proto__'].map((name, i) => ({ name, custom: i >= 2 }));

const text = fc.oneof(
  fc.constantFrom(
    'x',
    'y',
    'https://app.example/t/1/view?range=30',
    'https://app.example/t/2/view?range=30',
    '京都',
    '\ud800 half',
    ' ',
  ),
  fc.string({ minLength: 1 }),
);
const cell = fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(undefined));
const ofOneKind = fc.oneof(
  fc.array(fc.option(text, { nil: undefined }), { minLength: 4, maxLength: 4 }),
  fc.array(cell, { minLength: 4, maxLength: 4 }),
);
const event: fc.Arbitrary<PageEvent> = fc.record({
  at: fc.oneof(
    fc.integer({ min: 0, max: 2_000_000_000 }).map((s) => s * 1000),
    fc.integer({ min: -8e12, max: 8e12 }),
  ),
  keyHi: fc.integer({ min: 0, max: 0xffff_ffff }),
  keyLo: fc.integer({ min: 0, max: 0xffff_ffff }),
  cells: ofOneKind,
});

describe('packPage', () => {
  it('gives back every event as it went in, newest first', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 40 }), (events) => {
        const page = packPage(
          { page: 1, account: 'a1', noun: 'usage', scope: 's', columns, jobs: [1] },
          events,
        );
        const sorted = [...events].sort((a, b) => b.at - a.at);
        const stored = structuredClone(storedPage(page));
        const back = unpackEvents(openPage(stored));
        expect(unpackEvents(openPage(structuredClone(page)))).toEqual(back);
        expect(back.map((each) => each.at)).toEqual(sorted.map((each) => each.at));
        const text = (each: PageEvent) =>
          JSON.stringify([
            each.at,
            each.keyHi,
            each.keyLo,
            each.cells.map((value) => (value === undefined ? '–' : value)),
          ]);
        expect(back.map(text).sort()).toEqual(events.map(text).sort());
        expect(-page.order).toBe(sorted[0]?.at);
        expect(page.oldest).toBe(sorted.at(-1)?.at);
        back.forEach((each, row) => {
          const { values, custom } = readEvent(page, row);
          expect(values.a).toBe(each.cells[0]);
          expect(new Map(Object.entries(custom)).get('__proto__')).toBe(each.cells[3]);
          expect(pageTime(page, row)).toBe(each.at);
        });
      }),
    );
  });
});
