/** What needs a person's eye before the preview: problems that block it, questions that only a person can answer. */
import { CircleAlert, CircleHelp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { likelyCurrency } from '#shared/import/guess-reading.ts';
import type { ColumnPlan, DateOrder } from '#shared/model/import-plan.ts';
import { withDirection } from './column-edit.ts';
import { CURRENCIES } from './currencies.ts';
import type { Problem, Question } from './flow-problems.ts';
import { targetKind } from './flow-problems.ts';
import type { FlowTable } from './flow-state.ts';
import { sendFlow } from './flow-store.ts';
import { dateExample } from './reading-example.ts';
import { ScaleEnds } from './score-scale.tsx';
import { useImportRunner } from './use-import.ts';

function Point({
  tone,
  text,
  children,
}: {
  readonly tone: 'problem' | 'question';
  readonly text: ReactNode;
  readonly children: ReactNode;
}) {
  const Icon = tone === 'problem' ? CircleAlert : CircleHelp;
  return (
    <li className={`kz-point kz-point-${tone}`}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span className="kz-point-text">{text}</span>
      <span className="kz-point-answers">{children}</span>
    </li>
  );
}

export function tableName(table: FlowTable): string {
  const { fileName, part } = table.inspection;
  return part === '' ? fileName : `${fileName} · ${part}`;
}

function headerOf(table: FlowTable, index: number): string {
  return table.plan?.columns.find((column) => column.index === index)?.header ?? '';
}

export interface PointProps<T> {
  readonly point: T;
  readonly table: FlowTable;
  /** Brings the column into view. */
  readonly onShow: (tableKey: string, column?: number) => void;
}

export function ProblemPoint({ point, table, onShow }: PointProps<Problem>) {
  const texts = useText('sources');
  const fields = useText('fields');
  const runner = useImportRunner();
  const name = tableName(table);
  const noun = table.plan?.noun;
  const label = (field: string) =>
    noun === undefined || noun === 'skip' ? field : fieldLabel(fields, noun, field);
  const leaveOut = (
    <Button size="small" onClick={() => void runner.setNoun(table.key, 'skip')}>
      {texts.leaveTableOut}
    </Button>
  );
  const show = (column?: number) => (
    <Button size="small" onClick={() => onShow(table.key, column)}>
      {column === undefined ? texts.goToTable : texts.showColumn}
    </Button>
  );
  switch (point.type) {
    case 'two-on-one':
      return (
        <Point
          tone="problem"
          text={texts.problemDouble(point.custom ? point.field : label(point.field), name)}
        >
          {point.indexes.map((index) => (
            <Button
              key={index}
              size="small"
              onClick={() =>
                sendFlow({ type: 'column-kept', tableKey: table.key, column: index, rivals: point.indexes })
              }
            >
              {texts.keepThis(headerOf(table, index))}
            </Button>
          ))}
        </Point>
      );
    case 'required-missing':
      return (
        <Point tone="problem" text={texts.problemRequired(label(point.field), name)}>
          {show()}
          {leaveOut}
        </Point>
      );
    case 'no-link':
      return (
        <Point tone="problem" text={texts.problemNoLink(name)}>
          {show()}
          {leaveOut}
        </Point>
      );
    case 'link-missing':
      return (
        <Point tone="problem" text={texts.problemLink(label(point.field), name)}>
          {show(point.index)}
        </Point>
      );
    case 'custom-unnamed':
      return (
        <Point tone="problem" text={texts.problemUnnamed(name)}>
          {show(point.index)}
        </Point>
      );
  }
}

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy'];

function DateQuestion({
  point,
  table,
  column,
}: {
  readonly point: Question;
  readonly table: FlowTable;
  readonly column: ColumnPlan;
}) {
  const texts = useText('sources');
  const { format } = useLocale();
  const stats = table.inspection.columns[point.column];
  if (stats === undefined) return null;
  const kind = targetKind(table.plan?.noun ?? 'skip', column) ?? 'date';
  const answers = ORDERS.map((order) => ({
    order,
    example: dateExample(kind, { ...column.reading, dateOrder: order }, stats, format),
  }));
  const value = answers.find((answer) => answer.example !== undefined)?.example?.from ?? '';
  return (
    <Point tone="question" text={texts.askDate(column.header, value)}>
      {answers.map(({ order, example }) => (
        <Button
          key={order}
          size="small"
          onClick={() =>
            sendFlow({ type: 'date-order-set', tableKey: table.key, column: point.column, order })
          }
        >
          {example === undefined ? texts.dateOrders[order] : example.to}
        </Button>
      ))}
    </Point>
  );
}

/** The ends may be set right before they are weighed: the best of a file is seldom the best that there can be. */
function ScoreQuestion({
  column,
  onAnswer,
}: {
  readonly column: ColumnPlan;
  readonly onAnswer: (column: ColumnPlan) => void;
}) {
  const texts = useText('sources');
  const { format } = useLocale();
  const [draft, setDraft] = useState(column);
  const { scale } = draft.reading;
  const min = format.number(scale?.type === 'range' ? scale.min : 0);
  const max = format.number(scale?.type === 'range' ? scale.max : 100);
  return (
    <Point tone="question" text={texts.askDirection(column.header, min, max)}>
      <ScaleEnds column={draft} onChange={setDraft} />
      <Button size="small" onClick={() => onAnswer(withDirection({ ...draft }, true))}>
        {texts.highIsGood(max)}
      </Button>
      <Button size="small" onClick={() => onAnswer(withDirection({ ...draft }, false))}>
        {texts.lowIsGood(min)}
      </Button>
    </Point>
  );
}

export function QuestionPoint({ point, table, onShow }: PointProps<Question>) {
  const texts = useText('sources');
  const fields = useText('fields');
  const column = table.plan?.columns.find((other) => other.index === point.column);
  const { language } = useLocale();
  const likely = language === 'ja' ? 'JPY' : likelyCurrency(table.inspection);
  const noun = table.plan?.noun;
  if (column === undefined || noun === undefined) return null;
  const answer = (next: ColumnPlan) =>
    sendFlow({ type: 'column-set', tableKey: table.key, column: { ...next, confidence: 1 } });
  const button = (label: string, next: ColumnPlan) => (
    <Button key={label} size="small" onClick={() => answer(next)}>
      {label}
    </Button>
  );
  switch (point.type) {
    case 'score-direction':
      return <ScoreQuestion column={column} onAnswer={answer} />;
    case 'date-order':
      return <DateQuestion point={point} table={table} column={column} />;
    case 'currency':
      return (
        <Point tone="question" text={texts.askCurrency(column.header)}>
          <Button size="small" onClick={() => sendFlow({ type: 'currency-set', currency: likely })}>
            {likely}
          </Button>
          <Select
            hideLabel
            label={texts.askCurrency(column.header)}
            value={undefined}
            placeholder={texts.otherCurrency}
            options={CURRENCIES.map((value) => ({ value, label: value }))}
            onChange={(currency) => sendFlow({ type: 'currency-set', currency })}
          />
        </Point>
      );
    case 'nrr': {
      const custom = (name: string): ColumnPlan => ({
        ...column,
        target: { type: 'custom', name, valueKind: 'number' },
      });
      return (
        <Point tone="question" text={texts.askNrr(column.header)}>
          {button(texts.nrrRetention, custom(texts.nrrRetention))}
          {button(texts.nrrOneTime, custom(texts.nrrOneTime))}
          {button(texts.skip, { ...column, target: { type: 'skip' }, reading: {} })}
        </Point>
      );
    }
    case 'unsure': {
      const field =
        column.target.type === 'field' && noun !== 'skip'
          ? fieldLabel(fields, noun, column.target.field)
          : '';
      const { link: _, ...rest } = column;
      return (
        <Point tone="question" text={texts.askUnsure(column.header, field)}>
          {button(texts.yesKeep, { ...column })}
          {button(texts.noLeaveOut, { ...rest, target: { type: 'skip' }, reading: {} })}
          <Button size="small" variant="quiet" onClick={() => onShow(table.key, point.column)}>
            {texts.showColumn}
          </Button>
        </Point>
      );
    }
  }
}
