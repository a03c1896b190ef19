/** The imports of one source, newest first: when, what they counted, and the way to take the newest back. */
import { Download } from 'lucide-react';
import { useData } from '#renderer/data/data-context.ts';
import { rejectionsOf } from '#renderer/data/sources.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { ImportJob } from '#shared/model/stored.ts';
import { saveRejections } from './rejection-list.tsx';
import { undoable } from './source-actions.ts';
import { sumCounts } from './totals.ts';

const TONES = {
  running: 'warning',
  done: 'good',
  cancelled: 'neutral',
  failed: 'danger',
  undone: 'neutral',
} as const;

export interface JobHistoryProps {
  readonly jobs: readonly ImportJob[];
  readonly busy: boolean;
  readonly onUndo: (job: ImportJob) => void;
}

export function JobHistory({ jobs, busy, onUndo }: JobHistoryProps) {
  const texts = useText('sources');
  const { format } = useLocale();
  const { db } = useData();
  const newest = undoable(jobs)[0];
  const download = async (job: ImportJob) => saveRejections(texts, await rejectionsOf(db, job.id));
  return (
    <ul className="kz-jobs">
      {jobs.map((job) => {
        const total = sumCounts(Object.values(job.counts));
        const sum = (['added', 'changed', 'unchanged', 'rejected'] as const)
          .filter((part) => total[part] > 0)
          .map((part) => texts.sumPart(texts.sum[part], format.number(total[part])));
        return (
          <li key={job.id}>
            <span className="kz-figure">{format.dateTime(job.startedAt)}</span>
            <Badge tone={TONES[job.state]}>{texts.jobStates[job.state]}</Badge>
            <span className="kz-job-sum">{sum.join(' · ')}</span>
            {total.rejected > 0 && (
              <Button size="small" variant="quiet" icon={Download} onClick={() => void download(job)}>
                {texts.downloadRejected(total.rejected)}
              </Button>
            )}
            {job.id === newest?.id && job.state === 'done' && (
              <Button size="small" disabled={busy} onClick={() => onUndo(job)}>
                {texts.undoImport}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
