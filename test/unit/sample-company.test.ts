/** The sample company: its bytes come from the generator, its rows hang together, its plan reads every cell. */
import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { BAD, compileReader } from '#shared/import/read-value.ts';
import type { ColumnPlan, TablePlan } from '#shared/model/import-plan.ts';
import { fieldSpec, NOUN_NAMES, nounFields } from '#shared/model/nouns.ts';
import {
  accounts,
  activities,
  amount,
  built,
  churnEvents,
  contacts,
  daysAgo,
  opportunities,
  plan,
  subscriptions,
  surveys,
  tableOf,
  tickets,
  usage,
} from '#test/factories/sample-company.ts';
import { buildSampleCompany } from '../../scripts/sample-company/build.mjs';

const FOLDER = new URL('../../resources/sample-company/', import.meta.url);

describe('the files', () => {
  it('are exactly what the generator writes, twice the same', () => {
    expect([...built.keys()].sort()).toEqual(readdirSync(FOLDER).sort());
    for (const [name, text] of built) {
      expect(readFileSync(new URL(name, FOLDER), 'utf8') === text, `${name}: run npm run make-sample`).toBe(
        true,
      );
    }
    expect([...buildSampleCompany()]).toEqual([...built]);
  });
  it('stay small and hold what was promised', () => {
    const bytes = [...built.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(3_000_000);
    expect(accounts).toHaveLength(60);
    expect(usage.length).toBeGreaterThan(12_000);
    expect(usage.length).toBeLessThan(20_000);
    for (const account of accounts) {
      const people = contacts.filter((one) => one['Account ID'] === account['Account ID']);
      expect(people.length, account['Account Name']).toBeGreaterThanOrEqual(3);
      expect(people.length, account['Account Name']).toBeLessThanOrEqual(6);
    }
    expect(new Set(accounts.map((one) => one['Account Owner'])).size).toBeGreaterThanOrEqual(5);
    const dollars = accounts.filter((one) => one.ARR!.startsWith('USD'));
    expect(dollars.length).toBeGreaterThan(5);
    expect(dollars.length).toBeLessThan(30);
  });
  it('are RFC 4180 in UTF-8 without BOM and hold no cell that a spreadsheet would run', () => {
    for (const { fileName } of plan.tables) {
      const text = built.get(fileName)!;
      expect(text.charCodeAt(0)).not.toBe(0xfeff);
      expect(text.endsWith('\r\n')).toBe(true);
      const cells = Papa.parse<string[]>(text, { skipEmptyLines: true }).data.flat();
      const bad = cells.filter(
        (cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) || /\{\w*\}|undefined|NaN/.test(cell),
      );
      expect(bad, fileName).toEqual([]);
    }
  });
});

describe('the plan', () => {
  const parse = (table: TablePlan) =>
    Papa.parse<string[]>(built.get(table.fileName)!, { skipEmptyLines: true }).data;

  it('covers every column of every file with fields that exist, each once', () => {
    expect(plan).toMatchObject({ sourceId: 'sample-company', confirmedLinks: {}, shiftDates: true });
    expect(plan.tables.map((one) => one.fileName).sort()).toEqual(
      [...built.keys()].filter((name) => name.endsWith('.csv')).sort(),
    );
    expect(plan.tables.map((one) => one.noun).sort()).toEqual([...NOUN_NAMES].sort());
    for (const table of plan.tables) {
      expect(table.columns.map((one) => one.header)).toEqual(parse(table)[0]);
      expect(table.columns.map((one) => one.index)).toEqual(table.columns.map((_, index) => index));
      const targets = table.columns.map((one) => JSON.stringify(one.target));
      expect(new Set(targets).size).toBe(targets.length);
      for (const column of table.columns) checkColumn(table, column);
      if (table.noun === 'skip') throw new Error('nothing is skipped');
      for (const [name, spec] of Object.entries(nounFields[table.noun])) {
        if ('required' in spec) expect(targets).toContain(JSON.stringify({ type: 'field', field: name }));
      }
    }
  });

  function checkColumn(table: TablePlan, column: ColumnPlan): void {
    if (column.target.type !== 'field' || table.noun === 'skip') return;
    const spec = fieldSpec(table.noun, column.target.field);
    expect(spec, `${table.fileName} ${column.header}`).toBeDefined();
    expect(column.link?.to, column.header).toBe(spec?.to);
  }

  it('reads every cell, with known choices and the right currency', () => {
    for (const table of plan.tables) {
      for (const column of table.columns) {
        if (column.target.type !== 'field' || table.noun === 'skip') continue;
        const spec = fieldSpec(table.noun, column.target.field)!;
        const read = compileReader(spec.kind, column.reading, {}, spec.choices);
        for (const row of parse(table).slice(1)) {
          const cell = row[column.index]!;
          const value = read(cell);
          if (value === BAD || (cell !== '' && value === undefined))
            throw new Error(`${column.header}: ${cell}`);
          if (spec.required && value === undefined) throw new Error(`${column.header} is empty`);
          if (spec.choices && value !== undefined) expect(spec.choices).toContain(value);
          if (spec.kind === 'money') expect(value).toMatchObject({ currency: cell.slice(0, 3) });
        }
      }
    }
  });

  it('links every row: ids are unique, accounts and people exist and belong together', () => {
    const accountIds = new Set(accounts.map((one) => one['Account ID']));
    for (const table of plan.tables) {
      const rows = tableOf(table.fileName);
      const ids = rows.map((row) => row[table.columns[0]!.header]);
      expect(new Set(ids).size, table.fileName).toBe(ids.length);
      for (const row of rows)
        if (!accountIds.has(row['Account ID'])) throw new Error(`${table.fileName}: no account`);
    }
    const home = new Map(contacts.map((one) => [one['Contact ID'], one['Account ID']]));
    const mailHome = new Map(contacts.map((one) => [one.Email, one['Account ID']]));
    expect(mailHome.size).toBe(contacts.length);
    for (const row of activities)
      if (row['Contact ID'] !== '') expect(home.get(row['Contact ID'])).toBe(row['Account ID']);
    for (const row of tickets) expect(home.get(row['Requester ID'])).toBe(row['Account ID']);
    for (const row of surveys) expect(mailHome.get(row['Respondent Email'])).toBe(row['Account ID']);
    for (const row of accounts)
      if (row['Parent Account ID']) expect(accountIds).toContain(row['Parent Account ID']);
  });
});

describe('time and money', () => {
  it('history lies in the 24 months before the reference date', () => {
    const dates = [
      ...activities.map((row) => row['Date/Time']!),
      ...tickets.flatMap((row) => [row['Opened At']!, row['Closed At']!].filter((date) => date !== '')),
      ...usage.map((row) => row['Week Starting']!),
      ...surveys.map((row) => row['Responded At']!),
      ...churnEvents.map((row) => row['Event Date']!),
    ].map(daysAgo);
    expect(Math.min(...dates)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...dates)).toBeLessThanOrEqual(731);
    for (const row of tickets) if (row['Closed At']) expect(row['Closed At'] > row['Opened At']!).toBe(true);
    for (const row of opportunities) {
      if (row.Closed === 'true') expect(daysAgo(row['Close Date']!)).toBeGreaterThanOrEqual(0);
      else expect(daysAgo(row['Close Date']!)).toBeLessThan(0);
    }
  });
  it("an account's ARR is the sum of its subscriptions of today, and nobody does anything before joining or after leaving", () => {
    for (const account of accounts) {
      const own = subscriptions.filter((row) => row['Account ID'] === account['Account ID']);
      const today = own.filter((row) => row['End Date'] === '' || daysAgo(row['End Date']!) < 0);
      expect(amount(account.ARR!)).toBeCloseTo(
        today.reduce((sum, row) => sum + amount(row.MRR!) * 12, 0),
        2,
      );
      expect(account.Status).toBe(today.length === 0 ? 'Churned' : 'Active');
      const first = own.map((row) => row['Start Date']!).sort()[0]!;
      expect(first).toBe(account['Customer Since']);
      expect(
        usage.some((row) => row['Account ID'] === account['Account ID'] && row['Week Starting']! < first),
      ).toBe(false);
    }
    const gone = contacts.filter((row) => row['Left Date'] !== '');
    for (const person of gone) {
      const later = activities.filter(
        (row) => row['Contact ID'] === person['Contact ID'] && row['Date/Time']! > person['Left Date']!,
      );
      expect(later).toEqual([]);
    }
  });
});
