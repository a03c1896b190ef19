/** Which history the sources brought, so that after a rebuild the user hears exactly what to import again. */
import * as z from 'zod/mini';
import { isHistoryNoun } from '#shared/model/nouns.ts';
import type { ImportJob } from '#shared/model/stored.ts';
import { type Reimport, reimportSchema } from './restore-report.ts';
import type { KizunaDatabase } from './schema.ts';

/** Meta key: what a rebuild could not bring back and no import has brought since. */
export const OWED = 'owed';

function keyOf(owed: Reimport): string {
  return [owed.sourceId, owed.fileName, owed.part].join('\u001f');
}

function ofJob(job: ImportJob): Reimport[] {
  return job.plan.tables.flatMap((table): Reimport[] => {
    const rows = job.counts[table.id]?.added ?? 0;
    if (table.noun === 'skip' || !isHistoryNoun(table.noun) || rows === 0) return [];
    const { sourceId, sourceName } = job.plan;
    return [{ sourceId, sourceName, fileName: table.fileName, part: table.part, noun: table.noun, rows }];
  });
}

export async function readOwed(db: KizunaDatabase): Promise<Reimport[]> {
  const parsed = z.array(reimportSchema).safeParse((await db.meta.get(OWED))?.value);
  return parsed.success ? parsed.data : [];
}

/** Every table of history that an import brought (and none took back), and what is still owed from before. */
export async function historyOf(db: KizunaDatabase): Promise<Reimport[]> {
  const jobs = await db.jobs.where('state').equals('done').toArray();
  const all = new Map((await readOwed(db)).map((owed) => [keyOf(owed), owed]));
  const counted = new Map<string, Reimport>();
  for (const each of jobs.flatMap(ofJob)) {
    const before = counted.get(keyOf(each))?.rows ?? 0;
    counted.set(keyOf(each), { ...each, rows: before + each.rows });
  }
  for (const [key, each] of counted) all.set(key, each);
  return [...all.values()];
}
