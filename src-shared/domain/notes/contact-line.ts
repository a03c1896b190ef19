/** A new contact in one line: "Name, role, e-mail" in any order after the name, in both languages. */
import { CONTACT_ROLES } from '../../model/contact.ts';
import type { NewContact } from '../../model/stored.ts';

const ROLE_WORDS: Readonly<Record<(typeof CONTACT_ROLES)[number], readonly string[]>> = {
  champion: ['champion', 'チャンピオン', '推進者', 'キーマン'],
  'executive-sponsor': [
    'executive sponsor',
    'exec sponsor',
    'sponsor',
    'エグゼクティブスポンサー',
    'スポンサー',
  ],
  'economic-buyer': ['economic buyer', 'buyer', '決裁者', '購買決裁者'],
  'field-manager': ['field manager', '現場責任者', '現場管理者'],
  admin: ['admin', 'administrator', '管理者', 'システム管理者'],
  user: ['user', 'end user', 'ユーザー', '利用者'],
};

const EMAIL = /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+$/;

/** The role that a word names, in either language. */
export function roleOf(part: string): (typeof CONTACT_ROLES)[number] | undefined {
  const word = part.normalize('NFKC').toLowerCase();
  return CONTACT_ROLES.find((role) => role === word || ROLE_WORDS[role].includes(word));
}

/** Undefined while the line names nobody. */
export function readContactLine(line: string): Omit<NewContact, 'id'> | undefined {
  const parts = line
    // "Mia Wong <mia@example.com>", as mail programs copy it.
    .replace(/<([^<>@\s]+@[^<>\s]+)>/g, ', $1')
    .split(/[,，、;；\t]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const email = parts.find((part) => EMAIL.test(part.normalize('NFKC')));
  const [name, ...others] = parts.filter((part) => part !== email);
  if (name === undefined) return undefined;
  const role = others.find((part) => roleOf(part) !== undefined);
  const title = others.filter((part) => part !== role).join(', ');
  const known = role === undefined ? undefined : roleOf(role);
  return {
    name,
    ...(known === undefined ? {} : { role: known }),
    ...(title === '' ? {} : { title }),
    ...(email === undefined ? {} : { email: email.normalize('NFKC') }),
  };
}
