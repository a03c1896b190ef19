/** English words of alerts and of the facts behind them: each sentence is one that can be said to the customer's face. */
import type { AlertReason } from '#shared/domain/alerts/find-alerts.ts';
import type { FactName } from '#shared/domain/contradictions/facts.ts';
import type { AlertType } from '#shared/model/alert.ts';
import type { Signal } from '#shared/model/health.ts';
import { formatCount, plural } from '../plural.ts';

/** What a sentence is made of: figures as the reader writes them, and names. */
export interface Said {
  /** Figure of a fact in the reader's notation; '' where the fact is not among them. */
  readonly text: (what: string) => string;
  readonly number: (what: string) => number | undefined;
  /** A measure as a statement without capital and full stop. */
  readonly said: (what: string) => string;
  /** All that is known about a measure's figure. */
  readonly signal: (what: string) => Signal | undefined;
  /** Day of a fact. */
  readonly day: (what: string) => string;
  /** What says so: 'account', 'subscription', 'ticket'. */
  readonly source: (what: string) => string | undefined;
  /** Name of whom the fact is about. */
  readonly person: (what: string) => string | undefined;
}

const days = (count: number | undefined) => plural(count ?? 0, 'day', 'days');
const ago = (count: number) => (count < 1 ? 'today' : `${days(count)} ago`);
const ahead = (count: number) => (count === 0 ? 'today' : count === 1 ? 'tomorrow' : `in ${days(count)}`);

/** The day stands beside what is further away than tomorrow. */
const aheadOn = (count: number, on: string) => (count > 1 ? `${ahead(count)}, on ${on}` : ahead(count));

/** "seats are taken" by more people than there are seats. */
const isOver = (signal: Signal | undefined) => (signal?.n ?? 0) > (signal?.of ?? Number.POSITIVE_INFINITY);

const sentence = (said: string) => `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`;

function executive({ number, said }: Said): string {
  if (number('no-executive') !== undefined) return ' No executive is known on their side.';
  const since = number('executive-contact');
  return since !== undefined && since > 90 ? ` ${sentence(said('executive-contact'))}` : '';
}

/** An account may have several contracts: only its own record says that it is the whole that renews. */
export function renewing({ source }: Said): string {
  return source('renewal-on') === 'subscription' ? 'A subscription' : 'The contract';
}

function renewal(said: Said): string {
  const left = said.number('renewal-days') ?? 0;
  const on = said.text('renewal-on');
  if (left < 0)
    return `${renewing(said)} was due to renew ${days(-left)} ago, on ${on}; nothing says yet how it went on.`;
  const forecast = said.text('forecast');
  return `${renewing(said)} renews ${aheadOn(left, on)}.${forecast === '' ? '' : ` The forecast says ${forecast}.`}${executive(said)}`;
}

const sentences: Readonly<Record<AlertReason, (said: Said) => string>> = {
  'band-fell': ({ text }) =>
    `Health went from “${text('band-before')}” to “${text('band')}”${
      text('score-change') === '' ? '' : `, ${text('score-change')} points in 30 days`
    }.`,
  'score-fell': ({ text }) =>
    `Health fell by ${text('score-change').replace(/^−/, '')} points in 30 days, to ${text('score')}.`,
  'champion-left': ({ number, person }) => {
    const changed = number('champion-changed');
    if (changed !== undefined)
      return `${person('champion-changed') ?? 'The champion'} gave up the role of champion ${ago(changed)}; nobody has taken it since.`;
    const who = person('champion-left');
    return `${who === undefined ? 'The champion' : `${who}, the champion,`} left ${ago(number('champion-left') ?? 0)}; nobody has taken the role since.`;
  },
  'severe-tickets': ({ number }) =>
    `${plural(number('severe-tickets') ?? 0, 'severe ticket is', 'severe tickets are')} open.`,
  'renewal-lost': ({ number, text }) =>
    `The contract ends ${aheadOn(number('renewal-days') ?? 0, text('renewal-on'))}; its renewal was closed as lost.`,
  renewal,
  'checkpoint-onboarding': ({ number, said }) => {
    const active = said('active-rate');
    return `Onboarding has taken ${days(number('onboarding-days'))} so far${active === '' ? '' : `; ${active}`}.`;
  },
  'objective-overdue': ({ text, number }) => {
    const others = (number('objectives-overdue') ?? 1) - 1;
    return `The objective “${text('objective')}” was due ${ago(number('objective-late') ?? 0)}, on ${text('objective-due')}${
      others > 0 ? `; ${plural(others, 'other is', 'others are')} overdue too` : ''
    }.`;
  },
  'checkpoint-operation': ({ number }) => {
    const weeks = number('weeks-in-use') ?? 0;
    return weeks === 0
      ? 'There was no use in the last eight weeks.'
      : `There was use in only ${weeks} of the last eight weeks.`;
  },
  'checkpoint-field-use': ({ said }) =>
    `Field use has not reached half of the users: only ${said('active-rate')}.`,
  'checkpoint-outcome': ({ text }) => `The stage is “${text('stage')}”, yet no outcome has been measured.`,
  'checkpoint-renewal': (said) => {
    const { number, text } = said;
    const talk = number('talk-days');
    const silent =
      talk === undefined
        ? 'no meeting, call, visit or QBR is logged yet'
        : `the last conversation that is logged was ${ago(talk)}`;
    return `${renewing(said)} renews ${aheadOn(number('renewal-days') ?? 0, text('renewal-on'))}; ${silent}.`;
  },
  drifting: ({ number, text }) =>
    `${text('no-touch-since') === '' ? `The last touch was ${ago(number('touch-days') ?? 0)}` : `No touch is known since ${text('no-touch-since')}`}${
      number('touch-allowed') === undefined
        ? ''
        : `; one is due every ${number('touch-allowed') === 1 ? 'day' : days(number('touch-allowed'))}`
    }.`,
  'contact-agreed': ({ text, number }) => {
    const late = number('contact-late') ?? 0;
    return late === 0
      ? 'The next contact is agreed for today.'
      : `The next contact was agreed for ${text('contact-agreed')}, ${ago(late)}; no touch is logged since.`;
  },
  'seats-nearly-used': ({ said, number, signal }) =>
    isOver(signal('active-rate'))
      ? sentence(said('active-rate'))
      : `${(number('active-rate') ?? 0) >= 1 ? 'Every' : 'Nearly every'} seat is taken: ${said('active-rate')}.`,
};

const facts: Readonly<Record<FactName, string>> = {
  'usage-half-year': 'Use against half a year ago',
  'nps-answer': 'NPS answer',
  'outcomes-measured': 'Outcomes measured',
  'no-objective': 'Objectives recorded',
  objective: 'Objective',
  'objective-due': 'Due',
  'objective-late': 'Overdue by',
  'objectives-overdue': 'Objectives overdue',
  stage: 'Stage',
  'score-change': 'Health in 30 days',
  score: 'Health score',
  'score-before': 'Health score before',
  band: 'Health',
  'band-before': 'Health before',
  'tickets-quarter': 'Tickets in 13 weeks',
  'tickets-usual': 'Usual in 13 weeks',
  'champion-left': 'Champion left',
  'champion-changed': 'Champion took another role',
  'no-champion': 'Champions now',
  'renewal-on': 'Renewal',
  'renewal-days': 'Time to the renewal',
  'no-executive': 'Executives known',
  'executive-days': 'Executive contact',
  forecast: 'Forecast',
  'deal-lost': 'Renewal closed as lost',
  'severe-tickets': 'Severe tickets',
  'admins-active': 'Active admins',
  'field-active': 'Active field users',
  'open-tasks': 'Tasks and touches since',
  'touch-days': 'Last touch',
  'no-touch-since': 'No touch known since',
  'touch-allowed': 'A touch is due every',
  'contact-agreed': 'Next contact agreed for',
  'contact-late': 'Passed by',
  'onboarding-days': 'Onboarding so far',
  'weeks-in-use': 'Weeks with use, of the last eight',
  'no-talk': 'Conversations logged',
  'talk-days': 'Last conversation',
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
  'checkpoint-operation': 'Use is not regular',
  'checkpoint-field-use': 'Field use below half',
  'checkpoint-outcome': 'No outcome measured',
  'checkpoint-renewal': 'No talk before the renewal',
  'objective-overdue': 'Objective overdue',
  'contact-agreed': 'Agreed contact',
  drifting: 'No touch',
  'seats-nearly-used': 'Hardly a seat left',
};

/** What one would do about it; the title of the task that the list proposes. */
const nextSteps: Readonly<Record<AlertReason, (said: Said) => string>> = {
  'band-fell': () => 'Find out what changed and agree on one step',
  'score-fell': () => 'Find out what changed and agree on one step',
  'champion-left': () => 'Find the successor of the champion and meet them',
  'severe-tickets': ({ number }) =>
    number('severe-tickets') === 1
      ? 'Agree on a date for the severe ticket'
      : 'Agree on a date for each severe ticket',
  'renewal-lost': () => 'Ask for the reason and what would have to be different',
  renewal: ({ number }) =>
    (number('renewal-days') ?? 0) < 0
      ? 'Find out how the contract went on and record it'
      : 'Prepare the renewal: results on one page, who signs, by when',
  'checkpoint-onboarding': () => 'Go through what is missing for the first result',
  'checkpoint-operation': () => 'Agree on a weekly routine in which it is used',
  'checkpoint-field-use': () => 'Find out who does not use it yet, and why',
  'checkpoint-outcome': () => 'Agree on one outcome with a baseline, and measure it',
  'checkpoint-renewal': () => 'Set a day for the talk about the renewal',
  'objective-overdue': () => 'Measure where it stands and agree on a new day or a new way',
  'contact-agreed': ({ number }) =>
    number('contact-late') === undefined ? 'Hold the agreed contact' : 'Get in touch and agree on a new day',
  drifting: () => 'Get in touch',
  'seats-nearly-used': ({ signal }) =>
    isOver(signal('active-rate'))
      ? 'Agree on the licences that are missing'
      : 'Ask who else should be working with it',
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
  ago,
  /** How long until it: a bare number of days, because the name of the fact says of what. */
  until: (count: number) => (count < 0 ? `passed ${ago(-count)}` : count === 0 ? 'today' : days(count)),
  count: (_what: string, count: number) => formatCount(count),
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
