import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DigestIndex } from '../digest-index.ts';
import { newestFirst, packRows, unpackEvents } from '../event-page.ts';
import { openPage, storedPage } from '../page-bytes.ts';
import { cutPlainRows } from '../parse/plain-rows.ts';
import { compileMapper } from './row-mapper.ts';
import { RowReading } from './row-reading.ts';
import { WaitingRows } from './waiting-rows.ts';

const mapper = compileMapper(
  {
    id: 't',
    fileName: 't.csv',
    part: '',
    noun: 'usage',
    format: { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 },
    columns: ['externalId', 'at', 'feature', 'user', 'count'].map((field, index) => ({
      index,
      header: field,
      target: { type: 'field', field },
      reading: field === 'at' ? { dateOrder: 'ymd', zone: 'utc' } : {},
      confidence: 1,
    })),
  },
  {},
);

const row = fc.record({
  account: fc.constantFrom('a', 'b', 'c'),
  minute: fc.integer({ min: 0, max: 59 }),
  feature: fc.constantFrom('alerts', 'report', '', '在庫'),
  user: fc.oneof(
    fc.constantFrom('u1@x.example', 'u2@x.example'),
    fc.nat(99_999).map((n) => `u${n}@x.example`),
    // Half of a pair, as only a file of texts can hold it.
    fc.nat(99_999).map((n) => `u\ud83d${n}@x.example`),
  ),
  count: fc.nat(300),
  /** As a row of texts, as the first of a file and those with quotes are. */
  asTexts: fc.boolean(),
  /** Rows taken away after this one; 0 = none. */
  take: fc.constantFrom(0, 0, 0, 0, 1, 5, 1_000),
});

/** Rows that were read before: at 512 a column of ever new texts is found out. */
const seeds = fc.integer({ min: 452, max: 512 });

describe('waiting rows', () => {
  it('come out as they went in, by account, whatever is taken when', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 120, size: 'max' }),
        fc.integer({ min: 1, max: 60 }),
        seeds,
        (rows, size, seen) => {
          const index = new DigestIndex(1);
          const reading = new RowReading(mapper);
          // The id column forgets its codes, before or amid these rows: then texts wait as bytes; long ones need room.
          const pad = 'x'.repeat(40_000);
          const texts = rows.map(
            (each, i) =>
              `e${i}-${i % size === 0 ? pad : ''}z,2026-01-02T03:${String(each.minute).padStart(2, '0')}:00Z,${each.feature},${each.user},${each.count}\n`,
          );
          for (let i = 0; i < seen; i++)
            reading.takeTexts([`seed-${i}`, '2026-01-01', 'f', `seed-${i}`, '1']);
          const bytes = new TextEncoder().encode(texts.join(''));
          const plain = cutPlainRows(bytes, { delimiter: 44, width: 5, head: 'id' }, 1, (cells) => cells);
          const waiting = new WaitingRows(index, reading.codesOf);
          const out: unknown[] = [];
          const take = (count: number): void => {
            for (const [account, chain] of waiting.takeFullest(count)) {
              const slots = waiting.slots(chain);
              const order = newestFirst(waiting.at, slots);
              const columns = reading.columns;
              const page = packRows(
                { page: 1, account, noun: 'usage', scope: 's', columns, jobs: [1] },
                waiting,
                order,
              );
              expect([...page.at.v]).toEqual([...page.at.v].sort((a, b) => b - a));
              for (const event of unpackEvents(openPage(structuredClone(storedPage(page)))))
                out.push([account, event.at, event.keyHi, event.keyLo, ...event.cells]);
              waiting.free(chain);
            }
          };
          const expected: unknown[] = [];
          rows.forEach((each, line) => {
            if (each.asTexts) reading.takeTexts((texts[line] as string).trimEnd().split(','));
            else reading.takeLine(plain, line);
            reading.key(0);
            expect(reading.read()).toBeUndefined();
            const digest = index.putWaiting(reading.keyHi, reading.keyLo, 1, 2, 1, false);
            waiting.add(each.account, digest, reading);
            expected.push([each.account, reading.at, reading.keyHi, reading.keyLo, ...reading.cells()]);
            if (each.take > 0) take(each.take);
          });
          take(Number.POSITIVE_INFINITY);
          expect(waiting.count).toBe(0);
          const sorted = (list: unknown[]) => list.map((each) => JSON.stringify(each)).sort();
          expect(sorted(out)).toEqual(sorted(expected));
        },
      ),
      { numRuns: 60 },
    );
  });
});
