/** English words of search: what is found, where it matched, and how to narrow it down. */

export const search = {
  placeholder: 'Search everything, or run a command',
  groups: {
    account: 'Accounts',
    contact: 'People',
    activity: 'Notes and activities',
    task: 'Tasks',
    plan: 'Success plans',
    ticket: 'Tickets',
    survey: 'Survey answers',
    churnEvent: 'Churn events',
    opportunity: 'Opportunities',
  },
  planFields: {
    title: 'Objective',
    why: 'Why it matters',
    milestones: 'Milestone',
    source: 'Value said by',
    method: 'How it was worked out',
  },
  otherCommands: 'Other commands',
  draft: 'Draft',
  untitled: 'No subject',
  near: 'similar spelling',
  more: 'More of these: type another word or a filter',
  nothing: (query: string) => `Nothing found for “${query}”.`,
  nothingHelp:
    'Try fewer words, or a part of the word. Filters narrow the search to a kind, a person or a time.',
  unclear: (filter: string) => `“${filter}” is not understood, so it is left out.`,
  building: (percent: string) =>
    `Getting notes ready to be searched: ${percent}. What is ready is found already.`,
  buildingAgain: (percent: string) =>
    `The search index was damaged and is being built again: ${percent}. Your data is not affected.`,
  failed:
    'Notes cannot be searched at the moment. Accounts and commands still work; reload the window to try again.',
  filters: 'Filters',
  filterHelp: {
    kind: { word: 'kind:', example: 'meeting', meaning: 'Only meetings, calls, tasks, tickets, surveys …' },
    owner: { word: 'owner:', example: 'sato', meaning: 'Only what belongs to this colleague' },
    account: { word: 'account:', example: 'aoba', meaning: 'Only accounts with this in their name' },
    since: { word: 'since:', example: '2026-04', meaning: 'From this day, month or year on' },
    until: { word: 'until:', example: '2026-06', meaning: 'Up to this day, month or year' },
  },
  addFilter: (word: string, example: string) => `Add the filter ${word}${example}`,
};
