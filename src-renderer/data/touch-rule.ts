/** Which kinds of activity count as contact, as the user has it, and the summaries that follow when that changes. */
import { noteLastTouch } from '#shared/domain/summary/account-summary.ts';
import { type TouchRule, touchRuleOf } from '#shared/model/activity.ts';
import type { Row } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';

/** Inside a transaction that covers kinds, or outside of any. */
export async function readTouchRule(db: KizunaDatabase): Promise<TouchRule> {
  return touchRuleOf(await db.kinds.toArray());
}

type Cells = ReadonlyMap<string, { readonly before: Row | undefined; readonly now: Row | undefined }>;

function touchesBy(id: string, row: Row | undefined): boolean {
  const rows = row === undefined ? [] : [{ id, touch: row['touch'] === true }];
  return touchRuleOf(rows)(id);
}

/** Whether any of the changed rows makes a kind a touch, or no longer one; a new name alone does not. */
export function changesTouches(kinds: Cells): boolean {
  return [...kinds].some(([id, { before, now }]) => touchesBy(id, before) !== touchesBy(id, now));
}

/** Summaries keep the newest time of each kind, so that no history is read again. Inside the caller's transaction. */
export async function recountTouches(db: KizunaDatabase): Promise<void> {
  const touches = await readTouchRule(db);
  const changed = (await db.summaries.toArray()).filter((summary) => {
    const before = summary.lastTouchAt;
    noteLastTouch(summary, touches);
    return summary.lastTouchAt !== before;
  });
  if (changed.length > 0) await db.summaries.bulkPut(changed);
}
