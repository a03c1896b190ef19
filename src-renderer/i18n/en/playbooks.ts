/** English words of the playbooks: the list and its editor, starting one, and what runs. */
import { formatCount, plural } from '../plural.ts';

const tasks = (count: number) => plural(count, 'task', 'tasks');
const accounts = (count: number) => plural(count, 'account', 'accounts');

export const playbooks = {
  title: 'Playbooks',
  intro:
    'A playbook is a list of steps with days and people. Started on an account it becomes tasks; none is made before you say yes.',
  delivered: 'Delivered',
  own: 'Your own',
  changed: 'Changed',
  off: 'Off',
  add: 'New playbook',
  newName: 'New playbook',
  copy: 'Copy',
  copyName: (name: string) => `${name} (copy)`,
  remove: 'Delete',
  reset: 'As delivered',
  export: 'Export',
  import: 'Import',
  startForSegment: 'Start for a segment',

  name: 'Name',
  nameNeeded: 'A playbook needs a name.',
  purpose: 'What it is for',
  offered: 'Offered',
  steps: 'Steps',
  columns: { what: 'What is to be done', side: 'Whose', who: 'Who', when: 'When' },
  sides: { ours: 'Our side', theirs: 'Customer' },
  owners: { 'account-owner': 'Account owner', name: 'A name', nobody: 'Nobody yet' },
  personName: 'Name',
  days: 'Days',
  from: { start: 'days after the start', renewal: 'days before the renewal' },
  unreadable: 'A whole number of days, 0 or more.',
  titleNeeded: 'A step needs words.',
  ofStep: (what: string, title: string) => `${what}: ${title}`,
  addStep: 'Add a step',
  moveUp: (title: string) => `Move up: ${title}`,
  moveDown: (title: string) => `Move down: ${title}`,
  removeStep: (title: string) => `Delete the step: ${title}`,
  noSteps: 'It has no steps yet, so it cannot be started.',
  noHolidays:
    'What would be due on a Saturday or Sunday is due on the Monday, and nothing is due before the day it is started. Public holidays are not known.',
  proposedTitle: 'Proposed by itself when',
  proposedHint: 'Today then offers it first on the line. Tasks are made only when you say yes.',
  proposedAlerts: 'Alerts',
  proposedContradictions: 'Contradictions',
  renewalStep: (days: number) => `Renewal in ${formatCount(days)} days`,
  segment: 'Offered for',
  everyone: 'All accounts',
  goneSegment: 'A segment that is gone',
  segmentGone: 'Its segment is no longer here, so it is offered nowhere. Choose another one.',

  play: 'Play',
  playNamed: (name: string) => `Play: ${name}`,
  command: 'Start a playbook…',
  dialogTitle: (account: string) => `Start a playbook: ${account}`,
  choose: 'Playbook',
  proposed: 'Proposed',
  all: 'All playbooks',
  noneOffered: 'No playbook is offered for this account.',
  toPlaybooks: 'Open the playbooks',
  planned: 'Tasks that will be made',
  take: (title: string) => `Make the task: ${title}`,
  dueOf: (title: string) => `Due: ${title}`,
  renewalUnknown: 'No renewal date is known. Steps that count from it have no day until you set one.',
  renewalOn: (day: string) => `Days count from the renewal on ${day}.`,
  nobody: 'nobody yet',
  nobodyOf: (role: string) => `nobody yet (${role}: nobody is known)`,
  withRole: (name: string, role: string) => `${name} (${role})`,
  start: (count: number) => `Start with ${tasks(count)}`,
  addMissing: (count: number) => `Add ${tasks(count)}`,
  running: (name: string, done: number, total: number) =>
    `${name} already runs here: ${formatCount(done)} of ${formatCount(total)} done`,
  onlyMissing: (count: number) => `Only ${plural(count, 'step', 'steps')} without a task can be added.`,
  nothingMissing: 'Every step has a task already; there is nothing to add.',
  nothingTicked: 'Tick at least one task.',

  runLabel: 'Playbooks that run here',
  run: (name: string, done: number, total: number) =>
    `${name}: ${formatCount(done)} of ${formatCount(total)}`,
  runNext: (day: string) => `next by ${day}`,
  gone: 'deleted playbook',

  segmentTitle: (name: string) => `Start for a segment: ${name}`,
  chooseSegment: 'Segment',
  noSegments: 'There are no segments yet. Make one in the portfolio.',
  toPortfolio: 'Open the portfolio',
  counting: 'Counting…',
  segmentCount: (count: number, made: number) => `${accounts(count)}, ${tasks(made)}`,
  segmentRunning: (count: number) =>
    `It already runs on ${accounts(count)}; only missing steps are added there.`,
  segmentUndated: (count: number) =>
    `On ${accounts(count)} no renewal date is known; steps that count from it have no day.`,
  segmentEmpty: 'No account of this segment needs a task from it.',
  startMany: (count: number) => `Start on ${accounts(count)}`,

  saidStarted: (name: string, account: string, count: number) =>
    `${name} started on ${account}: ${tasks(count)}`,
  saidStartedMany: (name: string, count: number, made: number) =>
    `${name} started on ${accounts(count)}: ${tasks(made)}`,
  saidSaved: (name: string) => `Saved: ${name}`,
  saidRemoved: (name: string) => `Deleted: ${name}`,
  saidReset: (name: string) => `As delivered again: ${name}`,
  saidImported: (count: number) => `${plural(count, 'playbook', 'playbooks')} imported`,
  refused: (files: string) => `No playbook could be read from ${files}.`,
  nothingNew: 'Every step had a task already. Nothing was made.',
  unread:
    'The playbooks could not be read. What you wrote is safe on disk. Try again; if it happens once more, reload the window.',
};
