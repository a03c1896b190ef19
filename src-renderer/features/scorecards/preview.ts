/** Who would move by an edited scorecard: the whole book scored before and after, only what changed worked out again. Pure. */
import { type CompiledMeasure, compileScorecard } from '#shared/domain/health/compile-scorecard.ts';
import { type Scoped, scorecardFor } from '#shared/domain/health/score.ts';
import {
  bandAt,
  pointColumn,
  type ScoreColumns,
  type SignalColumns,
  signalColumns,
  weighColumns,
} from '#shared/domain/health/score-columns.ts';
import type { Band, MeasureId, Scorecard, Signals } from '#shared/model/health.ts';

export interface PreviewAccount {
  readonly id: string;
  readonly name: string;
  readonly scope: Scoped;
}

export interface PreviewBook {
  readonly accounts: readonly PreviewAccount[];
  readonly columns: SignalColumns;
  readonly day: string;
  readonly now: number;
}

export function previewBook(
  accounts: readonly PreviewAccount[],
  signals: readonly Signals[],
  day: string,
  now: number,
): PreviewBook {
  return { accounts, columns: signalColumns(signals), day, now };
}

export interface Standing {
  readonly value: number | undefined;
  readonly band: Band;
}

export interface Mover {
  readonly id: string;
  readonly name: string;
  readonly from: Standing;
  readonly to: Standing;
}

export interface Preview {
  /** Accounts that the card applies to, before and after. */
  readonly appliedBefore: number;
  readonly applied: number;
  /** Accounts of either by band. */
  readonly before: Readonly<Record<Band, number>>;
  readonly after: Readonly<Record<Band, number>>;
  /** Those that change band, the largest change of score first. */
  readonly movers: readonly Mover[];
  /** Those whose score moves by a point or more. */
  readonly touched: number;
}

const UNSCORED: Standing = { value: undefined, band: 'unknown' };

function standingAt(scores: ScoreColumns, place: number): Standing {
  const value = scores.values[place];
  return {
    value: value === undefined || Number.isNaN(value) ? undefined : value,
    band: bandAt(scores, place),
  };
}

const noBands = (): Record<Band, number> => ({ healthy: 0, watch: 0, 'at-risk': 0, unknown: 0 });

function jump({ from, to }: Mover): number {
  return Math.abs((to.value ?? 0) - (from.value ?? 0));
}

/** Remembers points by curve and shelf life: a changed weight weighs them again and no more. */
export class Previewer {
  private readonly book: PreviewBook;
  private readonly points = new Map<MeasureId, { curve: unknown; shelf: number; column: Float64Array }>();
  private readonly scored = new WeakMap<Scorecard, ScoreColumns>();

  constructor(book: PreviewBook) {
    this.book = book;
  }

  private column(card: Scorecard, measure: CompiledMeasure): Float64Array {
    const rule = card.groups
      .find((group) => group.id === measure.group)
      ?.measures.find((each) => each.measure === measure.measure);
    const known = this.points.get(measure.measure);
    if (known !== undefined && known.curve === rule?.curve && known.shelf === measure.shelf)
      return known.column;
    const column = pointColumn(measure, this.book.columns, this.book);
    this.points.set(measure.measure, { curve: rule?.curve, shelf: measure.shelf, column });
    return column;
  }

  private scores(card: Scorecard): ScoreColumns {
    const known = this.scored.get(card);
    if (known !== undefined) return known;
    const compiled = compileScorecard(card);
    const points = compiled.measures.map((measure) => this.column(card, measure));
    const scores = weighColumns(compiled, points, this.book.columns.count);
    this.scored.set(card, scores);
    return scores;
  }

  /** `saved`: all cards as they are; `draft` takes the place of the one with its id. */
  preview(saved: readonly Scorecard[], draft: Scorecard): Preview {
    const edited = saved.map((card) => (card.id === draft.id ? draft : card));
    const before = noBands();
    const after = noBands();
    const movers: Mover[] = [];
    let [appliedBefore, applied, touched] = [0, 0, 0];
    this.book.accounts.forEach(({ id, name, scope }, place) => {
      const old = scorecardFor(scope, saved);
      const young = scorecardFor(scope, edited);
      if (old?.id !== draft.id && young?.id !== draft.id) return;
      if (old?.id === draft.id) appliedBefore++;
      if (young?.id === draft.id) applied++;
      const from = old === undefined ? UNSCORED : standingAt(this.scores(old), place);
      const to = young === undefined ? UNSCORED : standingAt(this.scores(young), place);
      before[from.band]++;
      after[to.band]++;
      const mover = { id, name, from, to };
      if (from.band !== to.band) movers.push(mover);
      if (Math.round(from.value ?? 0) !== Math.round(to.value ?? 0)) touched++;
    });
    movers.sort((a, b) => jump(b) - jump(a) || (a.id < b.id ? -1 : 1));
    return { appliedBefore, applied, before, after, movers, touched };
  }
}
