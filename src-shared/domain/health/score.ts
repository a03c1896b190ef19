/** The health score of one account: what each measure gives, how much of the weight had data, and the band. */
import type { Account } from '../../model/account.ts';
import type {
  Band,
  HealthOverride,
  HealthScore,
  MeasureScore,
  Scorecard,
  ScorecardScope,
  Signals,
} from '../../model/health.ts';
import { bandOf, type CompiledMeasure, compileScorecard, isStale, quotient } from './compile-scorecard.ts';

export interface ScoredOn {
  readonly account: string;
  /** 'YYYY-MM-DD' in the user's zone. */
  readonly day: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

function scoreMeasure(rule: CompiledMeasure, signals: Signals, on: ScoredOn): MeasureScore {
  const { measure, group, weight } = rule;
  const signal = signals[measure];
  if (signal === undefined || !Number.isFinite(signal.value))
    return { measure, group, weight, state: 'missing' };
  if (isStale(signal, rule.shelf, on)) return { measure, group, weight, state: 'stale', signal };
  return { measure, group, weight, state: 'present', signal, points: rule.pointsOf(signal.value) };
}

export function scoreAccount(card: Scorecard, signals: Signals, on: ScoredOn): HealthScore {
  const measures = compileScorecard(card).measures.map((rule) => scoreMeasure(rule, signals, on));
  let sum = 0;
  let present = 0;
  for (const { weight, points } of measures) {
    if (points === undefined) continue;
    sum += weight * points;
    present += weight;
  }
  const value = present > 0 ? quotient(sum, present) : undefined;
  const coverage = Math.min(1, present);
  return {
    account: on.account,
    day: on.day,
    scorecard: card.id,
    version: card.version,
    ...(value === undefined ? {} : { value }),
    coverage,
    band: bandOf(value, coverage, card),
    measures,
  };
}

/** What a scorecard's scope asks of an account. */
export interface Scoped extends Pick<Account, 'segment' | 'touchModel' | 'stage'> {
  /** Ids of the saved segments that it belongs to. */
  readonly saved?: readonly string[];
}

function fits(scope: ScorecardScope, account: Scoped): boolean {
  const within = (list: readonly string[], value: string | undefined) =>
    list.length === 0 || (value !== undefined && list.includes(value));
  return (
    within(scope.segments, account.segment) &&
    within(scope.touchModels, account.touchModel) &&
    within(scope.stages, account.stage) &&
    ((scope.saved ?? []).length === 0 || scope.saved?.some((id) => account.saved?.includes(id)) === true)
  );
}

/**
 * Two cards may ask equally much of an account: a saved segment says more than the segment that the source names, that
 * more than a stage, a stage more than a touch model.
 */
function particularity({ segments, touchModels, stages, saved = [] }: ScorecardScope): number {
  const asks = [touchModels, stages, segments, saved].map((list) => list.length > 0);
  const count = asks.filter(Boolean).length;
  return asks.reduce((sum, asked, place) => sum + (asked ? 2 ** place : 0), count * 16);
}

/** The most particular card that fits, the youngest of equals; undefined when none fits. */
export function scorecardFor(account: Scoped, cards: readonly Scorecard[]): Scorecard | undefined {
  let best: Scorecard | undefined;
  for (const card of cards) {
    if (!fits(card.scope, account)) continue;
    if (best === undefined || outranks(card, best)) best = card;
  }
  return best;
}

function outranks(card: Scorecard, best: Scorecard): boolean {
  const more = particularity(card.scope) - particularity(best.scope);
  if (more !== 0) return more > 0;
  if (card.createdAt !== best.createdAt) return card.createdAt > best.createdAt;
  return card.id < best.id;
}

export interface EffectiveBand {
  readonly band: Band;
  /** What was computed; it stays visible beside an override. */
  readonly computed: Band;
  readonly override?: HealthOverride;
}

export function effectiveBand(
  score: Pick<HealthScore, 'band'>,
  override: HealthOverride | undefined,
  day: string,
): EffectiveBand {
  if (override === undefined || override.until < day) return { band: score.band, computed: score.band };
  return { band: override.band, computed: score.band, override };
}
