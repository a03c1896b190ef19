/** Finds the tables of a known source again in new files: by what the header says, and by the pattern of the file name. */
import type { ColumnPlan, TableInspection, TablePlan } from '#shared/model/import-plan.ts';
import type { Source } from '#shared/model/stored.ts';
import type { AdoptedTable } from './flow-events.ts';

/** Below it two headers are two kinds of table. */
const LEAST_ALIKE = 0.5;
const NAME_WEIGHT = 0.2;

/** What stays when dates, numbers and copies ("(1)", "final") are taken off: `export-2026-11-03.csv` → `export`. */
export function namePattern(fileName: string, part: string): string {
  const stem = fileName.replace(/\.[^.]{1,5}$/, '');
  return `${stem} ${part}`
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+/g, ' ')
    .replace(/[\s_.()\-年月日]+/g, ' ')
    .trim();
}

function foldHeader(header: string): string {
  return header.normalize('NFKC').trim().toLowerCase();
}

/** Headers with their occurrence, so that two columns of one name stay two. */
function headerKeys(headers: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const folded = foldHeader(header);
    const nth = (seen.get(folded) ?? 0) + 1;
    seen.set(folded, nth);
    return nth === 1 ? folded : `${folded} #${nth}`;
  });
}

/** 0 to 1: shared headers over all headers, raised a little by the same file name. */
export function likeness(stored: TablePlan, inspection: TableInspection): number {
  const before = new Set(headerKeys(stored.columns.map((column) => column.header)));
  const now = new Set(headerKeys(inspection.header));
  const shared = [...now].filter((key) => before.has(key)).length;
  const all = before.size + now.size - shared;
  const alike = all === 0 ? 0 : shared / all;
  if (alike < LEAST_ALIKE) return 0;
  const sameName =
    namePattern(stored.fileName, stored.part) === namePattern(inspection.fileName, inspection.part);
  return alike * (1 - NAME_WEIGHT) + (sameName ? NAME_WEIGHT : 0);
}

export interface SourceMatch {
  readonly source: Source;
  /** Stored table by the place of the inspection in the list. */
  readonly tables: ReadonlyMap<number, TablePlan>;
  /** Sum of the likenesses. */
  readonly score: number;
}

/** Pairs tables greedily, the most alike first; each stored table is used once. */
export function matchSource(source: Source, inspections: readonly TableInspection[]): SourceMatch {
  const pairs = inspections.flatMap((inspection, index) =>
    source.plan.tables.map((stored) => ({ index, stored, score: likeness(stored, inspection) })),
  );
  pairs.sort((a, b) => b.score - a.score);
  const tables = new Map<number, TablePlan>();
  const used = new Set<string>();
  let score = 0;
  for (const pair of pairs) {
    if (pair.score === 0 || tables.has(pair.index) || used.has(pair.stored.id)) continue;
    tables.set(pair.index, pair.stored);
    used.add(pair.stored.id);
    score += pair.score;
  }
  return { source, tables, score };
}

/** The source that these files most likely belong to, when at least half of their tables are found in it. */
export function bestSource(
  sources: readonly Source[],
  inspections: readonly TableInspection[],
): SourceMatch | undefined {
  const matches = sources
    .filter((source) => source.kind === 'file')
    .map((source) => matchSource(source, inspections))
    .filter((match) => match.tables.size > 0 && match.tables.size * 2 >= inspections.length);
  return matches.sort((a, b) => b.score - a.score)[0];
}

/** The stored decisions on the new file's columns; columns that were not there before take the guess. */
export function adoptTable(
  tableKey: string,
  stored: TablePlan,
  inspection: TableInspection,
  guess: TablePlan,
): AdoptedTable {
  const keys = headerKeys(stored.columns.map((column) => column.header));
  const byKey = new Map(stored.columns.map((column, i) => [keys[i] ?? '', column]));
  const found = new Set<ColumnPlan>();
  const slots = new Set<string>();
  const fresh: number[] = [];
  const planned = headerKeys(inspection.header).map((key, index): ColumnPlan | number => {
    const column = byKey.get(key);
    if (column === undefined) return index;
    found.add(column);
    slots.add(JSON.stringify(column.target));
    return { ...column, index, header: inspection.header[index] ?? column.header };
  });
  const columns = planned.map((column): ColumnPlan => {
    if (typeof column !== 'number') return column;
    fresh.push(column);
    const header = inspection.header[column] ?? '';
    const guessed = guess.noun === stored.noun ? guess.columns[column] : undefined;
    const free = guessed !== undefined && !slots.has(JSON.stringify(guessed.target));
    return free ? guessed : { index: column, header, target: { type: 'skip' }, reading: {}, confidence: 1 };
  });
  const missing = stored.columns
    .filter((column) => !found.has(column) && column.target.type !== 'skip')
    .map((column) => column.header);
  const { fileName, part, format } = inspection;
  return {
    tableKey,
    plan: { id: stored.id, fileName, part, noun: stored.noun, format, columns },
    missing,
    fresh,
  };
}

/** Without the date or number of this one export at its end: `customers-2026-11-03` → `customers`. */
function lasting(stem: string): string {
  const bare = stem
    .normalize('NFKC')
    .replace(/[\s_.()-]*\d[\d\s_.()\-年月日]*$/, '')
    .trim();
  return bare === '' ? stem : bare;
}

/** A name for a new source: what the file names have in common, else the first one. */
export function suggestName(fileNames: readonly string[]): string {
  const stems = fileNames.map((name) => lasting(name.replace(/\.[^.]{1,5}$/, '')));
  const first = stems[0] ?? '';
  if (stems.length === 1) return first;
  let length = 0;
  while (length < first.length && stems.every((stem) => stem[length] === first[length])) length++;
  const shared = first.slice(0, length).replace(/[\s_\-.]+$/, '');
  return shared.length >= 3 ? shared : first;
}
