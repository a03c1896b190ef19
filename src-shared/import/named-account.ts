/** The account that a value in another table names, where no table of accounts brings it: what it would be made of. */
import type { LinkBy } from '../model/import-plan.ts';
import { isFreeMail } from './free-mail.ts';
import { foldDomain, foldEmail, foldName } from './names.ts';
import { isBlankWord } from './read-text.ts';

export interface NamedAccount {
  /** The same for every way of writing the same account. */
  readonly key: string;
  readonly values: { readonly name: string; readonly externalId?: string; readonly domain?: string };
}

const DOMAIN = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]+$/u;
/** What people type where a company is asked for and there is none. */
const NOBODY = new Set(
  'unknown other others self individual private tbd tba x 不明 その他 個人 なし 無し 該当なし 未定'.split(
    ' ',
  ),
);
const SALESFORCE_ID_18 = /^[a-zA-Z0-9]{15}[A-Z0-5]{3}$/;

/** Undefined where the value names no account: a blank word, several ids in one cell, a private mailbox. */
export function namedAccount(by: LinkBy, text: string): NamedAccount | undefined {
  const value = text.trim();
  if (value === '' || isBlankWord(value)) return undefined;
  switch (by) {
    case 'name':
      return byName(value);
    case 'externalId':
      return byId(value);
    case 'domain':
      return byDomain(value);
    case 'email':
      return value.includes('@') ? byDomain(foldEmail(value)) : undefined;
    case 'reference':
      return undefined;
  }
}

function byName(name: string): NamedAccount | undefined {
  // "株式会社" or "---" alone is nobody's name.
  const folded = foldName(name);
  return /[\p{L}\p{N}]/u.test(folded) && !NOBODY.has(folded)
    ? { key: `name:${folded}`, values: { name } }
    : undefined;
}

function byId(id: string): NamedAccount | undefined {
  if (id.includes(';') || /^0+$/.test(id)) return undefined;
  const key = SALESFORCE_ID_18.test(id) ? id.slice(0, 15) : id;
  return { key: `id:${key}`, values: { name: id, externalId: id } };
}

function byDomain(text: string): NamedAccount | undefined {
  const domain = foldDomain(text);
  if (!DOMAIN.test(domain) || isFreeMail(domain)) return undefined;
  return { key: `domain:${domain}`, values: { name: domain, domain } };
}
