/** Finds the fields that a column may stand for: by its name in the lists of aliases, by what it holds. */
import type { FieldSpec, NounName } from '../model/field.ts';
import type { ColumnStats } from '../model/import-plan.ts';
import { nounFields } from '../model/nouns.ts';
import { FAMILY_NAME, FIELD_ALIASES, GIVEN_NAME, squash, squashWithoutUnit, wordsOf } from './aliases.ts';
import type { Candidate } from './guess-links.ts';
import { readDomain } from './read-text.ts';
import { dateShare, fits, numberShare, shareOf } from './shape-shares.ts';

/** Below this a column says too little of what the name promises. */
const MIN_FIT = 0.5;
interface Alias {
  readonly field: string;
  readonly base: number;
}

const indexes = new Map<NounName, Map<string, Alias[]>>();

function aliasesOf(noun: NounName): Map<string, Alias[]> {
  const known = indexes.get(noun);
  if (known !== undefined) return known;
  const index = new Map<string, Alias[]>();
  for (const [field, text] of Object.entries(FIELD_ALIASES[noun])) {
    for (const [word, base] of wordsOf(text)) {
      const list = index.get(word);
      if (list === undefined) index.set(word, [{ field, base }]);
      else list.push({ field, base });
    }
  }
  indexes.set(noun, index);
  return index;
}

function specsOf(noun: NounName): Readonly<Record<string, FieldSpec>> {
  return nounFields[noun];
}

/** Names to look a header up by, the whole one first; a noun's own name before it ("Deal Amount") may be missing. */
function keysOf(header: string): string[] {
  const whole = squash(header);
  const bare = squashWithoutUnit(header);
  return whole === bare ? [whole] : [whole, bare];
}

export function fieldCandidates(noun: NounName, column: ColumnStats): Candidate[] {
  const found: Candidate[] = [];
  const custom = /__c$/i.test(column.header) ? 0.9 : 1;
  keysOf(column.header).forEach((key, i) => {
    for (const { field, base } of aliasesOf(noun).get(key) ?? []) {
      const spec = specsOf(noun)[field]!;
      const fit = fits(spec.kind, column);
      if (fit < MIN_FIT || (field === 'domain' && oneHost(column))) continue;
      found.push({ column, field, kind: spec.kind, score: base * fit * custom * (i === 0 ? 1 : 0.98) });
    }
  });
  return found;
}

/** Links into the tool itself (`https://acme.zendesk.com/…/1.json`) all have one host: no customer's domain. */
function oneHost(column: ColumnStats): boolean {
  return column.filled > 2 && column.distinct > 1 && new Set(column.samples.map(readDomain)).size === 1;
}

export function nameParts(noun: NounName, column: ColumnStats): Candidate[] {
  if (noun !== 'contact') return [];
  const key = squash(column.header);
  const part = GIVEN_NAME.split(' ').includes(key)
    ? 'given'
    : FAMILY_NAME.split(' ').includes(key)
      ? 'family'
      : undefined;
  return part === undefined || column.filled === 0
    ? []
    : [{ column, field: 'name', kind: 'text', part, score: 0.94 }];
}

/** Columns that no name tells: an e-mail address is one whatever it is called. */
export function valueCandidates(noun: NounName, column: ColumnStats): Candidate[] {
  if (column.filled === 0) return [];
  const found: Candidate[] = [];
  const specs = specsOf(noun);
  const offer = (field: string, score: number) => {
    const spec = specs[field];
    if (spec !== undefined) found.push({ column, field, kind: spec.kind, score });
  };
  const key = squash(column.header);
  if (shareOf(column, 'email') > 0.8) offer('email', 0.5);
  if (noun === 'account' && shareOf(column, 'url') > 0.8 && !oneHost(column)) offer('domain', 0.45);
  if (/(name|名)$/.test(key) && (noun === 'account' || noun === 'contact' || noun === 'opportunity')) {
    if (dateShare(column) < 0.2 && numberShare(column) < 0.5 && column.distinct > 1) offer('name', 0.45);
  }
  if (specs.at?.required === true && dateShare(column) > 0.8) {
    offer('at', /date|time|day|at$|日|時/.test(key) ? 0.5 : 0.35);
  }
  return found;
}
