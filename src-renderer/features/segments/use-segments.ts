/** All segments with who belongs to them now: worked out in slices, the last answer standing meanwhile. */
import { useEffect, useState } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { useData } from '#renderer/data/data-context.ts';
import { inSlices } from '#renderer/data/in-slices.ts';
import { readSegments, type StoredSegment } from '#renderer/data/segments.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { membersOf, type SegmentMembers } from '#shared/domain/segments/segment-members.ts';
import type { SegmentRule } from '#shared/domain/segments/segment-rule.ts';
import { type SegmentTotal, totalOf } from '#shared/domain/segments/segment-total.ts';
import type { Calendar } from '#shared/domain/table/day-ranges.ts';
import type { TableData } from '#shared/domain/table/table-data.ts';

export interface CountedSegment {
  readonly id: string;
  readonly name: string;
  /** Undefined where this version cannot read it. */
  readonly rule: SegmentRule | undefined;
  readonly members: SegmentMembers;
  readonly total: SegmentTotal;
}

export interface Segments {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly list: readonly CountedSegment[];
  /** What the members' indexes point into. */
  readonly rows: readonly AccountRow[];
}

const NOBODY: SegmentMembers = { indexes: new Uint32Array(0), problems: [] };
const NOTHING: Segments = { state: 'loading', list: [], rows: [] };

export async function countMembers(
  table: TableData<AccountRow>,
  rule: SegmentRule,
  calendar: Calendar,
  signal: AbortSignal,
): Promise<Pick<CountedSegment, 'members' | 'total'>> {
  const members = await inSlices(membersOf(table, rule, calendar), signal);
  return { members, total: totalOf(table.rows, members.indexes) };
}

async function countAll(
  stored: readonly StoredSegment[],
  table: TableData<AccountRow>,
  calendar: Calendar,
  signal: AbortSignal,
): Promise<CountedSegment[]> {
  const list: CountedSegment[] = [];
  for (const { segment, rule } of stored) {
    const counted =
      rule === undefined
        ? { members: NOBODY, total: totalOf(table.rows, []) }
        : await countMembers(table, rule, calendar, signal);
    list.push({ id: segment.id, name: segment.name, rule, ...counted });
  }
  return list;
}

export function useSegments(table: TableData<AccountRow>, calendar: Calendar): Segments {
  const { db, store } = useData();
  const live = useLive(() => readSegments(db), [db]);
  const [segments, setSegments] = useState(NOTHING);
  const stored = live.state === 'ready' ? live.value : undefined;
  useEffect(() => {
    if (stored === undefined) return undefined;
    const stop = new AbortController();
    countAll(stored, table, calendar, stop.signal).then(
      (list) => setSegments({ state: 'ready', list, rows: table.rows }),
      (error: unknown) => {
        if (!stop.signal.aborted) store.noteFailure(error);
      },
    );
    return () => stop.abort();
  }, [stored, table, calendar, store]);
  return live.state === 'failed' ? { ...segments, state: 'failed' } : segments;
}
