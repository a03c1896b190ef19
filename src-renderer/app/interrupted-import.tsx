/** Above every screen but Sources itself: an import was cut off, and there it goes on or is taken back. */
import { useLocation } from 'wouter';
import { type AppData, DataContext } from '#renderer/data/data-context.ts';
import { InterruptedNotice } from '#renderer/features/sources/interrupted-jobs.tsx';

const SOURCES = '/sources';

export function InterruptedImport({ data }: { readonly data: AppData }) {
  const [path, navigate] = useLocation();
  if (path.startsWith(SOURCES)) return null;
  return (
    <DataContext value={data}>
      <InterruptedNotice onOpen={() => navigate(SOURCES)} />
    </DataContext>
  );
}
