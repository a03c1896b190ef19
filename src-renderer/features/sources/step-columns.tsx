/** Step 2: what needs a person's eye first, then every column of every table with its guess. */
import { useMemo, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Banner } from '#renderer/ui/states.tsx';
import { SearchField } from '#renderer/ui/text-field.tsx';
import { ColumnRow } from './column-row.tsx';
import { RunFailureNote } from './failure-note.tsx';
import {
  chosenTables,
  problemsOf,
  questionsOf,
  readyForPreview,
  tableProblems,
  tableQuestions,
} from './flow-problems.ts';
import type { FlowState, FlowTable } from './flow-state.ts';
import { sendFlow } from './flow-store.ts';
import { ProblemPoint, QuestionPoint, tableName } from './open-points.tsx';
import { SourceDifferences } from './source-differences.tsx';
import { StepFrame } from './step-frame.tsx';
import { useImportRunner } from './use-import.ts';
import { WorkNote } from './work-note.tsx';

/** Beyond so many, columns that are left out are folded away: exports of some CRMs have hundreds of them. */
const FOLD_FROM = 8;

function columnId(tableKey: string, index: number): string {
  return `kz-column ${tableKey} ${index}`;
}

interface ColumnListProps {
  readonly table: FlowTable;
  readonly state: FlowState;
  readonly unfolded: boolean;
  readonly onUnfold: () => void;
}

function ColumnList({ table, state, unfolded, onUnfold }: ColumnListProps) {
  const texts = useText('sources');
  const [query, setQuery] = useState('');
  const { plan } = table;
  const { tables } = state;
  const others = useMemo(
    () => tables.filter((other) => other.key !== table.key).map((other) => other.inspection),
    [tables, table.key],
  );
  if (plan === undefined) return null;
  const wanted = query.normalize('NFKC').toLowerCase();
  const skipped = plan.columns.filter((column) => column.target.type === 'skip');
  const fold = !unfolded && wanted === '' && skipped.length >= FOLD_FROM;
  const shown = plan.columns.filter((column) => {
    if (fold && column.target.type === 'skip' && !table.touched.includes(column.index)) return false;
    return wanted === '' || column.header.normalize('NFKC').toLowerCase().includes(wanted);
  });
  const open = new Set(tableQuestions(table).map((question) => question.column));
  for (const problem of tableProblems(table.key, plan)) {
    if (problem.type === 'two-on-one') for (const index of problem.indexes) open.add(index);
  }
  return (
    <>
      {plan.columns.length > 15 && (
        <SearchField label={texts.searchColumns} value={query} onChange={setQuery} />
      )}
      <div className="kz-columns-head" aria-hidden="true">
        <span>{texts.column}</span>
        <span />
        <span>{texts.target}</span>
        <span />
        <span>{texts.samples}</span>
        <span>{texts.certainty}</span>
      </div>
      <ul className="kz-columns">
        {shown.map((column) => (
          <ColumnRow
            key={column.index}
            id={columnId(table.key, column.index)}
            noun={plan.noun}
            column={column}
            inspection={table.inspection}
            others={others}
            isNew={table.fresh.includes(column.index)}
            open={open.has(column.index)}
            tableKey={table.key}
          />
        ))}
      </ul>
      {fold && shown.length < plan.columns.length && (
        <Button size="small" variant="quiet" onClick={onUnfold}>
          {texts.showSkipped(plan.columns.length - shown.length)}
        </Button>
      )}
    </>
  );
}

interface TableListProps {
  readonly tables: readonly FlowTable[];
  readonly current: FlowTable;
  readonly onSelect: (key: string) => void;
}

function TableList({ tables, current, onSelect }: TableListProps) {
  const texts = useText('sources');
  const { nouns } = useText('fields');
  return (
    <nav className="kz-table-list" aria-label={texts.tables}>
      <ul>
        {tables.map((table) => {
          const { plan } = table;
          if (plan === undefined || plan.noun === 'skip') return null;
          const open = tableProblems(table.key, plan).length + tableQuestions(table).length;
          return (
            <li key={table.key}>
              <button
                type="button"
                aria-current={table.key === current.key}
                onClick={() => onSelect(table.key)}
              >
                <span>{nouns[plan.noun].many}</span>
                {open > 0 && <Badge tone="warning">{texts.openCount(open)}</Badge>}
                <span className="kz-hint">{tableName(table)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Waits for the table to be drawn, then brings the column before the eye. */
function showColumn(id: string): void {
  requestAnimationFrame(() => {
    const row = document.getElementById(id);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  });
}

export function StepColumns({ state }: { readonly state: FlowState }) {
  const texts = useText('sources');
  const runner = useImportRunner();
  const tables = chosenTables(state);
  const problems = problemsOf(state);
  const questions = questionsOf(state);
  const firstOpen = [...problems, ...questions][0]?.tableKey;
  const [chosen, setChosen] = useState<string | undefined>(firstOpen);
  const [unfolded, setUnfolded] = useState<readonly string[]>([]);
  const current = tables.find((table) => table.key === chosen) ?? tables[0];
  const unfold = (key: string) => setUnfolded((keys) => [...new Set([...keys, key])]);
  const show = (tableKey: string, column?: number) => {
    setChosen(tableKey);
    if (column === undefined) return;
    unfold(tableKey);
    showColumn(columnId(tableKey, column));
  };
  const find = (key: string) => state.tables.find((table) => table.key === key);
  const open = problems.length + questions.length;
  // Tables that lack what no column can give: with many of them, one answer for all.
  const lacking = problems.filter(
    (problem) => problem.type === 'no-link' || problem.type === 'required-missing',
  );
  const homeless = [...new Set(lacking.map((problem) => problem.tableKey))];
  return (
    <StepFrame
      title={texts.columnsTitle}
      back={<Button onClick={() => sendFlow({ type: 'step-chosen', step: 'files' })}>{texts.back}</Button>}
      actions={
        <>
          {open > 0 && <span className="kz-hint">{texts.needsEyeCount(open)}</span>}
          <Button
            variant="primary"
            disabled={!readyForPreview(state) || state.work !== undefined}
            onClick={() => void runner.preview()}
          >
            {texts.countChanges}
          </Button>
        </>
      }
    >
      {state.failure !== undefined && <RunFailureNote failure={state.failure} />}
      {state.work !== undefined && <WorkNote work={state.work} />}
      <SourceDifferences state={state} />
      {open === 0 ? (
        <p className="kz-hint">{texts.allClear}</p>
      ) : (
        <section className="kz-points" aria-label={texts.needsEye}>
          <div className="kz-section-head">
            <h3>{texts.needsEye}</h3>
            {homeless.length > 1 && (
              <Button size="small" onClick={() => void runner.leaveOut(homeless)}>
                {texts.leaveTablesOut(homeless.length)}
              </Button>
            )}
          </div>
          <ul>
            {problems.map((point) => {
              const table = find(point.tableKey);
              return table === undefined ? null : (
                <ProblemPoint key={JSON.stringify(point)} point={point} table={table} onShow={show} />
              );
            })}
            {questions.map((point) => {
              const table = find(point.tableKey);
              return table === undefined ? null : (
                <QuestionPoint
                  key={`${point.tableKey} ${point.column}`}
                  point={point}
                  table={table}
                  onShow={show}
                />
              );
            })}
          </ul>
        </section>
      )}
      {current === undefined ? (
        <Banner title={texts.nothingChosen} />
      ) : (
        <div className="kz-columns-area" data-single={tables.length === 1}>
          {tables.length > 1 && <TableList tables={tables} current={current} onSelect={setChosen} />}
          <section aria-label={tableName(current)}>
            <ColumnList
              key={current.key}
              table={current}
              state={state}
              unfolded={unfolded.includes(current.key)}
              onUnfold={() => unfold(current.key)}
            />
          </section>
        </div>
      )}
    </StepFrame>
  );
}
