/** The newest day of which something was kept: where it lies ahead, this machine's clock was set back. */
import type { KizunaDatabase } from '../schema.ts';

export async function newestKeptDay(db: KizunaDatabase): Promise<string | undefined> {
  const newest = await db.healthSnapshots.orderBy('day').last();
  return newest?.day;
}
