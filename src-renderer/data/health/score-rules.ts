/** By what accounts are scored: the cards, the overrides, and who belongs to the saved segments that cards ask for. */
import { hashText } from '#shared/base/hash.ts';
import {
  type ScopeSegment,
  segmentsInUse,
  segmentsOfAccounts,
} from '#shared/domain/segments/scope-segments.ts';
import { parseSegmentRule } from '#shared/domain/segments/segment-rule.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import { drain } from '#shared/domain/table/sliced.ts';
import type { HealthOverride, Scorecard, Signals } from '#shared/model/health.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { AccountFacts } from './account-facts.ts';
import type { Post } from './messages.ts';
import type { On } from './score-row.ts';
import { scorecardsFrom } from './scorecards.ts';
import { startOfLocalDay } from './start-of-day.ts';

export class ScoreRules {
  cards: readonly Scorecard[] = [];
  /** By which rules it is known who belongs to the saved segments that cards ask for; '' = none is asked for. */
  savedBy = '';
  private inUse: readonly ScopeSegment[] = [];
  /** As they were told. */
  private told = { cards: '', overrides: '' };

  /** `fiscalYearStart`: the month in which the user's fiscal year begins, 1 to 12. */
  constructor(
    private readonly db: KizunaDatabase,
    private readonly post: Post,
    private readonly fiscalYearStart: () => number,
  ) {}

  /** Cards and overrides, read again and told where they differ; true: the cards do. */
  async read(): Promise<boolean> {
    const { db } = this;
    const [stored, rows, segments] = await Promise.all([
      db.scorecards.toArray(),
      db.overrides.toArray(),
      db.segments.toArray(),
    ]);
    const cards = scorecardsFrom(stored);
    this.inUse = segmentsInUse(
      cards,
      segments.map(({ id, rule }) => ({ id, rule: parseSegmentRule(rule) })),
    );
    // A card may ask for a segment that is gone: then too it has to be said of each account that it belongs no more.
    const asks = cards.some(({ scope }) => (scope.saved ?? []).length > 0);
    this.savedBy = asks ? hashText([JSON.stringify(this.inUse), String(this.fiscalYearStart())]) : '';
    const overrides = newestOf(rows);
    const before = this.told;
    this.told = { cards: JSON.stringify(cards), overrides: JSON.stringify(overrides) };
    const isNew = before.cards !== this.told.cards;
    if (!isNew && before.overrides === this.told.overrides) return false;
    if (isNew) this.cards = cards;
    this.post({ type: 'cards', cards: this.cards, overrides });
    return isNew;
  }

  /** From what was read for the signals, and nothing besides. */
  segmentsOf(
    facts: readonly AccountFacts[],
    signals: ReadonlyMap<string, Signals>,
    { day, now }: On,
  ): ReadonlyMap<string, readonly string[]> {
    if (this.inUse.length === 0) return new Map();
    const rows = facts.map(({ account, summary }) => toAccountRow(account, summary, day));
    const calendar = { today: day, fiscalYearStart: this.fiscalYearStart(), startOfDay: startOfLocalDay };
    const signalsOf = ({ account }: { readonly account: { readonly id: string } }) =>
      signals.get(account.id) ?? {};
    return drain(segmentsOfAccounts(rows, this.inUse, { calendar, now, signalsOf }));
  }
}

/** Per account the newest; which of them holds depends on the day. */
function newestOf(overrides: readonly HealthOverride[]): HealthOverride[] {
  const newest = new Map<string, HealthOverride>();
  for (const each of overrides)
    if (each.createdAt >= (newest.get(each.account)?.createdAt ?? Number.NEGATIVE_INFINITY))
      newest.set(each.account, each);
  return [...newest.values()];
}
