/** The scorecards: those that Kizuna brings, as they are or as the user changed them, and the user's own. */
import { err, ok } from '#shared/base/result.ts';
import { sameValue } from '#shared/base/same-value.ts';
import { cardKey } from '#shared/domain/health/explain-change.ts';
import { STANDARD_CARDS } from '#shared/domain/health/standard-scorecards.ts';
import type { HealthScore, Scorecard, ScorecardVersion } from '#shared/model/health.ts';
import type { Change, Json } from '#shared/model/operation.ts';
import { scopeOf } from '../apply-operation.ts';
import { intoBin } from '../bin.ts';
import { toJsonRecord } from '../operations.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { Store } from '../store.ts';
import type { WriteError } from '../write-with-outbox.ts';

/** What a person decides about a card; version, note and dates follow. */
export type ScorecardInput = Omit<Scorecard, 'version' | 'note' | 'createdAt' | 'updatedAt'>;

const CONTENT = ['name', 'groups', 'coverageFloor', 'bands', 'scope', 'parents'] as const;
const SCOPE = [
  ...new Set([
    ...scopeOf([{ type: 'set', table: 'scorecards', id: '', fields: {} }]),
    'scorecardVersions',
    'bin',
  ]),
];

/** Delivered ones first, then the user's own in the order in which they were made. */
export function scorecardsFrom(stored: readonly Scorecard[]): Scorecard[] {
  const rows = new Map(stored.map((card) => [card.id, card]));
  const cards = STANDARD_CARDS.map((card) => rows.get(card.id) ?? card);
  for (const { id } of STANDARD_CARDS) rows.delete(id);
  return [...cards, ...[...rows.values()].sort((a, b) => a.createdAt - b.createdAt)];
}

export async function readScorecards(db: KizunaDatabase): Promise<Scorecard[]> {
  return scorecardsFrom(await db.scorecards.toArray());
}

function deliveredCard(id: string): Scorecard | undefined {
  return STANDARD_CARDS.find((card) => card.id === id);
}

export function isDelivered(id: string): boolean {
  return deliveredCard(id) !== undefined;
}

function contentOf(card: ScorecardInput): Record<string, Json> {
  const all = toJsonRecord({ ...card });
  return Object.fromEntries(CONTENT.map((field) => [field, all[field] ?? null]));
}

/** Whether a delivered card is not as delivered any more. */
export function isChanged(card: Scorecard): boolean {
  const delivered = deliveredCard(card.id);
  return delivered !== undefined && !sameValue(contentOf(card), contentOf(delivered));
}

/** Earlier versions, the newest first. */
export async function scorecardVersions(db: KizunaDatabase, id: string): Promise<ScorecardVersion[]> {
  const versions = await db.scorecardVersions.where('scorecard').equals(id).toArray();
  return versions.sort((a, b) => b.record.version - a.record.version);
}

/** The cards by which scores were made, by `cardKey`, as far as their versions are still known. */
export async function cardsOfScores(
  db: KizunaDatabase,
  scores: readonly Pick<HealthScore, 'scorecard' | 'version'>[],
): Promise<ReadonlyMap<string, Scorecard>> {
  const known = new Map<string, Scorecard>();
  for (const card of [...STANDARD_CARDS, ...(await readScorecards(db))])
    known.set(cardKey({ scorecard: card.id, version: card.version }), card);
  const missing = [...new Set(scores.map(cardKey))].filter((key) => !known.has(key));
  if (missing.length === 0) return known;
  for (const version of await db.scorecardVersions.bulkGet(missing))
    if (version !== undefined) known.set(version.id, version.record);
  return known;
}

function versionOf(card: Scorecard, at: number): Change {
  const id = cardKey({ scorecard: card.id, version: card.version });
  const record = toJsonRecord({
    id,
    scorecard: card.id,
    at,
    record: { ...card },
    createdAt: at,
    updatedAt: at,
  });
  return { type: 'add', table: 'scorecardVersions', record };
}

/** Inside the transaction: the changes that make `content` the card's next version; none when it is that already. */
function savingChanges(
  id: string,
  content: Readonly<Record<string, Json>>,
  note: string,
  known: { readonly stored: Scorecard | undefined; readonly delivered: Scorecard | undefined },
  now: number,
): Change[] {
  const before = known.stored ?? known.delivered;
  if (before !== undefined && sameValue(contentOf(before), content)) return [];
  const version = (before?.version ?? 0) + 1;
  const earlier = before === undefined ? [] : [versionOf(before, now)];
  if (known.stored === undefined) {
    const createdAt = before?.createdAt ?? now;
    const record = { id, ...content, version, note, createdAt, updatedAt: now };
    return [...earlier, { type: 'add', table: 'scorecards', record }];
  }
  const old = toJsonRecord({ ...known.stored });
  const wanted: Record<string, Json> = { ...content, version, note };
  const fields = Object.entries(wanted).flatMap(([field, to]): [string, [Json, Json]][] => {
    const from = old[field] ?? null;
    return sameValue(from, to) ? [] : [[field, [from, to]]];
  });
  return [...earlier, { type: 'set', table: 'scorecards', id, fields: Object.fromEntries(fields) }];
}

/** The version before is kept. The value is undefined when nothing differs. */
export function saveScorecard({ db, decideAndWrite, clock }: Store, card: ScorecardInput, note: string) {
  return decideAndWrite<WriteError>('scorecard.save', SCOPE, async () => {
    const known = { stored: await db.scorecards.get(card.id), delivered: deliveredCard(card.id) };
    return ok(savingChanges(card.id, contentOf(card), note.trim(), known, clock.now()));
  });
}

/** A delivered card is as delivered again, as its next version. */
export function resetScorecard({ db, decideAndWrite, clock }: Store, id: string) {
  return decideAndWrite<WriteError>('scorecard.reset', SCOPE, async () => {
    const delivered = deliveredCard(id);
    if (delivered === undefined) return err({ type: 'no-such-record', table: 'scorecards', id });
    const stored = await db.scorecards.get(id);
    if (stored === undefined) return ok([]);
    return ok(savingChanges(id, contentOf(delivered), '', { stored, delivered }, clock.now()));
  });
}

/** One of the user's own goes into the bin. */
export function removeScorecard({ db, decideAndWrite, clock }: Store, id: string) {
  return decideAndWrite<WriteError>('scorecard.remove', SCOPE, async () => {
    const row = isDelivered(id) ? undefined : await db.scorecards.get(id);
    if (row === undefined) return err({ type: 'no-such-record', table: 'scorecards', id });
    return ok(intoBin('scorecards', { ...row }, clock.now()));
  });
}
