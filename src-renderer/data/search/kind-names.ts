/** Names that users gave to kinds of activity, for filters such as kind:workshop. */
import type { KindNames } from '#shared/domain/search/parse-query.ts';
import type { KizunaDatabase } from '../schema.ts';

export async function kindNames(db: KizunaDatabase): Promise<KindNames> {
  const rows = await db.kinds.toArray();
  return Object.fromEntries(rows.map(({ id, name }) => [id, [name]]));
}
