/** What the exports of tools that people use are taken for. */
import { describe, expect, it } from 'vitest';
import { columnOf, fieldsOf, planOf, table } from '#test/factories/inspected-table.ts';
import { guessPlans } from './guess-plans.ts';
import { validateColumns } from './validate-columns.ts';

describe('tools that people export from', () => {
  it('a Salesforce report', () => {
    const plan = planOf(
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
    expect(columnOf(plan.columns, 'Renewal Date').reading.dateOrder).toBe('mdy');
    expect(columnOf(plan.columns, 'Annual Recurring Revenue').reading.currency).toBe('USD');
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
    expect(columnOf(contacts!.columns, 'Associated Company IDs').reading.separator).toBe(';');
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
    expect(columnOf(plan!.columns, 'Account Name').target).toMatchObject({ type: 'custom' });
    // The deals alone: their ids lead nowhere, the names may.
    expect(fieldsOf(planOf(deals).columns)).toMatchObject({ account: 'Account Name by name' });
  });
  it('Mazrica and Eight, in Japanese', () => {
    const actions = planOf(
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
    expect(columnOf(actions.columns, 'アクション日時').reading.zone).toBe('local');
    const cards = planOf(
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
    const plan = planOf(
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
    expect(columnOf(plan.columns, 'ARR').reading.currency).toBe('JPY');
    expect(columnOf(plan.columns, 'health').reading.scale).toEqual({
      type: 'words',
      words: { b: 70, a: 90 },
    });
    expect(columnOf(plan.columns, 'health').confidence).toBeLessThan(0.6);
  });
  it('a warehouse table of survey answers', () => {
    const plan = planOf(
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
