/** All sources: what was imported from where and when; where files are dropped to import them. */
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import { sourcesWithJobs } from '#renderer/data/sources.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FileButton } from '#renderer/ui/drop-zone.tsx';
import { Banner, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { ACCEPTED } from './accepted-files.ts';
import { FirstImport } from './first-import.tsx';
import { useFlow } from './flow-store.ts';
import { InterruptedJobs } from './interrupted-jobs.tsx';
import { SourceCard } from './source-card.tsx';
import './sources.css';
import { useImportRunner } from './use-import.ts';

/** Files that were begun with and left lying: the way back to them. */
function UnderWay() {
  const texts = useText('sources');
  const [, navigate] = useLocation();
  const running = useFlow((state) => state.work !== undefined);
  const begun = useFlow((state) => state.files.length > 0 && state.outcome === undefined);
  if (!running && !begun) return null;
  return (
    <Banner
      title={running ? texts.stillRunning : texts.notFinished}
      actions={<Button onClick={() => navigate('/import')}>{texts.toImport}</Button>}
    />
  );
}

export function SourceList() {
  const texts = useText('sources');
  const { db } = useData();
  const runner = useImportRunner();
  const [, navigate] = useLocation();
  const live = useLive(() => sourcesWithJobs(db), [db]);
  const begin = useCallback(
    (files: readonly File[], again?: string) => {
      runner.startOver(again);
      void runner.addFiles(files);
      navigate('/import');
    },
    [runner, navigate],
  );
  const onFiles = useCallback((files: readonly File[]) => begin(files), [begin]);
  if (live.state === 'loading') return <Skeleton />;
  if (live.state === 'failed') return <ErrorState title={texts.title}>{texts.readFailed}</ErrorState>;
  const none = live.value.length === 0;
  return (
    <div className="kz-sources kz-scroll">
      <InterruptedJobs />
      <UnderWay />
      {none ? (
        <FirstImport title={texts.emptyTitle} onFiles={onFiles} />
      ) : (
        <>
          <div className="kz-import-head">
            <p className="kz-hint">{texts.importHint}</p>
            <FileButton variant="primary" accept={ACCEPTED} onFiles={onFiles}>
              {texts.importFiles}
            </FileButton>
          </div>
          <ul className="kz-source-list">
            {live.value.map((entry) => (
              <SourceCard key={entry.source.id} entry={entry} onAgain={(id, files) => begin(files, id)} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
