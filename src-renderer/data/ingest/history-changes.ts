/** For a preview: which fields of history rows differ from what is stored, of the first changed rows. */

import { sameValue } from '#shared/base/same-value.ts';
import type { FieldValue } from '#shared/model/field.ts';
import {
  type EventPage,
  type PageColumn,
  type PageEvent,
  pageColumns,
  UNLINKED_ACCOUNT,
  unpackEvents,
} from '../event-page.ts';
import type { ChangedField } from './messages.ts';

/** A row whose event is stored with other content. */
export interface ChangedEvent extends PageEvent {
  readonly account: string;
  /** The page that holds the event now. */
  readonly page: number;
}

function cellsByName(columns: readonly PageColumn[], cells: readonly unknown[]): Map<string, unknown> {
  return new Map(
    columns.flatMap(({ name }, i) => (cells[i] === undefined ? [] : [[name, cells[i]] as const])),
  );
}

/** What people know the row by: its id, else its day. */
function nameOf(values: ReadonlyMap<string, unknown>, at: number): string {
  const id = values.get('externalId');
  return typeof id === 'string' ? id : new Date(at).toISOString().slice(0, 10);
}

/** '' = its account is not known yet. */
function accountOf(account: string): string {
  return account === UNLINKED_ACCOUNT ? '' : account;
}

function changesOfOne(
  event: ChangedEvent,
  columns: readonly PageColumn[],
  old: PageEvent,
  page: EventPage,
): ChangedField[] {
  const was = cellsByName(pageColumns(page), old.cells);
  const now = cellsByName(columns, event.cells);
  const base = { record: accountOf(event.account), row: nameOf(now, event.at) };
  const changes: ChangedField[] = [];
  if (page.account !== event.account)
    changes.push({ ...base, field: 'account', from: accountOf(page.account), to: accountOf(event.account) });
  if (old.at !== event.at) changes.push({ ...base, field: 'at', from: old.at, to: event.at });
  for (const field of new Set([...was.keys(), ...now.keys()])) {
    const from = was.get(field) as FieldValue | undefined;
    const to = now.get(field) as FieldValue | undefined;
    if (!sameValue(from, to)) changes.push({ ...base, field, from, to });
  }
  return changes;
}

/** `columns` are those of the events, in the order of their cells. */
export async function changedFields(
  events: readonly ChangedEvent[],
  columns: readonly PageColumn[],
  readPages: (pages: readonly number[]) => Promise<(EventPage | undefined)[]>,
): Promise<ChangedField[]> {
  const numbers = [...new Set(events.map(({ page }) => page))];
  const pages = new Map<number, { readonly page: EventPage; readonly events: Map<string, PageEvent> }>();
  for (const page of await readPages(numbers)) {
    if (page === undefined) continue;
    const byKey = new Map(unpackEvents(page).map((event) => [`${event.keyHi}:${event.keyLo}`, event]));
    pages.set(page.page, { page, events: byKey });
  }
  return events.flatMap((event) => {
    const found = pages.get(event.page);
    const old = found?.events.get(`${event.keyHi}:${event.keyLo}`);
    return found === undefined || old === undefined ? [] : changesOfOne(event, columns, old, found.page);
  });
}
