/** What makes a row the same row next week, and what tells whether it still says the same. */
import { feed, finish, hashText, newLanes, resetLanes } from '#shared/base/hash.ts';
import { foldEmail, foldName } from '#shared/import/names.ts';
import type { FieldValue } from '#shared/model/field.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';
import { isMadeKey, madeKey } from './made-accounts.ts';
import type { RowMapper } from './row-mapper.ts';

type Values = Readonly<Record<string, FieldValue | undefined>>;

/** Of its content, and of the records that it is tied to. */
export function rowDigest(mapper: RowMapper, row: readonly string[], values: Values): string {
  const lanes = newLanes();
  resetLanes(lanes);
  for (const index of mapper.contentIndexes) feed(lanes, row[index] ?? '');
  for (const link of mapper.links) feed(lanes, String(values[link.field] ?? ''));
  finish(lanes);
  return `${lanes.hi.toString(16)}${lanes.lo.toString(16).padStart(8, '0')}`;
}

/** Its id, else the best natural key of its noun; `digest` is for a row that has nothing else. */
export function rowKey(noun: RecordNoun, values: Values, digest: string): string {
  if (typeof values.externalId === 'string') return values.externalId;
  const name = String(values.name ?? '');
  if (noun === 'account') {
    const folded = foldName(name);
    return folded === '' ? `name:${name}` : `name:${folded}`;
  }
  if (noun === 'contact' && typeof values.email === 'string') return `email:${foldEmail(values.email)}`;
  if (noun === 'contact' || noun === 'opportunity')
    return `name:${String(values.account ?? '')}:${foldName(name)}`;
  const parts = [values.account, values.name, values.plan, values.startDate].map((value) =>
    String(value ?? ''),
  );
  return parts.slice(1).every((part) => part === '') ? `row:${digest}` : `like:${hashText(parts)}`;
}

/** Of a row under no account that has nothing else to be known by than a name. */
const NAME_ALONE = 'name::';

/** Keys of rows that say less than a later row about the same record may: it takes the record over. */
export function isVagueKey(noun: RecordNoun, key: string): boolean {
  return noun === 'account' ? isMadeKey(key) : key.startsWith(NAME_ALONE);
}

/** Under which keys a row may have come that said less about the record of this one. */
export function vagueKeysOf(noun: RecordNoun, values: Values): readonly string[] {
  const { externalId, domain, name, account } = values;
  if (noun === 'account')
    return [
      typeof externalId === 'string' ? madeKey('externalId', externalId) : undefined,
      typeof domain === 'string' ? madeKey('domain', domain) : undefined,
      typeof name === 'string' ? madeKey('name', name) : undefined,
    ].filter((key) => key !== undefined);
  const key = account === undefined ? '' : rowKey(noun, { ...values, account: undefined }, '');
  return key.startsWith(NAME_ALONE) ? [key] : [];
}
