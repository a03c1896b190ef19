/** Step 4: what the import would do, table by table; nothing is written before the button at its foot is pressed. */
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Banner } from '#renderer/ui/states.tsx';
import { BothChangedNote } from './both-changed.tsx';
import { ChangeList } from './change-list.tsx';
import { CountsTable } from './counts-table.tsx';
import { RunFailureNote } from './failure-note.tsx';
import type { FlowState } from './flow-state.ts';
import { sendFlow } from './flow-store.ts';
import { valuesOf } from './missed-values.ts';
import { RejectionList, saveRejections } from './rejection-list.tsx';
import { countsByTable, outcomeRows } from './report-view.ts';
import { SourceDifferences } from './source-differences.tsx';
import { StepFrame } from './step-frame.tsx';
import { addsUp, totalsOf } from './totals.ts';
import { useImportRunner } from './use-import.ts';

export function StepPreview({ state }: { readonly state: FlowState }) {
  const texts = useText('sources');
  const { nouns } = useText('fields');
  const runner = useImportRunner();
  const { plan } = state;
  const report = state.report?.report;
  if (plan === undefined || report === undefined) return null;
  const rows = outcomeRows(plan, countsByTable(report), texts.madeTable);
  const total = totalsOf(report);
  const accepted = total.added + total.changed;
  const rejections = report.tables.flatMap((table) => table.rejections);
  const nounOf = new Map(rows.map((row) => [row.key, row.noun]));
  const changes = report.tables.flatMap((table) => {
    const noun = nounOf.get(table.tableId);
    return noun === undefined ? [] : [{ noun, changes: table.changes }];
  });
  const label = accepted === 0 ? texts.importRows(total.unchanged) : texts.importRows(accepted);
  return (
    <StepFrame
      title={texts.previewTitle}
      back={
        <Button
          onClick={() =>
            sendFlow({ type: 'step-chosen', step: valuesOf(report).length > 0 ? 'links' : 'columns' })
          }
        >
          {texts.back}
        </Button>
      }
      actions={
        <Button
          variant="primary"
          disabled={
            state.work !== undefined ||
            accepted === 0 ||
            !report.tables.every((table) => addsUp(table.counts))
          }
          onClick={() => void runner.apply()}
        >
          {label}
        </Button>
      }
    >
      {state.failure !== undefined && <RunFailureNote failure={state.failure} />}
      <SourceDifferences
        state={state}
        action={
          <Button size="small" onClick={() => sendFlow({ type: 'step-chosen', step: 'columns' })}>
            {texts.lookAtColumns}
          </Button>
        }
      />
      {accepted === 0 && <Banner title={total.unchanged > 0 ? texts.nothingToDo : texts.nothingAccepted} />}
      <CountsTable
        label={texts.previewTitle}
        tables={rows.map((row) => ({ ...row, noun: nouns[row.noun].many }))}
      />
      {total.changed > 0 && <p className="kz-hint">{texts.updateNote(total.changed)}</p>}
      <BothChangedNote report={report} />
      <ChangeList tables={changes} total={total.changed} />
      <RejectionList
        rejections={rejections}
        total={total.rejected}
        onDownload={() => saveRejections(texts, rejections)}
      />
    </StepFrame>
  );
}
