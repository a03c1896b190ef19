/** A store with a search engine over an index of its own, which a test can kill and start again. */
import { packPage } from '#renderer/data/event-page.ts';
import { putPages } from '#renderer/data/page-store.ts';
import { dropIndex } from '#renderer/data/search/index-database.ts';
import type { SearchState } from '#renderer/data/search/messages.ts';
import { createSearchEngine, type SearchEngine } from '#renderer/data/search/search-engine.ts';
import { parseQuery } from '#shared/domain/search/parse-query.ts';
import { account, type TestBed, testBed } from './test-store.ts';

export let bed: TestBed;
/** Of the database of the index. */
export let indexName: string;
/** What the engine told since it was started last. */
export let states: SearchState[];
export let engine: SearchEngine;

/** A book of one account. */
export async function beginSearch(): Promise<void> {
  bed = await testBed();
  indexName = `${bed.db.name}-search`;
  await bed.db.accounts.put(account('a1', { name: '青葉物流', nameKana: 'アオバブツリュウ' }));
}

export async function endSearch(): Promise<void> {
  await engine.close();
  await dropIndex(indexName);
  await bed.end();
}

/** Without waiting until it is in step with the database. */
export function create(): void {
  states = [];
  engine = createSearchEngine({ db: bed.db, name: indexName, onState: (state) => states.push(state) });
}

export async function start(): Promise<void> {
  create();
  await engine.ready;
}

/** As when the process is killed: nothing is told, nothing is closed in order. */
export async function restart(): Promise<void> {
  await engine.close();
  await start();
}

export async function note(id: string, subject: string, body: string, values: object = {}): Promise<void> {
  const record = {
    id,
    account: 'a1',
    kind: 'meeting',
    at: 1_750_000_000_000,
    subject,
    body,
    createdAt: 1,
    updatedAt: 1,
  };
  const written = await bed.store.write('activity.add', [
    { type: 'add', table: 'activities', record: { ...record, ...values } },
  ]);
  if (!written.ok) throw new Error(written.error.type);
}

export async function found(typed: string, near = false): Promise<string[]> {
  const { chunks, kinds, owner } = parseQuery(typed);
  const wanted = { chunks, ...(kinds && { kinds }), ...(owner && { owner }) };
  const { groups } = await engine.find(wanted, 50, near);
  return groups.flatMap((group) => group.hits.map((hit) => hit.id)).sort();
}

/** A survey or churn page: what was said beside a mark, or nothing. */
export async function voices(noun: 'survey' | 'churnEvent', number: number, said: (string | undefined)[]) {
  const columns = ['surveyKind', 'reason', 'comment'].map((field) => ({ name: field, custom: false }));
  const cells = (comment: string | undefined) =>
    noun === 'survey' ? ['nps', undefined, comment] : [undefined, comment && '価格', comment];
  const page = packPage(
    { page: number, account: 'a1', noun, scope: 's', columns, jobs: [1] },
    said.map((comment, i) => ({ at: 9_000 - i * 1_000, keyHi: number, keyLo: i, cells: cells(comment) })),
  );
  await bed.db.transaction('rw', ['pages', 'pageHeads'], () => putPages([page]));
}
