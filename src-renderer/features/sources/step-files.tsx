/** Step 1: which files, what each of their tables is, and how it is read. */
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FileButton } from '#renderer/ui/drop-zone.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import { ACCEPTED } from './accepted-files.ts';
import { RunFailureNote } from './failure-note.tsx';
import { FileCard } from './file-card.tsx';
import { chosenTables, filesSettled } from './flow-problems.ts';
import type { FlowFile, FlowState, FlowTable } from './flow-state.ts';
import { sendFlow } from './flow-store.ts';
import { LeaveImport } from './leave-import.tsx';
import { SourceChoice } from './source-choice.tsx';
import { StepFrame } from './step-frame.tsx';
import { useImportRunner } from './use-import.ts';
import { WorkNote } from './work-note.tsx';

/** Exports of whole systems come with dozens of files that are no tables of ours: those stand folded at the end. */
const FOLD_FROM = 4;

function foldFiles({ files, tables }: FlowState) {
  const unknown = (file: FlowFile) => {
    const own = tables.filter((table) => table.fileKey === file.key);
    return (
      file.state.type === 'read' &&
      own.every((table) => table.plan?.noun === 'skip' && table.nounBy !== 'person')
    );
  };
  const folded = files.filter(unknown);
  if (folded.length < FOLD_FROM || folded.length === files.length) return { shown: files, folded: [] };
  return { shown: files.filter((file) => !unknown(file)), folded };
}

interface FileCardsProps {
  readonly files: readonly FlowFile[];
  readonly tables: readonly FlowTable[];
}

function FileCards({ files, tables }: FileCardsProps) {
  return (
    <ul className="kz-files">
      {files.map((file) => (
        <FileCard key={file.key} file={file} tables={tables.filter((table) => table.fileKey === file.key)} />
      ))}
    </ul>
  );
}

export function StepFiles({ state }: { readonly state: FlowState }) {
  const texts = useText('sources');
  const runner = useImportRunner();
  const add = (files: readonly File[]) => void runner.addFiles(files);
  if (state.files.length === 0) {
    return (
      <StepFrame title={texts.importTitle}>
        <EmptyState
          title={texts.dropAnywhere}
          actions={
            <FileButton variant="primary" accept={ACCEPTED} onFiles={add}>
              {texts.importFiles}
            </FileButton>
          }
        >
          {texts.importHint}
        </EmptyState>
      </StepFrame>
    );
  }
  const { shown, folded } = foldFiles(state);
  const moving = state.files.some(({ state: file }) => file.type !== 'read' && file.type !== 'failed');
  const none = !moving && !state.guessing && state.tables.length > 0 && chosenTables(state).length === 0;
  return (
    <StepFrame
      title={texts.filesTitle}
      aside={
        <FileButton size="small" accept={ACCEPTED} onFiles={add}>
          {texts.addFiles}
        </FileButton>
      }
      back={<LeaveImport />}
      actions={
        <>
          {none && <span className="kz-hint">{texts.nothingChosen}</span>}
          <Button
            variant="primary"
            disabled={!filesSettled(state) || state.source?.name.trim() === ''}
            onClick={() => sendFlow({ type: 'step-chosen', step: 'columns' })}
          >
            {texts.next}
          </Button>
        </>
      }
    >
      {state.failure !== undefined && <RunFailureNote failure={state.failure} />}
      {state.work !== undefined && <WorkNote work={state.work} />}
      {state.source !== undefined && <SourceChoice source={state.source} />}
      <FileCards files={shown} tables={state.tables} />
      {folded.length > 0 && (
        <details className="kz-files-folded">
          <summary>{texts.notRecognised(folded.length)}</summary>
          <FileCards files={folded} tables={state.tables} />
        </details>
      )}
    </StepFrame>
  );
}
