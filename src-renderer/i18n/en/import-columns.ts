/** English words of the import's second step: what each column means, how its values are read, and what is asked. */
import type { LinkBy } from '#shared/model/import-plan.ts';
import { formatCount, plural } from '../plural.ts';

const linkBys: Readonly<Record<LinkBy, string>> = {
  externalId: 'ID',
  domain: 'domain',
  email: 'e-mail',
  name: 'name',
  reference: 'reference',
};

const customKinds = { text: 'text', number: 'number', boolean: 'yes / no', date: 'date' };

export const importColumns = {
  columnsTitle: 'What each column means',
  needsEye: 'Needs your eye',
  needsEyeCount: (count: number) => plural(count, 'column needs your eye', 'columns need your eye'),
  allClear: 'Every column has a place. Look through them, or continue.',
  tables: 'Tables',
  openCount: (count: number) => `${formatCount(count)} open`,
  column: 'Column',
  target: 'Goes to',
  samples: 'Values',
  certainty: 'Certainty',
  sure: 'sure',
  likely: 'likely',
  unsure: 'unsure',
  chosenBy: 'your choice',
  fieldsOf: (noun: string) => `Fields: ${noun}`,
  elsewhere: 'Elsewhere',
  givenName: 'Given name',
  familyName: 'Family name',
  customField: 'Custom field…',
  customName: 'Name of the custom field',
  customKind: 'Kind of values',
  customKinds,
  skip: 'Leave out',
  linkBy: (noun: string) => `How ${noun} is found`,
  linkBys,
  byWord: (by: string) => `by ${by}`,
  allBlank: 'no values',
  unnamedColumn: (number: number) => `(column ${number})`,
  searchColumns: 'Find a column',
  showSkipped: (count: number) => `Show ${plural(count, 'column that is', 'columns that are')} left out`,
  newColumn: 'new',
  freshColumns: (names: string) => `New columns since last time: ${names}.`,
  missingColumns: (names: string) =>
    `Columns that are no longer there: ${names}. Their values stay as they are.`,
  newTable: (name: string) => `“${name}” was not part of this source before.`,
  missingTable: (name: string) => `“${name}” is not among these files. Its rows stay as they are.`,
  lookAtColumns: 'Look at the columns',

  // reading
  dateOrder: 'Order of dates',
  dateOrders: { ymd: 'year-month-day', dmy: 'day-month-year', mdy: 'month-day-year' },
  readsAs: (from: string, to: string) => `${from} = ${to}`,
  zone: 'Time zone',
  zones: { utc: 'times in UTC', local: 'times of this machine' },
  decimalMark: 'Decimal mark',
  decimalMarks: { '.': '1,234.5', ',': '1.234,5' },
  currency: 'Currency',
  currencyOfRow: (column: string) => `by “${column}”`,
  currencyOfRows: 'As another column says',
  currencyForAll: 'One for all rows',
  currencyBlank: 'Where the currency is blank',
  currencyBlankNone: 'blank: rejected',
  currencyBlankAs: (currency: string) => `blank: ${currency}`,
  noCurrency: 'Currency?',
  factor: 'Unit',
  factors: {
    '1': 'as written',
    '1000': 'in thousands',
    '10000': 'in 10,000 (万)',
    '1000000': 'in millions',
    '0.01': 'in hundredths',
  } as Readonly<Record<string, string>>,
  direction: 'Direction',
  higherBetter: 'high is good',
  lowerBetter: 'low is good',
  scaleLowest: (column: string) => `Lowest score possible: ${column}`,
  scaleHighest: (column: string) => `Highest score possible: ${column}`,
  scaleWord: (column: string, word: string) => `Score of ${word}: ${column}`,
  turnWords: 'Turn round',
  notANumber: 'Not a number',
  separator: 'Several values parted by',
  separators: { ';': ';', ',': ',', '|': '|', '\n': 'line break' } as Readonly<Record<string, string>>,

  // questions
  askDirection: (column: string, min: string, max: string) =>
    `“${column}” runs from ${min} to ${max}. Which end is good?`,
  highIsGood: (max: string) => `${max} is good`,
  lowIsGood: (min: string) => `${min} is good`,
  askDate: (column: string, value: string) =>
    `The dates in “${column}” can be read two ways. What is ${value}? The answer counts for all such dates of this file.`,
  otherCurrency: 'Another',
  askCurrency: (column: string) =>
    `Nothing says which currency the amounts in “${column}” are. Which? The answer counts for all such amounts.`,
  askNrr: (column: string) =>
    `“${column}”: some tools mean net revenue retention, others non-recurring revenue. It is not counted as recurring revenue either way. Keep it as:`,
  nrrRetention: 'Net revenue retention',
  nrrOneTime: 'Non-recurring revenue',
  askUnsure: (column: string, field: string) => `Is “${column}” really ${field}?`,
  yesKeep: 'Yes',
  noLeaveOut: 'No, leave it out',
  showColumn: 'Show column',
  problemDouble: (field: string, table: string) =>
    `${table}: several columns go to ${field}. Which one keeps it?`,
  keepThis: (column: string) => `Keep “${column}”`,
  problemRequired: (field: string, table: string) =>
    `${table}: no column goes to ${field}, and no row can do without it.`,
  problemNoLink: (table: string) =>
    `${table}: no column says which account a row belongs to. Choose one below and link it.`,
  problemLink: (field: string, table: string) => `${table}: say how ${field} is found.`,
  problemUnnamed: (table: string) => `${table}: a custom field has no name yet.`,
  leaveTableOut: 'Leave this table out',
  leaveTablesOut: (count: number) => `Leave out all ${formatCount(count)} tables that cannot be placed`,
  notRecognised: (count: number) => `${plural(count, 'file', 'files')} not recognised and left out: show`,
  goToTable: 'Show the table',
  preparing: 'Counting what would change…',
  stoppingCount: 'Stopping the count…',
  countChanges: 'Count the changes',
};
