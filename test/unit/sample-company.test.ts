/** The sample company: its bytes come from the generator, its rows hang together, its plan reads every cell, its stories are facts. */
import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { BAD, compileReader } from '#shared/import/read-value.ts';
import { isTouch } from '#shared/model/activity.ts';
import type { ColumnPlan, ImportPlan, TablePlan } from '#shared/model/import-plan.ts';
import { fieldSpec, NOUN_NAMES, nounFields } from '#shared/model/nouns.ts';
import { buildSampleCompany } from '../../scripts/sample-company/build.mjs';

type Row = Readonly<Record<string, string>>;

const FOLDER = new URL('../../resources/sample-company/', import.meta.url);
const built = buildSampleCompany();
const plan: ImportPlan & { referenceDate: string; shiftDates: boolean } = JSON.parse(built.get('plan.json')!);
const DAY = 86_400_000;
const REFERENCE = Date.parse(plan.referenceDate);

function tableOf(fileName: string): Row[] {
  const parsed = Papa.parse<Row>(built.get(fileName)!, { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

const accounts = tableOf('accounts.csv');
const contacts = tableOf('contacts.csv');
const subscriptions = tableOf('subscriptions.csv');
const opportunities = tableOf('opportunities.csv');
const activities = tableOf('activities.csv');
const tickets = tableOf('tickets.csv');
const usage = tableOf('usage.csv');
const surveys = tableOf('surveys.csv');
const churnEvents = tableOf('churn_events.csv');

const daysAgo = (date: string) => Math.floor((REFERENCE - Date.parse(date.slice(0, 10))) / DAY);
const amount = (text: string) => Number(text.slice(4));

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

/** Everything about one story's customer, found through STORIES.md as a reader would. */
function story(key: string) {
  const id = new RegExp(`\`${key}\` · .*\\((A-\\d+),`).exec(built.get('STORIES.md')!)?.[1];
  const own = (rows: readonly Row[]) => rows.filter((row) => row['Account ID'] === id);
  const weeks = new Map<string, number>();
  for (const row of own(usage)) {
    weeks.set(row['Week Starting']!, (weeks.get(row['Week Starting']!) ?? 0) + Number(row.Events));
  }
  const mean = (from: number, to: number) => {
    const values = [...weeks]
      .filter(([week]) => daysAgo(week) <= from && daysAgo(week) >= to)
      .map(([, n]) => n);
    return values.reduce((sum, n) => sum + n, 0) / Math.max(1, values.length);
  };
  const touches = own(activities).filter((row) => isTouch(row['Activity Type']!));
  return {
    account: own(accounts)[0]!,
    contacts: own(contacts),
    subscriptions: own(subscriptions),
    opportunities: own(opportunities),
    activities: own(activities),
    touches,
    lastTouch: Math.min(...touches.map((row) => daysAgo(row['Date/Time']!))),
    tickets: own(tickets),
    nps: own(surveys).filter((row) => row['Survey Type'] === 'nps'),
    churn: own(churnEvents),
    use: mean,
  };
}

describe('the stories', () => {
  it('a champion left three weeks ago and touches stopped', () => {
    const { contacts: people, lastTouch, nps } = story('champion-left');
    const champion = people.find((row) => row.Role === 'champion')!;
    expect(daysAgo(champion['Left Date']!)).toBe(21);
    expect(lastTouch).toBeGreaterThanOrEqual(21);
    expect(Number(nps.at(-1)!.Score)).toBeGreaterThanOrEqual(9);
  });
  it('usage is up while NPS falls', () => {
    const one = story('usage-up-nps-down');
    expect(one.use(28, 0)).toBeGreaterThan(one.use(200, 170) * 1.4);
    expect(Number(one.nps.at(-1)!.Score)).toBeLessThanOrEqual(6);
    expect(Number(one.nps[0]!.Score)).toBeGreaterThanOrEqual(9);
  });
  it('a quiet account: no touch for 120 days, use flat', () => {
    const one = story('quiet-account');
    expect(one.lastTouch).toBeGreaterThanOrEqual(120);
    expect(Math.abs(one.use(28, 0) / one.use(200, 170) - 1)).toBeLessThan(0.05);
  });
  it('a renewal in 20 days without an executive', () => {
    const one = story('renewal-no-executive');
    expect(daysAgo(one.account['Renewal Date']!)).toBe(-20);
    expect(one.contacts.map((row) => row.Role)).not.toContain('executive-sponsor');
    expect(one.contacts.map((row) => row.Role)).not.toContain('economic-buyer');
    expect(one.opportunities.some((row) => row.Type === 'Renewal' && row.Closed === 'false')).toBe(true);
  });
  it('an early win within six weeks', () => {
    const one = story('early-win');
    const start = daysAgo(one.account['Customer Since']!);
    const win = one.activities.find((row) => row.Subject === '最初の成果の確認')!;
    expect(start - daysAgo(win['Date/Time']!)).toBeLessThanOrEqual(42);
    expect(one.account['Lifecycle Stage']).toBe('onboarding');
  });
  it('an expansion, and a contraction that is no churn', () => {
    const grown = story('expansion');
    expect(
      grown.subscriptions.some((row) => row.Plan === 'Field Inspection' && daysAgo(row['Start Date']!) > 90),
    ).toBe(true);
    expect(grown.opportunities.some((row) => row.Type === 'Expansion' && row.Won === 'true')).toBe(true);
    const shrunk = story('contraction');
    expect(shrunk.subscriptions.some((row) => row.Status === 'Ended' && daysAgo(row['End Date']!) < 90)).toBe(
      true,
    );
    expect(shrunk.subscriptions.some((row) => row.Status === 'Active')).toBe(true);
    expect(shrunk.churn).toEqual([]);
  });
  it('a churn with a reason and its explanation afterwards', () => {
    const one = story('churn');
    expect(one.account.Status).toBe('Churned');
    expect(one.churn).toHaveLength(1);
    expect(one.churn[0]).toMatchObject({ Reason: 'Product gap', Avoidable: 'yes', Reactivation: 'false' });
    expect(one.churn[0]!['Explained Afterwards']).not.toBe('');
    const last = one.subscriptions.at(-1)!;
    expect(last['End Date']).toBe(one.churn[0]!['Event Date']);
    const note = one.activities.find((row) => row.Subject!.includes('事後の説明'))!;
    expect(note['Date/Time']! > last['End Date']!).toBe(true);
  });
  it('a reactivation after a gap', () => {
    const one = story('reactivation');
    expect(one.churn.map((row) => row.Reactivation)).toEqual(['false', 'true']);
    const [, second, third] = one.subscriptions;
    expect(third!['Start Date']! > second!['End Date']!).toBe(true);
    expect(one.account.Status).toBe('Active');
  });
  it('an escalation with open urgent tickets while the renewal is forecast', () => {
    const one = story('escalation');
    const open = one.tickets.filter((row) => row['Closed At'] === '' && row.Priority === 'urgent');
    expect(open.length).toBeGreaterThanOrEqual(3);
    expect(open.every((row) => row.Escalated === 'true')).toBe(true);
    const renewal = one.opportunities.find((row) => row.Type === 'Renewal' && row.Closed === 'false')!;
    expect(Number(renewal['Probability (%)'])).toBeGreaterThanOrEqual(70);
  });
  it('a healthy large account', () => {
    const one = story('healthy-large');
    const seats = Math.max(...accounts.map((row) => Number(row['Licensed Seats'])));
    expect(Number(one.account['Licensed Seats'])).toBe(seats);
    expect(one.use(28, 0)).toBeGreaterThan(one.use(600, 560));
    expect(one.nps.slice(-2).every((row) => Number(row.Score) >= 9)).toBe(true);
    expect(one.lastTouch).toBeLessThan(30);
  });
  it('an onboarding that stalls', () => {
    const one = story('stalled-onboarding');
    expect(one.account['Lifecycle Stage']).toBe('onboarding');
    expect(daysAgo(one.account['Customer Since']!)).toBeGreaterThan(120);
    const users = usage
      .filter((row) => row['Account ID'] === one.account['Account ID'])
      .map((row) => Number(row['Active Users']));
    expect(Math.max(...users)).toBeLessThan(Number(one.account['Licensed Seats']) * 0.1);
  });
  it('support gone quiet while use falls', () => {
    const one = story('support-quiet');
    expect(Math.min(...one.tickets.map((row) => daysAgo(row['Opened At']!)))).toBeGreaterThanOrEqual(90);
    expect(one.tickets.length).toBeGreaterThan(5);
    expect(one.use(28, 0)).toBeLessThan(one.use(180, 110) * 0.6);
  });
  it('the smaller ones: notice given, admins only, a detractor whom nobody called, a parent', () => {
    expect(story('notice-given').subscriptions.some((row) => daysAgo(row['End Date']!) === -40)).toBe(true);
    const floor = story('admins-only');
    const last = usage.filter((row) => row['Account ID'] === floor.account['Account ID']).slice(-5);
    const users = (feature: string) =>
      Number(last.find((row) => row.Feature === feature)?.['Active Users'] ?? 0);
    expect(users('dashboard')).toBeGreaterThan(users('work-orders') * 2);
    const angry = story('detractor-no-follow-up');
    expect(Number(angry.nps.at(-1)!.Score)).toBeLessThanOrEqual(6);
    expect(angry.lastTouch).toBeGreaterThan(daysAgo(angry.nps.at(-1)!['Responded At']!));
    expect(accounts.filter((row) => row['Parent Account ID'] !== '')).toHaveLength(1);
  });
});
