/** The scores of the parents whose cards make them of those of their children; worked out again and told as these change. */
import { sameValue } from '#shared/base/same-value.ts';
import { combineParents, type ParentRule } from '#shared/domain/health/combine-parents.ts';
import type { HealthScore, Scorecard } from '#shared/model/health.ts';
import { lookOf } from './kept-scores.ts';
import type { Post } from './messages.ts';
import type { SignalsRow } from './rows.ts';
import { cardOf, type On, scoreRow } from './score-row.ts';

export class ParentScores {
  private combined: ReadonlyMap<string, HealthScore> = new Map();

  /** `rows`: the signals of all accounts as they stand when parents are worked out. */
  constructor(
    private readonly rows: ReadonlyMap<string, SignalsRow>,
    private readonly post: Post,
  ) {}

  has(account: string): boolean {
    return this.combined.has(account);
  }

  /** Undefined: it is scored by itself. */
  get(account: string): HealthScore | undefined {
    return this.combined.get(account);
  }

  accounts(): Iterable<string> {
    return this.combined.keys();
  }

  /** Works out all parents again and tells them when any differs; answers those that differ. */
  combine(cards: readonly Scorecard[], on: On): HealthScore[] {
    const parentOf = new Map<string, string>();
    if (cards.some((card) => card.parents !== 'own'))
      for (const { account, parent } of this.rows.values())
        if (parent !== undefined) parentOf.set(account, parent);
    if (parentOf.size === 0 && this.combined.size === 0) return [];
    const members = new Set([...parentOf.keys(), ...parentOf.values()]);
    const scores = new Map<string, HealthScore>();
    for (const account of members) {
      const row = this.rows.get(account);
      if (row !== undefined) scores.set(account, scoreRow(row, cardOf(row, cards), on));
    }
    const all = combineParents({
      scores,
      parentOf,
      revenueOf: (account) => this.rows.get(account)?.arr ?? [],
      ruleOf: (account) => this.ruleOf(account, cards),
    });
    const combined = new Map([...all].filter(([, score]) => score.from !== undefined));
    const changed = [...combined.values()].filter((score) => {
      const old = this.combined.get(score.account);
      return old === undefined || lookOf(old) !== lookOf(score) || !sameValue(old.weighed, score.weighed);
    });
    const ended = [...this.combined.keys()].some((account) => !combined.has(account));
    this.combined = combined;
    if (changed.length > 0 || ended) this.post({ type: 'combined', scores: [...combined.values()] });
    return changed;
  }

  private ruleOf(account: string, cards: readonly Scorecard[]): ParentRule {
    const row = this.rows.get(account);
    const card = row === undefined ? undefined : cardOf(row, cards);
    return card ?? { parents: 'own', bands: { healthy: 70, watch: 40 }, coverageFloor: 0.4 };
  }
}
