/** Step 5: the import runs, and then what came of it; it can be taken back as a whole. */
import { useLocation } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import type { ImportReport, UndoReport } from '#renderer/data/ingest/messages.ts';
import { rejectionsOf } from '#renderer/data/sources.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Banner } from '#renderer/ui/states.tsx';
import { BothChangedNote } from './both-changed.tsx';
import { CountsTable } from './counts-table.tsx';
import { RunFailureNote } from './failure-note.tsx';
import type { FlowState } from './flow-state.ts';
import { sendFlow } from './flow-store.ts';
import { RejectionList, saveRejections } from './rejection-list.tsx';
import { countsByTable, outcomeRows } from './report-view.ts';
import { StepFrame } from './step-frame.tsx';
import { totalsOf } from './totals.ts';
import { useImportRunner } from './use-import.ts';
import { WorkNote } from './work-note.tsx';

function useWays() {
  const [, navigate] = useLocation();
  const runner = useImportRunner();
  return {
    toSources: () => {
      runner.startOver();
      navigate('/');
    },
    toAccounts: () => {
      runner.startOver();
      navigate('~/accounts');
    },
  };
}

function Done({ state, report }: { readonly state: FlowState; readonly report: ImportReport }) {
  const texts = useText('sources');
  const { nouns } = useText('fields');
  const { db } = useData();
  const runner = useImportRunner();
  const ways = useWays();
  const rows =
    state.plan === undefined ? [] : outcomeRows(state.plan, countsByTable(report), texts.madeTable);
  const total = totalsOf(report);
  const stored = total.added + total.changed;
  const download = async () => {
    const kept = await rejectionsOf(db, report.jobId);
    saveRejections(texts, kept.length > 0 ? kept : report.tables.flatMap((table) => table.rejections));
  };
  return (
    <StepFrame
      title={stored === 0 ? texts.doneNothing : texts.doneTitle(stored)}
      back={
        stored > 0 && (
          <Button disabled={state.work !== undefined} onClick={() => void runner.undo(report.jobId)}>
            {state.work?.type === 'undo' ? texts.undoing : texts.undoImport}
          </Button>
        )
      }
      actions={
        <>
          <Button onClick={ways.toSources}>{texts.toSources}</Button>
          <Button variant="primary" onClick={ways.toAccounts}>
            {texts.openAccounts}
          </Button>
        </>
      }
    >
      {state.failure !== undefined && <RunFailureNote failure={state.failure} />}
      {state.work !== undefined && <WorkNote work={state.work} />}
      <p>{texts.doneBody(state.source?.name ?? '')}</p>
      <CountsTable
        label={texts.previewTitle}
        tables={rows.map((row) => ({ ...row, noun: nouns[row.noun].many }))}
      />
      <BothChangedNote report={report} />
      {total.unlinked > 0 && (
        <Banner
          title={texts.unlinkedTitle(report.unlinked.length, total.unlinked)}
          actions={
            state.tables.length > 0 && (
              <Button onClick={() => sendFlow({ type: 'links-reopened' })}>
                {texts.tieNow(total.unlinked)}
              </Button>
            )
          }
        >
          {texts.unlinkedHint}
        </Banner>
      )}
      <RejectionList
        rejections={report.tables.flatMap((table) => table.rejections)}
        total={total.rejected}
        onDownload={() => void download()}
      />
    </StepFrame>
  );
}

function Undone({ report }: { readonly report: UndoReport }) {
  const texts = useText('sources');
  const ways = useWays();
  return (
    <StepFrame
      title={texts.undoneTitle}
      actions={<Button onClick={ways.toSources}>{texts.toSources}</Button>}
    >
      <p>{texts.undone(report.removed, report.restored)}</p>
      {report.kept > 0 && <p>{texts.undoneKept(report.kept)}</p>}
    </StepFrame>
  );
}

/** Cancelled or failed: the way on is to try again or to leave. */
function Stopped({ state }: { readonly state: FlowState }) {
  const texts = useText('sources');
  const runner = useImportRunner();
  const ways = useWays();
  return (
    <StepFrame
      title={texts.importTitle}
      actions={
        <>
          <Button onClick={ways.toSources}>{texts.toSources}</Button>
          {state.tables.length > 0 && (
            <Button variant="primary" onClick={() => void runner.apply()}>
              {texts.again}
            </Button>
          )}
        </>
      }
    >
      {state.failure === undefined ? (
        <Banner title={texts.cancelledTitle}>{texts.cancelledBody}</Banner>
      ) : (
        <RunFailureNote failure={state.failure} />
      )}
    </StepFrame>
  );
}

export function StepApply({ state }: { readonly state: FlowState }) {
  const texts = useText('sources');
  const { outcome, work } = state;
  if (outcome?.type === 'done') return <Done state={state} report={outcome.report} />;
  if (outcome?.type === 'undone') return <Undone report={outcome.report} />;
  if (work === undefined) return <Stopped state={state} />;
  return (
    <StepFrame title={texts.importing}>
      <WorkNote work={work} />
      <p className="kz-hint">{texts.keepWorking}</p>
    </StepFrame>
  );
}
