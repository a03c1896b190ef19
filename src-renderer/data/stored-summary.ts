/**
 * A summary as the database keeps it: one text beside its key. As an object of many small ones it took three times as
 * long to write, because for a key inside a value IndexedDB builds the whole value again, and longer to read.
 */
import type { DBCore, Middleware } from 'dexie';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';

export interface StoredSummary {
  readonly accountId: string;
  /** The summary as JSON. */
  readonly text: string;
}

const TABLE = 'summaries';

function storedSummary(summary: AccountSummary | StoredSummary): StoredSummary {
  if ('text' in summary) return summary;
  return { accountId: summary.accountId, text: JSON.stringify(summary) };
}

/** The summary as everybody reads it. Older ones were stored open. */
export function openSummary(stored: AccountSummary | StoredSummary): AccountSummary {
  return 'text' in stored ? JSON.parse(stored.text) : stored;
}

/** Whoever writes a summary has it stored so. */
export const summariesAsText: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'summaries-as-text',
  create: (core) => ({
    ...core,
    table(name) {
      const table = core.table(name);
      if (name !== TABLE) return table;
      return {
        ...table,
        mutate: (request) =>
          request.type === 'put' || request.type === 'add'
            ? table.mutate({ ...request, values: request.values.map(storedSummary) })
            : table.mutate(request),
      };
    },
  }),
};
