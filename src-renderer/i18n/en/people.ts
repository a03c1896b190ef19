/** English words of the people of an account. */
import { plural } from '../plural.ts';

export const people = {
  title: 'People',
  views: 'View of the people',
  view: { list: 'List', map: 'Map', organisation: 'Organisation', known: 'Who knows whom' },
  search: 'Find a person',
  sort: 'Sort by',
  sorts: {
    role: 'Role',
    name: 'Name',
    lastContact: 'Last contact',
    sentiment: 'Sentiment, worst first',
    influence: 'Influence',
  },
  count: (count: number) => plural(count, 'person', 'people'),
  found: (count: string, all: string) => `${count} of ${all}`,
  showAll: (count: string) => `Show all ${count}`,

  noneTitle: 'Nobody is known here yet',
  noneBody:
    'Add the first person in the line above, or import the contacts of your CRM; they appear here with role, title and e-mail.',
  notFound: 'Nobody fits this search.',
  failedTitle: 'The people could not be read',
  failedBody: 'What you wrote is safe on disk. Try again; if it happens once more, reload the window.',
  tryAgain: 'Try again',
  details: 'Technical details',

  add: 'Add a person',
  addLabel: 'New person',
  addHint: 'Name, role or title, e-mail; Enter adds',
  addRead: (parts: string) => `Will be added: ${parts}`,
  addButton: 'Add',
  added: (name: string) => `${name} added`,

  name: 'Name',
  role: 'Role',
  titleAndDepartment: 'Title and department',
  sentiment: 'Sentiment',
  influence: 'Influence',
  lastContact: 'Last contact',
  email: 'E-mail',
  lastContactIs: (date: string) => `Last contact: ${date}`,
  sentiments: { 1: 'Very bad', 2: 'Bad', 3: 'Neutral', 4: 'Good', 5: 'Very good' },
  influences: { 1: 'Little', 2: 'Some', 3: 'Much' },
  unknown: 'unknown',
  noContact: 'no contact known',
  left: (ago: string) => `left ${ago}`,
  leaves: (date: string) => `leaves ${date}`,
  from: (source: string) => `from ${source}`,
  here: 'noted here',
  openPerson: (name: string) => `Details of ${name}`,
  writeTo: (address: string) => `Write to ${address}`,
  readBackTo: (date: string) => `Imported activities before ${date} were not looked at.`,

  gaps: 'Gaps',
  gapsNone: 'No gaps: champion, executive and field manager are known and in contact.',
  rule: (text: string) => `Rule: ${text}`,
  gap: {
    'executive-silent': (days: number | undefined) =>
      days === undefined
        ? 'Never any executive contact'
        : `No executive contact for ${plural(days, 'day', 'days')}`,
    'champion-silent': (days: number | undefined) =>
      days === undefined
        ? 'Never any contact with the champion'
        : `No contact with the champion for ${plural(days, 'day', 'days')}`,
    'field-manager-silent': (days: number | undefined) =>
      days === undefined
        ? 'Never any contact with a field manager'
        : `No contact with a field manager for ${plural(days, 'day', 'days')}`,
    'executive-unknown': 'No executive known',
    'champion-unknown': 'No champion known',
    'field-manager-unknown': 'No field manager known',
    'champion-left': (days: number) =>
      days === 0
        ? 'Champion left today, no successor'
        : `Champion left ${plural(days, 'day', 'days')} ago, no successor`,
    'one-person': 'Only one person known',
  },
  gapRule: {
    'executive-silent': (days: number) =>
      `no touch with an executive sponsor or economic buyer for more than ${days} days`,
    'champion-silent': (days: number) => `no touch with a champion for more than ${days} days`,
    'field-manager-silent': (days: number) => `no touch with a field manager for more than ${days} days`,
    'executive-unknown': 'nobody present has the role executive sponsor or economic buyer',
    'champion-unknown': 'nobody present has the role champion',
    'field-manager-unknown': 'nobody present has the role field manager',
    'champion-left': (days: number) =>
      `a champion left within the last ${days} days and nobody present has the role`,
    'one-person': 'exactly one person is present',
  },
  fact: (date: string, kind: string, source: string) => `${kind}, ${date}, ${source}`,
  factNever: 'no contact known',
  factLeft: (date: string) => `left ${date}`,
  more: (count: number) => `and ${count} more`,

  mapLabel: 'Influence by sentiment',
  mapHint:
    'Drag a person, or move with the arrow keys: left and right for sentiment, up and down for influence.',
  unplaced: 'Not placed yet',
  unplacedNone: 'Everybody has a place.',
  unplacedHint: 'Sentiment or influence is not known. An arrow key puts a person in the middle.',
  placed: (name: string, sentiment: string, influence: string) =>
    `${name}: sentiment ${sentiment}, influence ${influence}`,
  cell: (sentiment: string, influence: string) => `Sentiment ${sentiment}, influence ${influence}`,
  moved: (name: string) => `${name} moved`,
  moreInCell: (count: number) => `${count} more`,
  fewer: 'Fewer',

  organisationLabel: 'Who reports to whom',
  organisationHint: 'Say who somebody reports to in their details; the tree follows.',
  reports: (count: number) => plural(count, 'report', 'reports'),
  level: (level: number) => `Level ${level}`,
  circle: (names: string) => `These report to each other in a circle: ${names}. Change one of them.`,

  knownLabel: 'Who on our side knows whom',
  knownHint:
    'Counted from touches that both took part in, with the newest date; “says so” comes from “Known by”.',
  knownNone: 'No meeting names people of both sides yet, and nobody is noted under “Known by”.',
  knownMeetings: (count: number) => plural(count, 'touch', 'touches'),
  knownSaid: 'says so',
  nobody: 'nobody',
  others: 'Others',

  panel: (name: string) => `About ${name}`,
  close: 'Close',
  none: 'none',
  save: 'Save',
  reportsTo: 'Reports to',
  reportsToChoose: 'Choose a person',
  edit: (field: string, name: string) => `${field} of ${name}`,
  leftToday: 'Left today',
  reviewTitle: 'Changes to the people in the room',
  reviewRole: (name: string) => `Role of ${name}`,
  reviewNoRole: 'no role',
  reviewSentiment: (name: string) => `Sentiment of ${name}`,
  reviewNoSentiment: 'not judged',
  reviewLeft: (name: string) => `${name} leaves`,
  reviewLeftShort: 'leaves',
  cameBack: 'Is back',
  remove: 'Remove',
  mergeWith: 'Merge with…',
  mergeChoose: 'The same person as',
  recent: 'Recent touches',
  recentNone: 'No touch names this person.',
  knownBySection: 'Known by',
  sources: 'All fields and their sources',
  mergedFrom: 'Merged',
  mergedLine: (name: string, date: string) => `${name}, merged ${date}`,

  duplicates: (count: number) =>
    count === 1 ? 'Two entries may be the same person' : `${count} pairs of entries may be the same person`,
  duplicatesBody: 'Compare them side by side; nothing is merged by itself.',
  compare: 'Compare',
  mergeTitle: 'Are these the same person?',
  pairOf: (at: number, all: number) => `Pair ${at} of ${all}`,
  reasons: {
    email: 'same e-mail',
    name: 'same name',
    swapped: 'same name in another order',
    reading: 'same reading',
  },
  because: (reasons: string) => `Why: ${reasons}`,
  field: 'Field',
  stays: 'Stays',
  joins: 'Is merged into it',
  takeAll: 'Take all from here',
  turnRound: 'Swap sides',
  both: 'both are kept',
  empty: 'empty',
  mergeNow: 'Merge',
  notSame: 'Not the same person',
  nextPair: 'Next pair',
  mergeNote:
    'Notes, tasks and whoever reports to them move along. Future imports of either row go to the person who stays. One undo takes it back.',
  merged: (name: string) => `Merged into ${name}`,
  keptApart: (a: string, b: string) => `${a} and ${b} stay two people`,

  changed: (field: string) => `${field} changed`,
  removed: (name: string) => `${name} is in the bin for 30 days`,
  gone: 'The person is no longer here.',

  commandNext: 'Next person',
  commandPrevious: 'Previous person',
  commandView: (view: string) => `People: ${view}`,
  commandRemove: (name: string) => `Remove ${name}`,
  commandLeft: (name: string) => `${name} left today`,
  commandMerge: 'Compare possible duplicates',
};
