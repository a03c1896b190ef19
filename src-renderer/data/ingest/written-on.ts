/** Which records people have a hand in: they stay when what their source brought is taken away. */
import type { KizunaDatabase } from '../schema.ts';

/** Tables whose rows people write about an account; the undo's transaction covers them. */
export function peoplesTables(db: KizunaDatabase) {
  return [
    db.outbox,
    db.activities,
    db.drafts,
    db.tasks,
    db.objectives,
    db.overrides,
    db.sentiments,
    db.settlements,
  ];
}

/** Cheap enough for each piece of an undo, so that what is written meanwhile counts as well. */
export async function writtenNow(db: KizunaDatabase): Promise<ReadonlySet<unknown>> {
  const keys = await Promise.all([
    db.outbox.orderBy('recordId').uniqueKeys(),
    db.drafts.orderBy('accountId').uniqueKeys(),
    ...[db.activities, db.tasks, db.objectives, db.overrides, db.sentiments, db.settlements].map((table) =>
      table.orderBy('account').uniqueKeys(),
    ),
  ]);
  return new Set<unknown>(keys.flat());
}

/**
 * Who is named in notes and tasks, and the accounts of contacts, subscriptions and opportunities that a person added or
 * changed. Asked once, before the bases go that tell which records a source gave.
 */
export async function namedOrAdded(db: KizunaDatabase): Promise<ReadonlySet<unknown>> {
  const found = new Set<unknown>();
  await db.activities.each(({ contacts }) => {
    for (const id of contacts ?? []) found.add(id);
  });
  await db.tasks.each(({ contact }) => {
    if (contact !== undefined) found.add(contact);
  });
  const given = new Set<unknown>(await db.bases.orderBy('recordId').uniqueKeys());
  const written = await writtenNow(db);
  for (const table of [db.contacts, db.subscriptions, db.opportunities]) {
    await table.each(({ id, account }) => {
      const byPerson = !given.has(id) || written.has(id) || found.has(id);
      if (byPerson && account !== undefined) found.add(account);
    });
  }
  return found;
}
