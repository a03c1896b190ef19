/** The plans of all tables of an import as guessed, with the nouns that a person chose kept. */
import type { TableInspection, TablePlan } from '../model/import-plan.ts';
import { guessColumns } from './guess-columns.ts';
import type { GuessOptions, OtherTable } from './guess-links.ts';
import { guessTable } from './guess-table.ts';

/** The same for next week's file: dates and counters in its name do not count. */
function stableName(inspection: TableInspection): string {
  const name = inspection.fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+/g, '')
    .replace(/[^\p{L}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const part = inspection.part.normalize('NFKC').toLowerCase();
  return `${name === '' ? 'table' : name}${part === '' ? '' : `/${part}`}`;
}

/** `nouns`: by position in `inspections`, what a person said a table is. */
export function guessPlans(
  inspections: readonly TableInspection[],
  nouns: Readonly<Record<number, TablePlan['noun']>> = {},
  options: GuessOptions = {},
): TablePlan[] {
  const all = inspections.map(
    (inspection, i): OtherTable => ({
      inspection,
      noun: nouns[i] ?? guessTable(inspection, inspections).noun,
    }),
  );
  const taken = new Set<string>();
  return all.map(({ inspection, noun }) => {
    const base = stableName(inspection);
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    const { fileName, part, format } = inspection;
    return { id, fileName, part, noun, format, columns: guessColumns(inspection, noun, all, options) };
  });
}
