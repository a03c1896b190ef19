/** Imports that a crash cut off: they go on where they stopped, or are taken back. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import { cutOffJobs } from '#renderer/data/sources.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Banner } from '#renderer/ui/states.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { ImportJob } from '#shared/model/stored.ts';
import { useFlow } from './flow-store.ts';
import { releaseFiles, undoProblem } from './source-actions.ts';
import { useImportRunner } from './use-import.ts';

function InterruptedJob({ job }: { readonly job: ImportJob }) {
  const texts = useText('sources');
  const { format } = useLocale();
  const data = useData();
  const runner = useImportRunner();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const takeBack = async () => {
    setBusy(true);
    try {
      const report = await data.importer.undo(job.id);
      await releaseFiles(data, job);
      toast({ message: texts.undone(report.removed, report.restored) });
    } catch (error) {
      toast({ message: undoProblem(texts, error), tone: 'danger' });
    }
    setBusy(false);
  };
  return (
    <Banner
      tone="warning"
      title={texts.interruptedTitle(job.plan.sourceName)}
      actions={
        <span className="kz-banner-actions">
          <Button
            disabled={busy}
            onClick={() => {
              void runner.resume(job);
              navigate('/import');
            }}
          >
            {texts.resume}
          </Button>
          <Button disabled={busy} onClick={() => void takeBack()}>
            {busy ? texts.undoing : texts.takeBack}
          </Button>
        </span>
      }
    >
      {texts.interruptedBody(format.dateTime(job.startedAt))}
    </Banner>
  );
}

function useCutOff(): readonly ImportJob[] {
  const { db } = useData();
  const working = useFlow((state) => state.work !== undefined);
  // Asked again when work ends: a run that failed in this window is one to go on with.
  const live = useLive(() => cutOffJobs(db), [db, working]);
  return live.state !== 'ready' || working ? [] : live.value;
}

export function InterruptedJobs() {
  return useCutOff().map((job) => <InterruptedJob key={job.id} job={job} />);
}

/** On every other screen: half an import must not pass for a whole one, and the way to go on is told. */
export function InterruptedNotice({ onOpen }: { readonly onOpen: () => void }) {
  const texts = useText('sources');
  const { format } = useLocale();
  const [job] = useCutOff();
  if (job === undefined) return null;
  return (
    <Banner
      tone="warning"
      title={texts.interruptedTitle(job.plan.sourceName)}
      actions={<Button onClick={onOpen}>{texts.toSources}</Button>}
    >
      {texts.interruptedBody(format.dateTime(job.startedAt))}
    </Banner>
  );
}
