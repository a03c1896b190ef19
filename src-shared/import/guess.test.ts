import { describe, expect, it } from 'vitest';
import type { ColumnPlan, TableInspection } from '../model/import-plan.ts';
import { createColumnStats } from './column-stats.ts';
import { guessColumns } from './guess-columns.ts';
import { guessPlans } from './guess-plans.ts';
import { guessTable } from './guess-table.ts';
import { validateColumns } from './validate-columns.ts';

/** A table as inspection sees it; cells are separated by `|`. */
function table(fileName: string, header: string, ...lines: string[]): TableInspection {
  const names = header.split('|');
  const rows = lines.map((line) => line.split('|'));
  const stats = createColumnStats(names);
  for (const row of rows) stats.add(names.map((_, i) => row[i] ?? ''));
  return {
    fileName,
    part: '',
    format: { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 },
    header: names,
    rows: rows.length,
    columns: stats.finish(),
    head: rows,
    footerRows: 0,
  };
}

/** field (or custom name) → header, with how a relation is found. */
function fieldsOf(columns: readonly ColumnPlan[]): Record<string, string> {
  const out: Record<string, string> = {};
  for (const { header, target, link } of columns) {
    if (target.type !== 'field') continue;
    out[target.part === undefined ? target.field : `${target.field}/${target.part}`] =
      link === undefined ? header : `${header} by ${link.by}`;
  }
  return out;
}

const column = (columns: readonly ColumnPlan[], header: string) => columns.find((c) => c.header === header)!;
const only = (inspection: TableInspection) => guessPlans([inspection])[0]!;

describe('tools that people export from', () => {
  it('a Salesforce report', () => {
    const plan = only(
      table(
        'report1711929600000.csv',
        'Account ID|Account Name|Account Owner|Billing Country|Industry|Employees|Annual Recurring Revenue|Renewal Date',
        '001x0000002xLD0|Acme|Jo Doe|Japan|Retail|1,200|$12,000.00|1/12/2026',
        '001x0000002xLd0|Globex|Jo Doe|Japan|Retail|90|$9,000.00|1/30/2026',
      ),
    );
    expect(plan.noun).toBe('account');
    expect(fieldsOf(plan.columns)).toEqual({
      externalId: 'Account ID',
      name: 'Account Name',
      owner: 'Account Owner',
      country: 'Billing Country',
      industry: 'Industry',
      employees: 'Employees',
      arr: 'Annual Recurring Revenue',
      renewalDate: 'Renewal Date',
    });
    expect(column(plan.columns, 'Renewal Date').reading.dateOrder).toBe('mdy');
    expect(column(plan.columns, 'Annual Recurring Revenue').reading.currency).toBe('USD');
  });
  it('a HubSpot export, companies and contacts tied by their ids', () => {
    const [companies, contacts] = guessPlans([
      table(
        'hubspot-crm-exports-all-companies.csv',
        'Record ID|Company name|Company owner|Create Date|Company Domain Name|Industry',
        '9002|Acme|Jo|2026-01-02 10:00|acme.com|Retail',
        '9999|Globex|Jo|2026-01-03 10:00|globex.com|Retail',
      ),
      table(
        'hubspot-crm-exports-all-contacts.csv',
        'Record ID|First Name|Last Name|Email|Phone Number|Job Title|Associated Company IDs|Associated Company',
        '501|Jane|Doe|jane@acme.com|+1 415 555 2671|CTO|9002;9999|Acme;Globex',
        '502|John|Roe|john@globex.com||CEO|9999|Globex',
      ),
    ]);
    expect(fieldsOf(companies!.columns)).toMatchObject({
      externalId: 'Record ID',
      name: 'Company name',
      owner: 'Company owner',
      domain: 'Company Domain Name',
    });
    expect(contacts!.noun).toBe('contact');
    expect(fieldsOf(contacts!.columns)).toMatchObject({
      externalId: 'Record ID',
      'name/given': 'First Name',
      'name/family': 'Last Name',
      email: 'Email',
      phone: 'Phone Number',
      title: 'Job Title',
      account: 'Associated Company IDs by externalId',
    });
    expect(column(contacts!.columns, 'Associated Company IDs').reading.separator).toBe(';');
    expect(validateColumns('contact', contacts!.columns)).toEqual([]);
  });
  it('Zoho, with the name beside its id', () => {
    const accounts = table(
      'Accounts.csv',
      'Record Id|Account Name|Website',
      'zcrm_1000001|Acme|acme.com',
      'zcrm_1000002|Globex|globex.com',
    );
    const deals = table(
      'Deals.csv',
      'Record Id|Deal Name|Account Name|Account Name.id|Stage|Amount|Closing Date|Probability',
      'zcrm_2000001|Renewal|Acme|zcrm_1000001|Won|1000|2026-01-31|100',
      'zcrm_2000002|New|Globex|zcrm_1000002|Open|2000|2026-02-28|50',
    );
    const [, plan] = guessPlans([accounts, deals]);
    expect(plan!.noun).toBe('opportunity');
    expect(fieldsOf(plan!.columns)).toMatchObject({
      name: 'Deal Name',
      account: 'Account Name.id by externalId',
      amount: 'Amount',
      closeDate: 'Closing Date',
      stage: 'Stage',
    });
    expect(column(plan!.columns, 'Account Name').target).toMatchObject({ type: 'custom' });
    // The deals alone: their ids lead nowhere, the names may.
    expect(fieldsOf(only(deals).columns)).toMatchObject({ account: 'Account Name by name' });
  });
  it('Mazrica and Eight, in Japanese', () => {
    const actions = only(
      table(
        'アクション.csv',
        '取引先ID(必須)|取引先名|アクション種別(必須)|アクション日時|内容|担当者',
        'C-001|アクメ|訪問|2026/04/01 10:00|導入の相談\n次回は来月|佐藤',
        'C-002|グローブ|電話|2026/04/02 11:00|更新の件|佐藤',
      ),
    );
    expect(actions.noun).toBe('activity');
    expect(fieldsOf(actions.columns)).toMatchObject({
      kind: 'アクション種別(必須)',
      at: 'アクション日時',
      body: '内容',
      owner: '担当者',
    });
    expect(column(actions.columns, 'アクション日時').reading.zone).toBe('local');
    const cards = only(
      table(
        'eight.csv',
        '会社名|部署名|役職|氏名|e-mail|郵便番号|住所|TEL会社|携帯電話',
        'アクメ株式会社|営業部|部長|佐藤 花子|h@acme.example|100-0001|東京都|03-0000-0000|090-0000-0000',
        'グローブ|開発部|課長|鈴木 一郎|i@globe.example|100-0002|東京都|03-0000-0001|',
      ),
    );
    expect(cards.noun).toBe('contact');
    expect(fieldsOf(cards.columns)).toMatchObject({
      name: '氏名',
      department: '部署名',
      title: '役職',
      email: 'e-mail',
      phone: 'TEL会社',
      mobile: '携帯電話',
      account: '会社名 by name',
    });
  });
  it("a CSM's own sheet", () => {
    const plan = only(
      table(
        'my accounts.xlsx',
        'account|ARR|contract end|CSM|plan|region|health',
        'Acme|¥1,200,000|2026/3/31|佐藤|Pro|Tokyo|B',
        'Globex|¥90,000|2026/4/30|鈴木|Basic|Osaka|A',
      ),
    );
    expect(plan.noun).toBe('account');
    expect(fieldsOf(plan.columns)).toEqual({
      name: 'account',
      arr: 'ARR',
      renewalDate: 'contract end',
      owner: 'CSM',
      plan: 'plan',
      region: 'region',
      sourceHealth: 'health',
    });
    expect(column(plan.columns, 'ARR').reading.currency).toBe('JPY');
    expect(column(plan.columns, 'health').reading.scale).toEqual({ type: 'words', words: { b: 70, a: 90 } });
    expect(column(plan.columns, 'health').confidence).toBeLessThan(0.6);
  });
  it('a warehouse table of survey answers', () => {
    const plan = only(
      table(
        'fct_nps_responses.csv',
        'response_id|customer_id|responded_at|nps_score|comment',
        'r1|c1|2026-01-01T00:00:00Z|9|good',
        'r2|c2|2026-01-02T00:00:00Z|3|slow',
      ),
    );
    expect(plan.noun).toBe('survey');
    expect(fieldsOf(plan.columns)).toEqual({
      externalId: 'response_id',
      account: 'customer_id by externalId',
      at: 'responded_at',
      score: 'nps_score',
      comment: 'comment',
    });
  });
});

describe('traps', () => {
  it('takes NRR for neither meaning', () => {
    const plan = only(
      table('accounts.csv', 'account_id|account_name|ARR|NRR', 'a1|Acme|1200|300', 'a2|Globex|900|0'),
    );
    const nrr = column(plan.columns, 'NRR');
    expect(nrr.target).toMatchObject({ type: 'custom', name: 'NRR', valueKind: 'number' });
    expect(nrr.confidence).toBeLessThan(0.6);
  });
  it('asks about the scale and direction of a score', () => {
    const plan = only(
      table('accounts.csv', 'account_name|domain|churn risk', 'Acme|acme.com|3', 'Globex|globex.com|9'),
    );
    const risk = column(plan.columns, 'churn risk');
    expect(risk.target).toEqual({ type: 'field', field: 'sourceHealth' });
    expect(risk.reading.scale).toEqual({ type: 'range', min: 0, max: 10, higherIsBetter: false });
    expect(risk.confidence).toBeLessThan(0.6);
  });
  it('reads colours as scores, and asks', () => {
    const plan = only(table('accounts.csv', 'account_name|health', 'Acme|緑', 'Globex|赤', 'Initech|黄'));
    expect(column(plan.columns, 'health').reading.scale).toEqual({
      type: 'words',
      words: { 緑: 85, 赤: 20, 黄: 55 },
    });
    expect(column(plan.columns, 'health').confidence).toBeLessThan(0.6);
  });
  it('ties rows by domain where nothing better is there', () => {
    const plan = only(
      table(
        'logins.csv',
        'company domain|event_date|feature|login_count',
        'acme.com|2026-01-01|report|3',
        'globex.com|2026-01-02|export|4',
      ),
    );
    expect(plan.noun).toBe('usage');
    expect(fieldsOf(plan.columns)).toMatchObject({
      account: 'company domain by domain',
      at: 'event_date',
      feature: 'feature',
      count: 'login_count',
    });
  });
  it('ties Zoho ids with and without their mark', () => {
    const accounts = table(
      'Accounts.csv',
      'Record Id|Account Name',
      'zcrm_4876876000000123001|Acme',
      'zcrm_4876876000000123002|Globex',
    );
    const contacts = table(
      'Contacts.csv',
      'Record Id|Last Name|Email|Account Name|Account Name.id',
      'zcrm_4876876000000129001|Doe|d@acme.com|Acme|4876876000000123001',
    );
    expect(fieldsOf(guessPlans([accounts, contacts])[1]!.columns).account).toBe(
      'Account Name.id by externalId',
    );
  });
  it('decides date order over all values, and asks when none tells', () => {
    const dates = (...values: string[]) =>
      column(
        guessColumns(
          table('s.csv', 'subscription_id|start_date', ...values.map((v, i) => `s${i}|${v}`)),
          'subscription',
        ),
        'start_date',
      );
    expect(dates('1/2/2026', '3/4/2026', '13/4/2026').reading.dateOrder).toBe('dmy');
    expect(dates('1/2/2026', '3/4/2026', '4/13/2026').reading.dateOrder).toBe('mdy');
    expect(dates('1/2/2026', '3/4/2026').confidence).toBeLessThan(0.6);
  });
  it('decides the decimal mark over all values', () => {
    const amount = (...values: string[]) =>
      column(
        guessColumns(
          table('deals.csv', 'deal_id|amount', ...values.map((v, i) => `d${i}|${v}`)),
          'opportunity',
        ),
        'amount',
      ).reading;
    expect(amount('1.234', '12,5').decimalMark).toBe(',');
    expect(amount('1,234', '12.5').decimalMark).toBe('.');
    expect(amount('€1.234,56', '€12,50')).toMatchObject({ decimalMark: ',', currency: 'EUR' });
  });
  it('reads thousands of yen from the header', () => {
    const plan = only(table('顧客一覧.csv', '会社名|ARR（千円）', 'アクメ|1,200', 'グローブ|900'));
    expect(column(plan.columns, 'ARR（千円）')).toMatchObject({
      target: { field: 'arr' },
      reading: { factor: 1000, currency: 'JPY' },
    });
  });
  it('asks where another column names several currencies', () => {
    const plan = only(table('deals.csv', 'deal_id|dealname|amount|currency', 'd1|a|5|USD', 'd2|b|900|JPY'));
    expect(column(plan.columns, 'amount').confidence).toBeLessThan(0.6);
    const one = only(table('deals.csv', 'deal_id|dealname|amount|currency', 'd1|a|5|EUR', 'd2|b|900|EUR'));
    expect(column(one.columns, 'amount').reading.currency).toBe('EUR');
  });
  it('never puts two columns on one field', () => {
    const plan = only(
      table('accounts.csv', 'Account Name|Company|Customer|Name|Name', 'a|b|c|d|e', 'f|g|h|i|j'),
    );
    expect(validateColumns('account', plan.columns)).toEqual([]);
    const names = plan.columns.flatMap((c) => (c.target.type === 'custom' ? [c.target.name] : []));
    expect(new Set(names).size).toBe(names.length);
  });
  it('leaves what is empty or the tool\u2019s own', () => {
    const plan = only(
      table(
        'accounts.csv',
        'id|name|_fivetran_synced|fax|__proto__',
        'a1|Acme|2026-01-01||x',
        'a2|Globex|2026-01-01||y',
      ),
    );
    expect(column(plan.columns, '_fivetran_synced').target.type).toBe('skip');
    expect(column(plan.columns, 'fax').target.type).toBe('skip');
    expect(column(plan.columns, '__proto__').target).toMatchObject({ type: 'custom', name: '__proto__' });
  });
  it('does not take the link into the tool for the customer\u2019s domain', () => {
    const plan = only(
      table(
        'organizations.csv',
        'id|name|url',
        ...[1, 2, 3, 4].map((n) => `${n}|name${n}|https://acme.zendesk.com/o/${n}.json`),
      ),
    );
    expect(column(plan.columns, 'url').target.type).toBe('custom');
  });
  it('asks the caller which ids are known', () => {
    const contacts = table(
      'contacts.csv',
      'id|name|email|company_id|company',
      '1|Jane Doe|jane@acme.com|9002|Acme',
      '2|John Roe|john@acme.com|9003|Globex',
    );
    const known = guessColumns(contacts, 'contact', [], {
      containsShare: (to, by) => (to === 'account' && by === 'externalId' ? 1 : 0),
    });
    expect(fieldsOf(known).account).toBe('company_id by externalId');
    expect(fieldsOf(guessColumns(contacts, 'contact')).account).toBe('company by name');
  });
  it('skips what is no noun', () => {
    expect(guessTable(table('deal_company.csv', 'company_id|deal_id', '1|2')).noun).toBe('skip');
    expect(guessTable(table('whatever.csv', 'column1|column2', 'a|b')).noun).toBe('skip');
    expect(guessTable({ ...table('Dashboard', 'x', '1'), header: [] }).noun).toBe('skip');
  });
  it('keeps plan ids from week to week', () => {
    const ids = guessPlans([
      table('export-2026-04-01.csv', 'id|name', '1|a'),
      table('export-2026-04-01 (1).csv', 'id|name', '1|a'),
    ]).map((p) => p.id);
    expect(ids).toEqual(['export', 'export-2']);
  });
});

describe('validateColumns', () => {
  const field = (index: number, name: string): ColumnPlan => ({
    index,
    header: name,
    target: { type: 'field', field: name },
    reading: {},
    confidence: 1,
  });
  it('refuses two columns on one field and a missing required one', () => {
    expect(validateColumns('account', [field(0, 'domain'), field(1, 'domain')])).toEqual([
      { type: 'two-on-one', field: 'domain', custom: false, indexes: [0, 1] },
      { type: 'required-missing', field: 'name' },
    ]);
    expect(validateColumns('subscription', [field(0, 'account')])).toEqual([
      { type: 'link-missing', field: 'account', index: 0 },
    ]);
    expect(validateColumns('skip', [])).toEqual([]);
  });
  it('takes both halves of a name for the name, but not beside it', () => {
    const half = (index: number, part: 'given' | 'family'): ColumnPlan => ({
      ...field(index, 'name'),
      target: { type: 'field', field: 'name', part },
    });
    expect(validateColumns('contact', [half(0, 'given'), half(1, 'family')])).toEqual([]);
    expect(validateColumns('contact', [half(0, 'given'), half(1, 'family'), field(2, 'name')])).toEqual([
      { type: 'two-on-one', field: 'name', custom: false, indexes: [2, 0, 1] },
    ]);
  });
});
