/** Who would move by an edited scorecard: the whole book scored before and after, only what changed worked out again. Pure. */
import { combineParents, type ParentRule, type Revenue } from '#shared/domain/health/combine-parents.ts';
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
import type { Band, HealthScore, MeasureId, Scorecard, Signals } from '#shared/model/health.ts';

export interface PreviewAccount {
  readonly id: string;
  readonly name: string;
  readonly scope: Scoped;
  /** The account above it. */
  readonly parent?: string;
  /** Yearly and recurring. */
  readonly revenue?: Revenue;
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
  /** Of the weight, 0 to 1: the score is never shown without it. */
  readonly coverage: number;
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
  /** Accounts of either, and parents whose score is made of theirs. */
  readonly concerned: number;
  /** All concerned by band. */
  readonly before: Readonly<Record<Band, number>>;
  readonly after: Readonly<Record<Band, number>>;
  /** Those that change band, the largest change of score first. */
  readonly movers: readonly Mover[];
  /** Those whose score moves by a point or more. */
  readonly touched: number;
}

const UNSCORED: Standing = { value: undefined, band: 'unknown', coverage: 0 };
const NO_RULE: ParentRule = { parents: 'own', bands: { healthy: 70, watch: 40 }, coverageFloor: 0.4 };

function standingAt(scores: ScoreColumns, place: number): Standing {
  const value = scores.values[place];
  return {
    value: value === undefined || Number.isNaN(value) ? undefined : value,
    band: bandAt(scores, place),
    coverage: scores.coverage[place] ?? 0,
  };
}

const isSame = (a: Standing, b: Standing) => a.value === b.value && a.band === b.band;

/** What combining asks of a score: the measures are nobody's business here. */
function bareScore(account: string, { value, band, coverage }: Standing): HealthScore {
  const bare = { account, day: '', scorecard: '', version: 0, coverage, band, measures: [] };
  return value === undefined ? bare : { ...bare, value };
}

const noBands = (): Record<Band, number> => ({ healthy: 0, watch: 0, 'at-risk': 0, unknown: 0 });

function jump({ from, to }: Mover): number {
  return Math.abs((to.value ?? 0) - (from.value ?? 0));
}

interface Family {
  readonly parentOf: ReadonlyMap<string, string>;
  /** Of all who are a parent or have one. */
  readonly places: ReadonlyMap<string, number>;
}

function familyOf(accounts: readonly PreviewAccount[]): Family {
  const all = new Map(accounts.map(({ id }, place) => [id, place]));
  const parentOf = new Map<string, string>();
  const places = new Map<string, number>();
  for (const [place, { id, parent }] of accounts.entries()) {
    const above = parent === undefined ? undefined : all.get(parent);
    if (parent === undefined || above === undefined) continue;
    parentOf.set(id, parent);
    places.set(id, place);
    places.set(parent, above);
  }
  return { parentOf, places };
}

/** Remembers points by curve and shelf life: a changed weight weighs them again and no more. */
export class Previewer {
  private readonly book: PreviewBook;
  private readonly points = new Map<MeasureId, { curve: unknown; shelf: number; column: Float64Array }>();
  private readonly scored = new WeakMap<Scorecard, ScoreColumns>();
  private family: Family | undefined;

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

  private standing(card: Scorecard | undefined, place: number): Standing {
    return card === undefined ? UNSCORED : standingAt(this.scores(card), place);
  }

  /** Parents whose score is not their own, by their place. */
  private parents(cards: readonly Scorecard[]): ReadonlyMap<number, Standing> {
    const { accounts } = this.book;
    this.family ??= familyOf(accounts);
    const { parentOf, places } = this.family;
    if (parentOf.size === 0 || cards.every(({ parents }) => parents === 'own')) return new Map();
    const cardBy = new Map<string, Scorecard | undefined>();
    const scores = new Map<string, HealthScore>();
    for (const [account, place] of places) {
      const card = scorecardFor(accounts[place]?.scope ?? {}, cards);
      cardBy.set(account, card);
      scores.set(account, bareScore(account, this.standing(card, place)));
    }
    const combined = combineParents({
      scores,
      parentOf,
      revenueOf: (account) => accounts[places.get(account) ?? -1]?.revenue ?? [],
      ruleOf: (account) => cardBy.get(account) ?? NO_RULE,
    });
    return new Map(
      [...combined].flatMap(([account, { from, value, band, coverage }]): [number, Standing][] => {
        const place = places.get(account);
        return from === undefined || place === undefined ? [] : [[place, { value, band, coverage }]];
      }),
    );
  }

  /** `saved`: all cards as they are; `draft` takes the place of the one with its id, or comes to them. */
  preview(saved: readonly Scorecard[], draft: Scorecard): Preview {
    const isSaved = saved.some((card) => card.id === draft.id);
    const edited = isSaved ? saved.map((card) => (card.id === draft.id ? draft : card)) : [...saved, draft];
    const [oldParents, youngParents] = [this.parents(saved), this.parents(edited)];
    const before = noBands();
    const after = noBands();
    const movers: Mover[] = [];
    let [appliedBefore, applied, touched, concerned] = [0, 0, 0, 0];
    this.book.accounts.forEach(({ id, name, scope }, place) => {
      const old = scorecardFor(scope, saved);
      const young = scorecardFor(scope, edited);
      const isOf = old?.id === draft.id || young?.id === draft.id;
      // The score of a parent can move by a card that is not its own.
      if (!isOf && !oldParents.has(place) && !youngParents.has(place)) return;
      const from = oldParents.get(place) ?? this.standing(old, place);
      const to = youngParents.get(place) ?? this.standing(young, place);
      if (!isOf && isSame(from, to)) return;
      if (old?.id === draft.id) appliedBefore++;
      if (young?.id === draft.id) applied++;
      concerned++;
      before[from.band]++;
      after[to.band]++;
      const mover = { id, name, from, to };
      if (from.band !== to.band) movers.push(mover);
      if (Math.round(from.value ?? 0) !== Math.round(to.value ?? 0)) touched++;
    });
    movers.sort((a, b) => jump(b) - jump(a) || (a.id < b.id ? -1 : 1));
    return { appliedBefore, applied, concerned, before, after, movers, touched };
  }
}
