/** What would change a score: per measure the smallest natural step that gains points, and what data are missing. */
import type { HealthScore, MeasureId, MeasureScore, Scorecard, Signal } from '../../model/health.ts';
import { compileScorecard } from './compile-scorecard.ts';
import type { HelpfulStep, NeededData, StepUnit } from './health-terms.ts';

/** The raw values that one, two, three … steps lead to. */
interface Ladder {
  readonly unit: StepUnit;
  /** The value after `count` steps; undefined where there are not so many. */
  readonly after: (count: number) => number | undefined;
  /** Steps come in these: fives of per cent, whole tickets. */
  readonly by?: number;
}

const MOST_STEPS = 60;

/** Points of the score from which a step is worth naming as the smallest. */
const WORTH = 0.95;
/** Gains below this are not worth saying. */
const LEAST = 0.45;

function counted(unit: StepUnit, { n, of }: Signal, cap?: number): Ladder | undefined {
  if (n === undefined || of === undefined || !(of > 0)) return undefined;
  return { unit, after: (count) => (n + count > of && cap === 1 ? undefined : (n + count) / of) };
}

/** Nobody counts single uses of thousands: about a hundredth of the whole, as a round figure. */
function stride(of: number): number {
  const rough = of / 100;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(rough)));
  return rough <= 1 ? 1 : ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
}

/** A trend: more in each of the weeks that count, against the same weeks before. */
function trend(unit: StepUnit, signal: Signal): Ladder | undefined {
  const { value, n, of, season } = signal;
  if (n === undefined || of === undefined || !(of > 0)) return undefined;
  if (season !== true) return { unit, by: stride(of), after: (count) => value + count / of };
  // What the season explains is not gained a second time: more use first makes up for the season's own fall.
  const after = (count: number) =>
    Math.max((n + count) / of - 1, Math.min(0, ((1 + value) * (n + count)) / n - 1));
  return n > 0 ? { unit, by: stride(of), after } : undefined;
}

function support({ value, n, of }: Signal): Ladder | undefined {
  if (n === undefined || of === undefined || n <= 0) return undefined;
  return { unit: 'fewer-tickets', after: (count) => (count > n ? undefined : (value * (n - count)) / n) };
}

/** Severe tickets weigh three: closing one of them comes first. */
function openTickets({ value, n }: Signal): Ladder {
  const open = n ?? value;
  const severe = Math.round((value - open) / 2);
  if (severe > 0)
    return { unit: 'close-severe', after: (count) => (count > severe ? undefined : value - 3 * count) };
  return { unit: 'close-tickets', after: (count) => (count > open ? undefined : value - count) };
}

const once = (unit: StepUnit, to: number): Ladder => ({
  unit,
  after: (count) => (count === 1 ? to : undefined),
});

const share = (unit: StepUnit, { value }: Signal): Ladder => ({
  unit,
  by: 5,
  after: (count) => (value >= 1 ? undefined : Math.min(1, value + count / 100)),
});

const LADDERS: Readonly<Record<MeasureId, (signal: Signal) => Ladder | undefined>> = {
  'active-rate': (signal) => counted('active-users', signal, 1),
  'active-trend': (signal) => trend('users-a-week', signal),
  'login-frequency': (signal) => {
    const ladder = counted('uses-a-week', signal);
    // Few people use it a little: single uses a week; many: one more for each of them.
    return (signal.of ?? 0) > 20 ? { unit: 'uses-each', after: (count) => signal.value + count } : ladder;
  },
  'usage-trend': (signal) => (signal.span === undefined ? trend('uses-a-week', signal) : undefined),
  'feature-breadth': (signal) => counted('features', signal, 1),
  'support-load': support,
  'open-severity': openTickets,
  'time-to-resolve': ({ value }) => ({
    unit: 'hours-faster',
    after: (count) => (count >= value ? undefined : value - count),
  }),
  nps: ({ of }) => (of === undefined ? undefined : once('promoters', of)),
  csat: ({ of }) => (of === undefined ? undefined : once('satisfied-answers', of)),
  'touch-cadence': () => once('touch', 0),
  'executive-contact': () => once('executive-touch', 0),
  'champion-contact': () => once('champion-touch', 0),
  'champion-change': ({ value }) => (value > 0 ? once('name-champion', 0) : undefined),
  'contract-trend': ({ value }) => ({
    unit: 'growth',
    by: 5,
    // Of what is left now; what has ended has to be won again, not grown.
    after: (count) => (value <= -1 ? undefined : (1 + value) * (1 + count / 100) - 1),
  }),
  'renewal-days': ({ value }) => once('renew', Math.max(0, value) + 365),
  'onboarding-progress': (signal) => share('onboarding-points', signal),
  'plan-progress': (signal) => share('plan-points', signal),
  'invoice-status': ({ value }) => (value > 0 ? once('pay-invoice', 0) : undefined),
  sentiment: ({ value }) => ({
    unit: 'sentiment-steps',
    after: (count) => (value + count > 5 ? undefined : value + count),
  }),
};

function stepOf(
  score: MeasureScore,
  pointsOf: (raw: number) => number,
  share: number,
): HelpfulStep | undefined {
  const { measure, signal, points } = score;
  if (signal === undefined || points === undefined || points >= 100) return undefined;
  const ladder = LADDERS[measure](signal);
  if (ladder === undefined) return undefined;
  let best: HelpfulStep | undefined;
  const by = ladder.by ?? 1;
  for (let step = 1; step <= MOST_STEPS; step++) {
    const count = step * by;
    const to = ladder.after(count);
    if (to === undefined) break;
    const gain = share * (pointsOf(to) - points);
    if (gain > (best?.gain ?? 0) + 1e-9) best = { measure, unit: ladder.unit, count, to, gain };
    if (gain >= WORTH) break;
  }
  return best !== undefined && best.gain >= LEAST ? best : undefined;
}

/** All contracts have ended: no touch brings them back. */
function hasEnded({ measures }: HealthScore): boolean {
  return measures.some(({ measure, signal }) => measure === 'contract-trend' && signal?.value === -1);
}

/**
 * The steps that gain points, the largest gain first. `card` is the one that the score was made by; a score that a
 * parent has from its children is helped at the children, and where there are too few data for a score, data help.
 */
export function whatWouldHelp(card: Scorecard, score: HealthScore): HelpfulStep[] {
  if (score.from !== undefined || score.band === 'unknown' || hasEnded(score)) return [];
  const rules = new Map(
    compileScorecard(card).measures.map((rule) => [`${rule.group}\u001f${rule.measure}`, rule]),
  );
  return score.measures
    .flatMap((each) => {
      const rule = rules.get(`${each.group}\u001f${each.measure}`);
      return rule === undefined ? [] : (stepOf(each, rule.pointsOf, each.weight / score.coverage) ?? []);
    })
    .sort((a, b) => b.gain - a.gain || (a.measure < b.measure ? -1 : 1));
}

/** Measures without usable data, the heaviest first; the language says what each would need. */
export function whatIsMissing(score: HealthScore): NeededData[] {
  return score.measures
    .flatMap(({ measure, state, weight, signal }): NeededData[] =>
      state === 'present' ? [] : [{ measure, state, weight, ...(signal === undefined ? {} : { signal }) }],
    )
    .sort((a, b) => b.weight - a.weight || (a.measure < b.measure ? -1 : 1));
}
