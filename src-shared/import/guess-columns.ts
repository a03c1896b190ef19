/** Guesses what a table's columns mean for the noun that it holds: field, reading and link of each. */
import type { FieldKind, FieldSpec, NounName } from '../model/field.ts';
import type {
  ColumnPlan,
  ColumnReading,
  ColumnStats,
  ColumnTarget,
  LinkBy,
  TableInspection,
} from '../model/import-plan.ts';
import { nounFields } from '../model/nouns.ts';
import {
  FAMILY_NAME,
  FIELD_ALIASES,
  GIVEN_NAME,
  LINK_ALIASES,
  PARENT_ALIASES,
  SYSTEM_COLUMN,
  squash,
  squashWithoutUnit,
} from './aliases.ts';
import { guessReading } from './guess-reading.ts';
import { readDomain } from './read-text.ts';
import { dateShare, fits, numberShare, shareOf } from './shape-shares.ts';

export interface OtherTable {
  readonly inspection: TableInspection;
  readonly noun: NounName | 'skip';
}

export interface GuessOptions {
  /** Share of the values that name a record of the noun that is known already (0 to 1); undefined = cannot tell. */
  readonly containsShare?: (to: NounName, by: LinkBy, values: readonly string[]) => number | undefined;
}

interface Candidate {
  readonly column: ColumnStats;
  readonly field: string;
  readonly kind: FieldKind;
  readonly part?: 'given' | 'family';
  readonly link?: { readonly to: NounName; readonly by: LinkBy };
  readonly score: number;
}

const SURE = 0.95;
const LIKELY = 0.65;
/** Below this a column says too little of what the name promises. */
const MIN_FIT = 0.5;
/** A field takes no column that is surer about nothing than this. */
const MIN_SCORE = 0.3;

interface Alias {
  readonly field: string;
  readonly base: number;
}

const indexes = new Map<NounName, Map<string, Alias[]>>();

function wordsOf(text: string): (readonly [string, number])[] {
  const [sure = '', likely = ''] = text.split('|');
  const split = (words: string) => words.split(' ').filter((word) => word !== '');
  return [...split(sure).map((w) => [w, SURE] as const), ...split(likely).map((w) => [w, LIKELY] as const)];
}

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

function fieldCandidates(noun: NounName, column: ColumnStats): Candidate[] {
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

function nameParts(noun: NounName, column: ColumnStats): Candidate[] {
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

function commonPrefix(values: readonly string[]): string {
  let prefix = values[0] ?? '';
  for (const value of values) while (!value.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}

/** Whether two columns of ids look like the same kind of id: the same length, the same letters before. */
function alike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  if (a.some((value) => b.includes(value))) return true;
  const prefix = commonPrefix(b);
  if (prefix.length >= 2 && a.every((value) => value.startsWith(prefix))) return true;
  const lengths = new Set(b.map((value) => value.length));
  return prefix.length === 0 && a.every((value) => lengths.has(value.length) && /\d/.test(value));
}

function evidence(
  column: ColumnStats,
  link: { readonly to: NounName; readonly by: LinkBy },
  others: readonly OtherTable[],
  options: GuessOptions,
): number {
  if (column.filled === 0) return -0.3;
  const share = options.containsShare?.(link.to, link.by, column.samples);
  if (share !== undefined && share > 0) return 0.05 + 0.2 * share;
  const targets = others.filter((other) => other.noun === link.to);
  for (const { inspection } of targets) {
    for (const other of inspection.columns) {
      const isId =
        other.unique && /id$|no$|number$|code$|コード|番号|referenceid$/i.test(squash(other.header));
      if (link.by === 'externalId' && isId && alike(column.samples, other.samples)) return 0.2;
      if (link.by === 'name' && column.samples.some((value) => other.samples.includes(value))) return 0.15;
    }
  }
  // Ids mean nothing without the table that they belong to; a name can still be found.
  if (targets.length === 0) return link.by === 'externalId' || link.by === 'reference' ? -0.35 : 0;
  return -0.1;
}

function linkCandidates(
  noun: NounName,
  column: ColumnStats,
  others: readonly OtherTable[],
  options: GuessOptions,
): Candidate[] {
  const found: Candidate[] = [];
  const key = squash(column.header);
  const specs = specsOf(noun);
  if (noun === 'account') {
    if (!PARENT_ALIASES.split(' ').includes(key)) return [];
    const by = column.samples.some((s) => s.startsWith('@'))
      ? 'reference'
      : /id$/.test(key)
        ? 'externalId'
        : 'name';
    return [{ column, field: 'parent', kind: 'relation', link: { to: 'account', by }, score: SURE }];
  }
  for (const { to, by, words } of LINK_ALIASES) {
    const spec = specs[to];
    if (spec?.kind !== 'relation') continue;
    const base = wordsOf(words).find(([word]) => word === key)?.[1];
    if (base === undefined) continue;
    const isReference = by === 'externalId' && column.samples.some((s) => s.startsWith('@'));
    const link = { to, by: isReference ? ('reference' as const) : by };
    if (by === 'email' && shareOf(column, 'email') < 0.5) continue;
    if (by === 'domain' && shareOf(column, 'url', 'email') < 0.5) continue;
    // Ids bind surer than names, names surer than domains.
    const rank = by === 'externalId' ? 0 : by === 'name' ? -0.04 : -0.06;
    const score = base + rank + evidence(column, link, others, options);
    found.push({ column, field: to, kind: 'relation', link, score });
  }
  return found;
}

/** Columns that no name tells: an e-mail address is one whatever it is called. */
function valueCandidates(noun: NounName, column: ColumnStats): Candidate[] {
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

function compare(a: Candidate, b: Candidate): number {
  return b.score - a.score || b.column.filled - a.column.filled || a.column.index - b.column.index;
}

/** The only address of a contact is its address, whatever the column calls itself. */
function promoteEmail(byColumn: Map<number, Candidate>): void {
  const all = [...byColumn.values()];
  if (all.some((c) => c.field === 'email' && c.column.filled > 0)) return;
  const other = all.find((c) => c.field === 'otherEmails' && shareOf(c.column, 'email') > 0.8);
  if (other !== undefined) byColumn.set(other.column.index, { ...other, field: 'email', kind: 'email' });
}

/** The surest column of each field; given and family names count as one column when there is no whole name. */
function assign(candidates: readonly Candidate[]): Map<number, Candidate> {
  const byColumn = new Map<number, Candidate>();
  const taken = new Set<string>();
  const wholeName = candidates.some(
    (c) => c.field === 'name' && c.part === undefined && c.score > 0.6 && c.column.filled > 0,
  );
  for (const candidate of [...candidates].sort(compare)) {
    if (candidate.score < MIN_SCORE || byColumn.has(candidate.column.index)) continue;
    if (candidate.part !== undefined && wholeName) continue;
    const slot = candidate.part === undefined ? candidate.field : `${candidate.field}/${candidate.part}`;
    const partsTaken = taken.has('name/given') || taken.has('name/family');
    if (taken.has(slot) || (candidate.part === undefined && candidate.field === 'name' && partsTaken))
      continue;
    taken.add(slot);
    byColumn.set(candidate.column.index, candidate);
  }
  promoteEmail(byColumn);
  return byColumn;
}

function customKind(stats: ColumnStats): 'text' | 'number' | 'boolean' | 'date' {
  if (stats.filled === 0) return 'text';
  // 0 and 1 alone may be a count or an id: words, or a name like `is_trial`, make them yes and no.
  const words = shareOf(stats, 'integer') === 0 || /^(?:is|has|can|does)[_A-Z\s]|flag/i.test(stats.header);
  if (shareOf(stats, 'boolean') === 1 && words) return 'boolean';
  if (/id$|code$|コード|番号|phone|tel|zip|postal/i.test(squash(stats.header))) return 'text';
  const slashed = Math.max(shareOf(stats, 'dateDmy'), shareOf(stats, 'dateMdy'));
  if (slashed + shareOf(stats, 'dateYmd', 'dateWords', 'dateEra') >= 1 && numberShare(stats) < 1)
    return 'date';
  const hasLeadingZero = stats.samples.some((s) => /^0\d/.test(s));
  if (numberShare(stats) === 1 && !hasLeadingZero && stats.longest < 16) return 'number';
  return 'text';
}

const CUSTOM_FIELD_KIND = { text: 'text', number: 'number', boolean: 'boolean', date: 'date' } as const;

function leftOver(
  stats: ColumnStats,
  table: TableInspection,
  others: readonly TableInspection[],
  names: Set<string>,
): ColumnPlan {
  const { index, header } = stats;
  const system = SYSTEM_COLUMN.test(header.toLowerCase().replace(/[^a-z]/g, ''));
  if (stats.filled === 0 || system) {
    return { index, header, target: { type: 'skip' }, reading: {}, confidence: system ? 0.9 : 1 };
  }
  const base = header === '' ? `Column ${index + 1}` : header;
  let name = base;
  for (let i = 2; names.has(name); i++) name = `${base} (${i})`;
  names.add(name);
  const valueKind = customKind(stats);
  const { reading, confidence } = guessReading(CUSTOM_FIELD_KIND[valueKind], '', stats, table, others);
  // In some tools NRR is non-recurring revenue, in others a retention rate: never taken for either.
  const unclear = /^(?:nrr|grr)$/.test(squash(header));
  return {
    index,
    header,
    target: { type: 'custom', name, valueKind },
    reading,
    confidence: unclear ? 0.3 : Math.min(0.8, confidence),
  };
}

function planOf(
  candidate: Candidate,
  table: TableInspection,
  others: readonly TableInspection[],
): ColumnPlan {
  const { column, field, kind, part, link, score } = candidate;
  const { index, header } = column;
  const target: ColumnTarget = part === undefined ? { type: 'field', field } : { type: 'field', field, part };
  if (link !== undefined) {
    const many = shareOf(column, 'multiSemicolon') > 0;
    const reading: ColumnReading = many ? { separator: ';' } : {};
    return { index, header, target, reading, link, confidence: round(score) };
  }
  const guess = guessReading(kind, field, column, table, others);
  return { index, header, target, reading: guess.reading, confidence: round(score * guess.confidence) };
}

function round(value: number): number {
  return Math.round(Math.min(1, value) * 100) / 100;
}

/** A percentage beyond 100 is none: such a column stays the source's own. */
function impossible(candidate: Candidate): boolean {
  const { kind, field, column } = candidate;
  return kind === 'percent' && field !== 'sourceHealth' && (column.max ?? 0) > 100;
}

/** One plan per column, in the order of the file. No two land on one field: the surer keeps it. */
export function guessColumns(
  inspection: TableInspection,
  noun: NounName | 'skip',
  others: readonly OtherTable[] = [],
  options: GuessOptions = {},
): ColumnPlan[] {
  if (noun === 'skip') {
    return inspection.columns.map(({ index, header }) => ({
      index,
      header,
      target: { type: 'skip' },
      reading: {},
      confidence: 1,
    }));
  }
  const rest = others.filter((other) => other.inspection !== inspection);
  const candidates = inspection.columns.flatMap((column) => [
    ...linkCandidates(noun, column, rest, options),
    ...fieldCandidates(noun, column).filter((candidate) => !impossible(candidate)),
    ...nameParts(noun, column),
    ...valueCandidates(noun, column),
  ]);
  const usable = candidates.filter((c) => !isSystem(c.column) || c.field === 'externalId');
  const chosen = assign(usable);
  const tables = rest.map((other) => other.inspection);
  const names = new Set<string>();
  return inspection.columns.map((column) => {
    const candidate = chosen.get(column.index);
    return candidate === undefined || column.filled === 0
      ? leftOver(column, inspection, tables, names)
      : planOf(candidate, inspection, tables);
  });
}

function isSystem(stats: ColumnStats): boolean {
  return SYSTEM_COLUMN.test(stats.header.toLowerCase().replace(/[^a-z]/g, ''));
}
