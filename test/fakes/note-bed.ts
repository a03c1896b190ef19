/** A store with one account, notes that are logged and edited in it as the form does, and what people see of them. */
import { account, dump, type TestBed, testBed } from './test-store.ts';

export let bed: TestBed;

export async function beginNotes(): Promise<void> {
  bed = await testBed();
  await bed.db.accounts.add(account('a', { owner: 'Mia', tags: ['vip'] }));
}

export function endNotes(): Promise<void> {
  return bed.end();
}

export function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { type: string } },
): T {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

/** Everything that people see; times say that something happened, not what. */
export async function seen(...tables: string[]): Promise<string> {
  const plain = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([key]) => key !== 'updatedAt')
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value;
  return JSON.stringify(await dump(bed.db, tables), plain);
}

export async function logged(body = 'first'): Promise<string> {
  const draft = must(await bed.store.startDraft({ accountId: 'a', kind: 'call', activityAt: 1_000, body }));
  return must(await bed.store.finishDraft(draft.id));
}

export async function edited(activityId: string, body: string): Promise<void> {
  const draft = must(await bed.store.editActivity(activityId));
  bed.store.editDraft(draft.id).input('body', body);
  must(await bed.store.finishDraft(draft.id));
}
