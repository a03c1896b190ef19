/** A segment's rule: conditions in the language of the table's filters, all of them or any of them. */
import type { Json } from '../../model/operation.ts';
import { type Filter, parseFilter } from '../table/view-definition.ts';

export interface SegmentRule {
  readonly match: 'all' | 'any';
  readonly filters: readonly Filter[];
}

/** Every account: a rule that asks nothing. */
export const EVERYONE: SegmentRule = { match: 'all', filters: [] };

/** Undefined for what this version cannot read as a whole: half a rule would choose the wrong accounts. */
export function parseSegmentRule(value: unknown): SegmentRule | undefined {
  if (typeof value !== 'object' || value === null || !('match' in value) || !('filters' in value))
    return undefined;
  const { match, filters } = value;
  if ((match !== 'all' && match !== 'any') || !Array.isArray(filters)) return undefined;
  const parsed = filters.map(parseFilter);
  const known = parsed.filter((filter) => filter !== undefined);
  return known.length === parsed.length ? { match, filters: known } : undefined;
}

/** Plain JSON that shares nothing with the screen's state. */
export function segmentRuleJson({ match, filters }: SegmentRule): Json {
  const json: Json = JSON.parse(JSON.stringify({ match, filters }));
  return json;
}
