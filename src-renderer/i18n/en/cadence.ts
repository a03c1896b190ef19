/** English words of the cadence: days between touches, by touch model and stage. */
import { formatCount, plural } from '../plural.ts';

export const cadence = {
  title: 'Cadence of touches',
  intro:
    'A touch is due every so many days, by touch model and stage. An account that is overdue drifts: Today says so, and its health score counts it. While the next contact is agreed within the same number of days from today, an account does not drift; the score still counts the days since the last touch. A changed figure holds at once.',
  gridLabel: 'Days between touches',
  otherStages: 'Any other stage',
  otherwise: 'Any other touch model',
  cell: (touchModel: string, stage: string) => `${touchModel}, ${stage}`,
  delivered: (days: number) => `delivered: ${formatCount(days)}`,
  counted: (accounts: number, overdue: number) =>
    `${plural(accounts, 'account', 'accounts')}${overdue === 0 ? '' : `, ${formatCount(overdue)} overdue`}`,
  noDays: (most: number) => `A whole number of days from 1 to ${formatCount(most)}.`,
  saved: (cell: string, days: number) =>
    `${cell}: ${days === 1 ? 'every day' : `every ${formatCount(days)} days`}`,
  cleared: (cell: string) => `${cell}: as delivered`,
  asOthers: (cell: string) => `${cell}: as for any other`,
  reset: 'All as delivered',
  wasReset: 'The cadence is as delivered',
  readFailed: 'The cadence could not be read. What you wrote is safe on disk; reload the window.',
};
