/** English words of health that several screens share: bands, groups, causes, steps that help, the summing sentence. */
import type {
  Cause,
  ChangePart,
  HelpfulStep,
  SentenceFact,
  StandardGroup,
  StandardScorecard,
  StepUnit,
  SummarySentence,
} from '#shared/domain/health/health-terms.ts';
import type { Band, MeasureId, MeasureScore, SignalSource } from '#shared/model/health.ts';
import { tenths } from '../finer.ts';
import { formatCount, plural } from '../plural.ts';
import { healthMeasures } from './health-measures.ts';
import { type Effect, percent } from './measure-figures.ts';

const bands: Readonly<Record<Band, string>> = {
  healthy: 'Healthy',
  watch: 'Watch',
  'at-risk': 'At risk',
  unknown: 'Not enough data',
};

const causes: Readonly<Record<Cause, string>> = {
  value: 'the value changed',
  appeared: 'enough data now',
  missing: 'too little data by now',
  aged: 'data are too old',
  weight: 'the weight changed',
  curve: 'the curve changed',
};

const groups: Readonly<Record<StandardGroup, string>> = {
  usage: 'Usage',
  support: 'Support',
  voice: 'Voice',
  relationship: 'Relationship',
  contract: 'Contract',
  progress: 'Progress',
};

const scorecards: Readonly<Record<StandardScorecard, string>> = {
  'saas-high-touch': 'SaaS, high touch',
  'saas-low-touch': 'SaaS, low touch',
  'saas-tech-touch': 'SaaS, tech touch',
};

const sources: Readonly<Record<SignalSource, string>> = {
  usage: 'Usage',
  ticket: 'Tickets',
  survey: 'Surveys',
  activity: 'Timeline',
  contact: 'Contacts',
  subscription: 'Subscriptions',
  account: 'Account',
  plan: 'Success plan',
};

const states: Readonly<Record<MeasureScore['state'], string>> = {
  present: 'counts',
  missing: 'no data',
  stale: 'too old',
};

/** Whole points; one digit where a whole one would say nothing. */
function figure(points: number): string {
  const size = Math.abs(points);
  return size >= 0.95 || size < 0.05 ? String(Math.round(size)) : size.toFixed(1);
}

function points(change: number): string {
  const text = figure(change);
  if (text === '0') return '±0';
  return `${change < 0 ? '−' : '+'}${text}`;
}

const steps: Readonly<Record<StepUnit, (count: number) => string>> = {
  'active-users': (n) => plural(n, 'more active user', 'more active users'),
  'users-a-week': (n) => plural(n, 'more active user over four weeks', 'more active users over four weeks'),
  'uses-a-week': (n) => plural(n, 'more use a week', 'more uses a week'),
  'uses-each': (n) => `${formatCount(n)} more a week for each user`,
  features: (n) => plural(n, 'more feature in use', 'more features in use'),
  'fewer-tickets': (n) => plural(n, 'new ticket fewer in four weeks', 'new tickets fewer in four weeks'),
  'close-tickets': (n) => `close ${plural(n, 'open ticket', 'open tickets')}`,
  'close-severe': (n) => `close ${plural(n, 'severe ticket', 'severe tickets')}`,
  'hours-faster': (n) => `resolve ${plural(n, 'hour', 'hours')} faster`,
  promoters: (n) => plural(n, 'more promoter', 'more promoters'),
  'satisfied-answers': (n) => plural(n, 'more satisfied answer', 'more satisfied answers'),
  touch: () => 'a touch today',
  'executive-touch': () => 'a touch with an executive',
  'champion-touch': () => 'a touch with the champion',
  'name-champion': () => 'a new champion',
  growth: (n) => `${formatCount(n)}% more recurring revenue`,
  renew: () => 'renew for a year',
  'onboarding-points': (n) => `${plural(n, 'point', 'points')} more of the onboarding`,
  'plan-points': (n) => `${plural(n, 'point', 'points')} more of the plan`,
  'pay-invoice': () => 'the overdue invoice paid',
  'sentiment-steps': (n) =>
    plural(n, 'step better in the CSM’s judgement', 'steps better in the CSM’s judgement'),
};

const pair = (value: number, coverage: number) =>
  `${Math.round(value)}, from ${percent(coverage)} of the weight`;
const names = (measures: readonly MeasureId[]) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(measures.map((id) => healthMeasures[id].name));
const said = ({ measure, signal }: SentenceFact, as: Effect) => healthMeasures[measure].said(signal, as);
const missing = (needs: readonly MeasureId[]) =>
  needs.length === 0 ? '' : ` Too little data on: ${names(needs)}.`;

/** One part of a change: "Champion in place −7". */
function part({ measure, points: change }: Pick<ChangePart, 'measure' | 'points'>): string {
  return `${healthMeasures[measure].name} ${points(change)}`;
}

/** The cause stands beside a part whose value did not change. */
function mainPart(main: ChangePart): string {
  return main.cause === 'value' ? part(main) : `${part(main)} (${causes[main.cause]})`;
}

function moved(change: NonNullable<Extract<SummarySentence, { type: 'scored' }>['change']>): string {
  const way = `${figure(change.points)} points ${change.points < 0 ? 'lower' : 'higher'} than ${plural(change.days, 'day', 'days')} ago`;
  return change.main === undefined ? ` ${way}.` : ` ${way}, above all from ${mainPart(change.main)}.`;
}

/** Nobody says "only 0 %". */
function counting(coverage: number): string {
  return coverage > 0 ? `only ${percent(coverage)} of the weight has data that count` : 'none that count yet';
}

function sentence(summary: SummarySentence): string {
  if (summary.type === 'no-data')
    return `Not enough data: ${counting(summary.coverage)}.${missing(summary.needs)}`;
  const { drag, lift, change, band, value, coverage } = summary;
  const facts = [
    ...(drag === undefined
      ? []
      : [
          `${said(drag, 'drag')}${drag.points === undefined ? '' : `, which costs ${figure(drag.points)} points`}`,
        ]),
    ...(lift === undefined ? [] : [`${drag === undefined ? '' : 'but '}${said(lift, 'lift')}`]),
  ];
  const because = facts.length === 0 ? '' : `: ${facts.join('; ')}`;
  const moves = change === undefined ? '' : moved(change);
  return `${bands[band]} (${pair(value, coverage)})${because}.${moves}${missing(summary.needs)}`;
}

export const healthWords = {
  title: 'Health',
  score: 'Health score',
  measures: healthMeasures,
  bands,
  groups,
  causes,
  scorecards,
  sources,
  states,
  pair,
  /** Signed points of the score: +3, −12, −0.4. */
  points,
  tenths,
  part,
  /** "two more active users: +3" */
  step: ({ unit, count, gain }: Pick<HelpfulStep, 'unit' | 'count' | 'gain'>) =>
    `${steps[unit](count)}: ${points(gain)}`,
  sentence,
  needs: (measures: readonly MeasureId[]) => names(measures),
  /** Of a judgement that stands in no note. */
  judged: 'CSM',
  reconstructed: 'filled in from history',
  stale: (age: number, shelf: number) =>
    `${plural(age, 'day', 'days')} old: counts for ${plural(shelf, 'day', 'days')}`,
};
