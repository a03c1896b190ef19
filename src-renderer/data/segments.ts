/** Segments as they are kept: read, saved, deleted into the bin; each change one operation that undo takes back. */
import { err, ok, type Result } from '#shared/base/result.ts';
import { sameValue } from '#shared/base/same-value.ts';
import { parseSegmentRule, type SegmentRule, segmentRuleJson } from '#shared/domain/segments/segment-rule.ts';
import type { Change, Json, Operation } from '#shared/model/operation.ts';
import type { Segment } from '#shared/model/segment.ts';
import { scopeOf } from './apply-operation.ts';
import { intoBin } from './bin.ts';
import type { KizunaDatabase } from './schema.ts';
import type { Store } from './store.ts';
import type { WriteError } from './write-with-outbox.ts';

export interface StoredSegment {
  readonly segment: Segment;
  /** Undefined where this version cannot read it: written by a newer one, or damaged. */
  readonly rule: SegmentRule | undefined;
}

export type SegmentError =
  | WriteError
  | { readonly type: 'no-name' }
  /** Another one is called so already. */
  | { readonly type: 'name-taken' };

const SEGMENTS: Change = { type: 'set', table: 'segments', id: '', fields: {} };
const BIN: Change = { type: 'set', table: 'bin', id: '', fields: {} };
const SCOPE = scopeOf([SEGMENTS, BIN]);

/** By name, as this machine sorts names. */
export async function readSegments(db: KizunaDatabase): Promise<StoredSegment[]> {
  const segments = await db.segments.toArray();
  return segments
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
    .map((segment) => ({ segment, rule: parseSegmentRule(segment.rule) }));
}

export interface SegmentInput {
  readonly name: string;
  readonly rule: SegmentRule;
}

/** A new one where no id is given. The value is the segment's id. */
export async function saveSegment(
  store: Pick<Store, 'db' | 'decideAndWrite' | 'clock' | 'newId'>,
  input: SegmentInput,
  id?: string,
): Promise<Result<string, SegmentError>> {
  const name = input.name.trim();
  if (name === '') return err({ type: 'no-name' });
  const rule = segmentRuleJson(input.rule);
  const key = id ?? store.newId();
  const done = await store.decideAndWrite<SegmentError>('segment.save', SCOPE, async () => {
    const all = await store.db.segments.toArray();
    if (all.some((other) => other.id !== key && other.name === name)) return err({ type: 'name-taken' });
    const before = all.find((other) => other.id === key);
    if (id !== undefined && before === undefined)
      return err({ type: 'no-such-record', table: 'segments', id });
    if (before === undefined) {
      const now = store.clock.now();
      return ok([
        { type: 'add', table: 'segments', record: { id: key, name, rule, createdAt: now, updatedAt: now } },
      ]);
    }
    const fields: Record<string, [Json, Json]> = {};
    if (before.name !== name) fields['name'] = [before.name, name];
    if (!sameValue(before.rule, rule)) fields['rule'] = [before.rule, rule];
    return ok(Object.keys(fields).length === 0 ? [] : [{ type: 'set', table: 'segments', id: key, fields }]);
  });
  return done.ok ? ok(key) : done;
}

/** Into the bin, from which it can be put back for 30 days. */
export function removeSegment(
  store: Pick<Store, 'db' | 'decideAndWrite' | 'clock'>,
  id: string,
): Promise<Result<Operation | undefined, WriteError>> {
  return store.decideAndWrite<WriteError>('segment.remove', SCOPE, async () => {
    const segment = await store.db.segments.get(id);
    if (segment === undefined) return err({ type: 'no-such-record', table: 'segments', id });
    return ok(intoBin('segments', { ...segment }, store.clock.now()));
  });
}
