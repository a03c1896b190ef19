/** What people's real exports become when the guesses are accepted as they are. Left out where ../shared/data is absent. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FileSource } from '#renderer/data/parse/file-source.ts';
import { inspectFile, readTable } from '#renderer/data/parse/open-table.ts';
import type { Money } from '#shared/base/money.ts';
import { guessPlans } from '#shared/import/guess-plans.ts';
import { joinName } from '#shared/import/person-name.ts';
import { BAD, type CellReader, compileReader } from '#shared/import/read-value.ts';
import { validateColumns } from '#shared/import/validate-columns.ts';
import type { FieldKind } from '#shared/model/field.ts';
import type { TableInspection, TablePlan } from '#shared/model/import-plan.ts';
import { fieldSpec } from '#shared/model/nouns.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

function open(path: string): FileSource {
  const bytes = readFileSync(DATA + path);
  return {
    name: basename(path),
    size: bytes.length,
    stream: async (from = 0) => new Blob([bytes.subarray(from)]).stream(),
  };
}

interface Imported {
  readonly plan: TablePlan;
  readonly inspection: TableInspection;
  readonly records: Record<string, unknown>[];
  /** header: value of cells that could not be read. */
  readonly bad: string[];
}

interface Cell {
  readonly index: number;
  readonly header: string;
  readonly name: string;
  readonly read: CellReader;
}

function cellsOf(plan: TablePlan): Cell[] {
  return plan.columns.flatMap(({ index, header, target, reading }) => {
    if (target.type === 'skip') return [];
    const spec =
      target.type === 'field' && plan.noun !== 'skip' ? fieldSpec(plan.noun, target.field) : undefined;
    const kind: FieldKind = target.type === 'custom' ? target.valueKind : spec!.kind;
    const name = target.type === 'custom' ? `custom.${target.name}` : (target.part ?? target.field);
    return [{ index, header, name, read: compileReader(kind, reading, {}, spec?.choices) }];
  });
}

async function importFiles(...paths: string[]): Promise<Imported[]> {
  const files = paths.map(open);
  const inspections: TableInspection[] = [];
  for (const file of files) {
    const result = await inspectFile(file, () => undefined);
    if (!result.ok) throw new Error(`${file.name}: ${result.error.type}`);
    inspections.push(...result.value);
  }
  const imported: Imported[] = [];
  for (const [i, plan] of guessPlans(inspections).entries()) {
    const file = files.find((f) => f.name === plan.fileName)!;
    const bad: string[] = [];
    const records: Record<string, unknown>[] = [];
    const cells = cellsOf(plan);
    for await (const batch of readTable(file, plan.format)) {
      for (const row of batch.rows) {
        const record: Record<string, unknown> = {};
        for (const { index, header, name, read } of cells) {
          const value = read(row[index]!);
          if (value === BAD) bad.push(`${header}: ${row[index]}`);
          else if (value !== undefined) record[name] = value;
        }
        records.push(record);
      }
    }
    expect(records).toHaveLength(inspections[i]!.rows);
    imported.push({ plan, inspection: inspections[i]!, records, bad });
  }
  return imported;
}

const sum = (records: readonly Record<string, unknown>[], field: string) =>
  records.reduce((total, record) => total + ((record[field] as Money | undefined)?.minor ?? 0), 0) / 100;

const linkOf = (plan: TablePlan, field: string) => {
  const column = plan.columns.find((c) => c.target.type === 'field' && c.target.field === field);
  return column === undefined ? undefined : [column.header, column.link?.to, column.link?.by];
};

describe.runIf(existsSync(DATA))('real files (left out where ../shared/data is absent)', () => {
  it('ravenstack: five files dropped together give the totals that are known of them', async () => {
    const names = ['accounts', 'subscriptions', 'feature_usage', 'support_tickets', 'churn_events'];
    const imported = await importFiles(...names.map((n) => `ravenstack/ravenstack_${n}.csv`));
    expect(imported.map((t) => t.plan.noun)).toEqual([
      'account',
      'subscription',
      'usage',
      'ticket',
      'churnEvent',
    ]);
    expect(imported.map((t) => t.records.length)).toEqual([500, 5000, 25_000, 2000, 600]);
    for (const { plan, bad } of imported) {
      expect(bad).toEqual([]);
      expect(plan.noun === 'skip' ? [] : validateColumns(plan.noun, plan.columns)).toEqual([]);
      // Accepted as they are: nothing is so unsure that the screen has to ask.
      for (const column of plan.columns) expect(column.confidence).toBeGreaterThanOrEqual(0.6);
    }
    const [accounts, subscriptions, usage, tickets, churn] = imported.map((t) => t.records) as [
      Record<string, unknown>[],
      Record<string, unknown>[],
      Record<string, unknown>[],
      Record<string, unknown>[],
      Record<string, unknown>[],
    ];
    const openOnes = subscriptions.filter((s) => s.endDate === undefined);
    expect(openOnes).toHaveLength(4514);
    expect(sum(openOnes, 'mrr')).toBe(10_159_608);
    expect(sum(openOnes, 'arr')).toBe(121_915_296);
    expect(openOnes.every((s) => (s.mrr as Money).currency === 'USD')).toBe(true);
    expect(sum(churn, 'refund')).toBeCloseTo(8652.25, 2);
    const csat = (score: number | undefined) => tickets.filter((t) => t.csat === score).length;
    expect([csat(4), csat(3), csat(5), csat(undefined)]).toEqual([405, 396, 374, 825]);
    const ids = (records: Record<string, unknown>[]) => new Set(records.map((r) => r.externalId));
    const accountIds = ids(accounts);
    const subscriptionIds = ids(subscriptions);
    expect(usage.every((u) => subscriptionIds.has(u.subscription))).toBe(true);
    for (const rows of [subscriptions, tickets, churn])
      expect(rows.every((r) => accountIds.has(r.account))).toBe(true);
    expect(25_000 - ids(usage).size).toBe(21);
    expect(
      imported.slice(1).map((t) => linkOf(t.plan, t.plan.noun === 'usage' ? 'subscription' : 'account')?.[2]),
    ).toEqual(Array(4).fill('externalId'));
  }, 60_000);

  it('atomic-crm: names in halves, e-mails, phones, tags, the company by name', async () => {
    const [contacts] = await importFiles('atomic-crm/contacts.csv');
    expect(contacts!.plan.noun).toBe('contact');
    expect(contacts!.bad).toEqual([]);
    expect(contacts!.records).toHaveLength(500);
    expect(contacts!.records[0]).toMatchObject({
      given: 'Shelley',
      family: 'Kerluke',
      email: 'Shelley_Kerluke47@hotmail.com',
      account: 'Gottlieb and Sons',
      mobile: '1-955-371-0847 x371',
    });
    expect(joinName('Shelley', 'Kerluke')).toBe('Shelley Kerluke');
    const [exported] = await importFiles('atomic-crm/contacts_export.csv');
    expect(exported!.records[0]).toMatchObject({
      email: 'john@doe.example',
      tags: ['influencer', 'developer'],
      account: 'Acme',
      phone: '659-980-2015',
    });
  });

  it('Salesforce: the warehouse tables, each its noun, tied to accounts', async () => {
    const names = ['account', 'contact', 'opportunity', 'task', 'event'];
    const imported = await importFiles(...names.map((n) => `fivetran-salesforce/sf_${n}_data.csv`));
    expect(imported.map((t) => t.plan.noun)).toEqual([
      'account',
      'contact',
      'opportunity',
      'activity',
      'activity',
    ]);
    for (const { bad, plan } of imported) {
      expect(bad).toEqual([]);
      expect(plan.noun === 'skip' ? ['skipped'] : validateColumns(plan.noun, plan.columns)).toEqual([]);
    }
    for (const { plan } of imported.slice(1))
      expect(linkOf(plan, 'account')).toEqual(['account_id', 'account', 'externalId']);
    expect(imported[4]!.records[0]).toMatchObject({
      externalId: '00U1G00000DEaypUAD',
      at: Date.parse('2019-11-11T17:23:34Z'),
      durationMinutes: 15,
      subject: 'subject',
      contact: '0031G00001Pji7ZQAR',
    });
  });

  it('HubSpot: company, contact, deal and ticket, and nothing of the tables beside them', async () => {
    const imported = await importFiles(
      ...[
        'company',
        'contact',
        'deal',
        'ticket',
        'deal_company',
        'owner',
        'ticket_pipeline',
        'company_property_history',
      ].map((n) => `fivetran-hubspot/${n}_data.csv`),
    );
    expect(imported.map((t) => t.plan.noun)).toEqual([
      'account',
      'contact',
      'opportunity',
      'ticket',
      'skip',
      'skip',
      'skip',
      'skip',
    ]);
    for (const { bad } of imported) expect(bad).toEqual([]);
    expect(imported[3]!.records[0]).toMatchObject({
      externalId: '307034542',
      at: Date.parse('2021-02-16T20:31:05Z'),
    });
    // Ids that were merged into the contact stay one text, not a number.
    expect(imported[1]!.records[0]!['custom.property_hs_merged_object_ids']).toBe(
      '76340251;46897301;76226001',
    );
  });

  it('Zendesk: organisations, users and tickets', async () => {
    const imported = await importFiles(
      ...['organization', 'user', 'ticket', 'ticket_comment', 'brand'].map(
        (n) => `fivetran-zendesk/${n}_data.csv`,
      ),
    );
    expect(imported.map((t) => t.plan.noun)).toEqual(['account', 'contact', 'ticket', 'skip', 'skip']);
    expect(linkOf(imported[2]!.plan, 'account')).toEqual(['organization_id', 'account', 'externalId']);
    expect(linkOf(imported[2]!.plan, 'contact')).toEqual(['requester_id', 'contact', 'externalId']);
    for (const { bad } of imported) expect(bad).toEqual([]);
  });

  it('sObject Trees, tied by reference', async () => {
    const imported = await importFiles(
      ...['Accounts', 'Cases', 'Opportunities'].map((n) => `salesforce-sobject-tree/${n}.json`),
    );
    expect(imported.map((t) => t.plan.noun)).toEqual(['account', 'ticket', 'opportunity']);
    expect(imported[0]!.records.map((r) => r.externalId)).toEqual([
      'AccountRef1',
      'AccountRef2',
      'AccountRef3',
    ]);
    expect(linkOf(imported[1]!.plan, 'account')).toEqual(['AccountId', 'account', 'reference']);
    expect(imported[2]!.records[0]).toMatchObject({
      name: '50 Glacier Boots',
      account: '@AccountRef3',
      probability: 50,
      closeDate: '2026-08-31',
    });
  });

  it('a Data Loader extract and the tool\u2019s own samples', async () => {
    const [deals] = await importFiles('salesforce-dataloader/opportunityData.csv');
    expect(deals!.plan.noun).toBe('opportunity');
    expect(deals!.bad).toEqual([]);
    expect(deals!.records[0]).toMatchObject({
      externalId: '006x0000001YtCrAAK',
      account: '001x0000002xLD0AAM',
      name: 'George Foundation - 5000 Widgets',
      stage: 'Closed Won',
      amount: { minor: 50_000_000, currency: 'USD' },
      probability: 100,
      closeDate: '2005-11-09',
      isWon: true,
    });
    const [accounts] = await importFiles('salesforce-dataloader/insertAccountCsv.csv');
    expect(accounts!.plan.noun).toBe('account');
    expect(accounts!.records[1]).toMatchObject({ name: 'account insert #1', domain: 'accountinsert1.com' });
    for (const name of ['csvtext_BOM_UTF16LE', 'csvtext_BOM_UTF8', 'csvtext']) {
      const [text] = await importFiles(`salesforce-dataloader/${name}.csv`);
      expect(text!.inspection.header).toEqual(['column1', 'column2', 'column3']);
      expect(text!.inspection.head).toEqual([
        ['row1-1', 'row1-2', 'row1-3'],
        ['row2-1', 'row2-2', 'row2-3'],
      ]);
    }
    const [numbers] = await importFiles('salesforce-dataloader/20kRows.csv');
    expect(numbers!.inspection).toMatchObject({ rows: 20_000, header: ['COLUMN1'] });
  });
});
