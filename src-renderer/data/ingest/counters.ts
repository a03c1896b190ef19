/** Numbers that only ever grow: of pages and of import jobs. */
import type { KizunaDatabase } from '../schema.ts';

export interface Counters {
  page: number;
  job: number;
}

function isCounters(value: unknown): value is Counters {
  return typeof value === 'object' && value !== null && 'page' in value && 'job' in value;
}

export async function readCounters(db: KizunaDatabase): Promise<Counters> {
  const row = await db.meta.get('counters');
  return isCounters(row?.value) ? { page: row.value.page, job: row.value.job } : { page: 0, job: 0 };
}
