import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldKind } from '../model/field.ts';
import type { ColumnReading } from '../model/import-plan.ts';
import { BAD, compileReader } from './read-value.ts';

const read = (kind: FieldKind, text: string, reading: ColumnReading = {}) =>
  compileReader(kind, reading)(text);

describe('dates', () => {
  it.each<[string, string, ColumnReading?]>([
    ['2026-04-01', '2026-04-01'],
    ['2026/4/1', '2026-04-01'],
    ['2026.04.01', '2026-04-01'],
    ['20260401', '2026-04-01'],
    ['1/12/2026', '2026-01-12', { dateOrder: 'mdy' }],
    ['1/12/2026', '2026-12-01', { dateOrder: 'dmy' }],
    ['01.12.2026', '2026-12-01', { dateOrder: 'dmy' }],
    ['1-12-26', '2026-12-01', { dateOrder: 'dmy' }],
    ['26/04/01', '2026-04-01', { dateOrder: 'ymd' }],
    ['12/31/99', '1999-12-31', { dateOrder: 'mdy' }],
    ['3 Feb 2026', '2026-02-03'],
    ['Feb 3, 2026', '2026-02-03'],
    ['February 3rd, 2026', '2026-02-03'],
    ['03-Feb-26', '2026-02-03'],
    ['Tue, 3 Feb 2026', '2026-02-03'],
    ['2026年4月1日', '2026-04-01'],
    ['2026年4月1日(水)', '2026-04-01'],
    ['令和6年4月1日', '2024-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['R6.4.1', '2024-04-01'],
    ['R6/4/1', '2024-04-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['S64.1.7', '1989-01-07'],
    ['２０２６年４月１日', '2026-04-01'],
    ['２０２６／０４／０１', '2026-04-01'],
    ['45383', '2024-04-01'],
    ['45383.5', '2024-04-01'],
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['2010-10-14T12:00:00.000Z', '2010-10-14'],
    ['2020-12-30 3:15:52', '2020-12-30'],
    ['1/12/2026 3:04 PM', '2026-01-12', { dateOrder: 'mdy' }],
    ['9999-12-31 23:59:59', '9999-12-31'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (text, expected, reading) => {
    expect(read('date', text, reading)).toBe(expected);
  });
  it.each([
    '2026-02-30',
    '2026-13-01',
    '2025-02-29',
    '31/31/2026',
    'soon',
    '60',
    '令和6年13月1日',
    '2026-04-01 25:00',
    '1/1/20266',
  ])('%s is bad', (text) => {
    expect(read('date', text, { dateOrder: 'dmy' })).toBe(BAD);
  });
  it.each(['', ' ', '　', 'NULL', 'N/A', '-', '0000-00-00'])('%j is blank', (text) => {
    expect(read('date', text)).toBeUndefined();
  });
});

describe('date-times', () => {
  it.each<[string, string, ColumnReading?]>([
    ['2010-10-14T12:00:00.000Z', '2010-10-14T12:00:00Z'],
    ['2010-10-14T12:00:00.000Z-0300', '2010-10-14T15:00:00Z'],
    ['2010-10-14T00:00:00.000', '2010-10-14T00:00:00Z'],
    ['2006-06-15T20:47:07.000+0000', '2006-06-15T20:47:07Z'],
    ['2026-04-01T09:00:00+09:00', '2026-04-01T00:00:00Z'],
    ['2024-08-13T18:04:34.666+00:00', '2024-08-13T18:04:34.666Z'],
    ['2023-06-08 23:22:50.048000', '2023-06-08T23:22:50.048Z'],
    ['2023-11-11 08:18:16.519000 UTC', '2023-11-11T08:18:16.519Z'],
    ['2020-12-30 3:15:52', '2020-12-30T03:15:52Z'],
    ['2023-07-28 03:00:00', '2023-07-28T03:00:00Z'],
    ['2023-07-28', '2023-07-28T00:00:00Z'],
    ['1/12/2026, 12:05 AM', '2026-01-12T00:05:00Z', { dateOrder: 'mdy' }],
    ['1/12/2026 12:05 PM', '2026-01-12T12:05:00Z', { dateOrder: 'mdy' }],
    ['2026年4月1日 午後3時05分', '2026-04-01T15:05:00Z'],
    ['2026/04/01 9:05', '2026-04-01T09:05:00Z'],
    ['45383.5', '2024-04-01T12:00:00Z'],
    ['1711929600000', '2024-04-01T00:00:00Z'],
    ['1711929600', '2024-04-01T00:00:00Z'],
  ])('%s is %s', (text, expected, reading) => {
    expect(read('dateTime', text, reading)).toBe(Date.parse(expected));
  });
  it('reads a time without a zone in the zone asked for', () => {
    const env = { zoneOffsetMinutes: () => 540 };
    expect(compileReader('dateTime', { zone: 'local' }, env)('2026-04-01 09:00:00')).toBe(
      Date.parse('2026-04-01T00:00:00Z'),
    );
    expect(compileReader('dateTime', { zone: 'utc' }, env)('2026-04-01 09:00:00')).toBe(
      Date.parse('2026-04-01T09:00:00Z'),
    );
    expect(compileReader('dateTime', { zone: 'local' }, env)('2026-04-01T09:00:00Z')).toBe(
      Date.parse('2026-04-01T09:00:00Z'),
    );
  });
  it('follows a change of the zone within the year', () => {
    // Summer time begins at 01:00 UTC.
    const change = Date.parse('2026-03-29T01:00:00Z');
    const env = { zoneOffsetMinutes: (utc: number) => (utc >= change ? 120 : 60) };
    const local = compileReader('dateTime', { zone: 'local' }, env);
    expect(local('2026-03-29 01:30:00')).toBe(Date.parse('2026-03-29T00:30:00Z'));
    expect(local('2026-03-29 03:30:00')).toBe(Date.parse('2026-03-29T01:30:00Z'));
  });
});

describe('dates in every shape', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2068-12-31'), noInvalidDate: true });
  const pad = (n: number) => String(n).padStart(2, '0');
  const months = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  const era = (y: number, m: number, d: number) =>
    y * 10_000 + m * 100 + d >= 20_190_501
      ? `令和${y - 2018}年${m}月${d}日`
      : y * 10_000 + m * 100 + d >= 19_890_108
        ? `平成${y - 1988}年${m}月${d}日`
        : `昭和${y - 1925}年${m}月${d}日`;
  const shapes: readonly (readonly [ColumnReading, (y: number, m: number, d: number) => string])[] = [
    [{}, (y, m, d) => `${y}-${pad(m)}-${pad(d)}`],
    [{}, (y, m, d) => `${y}/${m}/${d}`],
    [{}, (y, m, d) => `${y}${pad(m)}${pad(d)}`],
    [{ dateOrder: 'dmy' }, (y, m, d) => `${d}/${m}/${y}`],
    [{ dateOrder: 'dmy' }, (y, m, d) => `${pad(d)}.${pad(m)}.${y}`],
    [{ dateOrder: 'mdy' }, (y, m, d) => `${m}/${d}/${y}`],
    [{}, (y, m, d) => `${d} ${months[m - 1]!.slice(0, 3)} ${y}`],
    [{}, (y, m, d) => `${months[m - 1]} ${d}, ${y}`],
    [{}, (y, m, d) => `${y}年${m}月${d}日`],
    [{}, era],
    [{}, (y, m, d) => String(Date.UTC(y, m - 1, d) / 86_400_000 + 25_569)],
  ];
  it('gives back the day that was written', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...shapes), (date, [reading, write]) => {
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        expect(read('date', write(y, m, d), reading)).toBe(`${y}-${pad(m)}-${pad(d)}`);
      }),
      { numRuns: 1000 },
    );
  });
  it('gives back the moment that was written, in any zone', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -14 * 4, max: 14 * 4 }), (date, quarters) => {
        const minutes = quarters * 15;
        const ms = Math.floor(date.getTime() / 1000) * 1000;
        const shifted = new Date(ms + minutes * 60_000).toISOString().slice(0, 19);
        const sign = minutes < 0 ? '-' : '+';
        const zone = `${sign}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
        expect(read('dateTime', shifted + zone)).toBe(ms);
        expect(read('dateTime', `${shifted.replace('T', ' ')} ${zone.replace(':', '')}`)).toBe(ms);
      }),
      { numRuns: 500 },
    );
  });
  it('never throws, and reads no day that is none', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('0', '1', '2', '3', '9', '-', '/', '.', ' ', ':', 'T', 'Z', '年', 'R', '+'),
          maxLength: 20,
        }),
        (text) => {
          const value = read('date', text, { dateOrder: 'dmy' });
          if (typeof value === 'string')
            expect(new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(value);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
