/** Follows whether anything was imported and draws nothing: only an empty book asks. */
import { useEffect } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { hasImports } from '#renderer/data/sources.ts';
import { useLive } from '#renderer/data/use-live.ts';

export function ImportsReader({ onImported }: { readonly onImported: (imported: boolean) => void }) {
  const { db } = useData();
  const imported = useLive(() => hasImports(db), [db]);
  const found = imported.state === 'ready' ? imported.value : undefined;
  useEffect(() => {
    if (found !== undefined) onImported(found);
  }, [found, onImported]);
  return null;
}
