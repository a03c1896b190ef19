/** Scorecards as JSON files: what a colleague gives is checked as a whole before any of it is taken. */
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../base/result.ts';
import type { MeasureGroup, Scorecard } from '../../model/health.ts';
import { checkScorecard, isMeasure, type ScorecardIssue } from './check-scorecard.ts';

/** What a file carries: all but identity, version and dates. */
export type ScorecardContent = Pick<
  Scorecard,
  'name' | 'note' | 'groups' | 'coverageFloor' | 'bands' | 'scope' | 'parents'
>;

export type ScorecardFileError =
  | { readonly type: 'too-long' }
  | { readonly type: 'not-json' }
  /** JSON, but of something else. */
  | { readonly type: 'not-a-scorecard' }
  /** Written by a later version of Kizuna. */
  | { readonly type: 'newer'; readonly format: number }
  /** A place in the file, as "groups.0.weight". */
  | { readonly type: 'wrong-shape'; readonly path: string }
  | { readonly type: 'issues'; readonly issues: readonly ScorecardIssue[] };

const LONGEST = 500_000;
const FORMAT = 1;

const curve = z.object({
  type: z.enum(['line', 'steps']),
  points: z.array(z.tuple([z.number(), z.number()])).check(z.maxLength(50)),
});
const measure = z.object({
  measure: z.string(),
  weight: z.number(),
  curve,
  shelfDays: z.number(),
});
const text = z.string().check(z.maxLength(200));
const group = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z._default(text, ''),
  weight: z.number(),
  measures: z.array(measure).check(z.maxLength(100)),
});
const labels = z._default(z.array(text).check(z.maxLength(200)), []);

export const scorecardFileSchema = z.object({
  kizuna: z.literal('scorecard'),
  format: z.int(),
  name: text,
  note: z._default(z.string().check(z.maxLength(2000)), ''),
  groups: z.array(group).check(z.maxLength(50)),
  coverageFloor: z._default(z.number(), 0.4),
  bands: z._default(z.object({ healthy: z.number(), watch: z.number() }), { healthy: 70, watch: 40 }),
  // Saved segments are named by their ids: in another book they are gone, and the card then applies to nobody there.
  scope: z._default(
    z.object({ segments: labels, touchModels: labels, stages: labels, saved: z.optional(labels) }),
    { segments: [], touchModels: [], stages: [] },
  ),
  parents: z._default(z.enum(['own', 'by-arr', 'worst']), 'own'),
});

/** `name` is what the screen shows: a delivered card carries none of its own. */
export function writeScorecardFile(card: Scorecard, name: string): string {
  const { note, groups, coverageFloor, bands, scope, parents } = card;
  const content = {
    kizuna: 'scorecard',
    format: FORMAT,
    name,
    note,
    groups,
    coverageFloor,
    bands,
    scope,
    parents,
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function parsed(text: string): Result<unknown, ScorecardFileError> {
  if (text.length > LONGEST) return err({ type: 'too-long' });
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return err({ type: 'not-json' });
  }
}

function headOf(json: unknown): { kizuna?: unknown; format?: unknown } {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
}

/** What has the shape of a scorecard, sense or nonsense: also what is half edited. Undefined for anything else. */
export function readScorecardShape(json: unknown): ScorecardContent | undefined {
  const read = scorecardFileSchema.safeParse(json);
  return read.success ? contentOf(read.data) : undefined;
}

/** Measures that this version does not know are left out. */
function contentOf(data: z.infer<typeof scorecardFileSchema>): ScorecardContent {
  const { name, note, coverageFloor, bands, parents } = data;
  const { saved = [], ...others } = data.scope;
  const scope = saved.length === 0 ? others : { ...others, saved };
  const groups = data.groups.map(
    (each): MeasureGroup => ({
      ...each,
      measures: each.measures.flatMap(({ measure: id, ...rule }) =>
        isMeasure(id) ? [{ measure: id, ...rule }] : [],
      ),
    }),
  );
  return { name: name.trim(), note, groups, coverageFloor, bands, scope, parents };
}

export function readScorecardFile(text: string): Result<ScorecardContent, ScorecardFileError> {
  const json = parsed(text);
  if (!json.ok) return json;
  const { kizuna, format } = headOf(json.value);
  if (kizuna !== 'scorecard') return err({ type: 'not-a-scorecard' });
  if (typeof format === 'number' && format > FORMAT) return err({ type: 'newer', format });
  const read = scorecardFileSchema.safeParse(json.value);
  if (!read.success) return err({ type: 'wrong-shape', path: (read.error.issues[0]?.path ?? []).join('.') });
  const issues = checkScorecard(read.data);
  return issues.length > 0 ? err({ type: 'issues', issues }) : ok(contentOf(read.data));
}
