/** English words of the sources screen and of the import. */
import type { Encoding, RejectReason } from '#shared/model/import-plan.ts';
import { formatCount, plural } from '../plural.ts';
import { importColumns } from './import-columns.ts';
import { importFailures } from './import-failures.ts';

const steps = {
  files: 'Files',
  columns: 'Columns',
  links: 'Links',
  preview: 'Preview',
  apply: 'Done',
};

const reasons: Readonly<Record<RejectReason, string>> = {
  'required-missing': 'This value is needed and the cell is blank',
  'bad-date': 'Not a date that can be read',
  'bad-number': 'Not a number that can be read',
  'bad-money': 'Not an amount that can be read',
  'no-currency': 'No currency, or none that is known',
  'bad-boolean': 'Neither yes nor no',
  'bad-score': 'Outside of the scale, or not a score',
  'duplicate-id': 'The same ID stands in an earlier row',
  'broken-id': 'Excel turned this ID into a number; its digits are lost',
  unlinked: 'No record was found for this value',
  'too-many-cells': 'More cells than the header has columns',
  'too-few-cells': 'Fewer cells than the header has columns',
  'no-record': 'This element of the list is no record: it has no fields',
  'bad-json': 'This line is not valid JSON',
  'unclosed-quote': 'A quotation mark is opened and never closed',
  footer: 'A footer line of the report, not data',
  'repeated-header': 'The header once more, not data',
  'newer-here': 'Kizuna holds a newer version of this record',
};

const encodings: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  shift_jis: 'Shift_JIS (CP932)',
  'euc-jp': 'EUC-JP',
  'windows-1252': 'Windows-1252',
};

const problemWords = {
  rows: (count: number) => plural(count, 'row', 'rows'),
  files: (count: number) => plural(count, 'file', 'files'),
};

export const sources = {
  title: 'Sources',
  importFiles: 'Import files',
  importHint: 'CSV, TSV, Excel (.xlsx), JSON or JSON Lines; one file or many at once.',
  dropAnywhere: 'Drop files to import them',
  emptyTitle: 'No source yet',
  emptyBody:
    'Drop the export of your CRM anywhere on this window, several files at once if you have them. Kizuna finds out what each table is, shows it, and imports nothing before you say so.',
  sampleTry: 'Look around with a sample company',
  sampleLoading: 'Loading the sample company…',
  sampleFailed: 'The sample company could not be loaded. Nothing was changed.',
  sampleBadge: 'Sample',
  removeSample: 'Remove sample data',
  readFailed: 'The sources could not be read. Nothing was changed.',

  // the list
  lastImport: (when: string) => `Last import ${when}`,
  neverImported: 'Not imported yet',
  allTakenBack: 'Its imports were taken back',
  importAgain: 'Import again',
  history: 'History',
  more: (name: string) => `More for ${name}`,
  rename: 'Rename',
  renameNamed: (name: string) => `Rename source “${name}”`,
  removeNamed: (name: string) => `Remove source “${name}” and its data`,
  renamed: (name: string) => `Renamed to “${name}”`,
  nameOfSource: 'Name of the source',
  remove: 'Remove source and its data',
  removing: 'Removing…',
  removed: (name: string) => `“${name}” was removed with its data.`,
  removedKept: (name: string, kept: number) =>
    `“${name}” was removed. ${plural(kept, 'record was', 'records were')} kept because somebody has written on them since.`,
  removeFailed: (name: string) => `“${name}” could not be removed completely. Nothing else was changed.`,
  removeTitle: (name: string) => `Remove “${name}”?`,
  removeBody: (imports: number) =>
    imports === 0
      ? 'What it brought is removed. What people wrote stays. The files can be imported again.'
      : `${plural(imports, 'import is', 'imports are')} taken back, the newest first. What people wrote stays. The files can be imported again.`,
  removeConfirm: 'Remove with its data',
  keep: 'Keep it',
  jobStates: {
    running: 'cut off',
    done: 'imported',
    cancelled: 'cancelled',
    failed: 'failed',
    undone: 'undone',
  },
  undoImport: 'Undo this import',
  undoing: 'Taking back…',
  undone: (removed: number, restored: number) =>
    `Taken back: ${plural(removed, 'record', 'records')} removed with the history of this import, ${plural(restored, 'record', 'records')} as before.`,
  undoneKept: (kept: number) =>
    `${plural(kept, 'record stays', 'records stay')} because somebody has written on them since.`,
  undoFailed: 'Taking it back failed. What was not taken back is still there; try again.',
  notFinished: 'An import is begun and not finished',
  interruptedTitle: (name: string) => `The import of “${name}” was cut off`,
  interruptedBody: (when: string) =>
    `It began ${when}. What it stored is safe. Go on where it stopped, or take everything back.`,
  resume: 'Resume',
  takeBack: 'Take back',
  downloadRejected: (count: number) => `${plural(count, 'rejected row', 'rejected rows')} as CSV`,

  // the stepper
  importTitle: 'Import',
  steps,
  back: 'Back',
  next: 'Continue',
  leave: 'Cancel import',
  stillRunning: 'An import is running',
  toImport: 'Open the import',

  // files
  filesTitle: 'What is in these files',
  addFiles: 'Add files',
  removeFile: (name: string) => `Leave out ${name}`,
  sending: (sent: string, size: string) => `Taking over: ${sent} of ${size}`,
  waiting: 'Waiting',
  reading: (rows: number, bytes: string, size: string) =>
    `Reading: ${plural(rows, 'row', 'rows')} · ${bytes} of ${size}`,
  recognising: 'Recognising…',
  failures: importFailures.files,
  failureLimit: (limit: string) => `The limit is ${limit}.`,
  diskFull: 'The disk is full. Make room, then choose the file once more.',
  technical: 'Details',
  whatItIs: (part: string) => `What ${part} is`,
  leaveOut: 'Leave out',
  guessedAs: 'guessed from its columns',
  asBefore: 'as last time',
  chosen: 'your choice',
  noGuess: 'not recognised: choose what it is, or leave it out',
  rows: problemWords.rows,
  columnCount: (count: number) => plural(count, 'column', 'columns'),
  footers: (count: number) => `${plural(count, 'footer line', 'footer lines')} left out`,
  problemRows: (count: number) => `${plural(count, 'row', 'rows')} that cannot be read as rows`,
  headerAt: (row: number) => `header in row ${row}`,
  layout: 'How it is read',
  layoutOf: (name: string) => `How ${name} is read`,
  encoding: 'Encoding',
  encodings,
  delimiter: 'Separator',
  delimiters: { ',': 'comma  ,', ';': 'semicolon  ;', '\t': 'tab', '|': 'pipe  |' } as Readonly<
    Record<string, string>
  >,
  tab: 'tab',
  headerRow: 'Header in row',
  headerRowBad: 'A row number, 1 or more',
  firstRows: 'First rows, read this way',
  readAgain: 'Read the file this way',
  sourceLabel: 'Keep as source',
  sourceName: 'Name',
  newSource: 'A new source',
  sourceHint: 'Next week the same files are two clicks.',
  sourceKnown: (name: string, when: string) =>
    `These files look like “${name}”${when === '' ? '' : `, last imported ${when}`}. The same rows are updated, not doubled.`,
  nothingChosen: 'Every table is left out. Say what at least one of them is.',

  // columns
  ...importColumns,

  // links
  linksTitle: 'How the tables are tied',
  tie: (table: string, noun: string, by: string) => `${table} → ${noun} by ${by}`,
  allTied: 'Every row has found its record.',
  allPlaced: 'Every value has its record',
  namedOnly: (count: number) =>
    `${plural(count, 'account is', 'accounts are')} named in these files and in no list of accounts`,
  makeAccounts: (count: number) => `Make ${plural(count, 'account', 'accounts')} of these names`,
  makeNoAccounts: 'Make no accounts of names',
  makeAccountsHint:
    'They come with this import and leave with it when it is undone. A list of accounts that follows later fills them in. Values that are tied to a record below make none.',
  newAccount: 'new account',
  madeTable: 'named only in the other tables',
  unlinkedTitle: (values: number, rows: number) =>
    `${plural(values, 'value', 'values')} in ${plural(rows, 'row', 'rows')} without a record`,
  unlinkedHint: 'Rows that stay unlinked appear under no account until they are tied; nothing is lost.',
  confirmTo: (value: string, name: string) => `Tie ${value} to ${name}`,
  untie: 'Untie',
  searchOther: {
    account: 'Search another account',
    contact: 'Search another contact',
    subscription: 'Search another subscription',
    opportunity: 'Search another opportunity',
  },
  searchFor: {
    account: (value: string) => `Search another account: ${value}`,
    contact: (value: string) => `Search another contact: ${value}`,
    subscription: (value: string) => `Search another subscription: ${value}`,
    opportunity: (value: string) => `Search another opportunity: ${value}`,
  },
  noMatch: 'nothing near',
  similarity: (percent: string) => `${percent} alike`,
  confirmAll: (count: number) => `Tie ${plural(count, 'value', 'values')}`,
  above: 'All that are at least',
  keysHint: { move: 'move', tie: 'tie', untie: 'untie', search: 'search' },
  moreUnlinked: (count: number) => `${formatCount(count)} more are not listed.`,
  recount: 'Count again',

  // preview
  previewTitle: 'What the import does',
  sum: {
    read: 'read',
    added: 'new',
    changed: 'changed',
    unchanged: 'unchanged',
    rejected: 'rejected',
    unlinked: 'unlinked',
  },
  sumPart: (word: string, count: string) => `${count} ${word}`,
  total: 'In all',
  notAdding: 'The counts do not add up. Nothing is imported; please send the files’ details to support.',
  changesTitle: (count: number) => `${plural(count, 'field changes', 'fields change')}`,
  changesFirst: (count: number) => `The first ${formatCount(count)} changes`,
  unlinkedRow: 'not linked',
  replacesEdit: 'replaces your edit',
  bothChanged: (fields: number) => `${plural(fields, 'field was', 'fields were')} changed on both sides`,
  bothTheirs: (fields: number) =>
    `${plural(fields, 'value of yours is', 'values of yours are')} replaced by what the source says, and kept beside it: choose on Facts of the account.`,
  bothOurs: (fields: number) =>
    `${plural(fields, 'value of yours stays', 'values of yours stay')}; what the source says is kept beside it: choose on Facts of the account.`,
  record: 'Record',
  field: 'Field',
  from: 'From',
  to: 'To',
  nothing: 'nothing',
  yes: 'yes',
  no: 'no',
  rejectedTitle: (count: number) => plural(count, 'rejected row', 'rejected rows'),
  rejectedFirst: (shown: number, count: number) =>
    `The first ${formatCount(shown)} of ${formatCount(count)}; after the import all of them can be downloaded.`,
  reasons,
  duplicateOf: (row: number) => `The same ID stands in row ${formatCount(row)}`,
  csvColumns: { file: 'File', row: 'Row', column: 'Column', value: 'Value', reason: 'Reason' },
  csvName: 'rejected-rows.csv',
  download: 'Download as CSV',
  importRows: (rows: number) => `Import ${plural(rows, 'row', 'rows')}`,
  nothingToDo: 'Nothing would change: every row is already here as it is.',
  nothingAccepted: 'No row can be taken in. Look at the rejected ones, then go back to the columns.',
  updateNote: (changed: number) =>
    `${plural(changed, 'row', 'rows')} update what is there; edits of yours are never overwritten in silence.`,

  // apply
  importing: 'Importing',
  phases: { inspect: 'Reading', read: 'Importing', tidy: 'Tidying up', undo: 'Taking back' },
  progress: (rows: number, bytes: string, total: string) =>
    `${plural(rows, 'row', 'rows')} · ${bytes} of ${total}`,
  cancel: 'Cancel and take back',
  cancelling: 'Taking back what was stored…',
  keepWorking: 'You can go on working; the import continues when you leave this screen.',
  cancelledTitle: 'The import was cancelled',
  cancelledBody: 'What it had stored was taken back. Your data is as before.',
  doneTitle: (rows: number) => `${plural(rows, 'row', 'rows')} imported`,
  doneNothing: 'Everything was already here',
  doneBody: (source: string) => `Kept as the source “${source}”. Next time choose “Import again” there.`,
  openAccounts: 'Open accounts',
  toSources: 'To sources',
  tieNow: (rows: number) => `Tie ${plural(rows, 'unlinked row', 'unlinked rows')}`,
  undoneTitle: 'The import was taken back',
  again: 'Try again',
  /** Between a title and the sentence that explains it. */
  sentenceEnd: '. ',
  runFailures: importFailures.runs,
};
