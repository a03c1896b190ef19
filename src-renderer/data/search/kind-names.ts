/** Names that users gave to kinds of activity, for filters such as kind:workshop. */
import type { KindNames } from '#shared/domain/search/parse-query.ts';
import type { KizunaDatabase } from '../schema.ts';

export async function kindNames(db: KizunaDatabase): Promise<KindNames> {
  const rows = await db.kinds.toArray();
  // A built-in kind of which only the icon was changed keeps the word of the language.
  return Object.fromEntries(rows.flatMap(({ id, name }) => (name === '' ? [] : [[id, [name]]])));
}
