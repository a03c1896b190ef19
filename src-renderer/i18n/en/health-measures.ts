/** English words of the measures of health: names, meanings, raw values, what they say about an account. */
import type { MeasureId, Signal } from '#shared/model/health.ts';
import { change, fine, isLevel, isOver, number, one, signed } from '../measure-numbers.ts';
import { formatCount, plural } from '../plural.ts';
import {
  active,
  activeUsers,
  against,
  ago,
  answers,
  contact,
  contactShort,
  dayOf,
  days,
  type Effect,
  every,
  hours,
  moved,
  only,
  pairOf,
  percent,
  plan,
  renewal,
  season,
  sentiment,
  times,
  users,
} from './measure-figures.ts';

export interface MeasureWords {
  readonly name: string;
  /** What is measured, in a sentence. */
  readonly about: string;
  /** What its raw value counts: the axis of its curve. */
  readonly unit: string;
  /** A raw value alone, as on an axis; with `finer` digits more than it usually has. */
  readonly value: (value: number, finer?: number) => string;
  /** The raw value with what it rests on. */
  readonly raw: (signal: Signal) => string;
  /** The same as a statement about the account, without a capital and full stop; `as` = what it does to the score. */
  readonly said: (signal: Signal, as?: Effect) => string;
  /** What would have to be there for it to count. */
  readonly need: string;
}

export const healthMeasures: Readonly<Record<MeasureId, MeasureWords>> = {
  'active-rate': {
    name: 'Active users',
    about: 'Users active in the last 28 days, out of those licensed (or ever seen).',
    unit: 'share of users',
    value: percent,
    raw: (signal) =>
      isOver(signal)
        ? `more users than licences (${active(signal)} on ${formatCount(signal.of ?? 0)})`
        : `${signal.atLeast === true ? 'at least ' : ''}${percent(signal.value)} (${formatCount(signal.n ?? 0)} of ${formatCount(signal.of ?? 0)} ${users(signal)})`,
    said: activeUsers,
    need: 'Usage with a user or a count of active users, and the number of seats',
  },
  'active-trend': {
    name: 'Trend of active users',
    about:
      'Active users: the median of the last four weeks against the eight before; the mean where most weeks are empty.',
    unit: 'change',
    value: change,
    raw: (signal) => {
      const figures = pairOf(signal);
      return `${change(signal.value)}${figures === '' ? '' : ` (${figures})`}${season(signal)}`;
    },
    said: (signal, as) => moved('the number of active users', signal, as),
    need: 'At least twelve weeks of usage with users, three or more of them active',
  },
  'login-frequency': {
    name: 'Frequency of use',
    about: 'Uses for each licensed (or tracked) user and week.',
    unit: 'uses a user and week',
    value: number,
    raw: (signal) =>
      signal.value === 0
        ? 'no use in four weeks'
        : `${times(signal.value)} a week for each ${users(signal)} user`,
    said: (signal, as) =>
      signal.value === 0
        ? 'nobody has used it in four weeks'
        : `on average a ${users(signal)} user works with it ${only(as)}${times(signal.value)} a week`,
    need: 'Usage with counts, and the number of seats',
  },
  'usage-trend': {
    name: 'Trend of use',
    about:
      'Uses a week: the median of the last four weeks against the eight before; the mean where most weeks are empty.',
    unit: 'change',
    value: change,
    raw: (signal) => `${change(signal.value)}${against(signal)}${season(signal)}`,
    said: (signal, as) =>
      `${moved('use', signal, as)}${signal.span === undefined ? '' : ' over the last twelve weeks'}`,
    need: 'At least twelve weeks of usage, five or more uses in most of them',
  },
  'feature-breadth': {
    name: 'Breadth of features',
    about: 'Features used in the last 28 days, out of all that this book knows.',
    unit: 'share of features',
    value: percent,
    raw: ({ value, n, of }) =>
      `${percent(value)} (${formatCount(n ?? 0)} of ${formatCount(of ?? 0)} features)`,
    said: ({ n, of }, as) =>
      `${n === 0 ? 'none' : `${only(as)}${formatCount(n ?? 0)}`} of ${plural(of ?? 0, 'feature', 'features')} ${(n ?? 0) > 1 ? 'are' : 'is'} in use`,
    need: 'Usage that names features',
  },
  'support-load': {
    name: 'Support load',
    about: 'Tickets opened in the last 28 days against what is usual for this account.',
    unit: 'times the usual',
    value: (value, finer) => `×${number(value, finer)}`,
    raw: ({ value, n, of }) =>
      n === 0
        ? `no ticket, usual ${fine(of)}`
        : `×${one.format(value)} (${plural(n ?? 0, 'ticket', 'tickets')}, usual ${fine(of)})`,
    said: ({ n, of }) =>
      `${n === 0 ? 'no ticket' : plural(n ?? 0, 'ticket', 'tickets')} in four weeks where ${fine(of)} would be usual`,
    need: 'Sixteen weeks of tickets with one or more in four weeks as usual, or four new ones in the last four',
  },
  'open-severity': {
    name: 'Open tickets by severity',
    about: 'Open tickets; urgent, high and escalated ones count three times.',
    unit: 'weighted tickets',
    value: number,
    raw: ({ value, n }) =>
      value === 0
        ? 'none open'
        : `${plural(n ?? value, 'ticket', 'tickets')} open, ${one.format(value)} by weight`,
    said: ({ value, n }) => {
      if (value === 0) return 'no ticket is open';
      const severe = Math.round((value - (n ?? value)) / 2);
      const open = plural(n ?? value, 'ticket is open', 'tickets are open');
      if (severe === 0) return open;
      if (severe < (n ?? value)) return `${open}, ${formatCount(severe)} of them severe`;
      return severe === 1 ? 'a severe ticket is open' : `${formatCount(severe)} severe tickets are open`;
    },
    need: 'Tickets with their state',
  },
  'time-to-resolve': {
    name: 'Time to resolve',
    about: 'Median time from opened to closed, over tickets closed in the last 90 days.',
    unit: 'hours',
    value: hours,
    raw: ({ value, n }) => `${hours(value)} (${plural(n ?? 0, 'ticket', 'tickets')})`,
    said: ({ value }) => `a ticket usually takes ${hours(value)} to resolve`,
    need: 'Three or more tickets closed in the last 90 days, with times',
  },
  nps: {
    name: 'NPS',
    about: 'Promoters minus detractors among the newest three or more answers.',
    unit: 'NPS',
    value: signed,
    raw: ({ value, n }) => `${signed(Math.round(value))}${answers(n)}`,
    said: ({ value, n }, as) =>
      `NPS is ${value > 0 ? only(as) : ''}${signed(Math.round(value))}${answers(n)}`,
    need: 'Two or more NPS answers within eighteen months',
  },
  csat: {
    name: 'CSAT',
    about: 'Share of answers 4 or 5 of 5, among the newest five or so.',
    unit: 'share satisfied',
    value: percent,
    raw: ({ value, n }) => `${percent(value)}${answers(n)}`,
    said: ({ value, n }, as) => `${value > 0 ? only(as) : ''}${percent(value)} are satisfied${answers(n)}`,
    need: 'Three or more CSAT answers within a year',
  },
  'touch-cadence': {
    name: 'Touch against cadence',
    about: 'Days since the last touch, in terms of the days that the cadence allows.',
    unit: 'times the cadence',
    value: (value, finer) => `×${number(value, finer)}`,
    raw: (signal) =>
      `${signal.atLeast === true ? `none known since ${dayOf(signal)}` : ago(signal.n ?? 0)}, due ${every(signal.of ?? 0)}`,
    said: ({ n = 0, of = 0, atLeast, at }, as) => {
      if (atLeast === true) return `no touch is known since ${dayOf({ at })}, and one is due ${every(of)}`;
      if (n === 0) return 'the last touch was today';
      return as === 'lift' && n <= of
        ? `the last touch, ${days(n)} ago, is within the ${days(of)} of the cadence`
        : `the last touch was ${days(n)} ago, and one is due ${every(of)}`;
    },
    need: 'A touch on the timeline: a meeting, call, e-mail, visit, QBR or training',
  },
  'executive-contact': {
    name: 'Executive contact',
    about: 'Days since the last touch with an executive sponsor or economic buyer.',
    unit: 'days',
    value: days,
    raw: contactShort,
    said: (signal) => contact('an executive', signal),
    need: 'A contact with the role executive sponsor or economic buyer, and touches that name contacts',
  },
  'champion-contact': {
    name: 'Champion contact',
    about: 'Days since the last touch with a champion.',
    unit: 'days',
    value: days,
    raw: contactShort,
    said: (signal) => contact('the champion', signal),
    need: 'A contact with the role champion, and touches that name contacts',
  },
  'champion-change': {
    name: 'Champion in place',
    about: 'Days since a champion left or took another role and nobody followed; 0 while there is one.',
    unit: 'days without a champion',
    value: days,
    raw: ({ value, n, stays }) =>
      value === 0
        ? 'a champion is in place'
        : `${stays === true ? 'gave up the role' : 'left'} ${ago(n ?? value)}, nobody followed`,
    said: ({ value, n, stays }) =>
      value === 0
        ? 'a champion is in place'
        : `the champion ${stays === true ? 'gave up the role' : 'left'} ${ago(n ?? value)} and nobody has followed`,
    need: 'A contact with the role champion',
  },
  'contract-trend': {
    name: 'Contract growth',
    about: 'Recurring revenue against twelve months ago.',
    unit: 'change in twelve months',
    value: change,
    raw: ({ value }) => `${change(value)} in twelve months`,
    said: ({ value }) => {
      if (value === -1) return 'the contract has ended';
      if (isLevel(value)) return 'the contract is as large as a year ago';
      return `the contract ${value > 0 ? 'grew' : 'shrank'} by ${percent(Math.abs(value))} in twelve months`;
    },
    need: 'Subscriptions with amounts and dates that reach back twelve months, in one currency',
  },
  'renewal-days': {
    name: 'Days to renewal',
    about: 'Days to the next renewal.',
    unit: 'days',
    value: (value, finer = 0) => (finer === 0 ? signed(Math.round(value)) : signed(value, finer - 1)),
    raw: ({ value }) =>
      value < 0 ? `passed ${days(-value)} ago` : value === 0 ? 'today' : `in ${days(value)}`,
    said: ({ value }) => renewal(value),
    need: 'A renewal date, or subscriptions with an end',
  },
  'onboarding-progress': {
    name: 'Onboarding progress',
    about: 'Share of the onboarding that is complete; 100% once the stage has moved on.',
    unit: 'share complete',
    value: percent,
    raw: ({ value }) => percent(value),
    said: ({ value }, as) =>
      value >= 1 ? 'onboarding is complete' : `onboarding is ${only(as)}${percent(value)} complete`,
    need: 'The stage of the account, or an imported column with the progress of onboarding',
  },
  'plan-progress': {
    name: 'Plan progress',
    about:
      'How near the objectives are to where time says they should be: 100% less what is missing. Of an imported column, the share reached.',
    unit: 'share of what is due by now',
    value: percent,
    raw: (signal) => plan(signal) ?? percent(signal.value),
    said: (signal) =>
      signal.source === 'plan'
        ? signal.value >= 1
          ? 'nothing of the plan is behind its time'
          : `of the plan ${plan(signal) ?? percent(signal.value)}`
        : `the plan is ${percent(signal.value)} reached`,
    need: 'Objectives with a due date, a baseline, a target and a value in the success plan, or an imported column with its progress',
  },
  'invoice-status': {
    name: 'Invoices',
    about: 'Days that the oldest open invoice is overdue.',
    unit: 'days overdue',
    value: days,
    raw: ({ value }) => (value <= 0 ? 'nothing overdue' : `${days(value)} overdue`),
    said: ({ value }) => (value <= 0 ? 'no invoice is overdue' : `an invoice is ${days(value)} overdue`),
    need: 'An imported column with days overdue',
  },
  sentiment: {
    name: 'Sentiment',
    about: 'The CSM’s own judgement, five steps, until it expires.',
    unit: 'step of five',
    value: sentiment,
    raw: ({ value }) => `${sentiment(value)} (${one.format(value)} of 5)`,
    said: ({ value }) => `the CSM’s own judgement is ${sentiment(value)}`,
    need: 'A judgement of the CSM, in a note or beside the score',
  },
};
