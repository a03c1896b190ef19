/** One line as a new contact: "Name, role, title, e-mail, phone" in any order after the name, in both scripts. */
import { CONTACT_ROLES } from '../../model/contact.ts';
import type { NewContact } from '../../model/stored.ts';

type Role = (typeof CONTACT_ROLES)[number];

export interface ContactLine extends Omit<NewContact, 'id'> {
  readonly role?: Role;
}

const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
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

const EMAIL = /^<?([^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)>?$/;
const NAME_AND_EMAIL = /^(.+?)\s*[<＜(（]?\s*([^\s@<>＜（(]+@[^\s@<>＞）)]+\.[^\s@<>＞）)]+)\s*[>＞)）]?$/;
const PHONE = /^\+?[\d\s().-]{6,}$/;

/** The role that a word names, in either language. */
function roleOf(part: string): Role | undefined {
  const word = part.normalize('NFKC').toLowerCase();
  return CONTACT_ROLES.find((role) => role === word || ROLE_WORDS[role].includes(word));
}

function parts(line: string): string[] {
  return line
    .split(/[,、，;；\t]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** "Mori Hana <hana@x.example>" is two parts, as mail programs write it. */
function apart(part: string): string[] {
  if (EMAIL.test(part.normalize('NFKC'))) return [part];
  const both = NAME_AND_EMAIL.exec(part.normalize('NFKC'));
  return both?.[1] === undefined || both[2] === undefined ? [part] : [both[1], both[2]];
}

/** Undefined while there is no name yet. A word that names a role is the role; the first other words are the title, further ones the department. */
export function readContactLine(line: string): ContactLine | undefined {
  const words: string[] = [];
  let email: string | undefined;
  let phone: string | undefined;
  let role: Role | undefined;
  for (const part of parts(line).flatMap(apart)) {
    const plain = part.normalize('NFKC');
    const address = EMAIL.exec(plain)?.[1];
    if (address !== undefined) email ??= address;
    else if (PHONE.test(plain) && /\d{4}/.test(plain.replace(/\D/g, ''))) phone ??= plain;
    else if (words.length > 0 && role === undefined && roleOf(part) !== undefined) role = roleOf(part);
    else words.push(part);
  }
  const [name, title, ...rest] = words;
  if (name === undefined) return undefined;
  return {
    name,
    ...(role === undefined ? {} : { role }),
    ...(title === undefined ? {} : { title }),
    ...(rest.length === 0 ? {} : { department: rest.join(', ') }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  };
}
