/** Who is named by an @ in a note: a contact, somebody on our side, or a name that nobody knows yet. */

export interface NamedContact {
  readonly id: string;
  readonly name: string;
  /** The reading, where one is given. */
  readonly nameKana?: string | undefined;
  /** Contacts that were merged into this one: their names mean it, where nobody bears them now. */
  readonly merged?: readonly { readonly name: string }[] | undefined;
}

export interface People {
  readonly contacts: readonly NamedContact[];
  /** Names on our side. */
  readonly team: readonly string[];
}

export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly side: 'ours' | 'theirs';
  readonly contact?: string;
}

/** A name as it may be written behind the @. */
interface Written {
  readonly text: string;
  readonly whole: boolean;
  readonly person: Omit<Mention, 'start' | 'end'>;
}

const SPACES = /[\s\u3000・]+/;
const LATIN_END = /[\p{Script=Latin}\p{N}]/u;
const HONORIFIC = /^(?:さん|様|さま|氏|くん|君|ちゃん|殿|[-‐]san\b)/u;
/** Somebody unknown: one word of one script. */
const UNKNOWN =
  /^(?:[\p{Script=Han}々]+|[\p{Script=Katakana}ー・]+|\p{Script=Hiragana}+|[\p{L}\p{N}][\p{L}\p{N}._-]*)/u;
const LATIN_WORD = /^[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}\p{M}'._-]*/u;

function spellings(name: string, person: Written['person']): Written[] {
  const parts = name.split(SPACES).filter((part) => part !== '');
  const whole = [name, parts.join(''), parts.join('\u3000')];
  return [
    ...[...new Set(whole)].map((text) => ({ text: text.toLowerCase(), whole: true, person })),
    ...(parts.length > 1 ? parts.map((text) => ({ text: text.toLowerCase(), whole: false, person })) : []),
  ];
}

function writtenNames({ contacts, team }: People): Written[] {
  const ours = team.flatMap((name) => spellings(name, { name, side: 'ours' }));
  const theirs = contacts.flatMap(({ id, name, nameKana }) => {
    const person = { name, side: 'theirs', contact: id } as const;
    return [...spellings(name, person), ...(nameKana === undefined ? [] : spellings(nameKana, person))];
  });
  const former = contacts.flatMap(({ id, name, merged = [] }) =>
    merged.flatMap((each) => spellings(each.name, { name, side: 'theirs', contact: id })),
  );
  // The longest spelling wins; a whole name before a part, the customer's side before ours, names of today before former ones.
  return [...theirs, ...ours, ...former].sort(
    (a, b) => b.text.length - a.text.length || Number(b.whole) - Number(a.whole),
  );
}

/** A Latin name ends where its word ends; Japanese has no such border. */
function endsHere(text: string, end: number): boolean {
  return !(LATIN_END.test(text[end - 1] ?? '') && LATIN_END.test(text[end] ?? ''));
}

export type FindMentions = (text: string) => Mention[];

/** Prepared once for all lines of a note. */
export function mentionFinder(people: People): FindMentions {
  const names = writtenNames(people);

  function known(text: string, start: number): Omit<Mention, 'start'> | undefined {
    const rest = text.slice(start).toLowerCase();
    const found = names.find(
      ({ text: name }) => name !== '' && rest.startsWith(name) && endsHere(text, start + name.length),
    );
    return found === undefined ? undefined : { ...found.person, end: start + found.text.length };
  }

  function unknown(text: string, start: number): Omit<Mention, 'start'> | undefined {
    const rest = text.slice(start);
    const match = LATIN_WORD.exec(rest) ?? UNKNOWN.exec(rest);
    if (match === null) return undefined;
    const name = match[0].replace(/[._-]+$/, '');
    return { name, side: 'ours', end: start + name.length };
  }

  return (text) => {
    const found: Mention[] = [];
    for (let at = 0; at < text.length; at++) {
      if (text[at] !== '@' && text[at] !== '＠') continue;
      // An e-mail address is no mention.
      if (/[\p{Script=Latin}\p{N}._-]/u.test(text[at - 1] ?? '')) continue;
      const person = known(text, at + 1) ?? unknown(text, at + 1);
      if (person === undefined) continue;
      const honorific = HONORIFIC.exec(text.slice(person.end))?.[0].length ?? 0;
      found.push({ ...person, start: at, end: person.end + honorific });
      at = person.end + honorific - 1;
    }
    return found;
  };
}
