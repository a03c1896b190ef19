/** How a text file is read: encoding, separator and header row, with its first rows shown at once under each choice. */
import { useEffect, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { fileUrl } from '#renderer/platform/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { splitSample } from '#shared/import/format.ts';
import { ENCODINGS, type TableFormat } from '#shared/model/import-plan.ts';

type Delimited = Extract<TableFormat, { type: 'delimited' }>;

/** Enough for a screen of rows, little enough to decode on every choice. */
const HEAD_BYTES = 64 * 1024;
const PREVIEW_ROWS = 8;
const PREVIEW_COLUMNS = 12;

/** The file's first bytes, or undefined while they come and when they cannot be had. */
function useHead(ticket: string): Uint8Array | undefined {
  const [head, setHead] = useState<Uint8Array | undefined>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    async function read(): Promise<void> {
      const answer = await fetch(fileUrl(ticket), { signal: stop.signal });
      const reader = answer.body?.getReader();
      if (!answer.ok || reader === undefined) return;
      const bytes = new Uint8Array(HEAD_BYTES);
      let filled = 0;
      while (filled < HEAD_BYTES) {
        const { done, value } = await reader.read();
        if (done) break;
        const part = value.subarray(0, HEAD_BYTES - filled);
        bytes.set(part, filled);
        filled += part.length;
      }
      await reader.cancel();
      setHead(bytes.subarray(0, filled));
    }
    // Without the first rows the choices can still be made.
    read().catch(() => undefined);
    return () => stop.abort();
  }, [ticket]);
  return head;
}

function PreviewTable({
  rows,
  headerRow,
  label,
}: {
  readonly rows: readonly (readonly string[])[];
  readonly headerRow: number;
  readonly label: string;
}) {
  const shown = rows.slice(headerRow, headerRow + PREVIEW_ROWS).map((row) => row.slice(0, PREVIEW_COLUMNS));
  const [header, ...body] = shown;
  return (
    <div className="kz-scroll kz-head-rows">
      <table aria-label={label}>
        <thead>
          <tr>
            {header?.map((text, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the column's identity
              <th key={i} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
            <tr key={r}>
              {row.map((text, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is the column's identity
                <td key={i}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export interface LayoutPanelProps {
  readonly fileName: string;
  readonly ticket: string;
  readonly format: Delimited;
  readonly onUse: (layout: {
    readonly encoding: Delimited['encoding'];
    readonly delimiter: string;
    readonly headerRow: number;
  }) => void;
}

export function LayoutPanel({ fileName, ticket, format, onUse }: LayoutPanelProps) {
  const texts = useText('sources');
  const [encoding, setEncoding] = useState(format.encoding);
  const [delimiter, setDelimiter] = useState(format.delimiter);
  const [headerRow, setHeaderRow] = useState(format.headerRow);
  const head = useHead(ticket);
  const rows =
    head === undefined
      ? []
      : splitSample(
          new TextDecoder(encoding).decode(head, { stream: true }),
          delimiter,
          headerRow + PREVIEW_ROWS,
        );
  const same =
    encoding === format.encoding && delimiter === format.delimiter && headerRow === format.headerRow;
  return (
    <section className="kz-layout" aria-label={texts.layoutOf(fileName)}>
      <div className="kz-layout-choices">
        <Select
          label={texts.encoding}
          value={encoding}
          options={ENCODINGS.map((value) => ({ value, label: texts.encodings[value] }))}
          onChange={setEncoding}
        />
        <Select
          label={texts.delimiter}
          value={delimiter}
          options={Object.entries(texts.delimiters).map(([value, label]) => ({ value, label }))}
          onChange={setDelimiter}
        />
        <NumberField
          label={texts.headerRow}
          value={headerRow + 1}
          unreadable={texts.headerRowBad}
          onChange={(row) => setHeaderRow(Math.max(0, Math.round(row ?? 1) - 1))}
        />
        <Button disabled={same} onClick={() => onUse({ encoding, delimiter, headerRow })}>
          {texts.readAgain}
        </Button>
      </div>
      {rows.length > 0 && (
        <>
          <p className="kz-hint">{texts.firstRows}</p>
          <PreviewTable rows={rows} headerRow={headerRow} label={texts.firstRows} />
        </>
      )}
    </section>
  );
}
