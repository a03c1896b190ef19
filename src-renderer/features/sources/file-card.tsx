/** One file of an import: how far it is, or why it failed; its tables with what each of them is. */
import { ChevronDown, ChevronRight, FileSpreadsheet, FileText, X } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { TablePlan } from '#shared/model/import-plan.ts';
import { NOUN_NAMES } from '#shared/model/nouns.ts';
import { FileFailureNote } from './failure-note.tsx';
import type { FlowFile, FlowTable } from './flow-state.ts';
import { LayoutPanel } from './layout-panel.tsx';
import { useImportRunner } from './use-import.ts';

function FileMotion({ file }: { readonly file: FlowFile }) {
  const texts = useText('sources');
  const { format } = useLocale();
  const { state, size } = file;
  const whole = format.bytes(size);
  if (state.type === 'sending') {
    return (
      <ProgressBar
        label={file.name}
        value={size === 0 ? 1 : state.sent / size}
        valueText={texts.sending(format.bytes(state.sent), whole)}
      />
    );
  }
  if (state.type === 'reading') {
    return (
      <ProgressBar
        label={file.name}
        value={size === 0 ? 0 : state.bytes / size}
        valueText={texts.reading(state.rows, format.bytes(state.bytes), whole)}
      />
    );
  }
  return state.type === 'waiting' ? <p className="kz-hint">{texts.waiting}</p> : null;
}

function NounReason({ table, plan }: { readonly table: FlowTable; readonly plan: TablePlan }) {
  const texts = useText('sources');
  if (table.nounBy === 'person') return texts.chosen;
  if (table.nounBy === 'source') return texts.asBefore;
  return plan.noun === 'skip' ? texts.noGuess : texts.guessedAs;
}

function TableFacts({ table }: { readonly table: FlowTable }) {
  const texts = useText('sources');
  const { rows, header, footerRows, problemRows = 0, format } = table.inspection;
  const facts = [texts.rows(rows), texts.columnCount(header.length)];
  if (format.type === 'delimited') {
    facts.push(texts.encodings[format.encoding]);
    facts.push(format.delimiter === '\t' ? texts.tab : `“${format.delimiter}”`);
  }
  if (format.type !== 'json' && format.headerRow > 0) facts.push(texts.headerAt(format.headerRow + 1));
  if (footerRows > 0) facts.push(texts.footers(footerRows));
  return (
    <span className="kz-table-facts">
      {facts.join(' · ')}
      {problemRows > 0 && <span className="kz-warning-text"> · {texts.problemRows(problemRows)}</span>}
    </span>
  );
}

function TableRow({ table, ticket }: { readonly table: FlowTable; readonly ticket: string }) {
  const texts = useText('sources');
  const { nouns } = useText('fields');
  const runner = useImportRunner();
  const [open, setOpen] = useState(false);
  const { fileName, part, format } = table.inspection;
  const name = part === '' ? fileName : part;
  const options = [
    ...NOUN_NAMES.map((noun) => ({ value: noun as TablePlan['noun'], label: nouns[noun].many })),
    { value: 'skip' as const, label: texts.leaveOut },
  ];
  return (
    <li className="kz-table-row" data-skipped={table.plan?.noun === 'skip'}>
      <div className="kz-table-line">
        {part !== '' && <strong>{part}</strong>}
        {table.plan === undefined ? (
          <span className="kz-hint">{texts.recognising}</span>
        ) : (
          <>
            <Select
              label={texts.whatItIs(name)}
              hideLabel
              value={table.plan.noun}
              options={options}
              onChange={(noun) => void runner.setNoun(table.key, noun)}
            />
            <span className="kz-hint">
              <NounReason table={table} plan={table.plan} />
            </span>
          </>
        )}
        <TableFacts table={table} />
        {format.type === 'delimited' && (
          <Button
            size="small"
            variant="quiet"
            icon={open ? ChevronDown : ChevronRight}
            aria-expanded={open}
            aria-label={texts.layoutOf(name)}
            onClick={() => setOpen(!open)}
          >
            {texts.layout}
          </Button>
        )}
      </div>
      {open && format.type === 'delimited' && (
        <LayoutPanel
          fileName={name}
          ticket={ticket}
          format={format}
          onUse={(given) => {
            setOpen(false);
            void runner.readAgain(table.fileKey, given);
          }}
        />
      )}
    </li>
  );
}

export function FileCard({
  file,
  tables,
}: {
  readonly file: FlowFile;
  readonly tables: readonly FlowTable[];
}) {
  const texts = useText('sources');
  const { format } = useLocale();
  const runner = useImportRunner();
  const { state } = file;
  const Icon = /\.xlsx$/i.test(file.name) ? FileSpreadsheet : FileText;
  const moving = state.type === 'sending' || state.type === 'reading';
  return (
    <li className="kz-file">
      <div className="kz-file-line">
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <div className="kz-file-name">
          {moving ? <FileMotion file={file} /> : <strong>{file.name}</strong>}
          {!moving && <span className="kz-hint">{format.bytes(file.size)}</span>}
          {state.type === 'waiting' && <FileMotion file={file} />}
        </div>
        <IconButton
          icon={X}
          size="small"
          label={texts.removeFile(file.name)}
          onClick={() => runner.removeFile(file.key)}
        />
      </div>
      {state.type === 'failed' && <FileFailureNote failure={state.failure} />}
      {state.type === 'failed' &&
        state.failure.type === 'unreadable-encoding' &&
        state.ticket !== undefined && (
          <LayoutPanel
            fileName={file.name}
            ticket={state.ticket}
            format={{ type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 }}
            onUse={(given) => void runner.readAgain(file.key, given)}
          />
        )}
      {state.type === 'read' && (
        <ul>
          {tables.map((table) => (
            <TableRow key={table.key} table={table} ticket={state.ticket} />
          ))}
        </ul>
      )}
    </li>
  );
}
