/** What stands behind a sentiment: the reasons, who gave them and when, from a note or from the health panel. */
import type { Signal } from '#shared/model/health.ts';
import type { KizunaDatabase } from '../schema.ts';

export interface SaidJudgement {
  readonly reasons: readonly string[];
  /** '' = nobody said. */
  readonly by: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** 'YYYY-MM-DD': the last day on which it holds; a note's has none of its own. */
  readonly until?: string;
}

/** `signal` is that of the measure: the judgement that counts. Undefined when it is gone meanwhile. */
export async function readJudgement(
  db: KizunaDatabase,
  account: string,
  signal: Signal,
): Promise<SaidJudgement | undefined> {
  if (signal.about !== undefined) {
    const note = await db.activities.get(signal.about);
    if (note?.sentiment === undefined) return undefined;
    return { reasons: note.sentimentReasons ?? [], by: note.owner ?? '', at: note.at };
  }
  const rows = await db.sentiments.where('account').equals(account).toArray();
  const of = (at: number) => rows.filter((row) => row.at <= at).sort((a, b) => b.at - a.at)[0];
  // One that a clock set back put ahead of today counts as said now.
  const row = of(signal.at) ?? of(Number.POSITIVE_INFINITY);
  if (row === undefined) return undefined;
  const { reasons, by, at, until } = row;
  return { reasons, by, at, until };
}
