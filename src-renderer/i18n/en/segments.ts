/** English words of segments: the list, the dialog, what a rule says and why it cannot be judged. */
import { plural } from '../plural.ts';

export const segments = {
  title: 'Segments',
  everyone: 'All accounts',
  none: 'No segment yet. Choose accounts in the picture, or begin with a condition.',
  readFailed: 'The segments could not be read.',
  count: (n: number) => plural(n, 'account', 'accounts'),
  add: 'New',
  addCommand: 'New segment…',
  edit: 'Change…',
  showInTable: 'Show in accounts',
  remove: 'Delete',
  removed: (name: string) => `Segment “${name}” deleted.`,
  more: (name: string) => `More about ${name}`,

  // the dialog
  newTitle: 'New segment',
  editTitle: 'Change the segment',
  name: 'Name',
  keepAs: 'Keep',
  keepRule: 'The rule: accounts come and go with their figures',
  keepExact: (n: number) => `Exactly these: ${plural(n, 'account', 'accounts')}`,
  match: 'Accounts belong when they meet',
  matchAll: 'all of the conditions',
  matchAny: 'any of the conditions',
  conditions: 'Conditions',
  noConditions: 'No condition: every account belongs.',
  addCondition: 'Add a condition',
  changeCondition: (condition: string) => `Change: ${condition}`,
  removeCondition: (condition: string) => `Remove: ${condition}`,
  save: 'Save segment',
  cancel: 'Cancel',
  savedNamed: (name: string) => `Segment “${name}” saved.`,
  needsName: 'Give the segment a name.',
  nameTaken: 'Another segment has this name.',
  gone: 'This segment is no longer here. Nothing was changed.',

  // what a rule says
  and: ' and ',
  or: ' or ',
  exactly: (n: number) => `exactly ${plural(n, 'account', 'accounts')}`,
  unreadable: 'This version of Kizuna cannot read the rule. It is kept as it is.',
  problems: {
    'no-column': (column: string) =>
      `There is no column “${column}” any more: every account counts as empty there.`,
    'no-data': (column: string) => `No account has data for “${column}”.`,
    'wrong-kind': (column: string) =>
      `“${column}” now holds another kind of value: every account counts as empty there.`,
  },
};
