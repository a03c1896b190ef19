/** Fills the link index from what is stored, before an import looks anything up. */
import type { MergedContact } from '#shared/model/contact.ts';
import type { ImportPlan } from '#shared/model/import-plan.ts';
import { RECORD_NOUNS, type RecordNoun } from '#shared/model/nouns.ts';
import { baseKeyRange } from '#shared/sync/plan-pull.ts';
import { tableOf } from '../apply-plan.ts';
import type { KizunaDatabase } from '../schema.ts';
import { type Linkable, LinkIndex } from './link-index.ts';

/** Row key → record id of everything that this source has given of a noun. */
export async function loadKnown(
  db: KizunaDatabase,
  sourceId: string,
  noun: RecordNoun,
): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  await db.bases
    .where('key')
    .between(...baseKeyRange(sourceId, noun))
    .each((base) => {
      known.set(base.key.slice(sourceId.length + noun.length + 2), base.recordId);
    });
  return known;
}

/** Contacts that were merged into others: their rows, ids and addresses lead to the one that was kept. */
async function loadMerged(db: KizunaDatabase, links: LinkIndex): Promise<void> {
  const ids = new Set<string>(await db.contacts.toCollection().primaryKeys());
  const merged: { readonly into: string; readonly contact: MergedContact }[] = [];
  await db.contacts.each((kept) => {
    // One that is here again (its merge taken back, or put back from the bin) stands for itself.
    for (const contact of kept.merged ?? [])
      if (!ids.has(contact.id)) merged.push({ into: kept.id, contact });
  });
  for (const { into, contact } of merged) links.merged(contact.id, into);
  for (const { into, contact } of merged) {
    links.add('contact', '', { id: into, externalId: contact.externalId });
    for (const email of contact.emails ?? []) links.add('contact', '', { id: into, email });
  }
}

export async function loadLinks(db: KizunaDatabase, plan: ImportPlan): Promise<LinkIndex> {
  const links = new LinkIndex(plan.confirmedLinks);
  await loadMerged(db, links);
  for (const noun of RECORD_NOUNS) {
    await db.table<Linkable, string>(tableOf(noun)).each((record) => {
      links.add(noun, '', {
        id: record.id,
        account: record.account,
        externalId: record.externalId,
        name: record.name,
        domain: noun === 'account' ? record.domain : undefined,
        email: record.email,
      });
    });
    for (const [key, recordId] of await loadKnown(db, plan.sourceId, noun)) {
      links.add(noun, plan.sourceId, { id: recordId, externalId: key });
    }
  }
  return links;
}
