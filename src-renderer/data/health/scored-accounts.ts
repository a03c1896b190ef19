/** The scores of the book on the screen's side: figures at hand, the rest worked out from signals when it is asked for. */
import { type EffectiveBand, effectiveBand } from '#shared/domain/health/score.ts';
import { shownChange } from '#shared/domain/health/shown-change.ts';
import type { Band, HealthOverride, HealthScore, Scorecard, Signals } from '#shared/model/health.ts';
import { type FromHealthWorker, type ScoreSlice, TREND_DAYS } from './messages.ts';
import { type SignalColumns, signalsAt, unpackSignals } from './pack-signals.ts';
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

/** Where an account's figures stand in the slice that told them; objects are made of them when somebody asks. */
interface Entry {
  readonly slice: ScoreSlice;
  readonly place: number;
  /** Of this slice or an earlier one, with the account's place in it. */
  readonly signals: SignalColumns | undefined;
  readonly signalsPlace: number;
  readonly card: Scorecard | undefined;
  figure: HealthFigure | undefined;
  score: HealthScore | undefined;
}

function trendOf(value: number | undefined, band: Band, { slice, place }: Entry): HealthTrend {
  const against = (days: number): number | undefined => {
    const then = slice.past[place * TREND_DAYS.length + days] ?? Number.NaN;
    return value === undefined || band === 'unknown' || Number.isNaN(then)
      ? undefined
      : shownChange(then, value);
  };
  return { days7: against(0), days30: against(1), days90: against(2) };
}

function figureIn(entry: Entry): HealthFigure {
  const { slice, place } = entry;
  const told = slice.values[place] ?? Number.NaN;
  const value = Number.isNaN(told) ? undefined : told;
  const band = slice.bands[place] ?? 'unknown';
  return { value, coverage: slice.coverage[place] ?? 0, band, trend: trendOf(value, band, entry) };
}

function signalsIn({ signals, signalsPlace }: Entry): Signals {
  return signals === undefined ? {} : unpackSignals(signalsAt(signals, signalsPlace));
}

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

  private takeSlice(slice: ScoreSlice): void {
    this.day = slice.day;
    slice.accounts.forEach((account, place) => {
      const before = slice.signals === undefined ? this.entries.get(account) : undefined;
      this.entries.set(account, {
        slice,
        place,
        signals: slice.signals ?? before?.signals,
        signalsPlace: before?.signalsPlace ?? place,
        card: this.cards[slice.cards[place] ?? -1],
        figure: undefined,
        score: undefined,
      });
    });
  }

  figureOf(account: string): HealthFigure | undefined {
    const entry = this.entries.get(account);
    if (entry === undefined) return undefined;
    const combined = this.combined.get(account);
    if (combined === undefined) {
      entry.figure ??= figureIn(entry);
      return entry.figure;
    }
    const { value, coverage, band } = combined;
    return { value, coverage, band, trend: trendOf(value, band, entry) };
  }

  scoreOf(account: string): HealthScore | undefined {
    const combined = this.combined.get(account);
    if (combined !== undefined) return combined;
    const entry = this.entries.get(account);
    if (entry === undefined) return undefined;
    entry.score ??= scoreSignals(account, signalsIn(entry), entry.card, entry.slice);
    return entry.score;
  }

  signalsOf(account: string): Signals {
    const entry = this.entries.get(account);
    return entry === undefined ? {} : signalsIn(entry);
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
