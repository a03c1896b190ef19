/** What a CSM says about an account's health: a band that holds for a time, and a sentiment; each one operation. */
import { err, ok } from '#shared/base/result.ts';
import { addDays } from '#shared/domain/table/days.ts';
import type { HealthOverride, SetBand } from '#shared/model/health.ts';
import type { Change } from '#shared/model/operation.ts';
import { scopeOf } from '../apply-operation.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { Store } from '../store.ts';
import type { WriteError } from '../write-with-outbox.ts';

export type HealthEditError =
  | WriteError
  | { readonly type: 'required'; readonly field: 'reason' | 'until' }
  /** It would be over before it began. */
  | { readonly type: 'in-the-past'; readonly field: 'until' }
  | { readonly type: 'out-of-range'; readonly field: 'value' };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Undefined: it is a day that is not over yet. */
function untilError(until: string, today: string): HealthEditError | undefined {
  if (!DAY.test(until)) return { type: 'required', field: 'until' };
  return until < today ? { type: 'in-the-past', field: 'until' } : undefined;
}

/** The user of this machine by name; '' while nobody said who that is. */
async function readMe(db: KizunaDatabase): Promise<string> {
  return (await db.team.toArray()).find((member) => member.me === true)?.name ?? '';
}

function scope(table: string): string[] {
  return [...scopeOf([{ type: 'set', table, id: '', fields: {} }]), 'team'];
}

const byNewest = (a: { readonly createdAt: number }, b: { readonly createdAt: number }) =>
  b.createdAt - a.createdAt;

/** All that were ever set, the newest first: what was believed when is part of the story. */
export async function readOverrides(db: KizunaDatabase, account: string): Promise<HealthOverride[]> {
  return (await db.overrides.where('account').equals(account).toArray()).sort(byNewest);
}

/** The change that lets an override hold no longer than the day before `today`. */
function ending(override: HealthOverride, today: string): Change {
  const fields = { until: [override.until, addDays(today, -1)] as [string, string] };
  return { type: 'set', table: 'overrides', id: override.id, fields };
}

export interface OverrideInput {
  readonly band: SetBand;
  readonly reason: string;
  /** 'YYYY-MM-DD': the last day on which it holds. */
  readonly until: string;
}

/** It takes the place of the one that holds. `today` is 'YYYY-MM-DD' in the user's zone. */
export async function setOverride(
  { db, decideAndWrite, clock, newId }: Store,
  account: string,
  input: OverrideInput,
  today: string,
) {
  const reason = input.reason.trim();
  if (reason === '') return err<HealthEditError>({ type: 'required', field: 'reason' });
  const wrong = untilError(input.until, today);
  if (wrong !== undefined) return err(wrong);
  return decideAndWrite<HealthEditError>('health.override', scope('overrides'), async () => {
    const before = (await readOverrides(db, account)).filter((each) => each.until >= today);
    const now = clock.now();
    const { band, until } = input;
    const by = await readMe(db);
    const record = { id: newId(), account, band, reason, until, by, createdAt: now, updatedAt: now };
    return ok<Change[]>([
      ...before.map((each) => ending(each, today)),
      { type: 'add', table: 'overrides', record },
    ]);
  });
}

/** The computed band counts again. The value is undefined when none held. */
export function clearOverride({ db, decideAndWrite }: Store, account: string, today: string) {
  return decideAndWrite<WriteError>('health.clearOverride', scope('overrides'), async () => {
    const holding = (await readOverrides(db, account)).filter((each) => each.until >= today);
    return ok(holding.map((each) => ending(each, today)));
  });
}

export interface SentimentInput {
  /** 1 very bad to 5 very good. */
  readonly value: number;
  readonly reasons: readonly string[];
  /** 'YYYY-MM-DD'. */
  readonly until: string;
}

export async function logSentiment(
  { db, decideAndWrite, clock, newId }: Store,
  account: string,
  input: SentimentInput,
  today: string,
) {
  const { value, until } = input;
  if (!Number.isInteger(value) || value < 1 || value > 5)
    return err<HealthEditError>({ type: 'out-of-range', field: 'value' });
  const wrong = untilError(until, today);
  if (wrong !== undefined) return err(wrong);
  return decideAndWrite<HealthEditError>('health.sentiment', scope('sentiments'), async () => {
    const at = clock.now();
    const reasons = input.reasons.map((reason) => reason.trim()).filter((reason) => reason !== '');
    const by = await readMe(db);
    const record = { id: newId(), account, value, reasons, until, by, at, createdAt: at, updatedAt: at };
    return ok<Change[]>([{ type: 'add', table: 'sentiments', record }]);
  });
}
