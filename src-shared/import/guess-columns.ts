/** Guesses what a table's columns mean for the noun that it holds: field, reading and link of each. */
import type { NounName } from '../model/field.ts';
import type {
  ColumnPlan,
  ColumnReading,
  ColumnStats,
  ColumnTarget,
  TableInspection,
} from '../model/import-plan.ts';
import { SYSTEM_COLUMN, squash } from './aliases.ts';
import { fieldCandidates, nameParts, valueCandidates } from './guess-fields.ts';
import { type Candidate, type GuessOptions, linkCandidates, type OtherTable } from './guess-links.ts';
import { guessReading } from './guess-reading.ts';
import { numberShare, shareOf } from './shape-shares.ts';

/** A field takes no column that is surer about nothing than this. */
const MIN_SCORE = 0.3;

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
