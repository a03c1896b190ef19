import { describe, expect, test } from 'vitest';
import { guessPlans } from '#shared/import/guess-plans.ts';
import type { Source } from '#shared/model/stored.ts';
import { inspectText } from '#test/fakes/fake-importer.ts';
import { VENDOR_FILES } from '#test/fakes/vendor-book.ts';
import { adoptTable, bestSource, likeness, matchSource, namePattern, suggestName } from './match-source.ts';

function sourceOf(id: string, files: Readonly<Record<string, string>>): Source {
  const tables = guessPlans(Object.entries(files).map(([name, text]) => inspectText(name, text)));
  return {
    id,
    name: id,
    kind: 'file',
    createdAt: 0,
    plan: { sourceId: id, sourceName: id, tables, confirmedLinks: {} },
  };
}

const vendor = sourceOf('vendor', VENDOR_FILES);

describe('file names', () => {
  test.each([
    ['export-2026-11-03.csv', 'export-2026-11-10.csv'],
    ['Accounts (1).csv', 'accounts.csv'],
    ['顧客一覧_2026年4月1日.xlsx', '顧客一覧_2026年5月1日.xlsx'],
  ])('%s and %s are the same export', (a, b) => {
    expect(namePattern(a, '')).toBe(namePattern(b, ''));
  });

  test('sheets of one file stay apart', () => {
    expect(namePattern('book.xlsx', 'Accounts')).not.toBe(namePattern('book.xlsx', 'Contacts'));
  });

  test('a new source is named after what its files share', () => {
    expect(suggestName(['ravenstack_accounts.csv', 'ravenstack_usage.csv'])).toBe('ravenstack');
    expect(suggestName(['a.csv', 'b.csv'])).toBe('a');
    expect(suggestName(['顧客一覧_2026年4月1日.xlsx'])).toBe('顧客一覧');
    expect(suggestName(['export-2026-11-03.csv'])).toBe('export');
    expect(suggestName(['2026.csv'])).toBe('2026');
  });
});

describe('finding a source again', () => {
  test('all tables of next week’s files are found, whatever their order and names', () => {
    const inspections = Object.entries(VENDOR_FILES)
      .toReversed()
      .map(([name, text]) => inspectText(name.replace('.csv', '-2026-11-28.csv'), text));
    const match = bestSource([sourceOf('other', { 'x.csv': 'a,b\n1,2\n' }), vendor], inspections);
    expect(match?.source.id).toBe('vendor');
    expect(match?.tables.size).toBe(5);
  });

  test('another export of the same noun is another table', () => {
    const stranger = inspectText(
      'vendor_accounts.csv',
      'Record ID,Company name,Company owner\n1,Aoba,Sato\n',
    );
    expect(likeness(vendor.plan.tables[0]!, stranger)).toBe(0);
    expect(bestSource([vendor], [stranger])).toBeUndefined();
  });

  test('the sample company never takes a file', () => {
    const inspections = Object.entries(VENDOR_FILES).map(([name, text]) => inspectText(name, text));
    expect(bestSource([{ ...vendor, kind: 'sample' }], inspections)).toBeUndefined();
  });
});

describe('taking a stored mapping over', () => {
  const stored = vendor.plan.tables[0]!;

  test('columns keep their meaning when they move; new ones are told, missing ones too', () => {
    const text =
      'account_name,account_id,industry,country,signup_date,seats,nickname\nAoba,A-1,Logistics,JP,2024-02-01,120,Ao\n';
    const inspection = inspectText('vendor_accounts.csv', text);
    const match = matchSource(vendor, [inspection]).tables.get(0);
    expect(match).toBe(stored);
    const adopted = adoptTable('key', stored, inspection, guessPlans([inspection])[0]!);
    const byHeader = new Map(adopted.plan.columns.map((column) => [column.header, column]));
    expect(byHeader.get('account_id')).toMatchObject({
      index: 1,
      target: { type: 'field', field: 'externalId' },
    });
    expect(adopted.fresh).toEqual([6]);
    expect(adopted.missing).toEqual(['plan_tier']);
    expect(adopted.plan.id).toBe(stored.id);
  });

  test('a new column never takes a field that an old one has', () => {
    const text =
      'account_id,account_name,industry,country,signup_date,plan_tier,seats,company\nA-1,Aoba,x,JP,2024-02-01,Pro,1,Aoba Group\n';
    const inspection = inspectText('vendor_accounts.csv', text);
    const adopted = adoptTable('key', stored, inspection, guessPlans([inspection])[0]!);
    const names = adopted.plan.columns.filter(
      (column) => column.target.type === 'field' && column.target.field === 'name',
    );
    expect(names).toHaveLength(1);
  });
});
