/** One source: its name, when it was imported last and what came of it, and what can be done with it. */
import { Ellipsis, History } from 'lucide-react';
import { useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { renameSource, type SourceWithJobs } from '#renderer/data/sources.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FileButton } from '#renderer/ui/drop-zone.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { IconMenuButton } from '#renderer/ui/menu.tsx';
import { refusalText, tell } from '#renderer/ui/refusal.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { ImportJob } from '#shared/model/stored.ts';
import { ACCEPTED } from './accepted-files.ts';
import { JobHistory } from './job-history.tsx';
import { outcomeRows } from './report-view.ts';
import { removeProblem, removeSource, undoable, undoProblem } from './source-actions.ts';

/** The last import that is still in force, in words: "500 accounts · 5,000 subscriptions". */
function useLastCounts(jobs: readonly ImportJob[]): readonly string[] {
  const texts = useText('sources');
  const { nouns } = useText('fields');
  const { format } = useLocale();
  const last = jobs.find((job) => job.state === 'done');
  if (last === undefined) return [];
  return outcomeRows(last.plan, last.counts, texts.madeTable).map((row) => {
    const rows = row.counts.added + row.counts.changed + row.counts.unchanged;
    const open = (['rejected', 'unlinked'] as const)
      .filter((part) => row.counts[part] > 0)
      .map((part) => texts.sumPart(texts.sum[part], format.number(row.counts[part])));
    return `${nouns[row.noun].many} ${format.number(rows)}${open.length > 0 ? ` (${open.join(' · ')})` : ''}`;
  });
}

function RenameDialog({ entry, onClose }: { readonly entry: SourceWithJobs; readonly onClose: () => void }) {
  const texts = useText('sources');
  const ui = useText('ui');
  const { store } = useData();
  const [name, setName] = useState(entry.source.name);
  const save = async () => {
    if (name.trim() === '') return;
    const done = await renameSource(store, entry.source.id, name);
    tell(done, texts.renamed(name.trim()), (error) => refusalText(ui.refused, error));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={texts.rename}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button variant="primary" disabled={name.trim() === ''} onClick={() => void save()}>
            {ui.save}
          </Button>
        </>
      }
    >
      <TextField
        label={texts.nameOfSource}
        value={name}
        maxLength={120}
        onChange={setName}
        onCommit={() => void save()}
        autoFocus
      />
    </Dialog>
  );
}

function RemoveDialog({
  entry,
  onClose,
  onConfirm,
}: {
  readonly entry: SourceWithJobs;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const texts = useText('sources');
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={texts.removeTitle(entry.source.name)}
      actions={
        <>
          <Button onClick={onClose}>{texts.keep}</Button>
          <Button variant="danger" onClick={onConfirm}>
            {texts.removeConfirm}
          </Button>
        </>
      }
    >
      <p>{texts.removeBody(undoable(entry.jobs).length)}</p>
    </Dialog>
  );
}

function useSourceWork(entry: SourceWithJobs) {
  const texts = useText('sources');
  const data = useData();
  const [busy, setBusy] = useState<'undo' | 'remove' | undefined>(undefined);
  const { name } = entry.source;
  const remove = async () => {
    setBusy('remove');
    try {
      const { kept } = await removeSource(data, entry);
      toast({ message: kept > 0 ? texts.removedKept(name, kept) : texts.removed(name) });
    } catch (error) {
      // The reason is in the job; what matters here is that the source is still there.
      toast({ message: removeProblem(texts, error, name), tone: 'danger' });
      setBusy(undefined);
    }
  };
  const undo = async (job: ImportJob) => {
    setBusy('undo');
    try {
      const report = await data.importer.undo(job.id);
      const kept = report.kept > 0 ? ` ${texts.undoneKept(report.kept)}` : '';
      toast({ message: `${texts.undone(report.removed, report.restored)}${kept}` });
    } catch (error) {
      toast({ message: undoProblem(texts, error), tone: 'danger' });
    }
    setBusy(undefined);
  };
  return { busy, remove, undo };
}

export interface SourceCardProps {
  readonly entry: SourceWithJobs;
  readonly onAgain: (sourceId: string, files: readonly File[]) => void;
}

export function SourceCard({ entry, onAgain }: SourceCardProps) {
  const texts = useText('sources');
  const { format } = useLocale();
  const [open, setOpen] = useState<'rename' | 'remove' | undefined>(undefined);
  const [history, setHistory] = useState(false);
  const work = useSourceWork(entry);
  const { source, jobs } = entry;
  const counts = useLastCounts(jobs);
  const last = jobs.find((job) => job.state === 'done');
  const never = jobs.some((job) => job.state === 'undone') ? texts.allTakenBack : texts.neverImported;
  const when =
    last === undefined ? never : texts.lastImport(format.dateTime(last.finishedAt ?? last.startedAt));
  const isSample = source.kind === 'sample';
  const removeSample = { id: `source.remove.${source.id}`, label: texts.removeSample, run: work.remove };
  const changes = [
    { id: `source.rename.${source.id}`, label: texts.renameNamed(source.name), run: () => setOpen('rename') },
    { id: `source.remove.${source.id}`, label: texts.removeNamed(source.name), run: () => setOpen('remove') },
  ];
  useCommands({
    id: `source-${source.id}`,
    title: texts.title,
    commands: work.busy !== undefined ? [] : isSample ? [removeSample] : changes,
  });
  return (
    <li className="kz-source">
      <div className="kz-source-line">
        <div className="kz-source-text">
          <h2 className="kz-source-name">
            {source.name} {isSample && <Badge>{texts.sampleBadge}</Badge>}
          </h2>
          <p className="kz-hint">{when}</p>
          {counts.length > 0 && (
            <p className="kz-source-counts">
              {counts.map((count) => (
                <span key={count}>{count}</span>
              ))}
            </p>
          )}
        </div>
        <div className="kz-source-actions">
          {work.busy !== undefined && (
            <span className="kz-hint" role="status">
              {work.busy === 'remove' ? texts.removing : texts.undoing}
            </span>
          )}
          {isSample ? (
            <Button disabled={work.busy !== undefined} onClick={() => void work.remove()}>
              {texts.removeSample}
            </Button>
          ) : (
            <FileButton
              accept={ACCEPTED}
              disabled={work.busy !== undefined}
              onFiles={(files) => onAgain(source.id, files)}
            >
              {texts.importAgain}
            </FileButton>
          )}
          {!isSample && (
            <>
              <Button
                variant="quiet"
                icon={History}
                aria-expanded={history}
                onClick={() => setHistory(!history)}
              >
                {texts.history}
              </Button>
              <IconMenuButton
                icon={Ellipsis}
                label={texts.more(source.name)}
                groups={[
                  {
                    id: 'source',
                    entries: [
                      { id: 'rename', label: texts.rename, run: () => setOpen('rename') },
                      { id: 'remove', label: texts.remove, danger: true, run: () => setOpen('remove') },
                    ],
                  },
                ]}
              />
            </>
          )}
        </div>
      </div>
      {history && (
        <JobHistory jobs={jobs} busy={work.busy !== undefined} onUndo={(job) => void work.undo(job)} />
      )}
      {open === 'rename' && <RenameDialog entry={entry} onClose={() => setOpen(undefined)} />}
      {open === 'remove' && (
        <RemoveDialog
          entry={entry}
          onClose={() => setOpen(undefined)}
          onConfirm={() => {
            setOpen(undefined);
            void work.remove();
          }}
        />
      )}
    </li>
  );
}
