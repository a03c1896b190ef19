/** What a guess must not fall for, and what it leaves to the person. */
import { describe, expect, it } from 'vitest';
import { columnOf, fieldsOf, planOf, table } from '#test/factories/inspected-table.ts';
import { guessColumns } from './guess-columns.ts';
import { guessPlans } from './guess-plans.ts';
import { likelyCurrency } from './guess-reading.ts';
import { guessTable } from './guess-table.ts';
import { validateColumns } from './validate-columns.ts';

describe('traps', () => {
  it('takes NRR for neither meaning', () => {
    const plan = planOf(
      table('accounts.csv', 'account_id|account_name|ARR|NRR', 'a1|Acme|1200|300', 'a2|Globex|900|0'),
    );
    const nrr = columnOf(plan.columns, 'NRR');
    expect(nrr.target).toMatchObject({ type: 'custom', name: 'NRR', valueKind: 'number' });
    expect(nrr.confidence).toBeLessThan(0.6);
  });
  it('asks about the scale and direction of a score', () => {
    const plan = planOf(
      table('accounts.csv', 'account_name|domain|churn risk', 'Acme|acme.com|3', 'Globex|globex.com|9'),
    );
    const risk = columnOf(plan.columns, 'churn risk');
    expect(risk.target).toEqual({ type: 'field', field: 'sourceHealth' });
    expect(risk.reading.scale).toEqual({ type: 'range', min: 0, max: 10, higherIsBetter: false });
    expect(risk.confidence).toBeLessThan(0.6);
  });
  it('reads colours as scores, and asks', () => {
    const plan = planOf(table('accounts.csv', 'account_name|health', 'Acme|緑', 'Globex|赤', 'Initech|黄'));
    expect(columnOf(plan.columns, 'health').reading.scale).toEqual({
      type: 'words',
      words: { 緑: 85, 赤: 20, 黄: 55 },
    });
    expect(columnOf(plan.columns, 'health').confidence).toBeLessThan(0.6);
  });
  it('ties rows by domain where nothing better is there', () => {
    const plan = planOf(
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
      columnOf(
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
      columnOf(
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
    const plan = planOf(table('顧客一覧.csv', '会社名|ARR（千円）', 'アクメ|1,200', 'グローブ|900'));
    expect(columnOf(plan.columns, 'ARR（千円）')).toMatchObject({
      target: { field: 'arr' },
      reading: { factor: 1000, currency: 'JPY' },
    });
  });
  it('follows a column that names the currency of each row', () => {
    const plan = planOf(table('deals.csv', 'deal_id|dealname|amount|currency', 'd1|a|5|USD', 'd2|b|900|JPY'));
    expect(columnOf(plan.columns, 'amount').reading).toMatchObject({ currencyFrom: 'currency' });
    expect(columnOf(plan.columns, 'amount').reading.currency).toBeUndefined();
    const one = planOf(table('deals.csv', 'deal_id|dealname|amount|currency', 'd1|a|5|EUR', 'd2|b|900|EUR'));
    expect(columnOf(one.columns, 'amount').reading.currency).toBe('EUR');
  });
  it('leaves the currency open where nothing names one, and offers the likely one', () => {
    const plain = table('deals.csv', 'deal_id|dealname|amount', 'd1|a|5', 'd2|b|900');
    expect(columnOf(planOf(plain).columns, 'amount').reading.currency).toBeUndefined();
    expect(likelyCurrency(plain)).toBe('USD');
    expect(likelyCurrency(table('商談.csv', '商談名|金額', 'あ|5'))).toBe('JPY');
  });
  it('never puts two columns on one field', () => {
    const plan = planOf(
      table('accounts.csv', 'Account Name|Company|Customer|Name|Name', 'a|b|c|d|e', 'f|g|h|i|j'),
    );
    expect(validateColumns('account', plan.columns)).toEqual([]);
    const names = plan.columns.flatMap((c) => (c.target.type === 'custom' ? [c.target.name] : []));
    expect(new Set(names).size).toBe(names.length);
  });
  it('leaves what is empty or the tool\u2019s own', () => {
    const plan = planOf(
      table(
        'accounts.csv',
        'id|name|_fivetran_synced|fax|__proto__',
        'a1|Acme|2026-01-01||x',
        'a2|Globex|2026-01-01||y',
      ),
    );
    expect(columnOf(plan.columns, '_fivetran_synced').target.type).toBe('skip');
    expect(columnOf(plan.columns, 'fax').target.type).toBe('skip');
    expect(columnOf(plan.columns, '__proto__').target).toMatchObject({ type: 'custom', name: '__proto__' });
  });
  it('does not take the link into the tool for the customer\u2019s domain', () => {
    const plan = planOf(
      table(
        'organizations.csv',
        'id|name|url',
        ...[1, 2, 3, 4].map((n) => `${n}|name${n}|https://acme.zendesk.com/o/${n}.json`),
      ),
    );
    expect(columnOf(plan.columns, 'url').target.type).toBe('custom');
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
