/** English words of alerts and of the facts behind them: each sentence is one that can be said to the customer's face. */
import type { AlertReason } from '#shared/domain/alerts/find-alerts.ts';
import type { FactName } from '#shared/domain/contradictions/facts.ts';
import type { AlertType } from '#shared/model/alert.ts';
import { formatCount, plural } from '../plural.ts';

/** What a sentence is made of: figures as the reader writes them, and names. */
export interface Said {
  /** Figure of a fact in the reader's notation; '' where the fact is not among them. */
  readonly text: (what: string) => string;
  readonly number: (what: string) => number | undefined;
  /** A measure as a statement without capital and full stop. */
  readonly said: (what: string) => string;
  /** Day of a fact. */
  readonly day: (what: string) => string;
  /** Name of whom the fact is about. */
  readonly person: (what: string) => string | undefined;
}

const days = (count: number | undefined) => plural(count ?? 0, 'day', 'days');

const sentence = (said: string) => `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`;

function executive({ number, said }: Said): string {
  if (number('no-executive') !== undefined) return ' No executive is known on their side.';
  const since = number('executive-contact');
  return since !== undefined && since > 90 ? ` ${sentence(said('executive-contact'))}` : '';
}

function renewal(said: Said): string {
  const left = said.number('renewal-days') ?? 0;
  const on = said.text('renewal-on');
  if (left < 0)
    return `The contract was due to renew ${days(-left)} ago, on ${on}; nothing says yet how it went on.`;
  const when = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${days(left)}, on ${on}`;
  const forecast = said.text('forecast');
  return `The contract renews ${when}.${forecast === '' ? '' : ` The forecast says ${forecast}.`}${executive(said)}`;
}

const sentences: Readonly<Record<AlertReason, (said: Said) => string>> = {
  'band-fell': ({ text }) =>
    `Health went from “${text('band-before')}” to “${text('band')}”${
      text('score-change') === '' ? '' : `, ${text('score-change')} points in 30 days`
    }.`,
  'score-fell': ({ text }) =>
    `Health moved by ${text('score-change')} points in 30 days and now is ${text('score')}.`,
  'champion-left': ({ number, person }) => {
    const who = person('champion-left');
    return `${who === undefined ? 'The champion' : `${who}, the champion,`} left ${days(number('champion-left'))} ago; nobody has taken the role since.`;
  },
  'severe-tickets': ({ number }) =>
    `${plural(number('severe-tickets') ?? 0, 'severe ticket is', 'severe tickets are')} open.`,
  'renewal-lost': ({ number, text }) =>
    `The contract ends in ${days(number('renewal-days'))}, on ${text('renewal-on')}; its renewal was closed as lost.`,
  renewal,
  'checkpoint-onboarding': ({ number, said }) => {
    const active = said('active-rate');
    return `Onboarding has taken ${days(number('onboarding-days'))} so far${active === '' ? '' : `; ${active}`}.`;
  },
  drifting: ({ number }) =>
    `The last touch was ${days(number('touch-days'))} ago${
      number('touch-allowed') === undefined ? '' : `; one is due every ${days(number('touch-allowed'))}`
    }.`,
  'seats-nearly-used': ({ said, number }) =>
    `${(number('active-rate') ?? 0) >= 1 ? 'Every' : 'Nearly every'} seat is taken: ${said('active-rate')}.`,
};

const facts: Readonly<Record<FactName, string>> = {
  'usage-half-year': 'Use against half a year ago',
  'nps-answer': 'NPS answer',
  'outcomes-measured': 'Outcomes measured',
  'no-objective': 'Objectives recorded',
  stage: 'Stage',
  'score-change': 'Health in 30 days',
  score: 'Health score',
  'score-before': 'Health score before',
  band: 'Health',
  'band-before': 'Health before',
  'tickets-quarter': 'Tickets in 13 weeks',
  'tickets-usual': 'Usual in 13 weeks',
  'champion-left': 'Champion left',
  'no-champion': 'Champions now',
  'renewal-on': 'Renewal',
  'renewal-days': 'Days to the renewal',
  'no-executive': 'Executives known',
  'executive-days': 'Executive contact',
  forecast: 'Forecast',
  'deal-lost': 'Renewal closed as lost',
  'severe-tickets': 'Severe tickets',
  'admins-active': 'Active admins',
  'field-active': 'Active field users',
  'open-tasks': 'Tasks and touches since',
  'touch-days': 'Last touch',
  'touch-allowed': 'A touch is due every',
  'onboarding-days': 'Onboarding so far',
};

const types: Readonly<Record<AlertType, string>> = {
  risk: 'Risk',
  opportunity: 'Opportunity',
  lifecycle: 'Lifecycle',
  activity: 'Activity',
};

const reasons: Readonly<Record<AlertReason, string>> = {
  'band-fell': 'Health fell',
  'score-fell': 'Health fell',
  'champion-left': 'Champion left',
  'severe-tickets': 'Severe tickets',
  'renewal-lost': 'Renewal lost',
  renewal: 'Renewal',
  'checkpoint-onboarding': 'Onboarding takes long',
  drifting: 'No touch',
  'seats-nearly-used': 'Seats nearly all used',
};

/** What one would do about it; the title of the task that the list proposes. */
const nextSteps: Readonly<Record<AlertReason, string>> = {
  'band-fell': 'Find out what changed and agree on one step',
  'score-fell': 'Find out what changed and agree on one step',
  'champion-left': 'Find the successor of the champion and meet them',
  'severe-tickets': 'Agree on a date for each severe ticket',
  'renewal-lost': 'Ask for the reason and what would have to be different',
  renewal: 'Prepare the renewal: results on one page, who signs, by when',
  'checkpoint-onboarding': 'Go through what is missing for the first result',
  drifting: 'Get in touch',
  'seats-nearly-used': 'Ask who else should be working with it',
};

export const alerts = {
  types,
  reasons,
  facts,
  nextSteps,
  sentences,
  accepted: 'Accepted contradiction',
  days,
  never: 'never, as far as is known',
  count: formatCount,
  noneSince: 'none',
  missing: 'no value',
  factSources: {
    health: 'Health score',
    opportunity: 'Opportunities',
    task: 'Tasks',
    cadence: 'Cadence',
  },
  onDay: (source: string, day: string) => `${source}, ${day}`,
};
