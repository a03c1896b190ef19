/** English words of the portfolio: the picture, correlations, and what goes with losing customers. */
import { formatCount, plural } from '../plural.ts';

const accounts = (n: number) => plural(n, 'account', 'accounts');

export const portfolio = {
  title: 'Portfolio',
  tabs: { picture: 'Picture', correlations: 'Correlations', churn: 'What goes with churn here' },
  commands: {
    picture: 'Portfolio: show the picture',
    correlations: 'Portfolio: compare two measures',
    churn: 'Portfolio: what goes with churn here',
  },
  health: 'Health',
  days: 'Days to renewal',
  revenueIn: (currency: string) => `ARR (${currency})`,
  noScore: 'not enough data',
  noScores: 'There are no health scores: they could not be worked out.',

  // states
  emptyTitle: 'Nothing to look at yet',
  emptyBody: 'Import your accounts under Sources; the picture then draws itself.',
  toSources: 'Go to sources',
  failedTitle: 'The accounts could not be read',
  failedBody: 'What you saved is safe on disk. Reload the window.',
  nothingToPlace: 'No account can be placed here',
  nothingToPlaceBody: 'The line below says why each is left out.',
  noMatch: 'No account lies in this part',
  noMatchBody: 'Nothing was removed: the fields above leave every account out.',

  // the picture
  axesLabel: 'Picture',
  axes: { renewal: 'Renewal × health', revenue: 'Health × ARR' },
  reachLabel: 'Renewals',
  reach: { quarter: 'in 90 days', year: 'in a year', all: 'all' },
  currency: 'Currency',
  fromOf: (label: string) => `${label} from`,
  toOf: (label: string) => `${label} to`,
  noNumber: 'This is not a number.',
  clearArea: 'Show all again',
  pictureLabel: {
    renewal: (n: number) =>
      `${accounts(n)} by days to renewal and health; size is ARR. The table below says the same.`,
    revenue: (n: number) => `${accounts(n)} by health and ARR. The table below says the same.`,
  },
  howToChoose:
    'Drag over the picture to choose accounts, or fill in the fields above. Size is ARR; a click opens the account.',
  renews: (day: string) => `Renewal ${day}`,
  leftOut: (reasons: string) => `Not in the picture: ${reasons}.`,
  left: {
    noScore: (n: number) => `${formatCount(n)} without enough data for a score`,
    noRenewal: (n: number) => `${formatCount(n)} without a renewal date`,
    otherCurrency: (n: number) => `${formatCount(n)} with revenue in other currencies`,
    outside: (n: number) => `${formatCount(n)} with a renewal outside of this time`,
  },

  // the chosen accounts
  chosen: 'Chosen accounts',
  listed: (n: number) => accounts(n),
  picked: (n: number) => `${formatCount(n)} selected`,
  choose: (name: string) => `Select ${name}`,
  chooseAll: 'Select all of these accounts',
  showMore: (n: number, left: number) => `Show ${formatCount(n)} more of ${formatCount(left)}`,
  saveSegment: 'Save as a segment…',
  set: (label: string) => `Set ${label.toLowerCase()}`,
  showInTable: 'Show in accounts',
  shownByName: 'The table lists these accounts by name, as they are now.',

  // correlations
  first: 'First measure',
  second: 'Second measure',
  swap: 'Swap the two',
  scope: 'Accounts',
  groups: { measure: 'Health measures', figure: 'Figures', custom: 'From your files' },
  notCause: 'This is not cause.',
  notCauseWhy: 'Both may follow from something else, and either may come first.',
  method: (n: number) =>
    `Spearman’s ρ compares orders, not amounts: 1 the same order, −1 the opposite, 0 none. 95% interval by Fisher’s z with the correction of Bonett and Wright. Nothing is said of fewer than ${n} accounts.`,
  rho: (rho: string, n: number, interval: string) => `ρ ${rho}, ${interval}, n = ${formatCount(n)}`,
  interval: (from: string, to: string) => `95% interval ${from} to ${to}`,
  noInterval: 'all in one order, so no interval can be given',
  tooFew: (n: number, need: number) => `Not enough accounts with both: ${n} of the ${need} that it takes.`,
  constant: (label: string, n: number) => `Cannot be computed: ${label} is the same for all ${accounts(n)}.`,
  same: 'Choose two different measures.',
  noLink: 'No clear link: the interval includes 0.',
  goTogether: (a: string, b: string) => `Where “${a}” is higher, “${b}” tends to be higher.`,
  goAgainst: (a: string, b: string) => `Where “${a}” is higher, “${b}” tends to be lower.`,
  outliers: (names: string) => `These stand apart from the rest: ${names}.`,
  pairLabel: (a: string, b: string, n: number) =>
    `${a} and ${b} of ${accounts(n)}. The table below says the same.`,
  pairTable: 'Accounts with both values',
  account: 'Account',

  // lag
  lagTitle: 'Does one run ahead?',
  lagHint: (weeks: number) =>
    `Compares one measure with the other up to ${plural(weeks, 'week', 'weeks')} later, account by account.`,
  lagNot: 'Only for two measures that are known for every past week.',
  lagStart: 'Look at earlier weeks',
  lagReading: 'Reading earlier weeks',
  cancel: 'Cancel',
  lagFailed: 'The earlier weeks could not be read. Nothing was changed.',
  lagNone: 'Not enough accounts have both measures in earlier weeks.',
  lagBest: (a: string, b: string, weeks: number) =>
    weeks === 0
      ? `Strongest without a lag.`
      : weeks > 0
        ? `Strongest with “${a}” ${plural(weeks, 'week', 'weeks')} before “${b}”.`
        : `Strongest with “${b}” ${plural(-weeks, 'week', 'weeks')} before “${a}”.`,
  sentence: (words: string) => `${words}.`,
  sentences: (all: readonly string[]) => all.join(' '),
  lagCaution: (n: number) => `The strongest of ${n} is named, so it is likely to be weaker in another book.`,
  lagWeeks: (weeks: number) => (weeks > 0 ? `+${weeks}` : weeks < 0 ? `−${-weeks}` : '0'),
  lagColumn: 'Weeks',
  lagTable: 'ρ for each lag',
  lagLabel: (a: string, b: string) => `ρ for each lag in weeks; above 0, “${a}” comes before “${b}”`,

  // churn
  churnIntro: (weeks: number) =>
    `How lost accounts stood ${plural(weeks, 'week', 'weeks')} before the loss, against accounts that stayed, looked at before the same days.`,
  lostAccounts: 'Lost accounts',
  lostOn: 'Lost on',
  weeksBefore: 'Weeks before',
  weeks: (n: number) => plural(n, 'week', 'weeks'),
  churnCounts: (lost: number, stayed: number) =>
    `${plural(lost, 'lost account', 'lost accounts')}, ${formatCount(stayed)} that stayed`,
  payAgain: (n: number) => ` (${formatCount(n)} of the lost pay today)`,
  churnFew: (n: number, need: number) => `Not enough churn in this book: ${n} of the ${need} that it takes.`,
  churnFewBody:
    'Churn is a churn event of a source, or subscriptions that fell to zero. With fewer losses any pattern would be chance.',
  stayedFew: (n: number, need: number) =>
    `Not enough accounts to compare with: ${n} stayed and were customers then, of the ${need} that it takes.`,
  churnReading: 'Reading how accounts stood then',
  churnStart: 'Start',
  churnStopped: 'Stopped. Nothing was changed.',
  churnFailed: 'The past could not be read. Nothing was changed.',
  measure: 'Measure',
  lost: 'Lost, median',
  stayed: 'Stayed, median',
  difference: 'In how many pairs',
  lower: (share: string, from: string, to: string) => `the lost one was lower in ${share} (${from} to ${to})`,
  higher: (share: string, from: string, to: string) =>
    `the lost one was higher in ${share} (${from} to ${to})`,
  ofN: (n: number) => `n = ${formatCount(n)}`,
  clear: 'Clear difference',
  unclear: 'No clear difference',
  noFigure: 'Cannot be computed',
  fewOn: (lost: number, stayed: number, need: number) =>
    `too few with data: ${lost} lost, ${stayed} stayed; ${need} of each are needed`,
  sameAll: 'the same for everybody',
  churnMethod:
    'Each lost account is compared with each that stayed; ties count half. 50% would be no difference. 95% interval after Feng and Cliff. Of twenty measures about one looks different by chance alone.',
  churnTable: 'Measures by how clearly lost accounts differed',
};
