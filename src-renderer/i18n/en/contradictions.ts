/** English words of contradictions: what does not fit, what may be behind it, whom to ask what, the next step; and the rules of one's own. */
import type { ContradictionRule } from '#shared/domain/contradictions/rules.ts';
import type { RuleSide } from '#shared/model/alert.ts';
import { formatsFor, isoDateOf } from '../format.ts';
import { FOUR_WEEKS } from '../measure-numbers.ts';
import { formatCount, plural } from '../plural.ts';
import { renewing, type Said } from './alerts.ts';

interface RuleWords {
  readonly title: string;
  /** Both facts in one sentence. */
  readonly sentence: (said: Said) => string;
  /** What may be happening inside the customer. */
  readonly hypothesis: string;
  /** What to ask whoever knows, as the end of "Ask Mori …". */
  readonly question: string;
  /** Of what is known about this account, where that makes a difference. */
  readonly nextStep: string | ((said: Said) => string);
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const days = (count: number | undefined) => plural(count ?? 0, 'day', 'days');

function usage({ said, number, text }: Said): string {
  const half = number('usage-half-year');
  if (half === undefined) return said('usage-trend');
  return `use ${half < 0 ? 'fell' : 'rose'} by ${text('usage-half-year').replace(/^[+−]/, '')} in half a year`;
}

function answer({ text, person, said, number }: Said): string {
  if (number('nps-answer') === undefined) return said('nps');
  const who = person('nps-answer');
  return `the latest NPS answer${who === undefined ? '' : `, by ${who},`} is ${text('nps-answer')}`;
}

/** Only as many as any count shows: a count of a week says that at least so many are active, not how many. */
function fewActive({ signal, said }: Said): string {
  const rate = signal('active-rate');
  if (rate?.atLeast !== true) return `${rate?.n === 0 ? '' : 'only '}${said('active-rate')}`;
  const day = (at: number) => formatsFor('en').dateShort(isoDateOf(at));
  return `between ${day(rate.at - FOUR_WEEKS)} and ${day(rate.at)} no count shows more than ${formatCount(rate.n ?? 0)} active users (${formatCount(rate.of ?? 0)} ${rate.per === 'licensed' ? 'licensed' : 'tracked'})`;
}

/** "all of the admins", "40% of the admins", "none of the admins" */
function partOf({ number, text }: Said, what: string): string {
  const share = number(what);
  return share === 0 ? 'none' : share === 1 ? 'all' : text(what);
}

function near({ number }: Said): string {
  const left = number('renewal-days') ?? 0;
  return left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${days(left)}`;
}

const rules: Readonly<Record<ContradictionRule, RuleWords>> = {
  'usage-up-nps-low': {
    title: 'Use up, NPS low',
    sentence: (said) => `${capital(usage(said))}, yet ${answer(said)}.`,
    hypothesis:
      'They have to use it more than they like to: with the volume grew what slows them down. Whoever decides sees the use, whoever works with it gives the answer.',
    question: 'which step costs the most time, and watch it being done',
    nextStep: 'Visit the floor at a busy hour and agree on one thing to mend',
  },
  'usage-up-no-outcome': {
    title: 'Use up, no outcome measured',
    sentence: (said) =>
      `${capital(usage(said))}, yet ${said.number('no-objective') === undefined ? 'no outcome has been measured' : 'no objective is recorded'}.`,
    hypothesis:
      'They work with it every day and nobody can say what it has brought. At the renewal that is a cost without a result.',
    question: 'which of their figures should have moved by now',
    nextStep: 'Agree on one outcome with a baseline, and measure it',
  },
  'onboarded-few-active': {
    title: 'Onboarded, few active',
    sentence: (said) => `Onboarding is complete, yet ${fewActive(said)}.`,
    hypothesis:
      'Onboarding ended on paper: a few people learned it, the others work as they did before. Or more was licensed than is needed.',
    question: 'who should be using it by now, and what they use instead',
    nextStep: 'Plan a second round of training with those who do not use it',
  },
  'sentiment-good-health-falling': {
    title: 'Sentiment good, health falling',
    sentence: ({ said, text }) =>
      `${capital(said('sentiment'))}, yet health fell by ${text('score-change').replace(/^−/, '')} points in 30 days.`,
    hypothesis:
      'Those whom you meet are content; those whom you do not meet are drifting away. Or the judgement is older than the change.',
    question: 'what has changed in the last four weeks',
    nextStep: 'Look at what fell, then judge anew',
  },
  'nps-high-champion-changed': {
    title: 'NPS high, champion gone',
    sentence: (said) => {
      if (said.number('champion-changed') !== undefined)
        return `${capital(answer(said))}, yet ${said.person('champion-changed') ?? 'the champion'} gave up the role of champion ${said.text('champion-changed')}.`;
      const who = said.person('champion-left');
      return `${capital(answer(said))}, yet ${who === undefined ? 'the champion' : `${who}, the champion,`} left ${said.text('champion-left')}.`;
    },
    hypothesis:
      'The good answer may be the view of somebody who is no longer there. Whoever follows may see it differently.',
    question: 'who decides about this from now on',
    nextStep: 'Meet the successor and go through goals and results once more',
  },
  'support-quiet-usage-falling': {
    title: 'Support quiet, use falling',
    sentence: (said) =>
      `Support is quiet (${said.number('tickets-quarter') === 0 ? 'no ticket' : plural(said.number('tickets-quarter') ?? 0, 'ticket', 'tickets')} in 13 weeks where ${said.text('tickets-usual')} would be usual), yet ${usage(said)}.`,
    hypothesis:
      'It is quiet because they are leaving, not because all is well: whoever does not use it does not ask.',
    question: 'what the work is done with now',
    nextStep: 'Call this week and ask about the daily work, not about tickets',
  },
  'healthy-no-executive': {
    title: 'Healthy, no executive before the renewal',
    sentence: (known) => {
      const { number, said } = known;
      const what = renewing(known).replace(/^./, (first) => first.toLowerCase());
      const start = `Health is good and ${what} renews ${near(known)}`;
      if (number('no-executive') !== undefined) return `${start}, yet no executive is known on their side.`;
      const silent = said('executive-contact');
      return `${start}, yet ${silent === '' ? 'no touch with an executive is known' : silent}.`;
    },
    hypothesis:
      'Those who use it are content, but whoever signs may have heard little of it from you. A change of budget would come as a surprise.',
    question: 'who signs the renewal and what they need to see',
    nextStep: ({ number }) =>
      number('no-executive') === undefined
        ? 'Ask the executive for half an hour and bring three results on one page'
        : 'Ask for an introduction and bring three results on one page',
  },
  'forecast-renew-escalated': {
    title: 'Forecast says it renews, severe tickets open',
    sentence: ({ text, number }) =>
      `The forecast for the renewal says ${text('forecast')}, yet ${plural(number('severe-tickets') ?? 0, 'severe ticket is', 'severe tickets are')} open.`,
    hypothesis: 'The forecast may be older than the tickets, or made by somebody who does not see them.',
    question: 'whether the renewal depends on these tickets',
    nextStep: 'Agree with support on a date for each ticket and say it before they ask',
  },
  'admins-active-field-not': {
    title: 'Admins active, field users not',
    sentence: (said) =>
      `${capital(partOf(said, 'admins-active'))} of the admins are active, yet ${said.number('field-active') === 0 ? '' : 'only '}${partOf(said, 'field-active')} of the field users.`,
    hypothesis: 'The office types for the floor: it is used about them, not by them.',
    question: 'who enters the data, and when',
    nextStep: 'Watch one shift and mend what keeps the floor from using it',
  },
  'detractor-no-follow-up': {
    title: 'Detractor, no follow-up',
    sentence: ({ text, person, day }) =>
      `${person('nps-answer') ?? 'Somebody'} answered ${text('nps-answer')} of 10 with a comment on ${day('nps-answer')}; neither a touch nor a task has followed.`,
    hypothesis: 'Somebody told us what is wrong and heard nothing back. Silence reads as “they do not care”.',
    question: 'what happened, and what would make it good',
    nextStep: 'Call, thank for the answer and say what will be done by when',
  },
};

const tests: Readonly<Record<RuleSide['test'], string>> = {
  rises: 'rises',
  falls: 'falls',
  above: 'is above',
  below: 'is below',
  is: 'is',
  missing: 'is missing',
};

/** Of days. */
const dayTests = { above: 'is after', below: 'is before' };

export const contradictions = {
  title: 'Contradictions',
  rules,
  stripLabel: 'Contradictions of this account',
  findingsTitle: 'Alerts and contradictions',
  alertsLabel: 'Alerts of this account',
  moreAlerts: (count: number) => plural(count, 'more alert', 'more alerts'),
  fewerAlerts: 'Fewer alerts',
  own: (name: string, first: string, second: string) => `${name}: ${first}, yet ${second}.`,
  ownFact: (name: string, value: string) => `${name} is ${value}`,
  ownRose: (name: string, value: string) => `${name} rose to ${value}`,
  ownFell: (name: string, value: string) => `${name} fell to ${value}`,
  ownMissing: (name: string) => `${name} is missing`,
  goneRule: 'A rule of your own',

  facts: 'The two facts',
  hypothesisLabel: 'What may be behind it',
  askLabel: 'Whom to ask',
  nextLabel: 'Next step',
  ask: (who: string, question: string) => `Ask ${who} ${question}.`,
  askUnknown: (role: string, question: string) =>
    `Nobody is known as ${role}. Find out who it is, and ask ${question}.`,
  person: (name: string, role: string) => `${name} (${role})`,

  accept: 'Take up',
  acceptHint: 'It becomes a risk on Today until it is done.',
  explain: 'Explain',
  dismiss: 'Dismiss',
  accepted: (what: string) => `Taken up: ${what}`,
  explained: (what: string) => `Explained: ${what}`,
  dismissed: (what: string) => `Dismissed: ${what}`,
  settledUntil: (state: string, day: string, by: string) =>
    by === '' ? `${state} until ${day}` : `${state} until ${day} by ${by}`,
  reopen: 'Show again',

  rulesTitle: 'Rules of your own',
  rulesIntro:
    'Beside the ten contradictions that Kizuna looks for you can set up your own: two facts of an account that should not be true together.',
  rulesEmpty: 'No rules of your own yet',
  addRule: 'Add a rule',
  editRule: (name: string) => `Edit “${name}”`,
  removeRule: (name: string) => `Delete “${name}”`,
  ruleOn: (name: string) => `“${name}” is looked for`,
  name: 'Name',
  sideA: 'First fact',
  sideB: 'Second fact',
  of: 'What',
  test: 'How',
  value: 'Value',
  readsAs: (said: string) => `Reads as: ${said}`,
  measures: 'Measures',
  fields: 'Fields of the account',
  columns: 'Columns of your own',
  choose: 'Choose',
  ownCurrency: 'As an amount, in each account’s own currency',
  tests,
  dayTests,
  while: 'while',
  sideText: (name: string, test: RuleSide['test'], value: string, isDay: boolean) =>
    `${name} ${isDay && (test === 'above' || test === 'below') ? dayTests[test] : tests[test]} ${value}`.trim(),
  ruleText: (first: string, second: string) => `${first} while ${second}`,
  hypothesis: 'What may be behind it',
  askWhat: 'Whom to ask what',
  nextStep: 'Next step',
  save: 'Save the rule',
  cancel: 'Cancel',
  saved: (name: string) => `Rule saved: ${name}`,
  removed: (name: string) => `Rule deleted: ${name}`,
  switchedOn: (name: string) => `Looked for from now on: ${name}`,
  switchedOff: (name: string) => `No longer looked for: ${name}`,
  nameNeeded: 'A rule needs a name.',
  reach: (hits: number, data: number) =>
    `${plural(hits, 'account', 'accounts')} now, out of ${formatCount(data)} with data for both facts`,
  reachSaved: 'How many accounts it speaks of is counted once it is saved.',
  noData: 'No account has data for both facts: this rule says nothing until there are some.',
  troubles: {
    unknown: (of: string) => `“${of}” is no longer there. Choose something else; until then this rule rests.`,
    'needs-number': (of: string) => `“${of}” needs a number to compare with.`,
    'needs-day': (of: string) => `“${of}” needs a day to compare with.`,
    'needs-value': (of: string) => `“${of}” needs a value to compare with.`,
    'no-history': (of: string) =>
      `Only measures are remembered day by day: “${of}” can be compared, but neither rises nor falls.`,
  },
  risesHint: 'A measure rises or falls when it moved by a tenth within 30 days.',
  openEditor: 'Rules for contradictions of your own',
};
