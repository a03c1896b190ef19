/** English words of the success plan: objectives, their values, milestones, what they are worth, and time to value. */
import type { Missing } from '#shared/domain/plans/progress.ts';
import type { ObjectiveKind, ObjectiveState } from '#shared/model/objective.ts';
import { formatCount, plural } from '../plural.ts';

const days = (count: number) => plural(count, 'day', 'days');
const objectives = (count: number) => plural(count, 'objective', 'objectives');

const kinds: Readonly<Record<ObjectiveKind, string>> = { 'early-win': 'Early win', wider: 'Wider objective' };
const states: Readonly<Record<ObjectiveState, string>> = {
  open: 'open',
  met: 'met',
  raised: 'met and raised',
  dropped: 'dropped',
};
const missing: Readonly<Record<Missing, string>> = {
  baseline: 'a baseline',
  target: 'a target',
  measurement: 'a first value',
};

const listed = (parts: readonly string[]) =>
  [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(' and ');

export const plans = {
  title: 'Success plan',
  kinds,
  states,

  failedTitle: 'The success plan could not be read',
  failedBody: 'What you wrote is safe on disk. Try again; if it happens once more, reload the window.',
  reload: 'Reload',
  noneTitle: 'Agree on a first early win',
  noneBody:
    'No objective is recorded yet. Ask what should be measurably better in the first weeks, and write it down in the customer’s own words: where they stand, where they want to be, and by when.',

  add: 'New objective',
  addFirst: 'Record the first early win',
  addTitle: 'New objective',
  editTitle: 'Objective',
  raiseTitle: 'Raise the target',
  save: 'Save',
  cancel: 'Cancel',

  objective: 'Objective, in the customer’s words',
  objectiveHint: 'Such as “fewer parcels that go to the wrong address”',
  why: 'Why it matters to them',
  kind: 'Kind',
  unit: 'Unit',
  unitHint: '%, hours, orders',
  direction: 'Better is',
  directions: { up: 'more', down: 'less' },
  baseline: 'Baseline',
  target: 'Target',
  startsOn: 'Baseline of',
  due: 'Due',
  worth: 'What it is worth',
  amount: 'Amount',
  amountHint: 'Such as 1,200,000 JPY',
  method: 'How it was worked out',
  confirmedBy: 'Confirmed by',
  nobody: 'nobody yet',
  gonePerson: 'somebody who is no longer here',
  confirmedOn: 'Confirmed on',

  required: 'This is needed.',
  notNumber: 'This is not a number.',
  notMoney: 'Write an amount and a currency, such as 1200 USD.',
  needsAmount: 'Write the amount that was worked out or confirmed.',
  wrongWay: 'The target is worse than the baseline.',
  dueBeforeStart: 'It would be due before it begins.',
  gone: 'The objective is no longer here.',

  /** A value with its unit. */
  figure: (number: string, unit: string) =>
    unit === '' ? number : unit === '%' ? `${number}%` : `${number} ${unit}`,
  noBaseline: 'no baseline',
  noTarget: 'no target',
  noValueYet: 'no value yet',
  way: (baseline: string, now: string, target: string) => `From ${baseline}, now ${now}, target ${target}`,
  progress: 'Progress',
  reached: (percent: string) => `${percent} of the way`,
  byMilestones: (done: number, all: number) =>
    `${formatCount(done)} of ${plural(all, 'milestone', 'milestones')}`,
  saidMet: 'met',
  needs: (what: readonly Missing[]) =>
    `Progress is not known: it needs ${listed(what.map((each) => missing[each]))}.`,
  valueOf: (date: string, source: string) => (source === '' ? date : `${date}, ${source}`),
  dueOn: (date: string, when: string) => `due ${date} (${when})`,
  noDue: 'no due date',
  overdue: (count: number) => `${days(count)} overdue`,
  closedOn: (date: string) => date,
  targetReached: 'The latest value has reached the target.',
  worthOf: (amount: string) => `worth ${amount}`,
  confirmed: (who: string, date: string) => `confirmed by ${who}, ${date}`,
  unconfirmed: 'not confirmed yet',
  raisesNote: (title: string) => `goes on from “${title}”`,

  logValue: 'Log value',
  logValueOf: (title: string) => `Log a value: ${title}`,
  newValue: 'New value',
  newValueOf: (title: string, unit: string) => (unit === '' ? title : `${title} (${unit})`),
  day: 'Day',
  source: 'Who said it',
  sourceHint: 'A person or a report',
  log: 'Log',
  values: 'Values',
  removeValue: (value: string) => `Remove the value ${value}`,

  milestones: 'Milestones',
  newMilestone: 'New milestone',
  milestoneDue: 'Due',
  addMilestone: 'Add milestone',
  removeMilestone: (title: string) => `Remove the milestone “${title}”`,
  doneOn: (date: string) => `done ${date}`,

  more: (title: string) => `More for “${title}”`,
  details: (title: string) => `Values and milestones: ${title}`,
  edit: 'Edit',
  editOf: (title: string) => `Edit objective: ${title}`,
  markMet: 'Mark as met',
  markMetOf: (title: string) => `Mark objective as met: ${title}`,
  raise: 'Raise the target',
  drop: 'Drop',
  reopen: 'Open again',
  remove: 'Delete',

  open: 'Open',
  closed: 'Met and dropped',
  closedShow: (count: number) => `Met and dropped (${formatCount(count)})`,

  summary: (open: number, met: number) =>
    met === 0 ? `${objectives(open)} open` : `${objectives(open)} open, ${formatCount(met)} met`,
  overdueCount: (count: number) => `${formatCount(count)} overdue`,
  justBegun: 'Nothing is behind: no time has passed yet.',
  onTime: (percent: string) =>
    `Nothing is behind: time asks for ${percent} of the plan by today, and it is there.`,
  behind: (expected: string, reached: string) =>
    `Behind: time asks for ${expected} of the plan by today; ${reached} is there.`,
  newest: (date: string) => `Newest value ${date}.`,
  noProgress:
    'Progress against time is not known: it takes an objective with a due date, a baseline, a target and a value.',
  timeToValue: {
    confirmed: (count: number, date: string) =>
      `First confirmed value after ${days(count)}, counted from the contract’s start on ${date}.`,
    open: (count: number, date: string) =>
      `No value is confirmed yet, ${days(count)} after the contract’s start on ${date}.`,
    'no-start': 'Time to value is not known: no contract start is.',
    book: (median: string, confirmed: number, open: number) =>
      `Median of the book: ${median} days (${plural(confirmed, 'account', 'accounts')}); ${formatCount(open)} still open.`,
  },

  meetingTitle: 'Objectives',
  meetingNone: 'No objective is recorded.',
  meetingNoneOpen: 'No objective is open.',
  reviewTitle: 'New values of the objectives',
  reviewHint: 'What was said about the figures is logged with the note.',
  inMeeting: 'said in the meeting',
  stepsTitle: 'Changes to the plan',
  stepsHint: 'Milestones that are met and new due dates are logged with the note.',
  stepMet: (title: string) => `Met: ${title}`,
  stepDue: (title: string) => `Due: ${title}`,
  saidHint: 'Typed at the end of the meeting; logged when the note goes on the timeline.',
  saidRemove: (title: string) => `Leave out the new value of “${title}”`,
  saidUnreadable: (typed: string) => `“${typed}” is not a number. Leave it out to log the note.`,
  saidGone: 'An objective that was deleted',
  saidNowhere: (typed: string) => `“${typed}” will not be logged.`,

  did: {
    added: (title: string) => `Objective “${title}” recorded`,
    edited: (title: string) => `Objective “${title}” changed`,
    logged: (value: string, title: string) => `${value} logged for “${title}”`,
    valueRemoved: (value: string) => `Value ${value} removed`,
    milestoneAdded: (title: string) => `Milestone “${title}” added`,
    milestoneDone: (title: string) => `“${title}” done`,
    milestoneOpen: (title: string) => `“${title}” open again`,
    milestoneRemoved: (title: string) => `Milestone “${title}” removed`,
    met: (title: string) => `“${title}” is met`,
    dropped: (title: string) => `“${title}” dropped`,
    open: (title: string) => `“${title}” is open again`,
    raised: (title: string) => `“${title}” goes on with a new target`,
    removed: (title: string) => `“${title}” deleted`,
  },

  mark: {
    agreed: (title: string) => `Agreed: ${title}`,
    value: (title: string) => title,
    met: (title: string) => `Met: ${title}`,
    dropped: (title: string) => `Dropped: ${title}`,
    confirmed: (amount: string) => `Value confirmed: ${amount}`,
    milestone: (title: string) => `Milestone done: ${title}`,
  },
};
