/** The scores of the book on the screen's side: figures at hand, the rest worked out from signals when it is asked for. */
import { type EffectiveBand, effectiveBand } from '#shared/domain/health/score.ts';
import type { Band, HealthOverride, HealthScore, Scorecard, Signals } from '#shared/model/health.ts';
import { type FromHealthWorker, type ScoreSlice, TREND_DAYS } from './messages.ts';
import { type PackedSignals, unpackSignals } from './pack-signals.ts';
import { scoreSignals } from './score-row.ts';

/** Change of the score against 7, 30 and 90 days ago; undefined where one of the two is not known. */
export interface HealthTrend {
  readonly days7: number | undefined;
  readonly days30: number | undefined;
  readonly days90: number | undefined;
}

/** What a list shows of a score; see `HealthScore` for the rest. */
export interface HealthFigure {
  /** 0 to 100; undefined when no measure is present. */
  readonly value: number | undefined;
  readonly coverage: number;
  /** As computed. */
  readonly band: Band;
  readonly trend: HealthTrend;
}

interface Entry {
  readonly signals: PackedSignals;
  readonly figure: HealthFigure;
  /** Scores of TREND_DAYS ago. */
  readonly past: Float64Array;
  readonly card: Scorecard | undefined;
  readonly day: string;
  readonly now: number;
  score: HealthScore | undefined;
}

function trendOf(value: number | undefined, band: Band, past: Float64Array): HealthTrend {
  const [days7, days30, days90] = Array.from(past, (then) =>
    value === undefined || band === 'unknown' || Number.isNaN(then) ? undefined : value - then,
  );
  return { days7, days30, days90 };
}

const NO_SIGNALS: PackedSignals = { m: '', v: [] };

export class ScoredAccounts {
  private readonly entries = new Map<string, Entry>();
  private combined: ReadonlyMap<string, HealthScore> = new Map();
  private newest: ReadonlyMap<string, HealthOverride> = new Map();
  cards: readonly Scorecard[] = [];
  /** Of the newest scoring. */
  day = '';

  get size(): number {
    return this.entries.size;
  }

  accounts(): IterableIterator<string> {
    return this.entries.keys();
  }

  has(account: string): boolean {
    return this.entries.has(account);
  }

  take(message: Extract<FromHealthWorker, { type: 'cards' | 'scores' | 'combined' | 'removed' }>): void {
    switch (message.type) {
      case 'cards':
        this.cards = message.cards;
        this.newest = new Map(message.overrides.map((each) => [each.account, each]));
        return;
      case 'scores':
        this.takeSlice(message.slice);
        return;
      case 'combined':
        this.combined = new Map(message.scores.map((score) => [score.account, score]));
        return;
      case 'removed':
        for (const account of message.accounts) this.entries.delete(account);
    }
  }

  private takeSlice({ day, now, accounts, signals, cards, values, coverage, bands, past }: ScoreSlice): void {
    this.day = day;
    accounts.forEach((account, i) => {
      const value = Number.isNaN(values[i]) ? undefined : values[i];
      const band = bands[i] ?? 'unknown';
      const then = past.subarray(i * TREND_DAYS.length, (i + 1) * TREND_DAYS.length);
      const trend = trendOf(value, band, then);
      this.entries.set(account, {
        signals: signals?.[i] ?? this.entries.get(account)?.signals ?? NO_SIGNALS,
        figure: { value, coverage: coverage[i] ?? 0, band, trend },
        past: then,
        card: this.cards[cards[i] ?? -1],
        day,
        now,
        score: undefined,
      });
    });
  }

  figureOf(account: string): HealthFigure | undefined {
    const entry = this.entries.get(account);
    const combined = this.combined.get(account);
    if (entry === undefined || combined === undefined) return entry?.figure;
    const { value, coverage, band } = combined;
    return { value, coverage, band, trend: trendOf(value, band, entry.past) };
  }

  scoreOf(account: string): HealthScore | undefined {
    const combined = this.combined.get(account);
    if (combined !== undefined) return combined;
    const entry = this.entries.get(account);
    if (entry === undefined) return undefined;
    entry.score ??= scoreSignals(account, unpackSignals(entry.signals), entry.card, entry);
    return entry.score;
  }

  signalsOf(account: string): Signals {
    return unpackSignals(this.entries.get(account)?.signals ?? NO_SIGNALS);
  }

  cardOf(account: string): Scorecard | undefined {
    return this.entries.get(account)?.card;
  }

  /** The one that holds today. */
  overrideOf(account: string): HealthOverride | undefined {
    const override = this.newest.get(account);
    return override === undefined || override.until < this.day ? undefined : override;
  }

  /** As it counts: an override that holds comes first. */
  bandOf(account: string): EffectiveBand {
    const band = this.figureOf(account)?.band ?? 'unknown';
    return effectiveBand({ band }, this.overrideOf(account), this.day);
  }
}
