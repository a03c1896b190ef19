/** Follows the saved views in the database and draws nothing: the table does not wait for what follows a database. */
import { useEffect } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { savedViews } from '#renderer/data/records.ts';
import { useLive } from '#renderer/data/use-live.ts';
import type { SavedView } from '#shared/model/stored.ts';

export function SavedViews({ onViews }: { readonly onViews: (views: readonly SavedView[]) => void }) {
  const { db } = useData();
  const views = useLive(() => savedViews(db, 'accounts'), [db]);
  const found = views.state === 'ready' ? views.value : undefined;
  useEffect(() => {
    if (found !== undefined) onViews(found);
  }, [found, onViews]);
  return null;
}
