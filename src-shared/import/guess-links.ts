/** Finds columns that point to other records, with the other tables of the import as evidence. */
import type { FieldKind, FieldSpec, NounName } from '../model/field.ts';
import type { ColumnStats, LinkBy, TableInspection } from '../model/import-plan.ts';
import { nounFields } from '../model/nouns.ts';
import { LINK_ALIASES, PARENT_ALIASES, SURE, squash, wordsOf } from './aliases.ts';
import { shareOf } from './shape-shares.ts';

export interface OtherTable {
  readonly inspection: TableInspection;
  readonly noun: NounName | 'skip';
}

export interface GuessOptions {
  /** Share of the values that name a record of the noun that is known already (0 to 1); undefined = cannot tell. */
  readonly containsShare?: (to: NounName, by: LinkBy, values: readonly string[]) => number | undefined;
}

/** A column that may stand for a field, and how likely. */
export interface Candidate {
  readonly column: ColumnStats;
  readonly field: string;
  readonly kind: FieldKind;
  readonly part?: 'given' | 'family';
  readonly link?: { readonly to: NounName; readonly by: LinkBy };
  readonly score: number;
}

function commonPrefix(values: readonly string[]): string {
  let prefix = values[0] ?? '';
  for (const value of values) while (!value.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}

/** Whether two columns of ids look like the same kind of id: the same length, the same letters before. */
function alike(left: readonly string[], right: readonly string[]): boolean {
  // Zoho writes the same id with and without its mark.
  const [a, b] = [left, right].map((ids) => ids.map((id) => id.replace(/^zcrm_/, ''))) as [
    string[],
    string[],
  ];
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

export function linkCandidates(
  noun: NounName,
  column: ColumnStats,
  others: readonly OtherTable[],
  options: GuessOptions,
): Candidate[] {
  const found: Candidate[] = [];
  const key = squash(column.header);
  const specs: Readonly<Record<string, FieldSpec>> = nounFields[noun];
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
