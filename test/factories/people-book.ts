/** A small book of people as CSV text with its plan: accounts, contacts, activities, for tests of merging and importing. */
import type { ColumnPlan, ImportPlan, TablePlan } from '#shared/model/import-plan.ts';

const DELIMITED = { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 } as const;

type Field = readonly [header: string, field: string, link?: ColumnPlan['link']];

function table(id: string, noun: TablePlan['noun'], fields: readonly Field[]): TablePlan {
  return {
    id,
    fileName: `${id}.csv`,
    part: '',
    noun,
    format: DELIMITED,
    columns: fields.map(([header, field, link], index) => ({
      index,
      header,
      target: { type: 'field', field },
      reading: field === 'participants' ? { separator: ';' } : {},
      confidence: 1,
      ...(link === undefined ? {} : { link }),
    })),
  };
}

const ACCOUNT = { to: 'account', by: 'externalId' } as const;

/** `ids: false`: contacts are known by their addresses only. */
export function peoplePlan(sourceId: string, { ids = true } = {}): ImportPlan {
  const accounts = table('accounts', 'account', [
    ['account_id', 'externalId'],
    ['account_name', 'name'],
  ]);
  const contacts = table('contacts', 'contact', [
    ...(ids ? ([['contact_id', 'externalId']] as const) : []),
    ['account_id', 'account', ACCOUNT],
    ['full_name', 'name'],
    ['email', 'email'],
    ['title', 'title'],
    ...(ids ? ([['reports_to', 'reportsTo', { to: 'contact', by: 'externalId' }]] as const) : []),
  ]);
  const activities = table('activities', 'activity', [
    ['activity_id', 'externalId'],
    ['account_id', 'account', ACCOUNT],
    ['contact_id', 'contact', { to: 'contact', by: 'externalId' }],
    ['kind', 'kind'],
    ['at', 'at'],
    ['subject', 'subject'],
    ['participants', 'participants'],
    ['owner', 'owner'],
  ]);
  return {
    sourceId,
    sourceName: sourceId,
    tables: ids ? [accounts, contacts, activities] : [accounts, contacts],
    confirmedLinks: {},
  };
}

export const PEOPLE_FILES: Readonly<Record<string, string>> = {
  'accounts.csv': 'account_id,account_name\nA-1,青葉物流\n',
  'contacts.csv': [
    'contact_id,account_id,full_name,email,title,reports_to',
    'C-1,A-1,田中 太郎,tanaka@aoba.example,Manager,',
    'C-2,A-1,太郎 田中,t.tanaka@aoba.example,Plant manager,',
    'C-3,A-1,Mori Hana,hana@aoba.example,Operator,C-2',
    '',
  ].join('\n'),
  'activities.csv': [
    'activity_id,account_id,contact_id,kind,at,subject,participants,owner',
    'E-1,A-1,C-1,meeting,2026-05-01T01:00:00Z,Kick-off,田中 太郎;佐藤 美咲,佐藤 美咲',
    'E-2,A-1,C-2,visit,2026-06-01T01:00:00Z,Site visit,太郎 田中;Ken Mori,Ken Mori',
    'E-3,A-1,C-3,usage-mail,2026-06-02T01:00:00Z,Newsletter,Mori Hana,Ken Mori',
    '',
  ].join('\n'),
};
