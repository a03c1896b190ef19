/** English words of Today: the one list, why it is in this order, and what can be done from it. */
import type { Figures } from '#shared/domain/today/entry.ts';
import { formatCount, plural } from '../plural.ts';

const days = (count: number) => plural(count, 'day', 'days');
const ahead = (count: number) => (count === 0 ? 'today' : count === 1 ? 'tomorrow' : `in ${days(count)}`);
const ago = (count: number) => (count === 0 ? 'today' : count === 1 ? 'yesterday' : `${days(count)} ago`);
const renewal = (figures: Figures) => `it renews ${ahead(figures.days ?? 0)}`;

type Why = Readonly<Record<string, (figures: Figures) => string>>;

function times(count: number): string {
  if (count >= 0.95 && count < 1.05) return 'as much as the usual account';
  if (count < 0.1) return 'less than a tenth of the usual account';
  return `${count >= 10 ? formatCount(Math.round(count)) : count.toFixed(1)} times the usual account`;
}

const stake: Why = {
  revenue: (figures) => times(figures.times ?? 0),
  'no-revenue': () => 'no revenue is known',
  'no-account': () => 'belongs to no account',
};

const urgency: Why = {
  renewal: (figures) => {
    const left = figures.days ?? 0;
    return left < 0 ? `the day passed ${days(-left)} ago` : renewal(figures);
  },
  'alert-risk': () => 'something has changed for the worse',
  'alert-risk-renewal': (figures) => `something has changed for the worse, and ${renewal(figures)}`,
  'alert-opportunity': () => 'it can wait a few days',
  'alert-opportunity-renewal': (figures) => `it can wait a few days, but ${renewal(figures)}`,
  'alert-lifecycle': () => 'the stage lacks what it should have by now',
  'alert-objective': () => 'a day that was agreed has passed',
  'alert-objective-renewal': (figures) => `a day that was agreed has passed, and ${renewal(figures)}`,
  'alert-lifecycle-renewal': (figures) =>
    `the stage lacks what it should have by now, and ${renewal(figures)}`,
  'alert-activity': () => 'a touch is overdue',
  'alert-activity-renewal': (figures) => `a touch is overdue, and ${renewal(figures)}`,
  contradiction: () => 'two facts contradict each other',
  'contradiction-renewal': (figures) => `two facts contradict each other, and ${renewal(figures)}`,
  'task-open': () => 'no day is set',
  'task-overdue': (figures) => `${days(figures.days ?? 0)} overdue`,
  'task-today': () => 'due today',
  'task-soon': (figures) => `due ${ahead(figures.days ?? 0)}`,
  'meeting-over': () => 'it is over: a note is best written now',
  'meeting-now': () => 'it is going on',
  'meeting-today': () => 'it is today',
  draft: (figures) => `begun ${ago(figures.days ?? 0)}`,
  conflict: () => 'both sides changed it',
  unsent: () => 'the source has not taken it',
};

const reach: Why = {
  call: () => 'one call is enough',
  successor: () => 'a successor can still be won',
  causes: () => 'causes can still be mended',
  others: () => 'others have to mend it; you can press and inform',
  decided: () => 'it is nearly decided',
  plan: () => 'the plan can be changed',
  offer: () => 'an offer can be made',
  accepted: () => 'you took it up',
  'renewal-past': () => 'the day is over',
  'renewal-today': () => 'today is the last day',
  'renewal-days': (figures) =>
    figures.days === 1 ? 'only one day is left' : `only ${days(figures.days ?? 0)} are left`,
  'renewal-days-left': (figures) => `${days(figures.days ?? 0)} are left`,
  'renewal-weeks': () => 'weeks are left',
  'renewal-months': () => 'there is time to do something',
  ask: () => 'a question clears it up',
  answer: () => 'an answer with a date can still mend it',
  introduction: () => 'an introduction can still be asked for',
  executive: () => 'a meeting with the executive can still be asked for',
  do: () => 'it is in your hands',
  remind: () => 'they have to do it; you can remind',
  finish: () => 'it only wants finishing',
  choose: () => 'it only wants a choice',
  send: () => 'it can be sent again',
  prepare: () => 'you can prepare',
};

export const today = {
  title: 'Today',
  listLabel: 'What needs you today',
  /** Mostly each line is of another account: the same figure is not said twice. */
  summary: (lines: number, accounts: number) =>
    lines === accounts
      ? plural(accounts, 'account needs you', 'accounts need you')
      : `${plural(lines, 'matter', 'matters')}${accounts === 0 ? '' : ` in ${plural(accounts, 'account', 'accounts')}`}`,
  kinds: {
    risk: 'Risk',
    opportunity: 'Opportunity',
    lifecycle: 'Lifecycle',
    activity: 'Touch',
    contradiction: 'Contradiction',
    task: 'Task',
    draft: 'Draft',
    conflict: 'Conflict',
    unsent: 'Not sent',
    meeting: 'Meeting',
  },
  /** Beside the sign of the band, which names itself. */
  scoreFrom: (value: number, share: string) => `${value} from ${share} weight`,
  arr: 'ARR',
  renewsIn: (left: number) => (left < 0 ? `renewal was ${days(-left)} ago` : `renews ${ahead(left)}`),
  also: (count: number) => `and ${formatCount(count)} more`,
  open: (name: string) => `Details: ${name}`,
  noAccount: 'No account',

  scopeLabel: 'Whose accounts',
  mine: 'Mine',
  team: 'Team',

  task: {
    overdue: (title: string, count: number) => `${title}: ${days(count)} overdue.`,
    today: (title: string) => `${title}: due today.`,
    soon: (title: string, count: number) => `${title}: due ${ahead(count)}.`,
    open: (title: string) => `${title}.`,
    theirs: (who: string) => (who === '' ? 'The customer promised it.' : `${who} promised it.`),
  },
  draft: (title: string, day: string) => `A note waits to be finished: ${title} (${day}).`,
  untitled: 'untitled',
  conflict: (count: number) =>
    count === 1
      ? 'You and the source changed the same field; both values are kept until you choose.'
      : `You and the source changed the same ${formatCount(count)} fields; both values are kept until you choose.`,
  unsent: (count: number) => `${plural(count, 'change has', 'changes have')} not reached the source yet.`,
  meeting: (title: string, from: string, to: string, who: string) =>
    `${from} to ${to}: ${title}${who === '' ? '' : `, with ${who}`}.`,

  why: 'Why here',
  whyRank: (place: number, of: number) => `Place ${formatCount(place)} of ${formatCount(of)}`,
  factors: { stake: 'Value at stake', urgency: 'Urgency', reach: 'What you can still change' },
  stake,
  urgency,
  reach,
  formula: (percent: string) => `Value at stake × urgency × what can still be changed: ${percent}.`,
  usual: (amounts: string) => `The usual account is the median of those in the same currency: ${amounts}.`,
  facts: 'Facts',

  actions: {
    noteFull: 'Log a note',
    snooze: 'Snooze',
    settle: 'Settle',
    done: 'Done',
    taskFull: 'Make a task',
    assignFull: 'Hand over',
    prepare: 'Prepare',
    finish: 'Finish the note',
    choose: 'Choose',
  },

  snoozeTitle: 'Snooze',
  snoozeBody: 'It comes back on that day, or earlier when a fact changes.',
  reason: 'Why',
  reasons: ['Waiting for their answer', 'A meeting is set', 'Agreed with the customer'],
  until: 'Until',
  untilChoices: {
    tomorrow: 'Tomorrow',
    nextWeek: 'Next week',
    inTwoWeeks: 'In two weeks',
    endOfMonth: 'End of the month',
  },
  otherDay: 'Another day',
  reasonNeeded: 'Write why: whoever looks at this later wants to know.',
  dayNeeded: 'Choose a day that lies ahead.',
  moveTitle: 'Move the task',
  move: 'Move',
  settleTitle: 'Settle the contradiction',
  settleChoice: 'What you say to it',
  explainBody: 'It stays away until that day, or until a fact changes.',
  dismissBody: 'It stays away until a fact changes.',
  explanation: 'What explains it',
  taskTitle: 'Make a task',
  taskWhat: 'What is to be done',
  taskNeeded: 'Write what is to be done.',
  due: 'Due',
  addTask: 'Add the task',
  assignTitle: 'Hand over',
  assignWhat: 'What you hand over',
  assignChoices: { task: 'A task', account: 'The whole account' },
  assignTo: 'Who does it',
  ownerNow: (owner: string) =>
    owner === '' ? 'Nobody owns the account now.' : `${owner} owns the account now.`,
  nobody: 'nobody yet',

  saidSnoozed: (name: string, day: string) => `${name}: snoozed until ${day}`,
  saidDone: (name: string) => `${name}: done`,
  saidTask: (title: string, who: string) => `Task added${who === '' ? '' : ` for ${who}`}: ${title}`,
  saidAssigned: (title: string, who: string) =>
    who === '' ? `${title}: given to nobody` : `${title}: given to ${who}`,
  saidOwner: (account: string, who: string) =>
    who === '' ? `${account}: owned by nobody` : `${account}: owned by ${who} from now on`,
  saidMoved: (title: string, day: string) => `${title}: moved to ${day}`,
  saidTaskDone: (title: string) => `Done: ${title}`,

  importCalendar: 'Import a calendar file (.ics)',
  calendarRead: (meetings: number, known: number) =>
    `${plural(meetings, 'meeting', 'meetings')} read for the coming weeks; ${formatCount(known)} with people of your accounts`,
  calendarUnreadable: (file: string) => `${file} is not a calendar file that can be read.`,
  calendarEmpty: (file: string) => `${file} has no meetings in the coming four weeks.`,
  print: 'Print my day',

  emptyTitle: 'Nothing needs you today',
  emptyNext: (name: string, day: string, left: number) =>
    `The next renewal is ${name}, on ${day} (${ahead(left)}).`,
  emptyBody: 'No alert, no contradiction, no task that is due. A good day to call somebody.',
  emptyUnknown: (count: number, of: number) =>
    `Too little is known of ${formatCount(count)} of ${plural(of, 'account', 'accounts')}, or what is known is too old to tell. Import newer data, or look at what the scorecards ask for.`,
  emptyMine: 'Nothing here for the accounts of this person.',
  showTeam: 'Show the whole team',
  noBookTitle: 'No accounts yet',
  noBookBody:
    'Import your CRM export or look around with the sample company; then this page tells who needs you.',
  toAccounts: 'Go to accounts',
  failedTitle: 'Today could not be worked out',
  failedBody: 'What you wrote is safe on disk. Try again; if it happens once more, reload the window.',
  details: 'Technical details',
  tryAgain: 'Try again',
  showMore: (count: number) => `Show ${formatCount(count)} more`,
  clockTitle: 'The clock of this machine may have been set back',
  clockBody: (today: string, newest: string) =>
    `It says ${today}, but scores were kept here on ${newest}. Until it is right, ages and due days are counted wrongly. Nothing is lost.`,
  working: 'Scores are being worked out; more may come in.',

  keys: {
    next: 'Next line',
    previous: 'Previous line',
    open: 'Open or close the details',
    account: 'Open the account',
    note: 'Log a note',
    snooze: 'Snooze or move',
    done: 'Mark as done',
    task: 'Make a task',
    assign: 'Hand over to somebody',
    meet: 'Prepare or start the meeting',
    scope: (name: string) => `Show: ${name}`,
  },
};
