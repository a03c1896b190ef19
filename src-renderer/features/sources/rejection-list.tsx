/** Rows that do not come in, each with its place in the file and the reason; downloadable as a file. */

import { Download } from 'lucide-react';
import type { sources } from '#renderer/i18n/en/sources.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { saveFile } from '#renderer/ui/save-file.ts';
import type { Rejection } from '#shared/model/import-plan.ts';
import { rejectionsCsv } from './reject-csv.ts';

/** Rows drawn; the file has all that are known. */
const MOST_SHOWN = 50;

function reasonOf(texts: typeof sources, rejection: Rejection): string {
  return rejection.otherRow === undefined
    ? texts.reasons[rejection.reason]
    : texts.duplicateOf(rejection.otherRow);
}

export function saveRejections(texts: typeof sources, rejections: readonly Rejection[]): void {
  const csv = rejectionsCsv(rejections, {
    columns: texts.csvColumns,
    reasonOf: (rejection) => reasonOf(texts, rejection),
  });
  saveFile(texts.csvName, [csv], 'text/csv');
}

export interface RejectionListProps {
  readonly rejections: readonly Rejection[];
  /** All of them, which may be more than are listed. */
  readonly total: number;
  readonly onDownload: () => void;
}

export function RejectionList({ rejections, total, onDownload }: RejectionListProps) {
  const texts = useText('sources');
  const { format } = useLocale();
  const columns = texts.csvColumns;
  const shown = rejections.slice(0, MOST_SHOWN);
  if (total === 0) return null;
  return (
    <section className="kz-rejections" aria-label={texts.rejectedTitle(total)}>
      <div className="kz-section-head">
        <h3>{texts.rejectedTitle(total)}</h3>
        <Button size="small" icon={Download} onClick={onDownload}>
          {texts.download}
        </Button>
      </div>
      {shown.length < total && <p className="kz-hint">{texts.rejectedFirst(shown.length, total)}</p>}
      <div className="kz-scroll kz-wide-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.file}</th>
              <th scope="col">{columns.row}</th>
              <th scope="col">{columns.column}</th>
              <th scope="col">{columns.value}</th>
              <th scope="col">{columns.reason}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rejection) => (
              <tr key={`${rejection.fileName} ${rejection.part} ${rejection.row} ${rejection.column}`}>
                <td>
                  {rejection.part === '' ? rejection.fileName : `${rejection.fileName} · ${rejection.part}`}
                </td>
                <td className="kz-number">{format.number(rejection.row)}</td>
                <td>{rejection.column}</td>
                <td className="kz-clip" title={rejection.value}>
                  {rejection.value}
                </td>
                <td>{reasonOf(texts, rejection)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
