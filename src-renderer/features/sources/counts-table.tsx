/** What each table comes to: read = new + changed + unchanged + rejected, and how many stay unlinked. */
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Banner } from '#renderer/ui/states.tsx';
import type { TableCounts } from '#shared/model/import-plan.ts';
import { addsUp, sumCounts } from './totals.ts';

export interface CountedTable {
  readonly key: string;
  readonly name: string;
  /** "Subscriptions". */
  readonly noun: string;
  readonly counts: Readonly<TableCounts>;
}

const PARTS = ['added', 'changed', 'unchanged', 'rejected'] as const;
const SIGNS = { added: '=', changed: '+', unchanged: '+', rejected: '+' } as const;

function CountCells({ counts }: { readonly counts: Readonly<TableCounts> }) {
  const { format } = useLocale();
  return (
    <>
      <td>{format.number(counts.read)}</td>
      {PARTS.map((part) => (
        <td key={part} data-nothing={counts[part] === 0} data-bad={part === 'rejected' && counts[part] > 0}>
          <span className="kz-sum-sign" aria-hidden="true">
            {SIGNS[part]}
          </span>
          {format.number(counts[part])}
        </td>
      ))}
      <td data-nothing={counts.unlinked === 0} data-bad={counts.unlinked > 0}>
        {format.number(counts.unlinked)}
      </td>
    </>
  );
}

export function CountsTable({
  tables,
  label,
}: {
  readonly tables: readonly CountedTable[];
  readonly label: string;
}) {
  const texts = useText('sources');
  const { sum } = texts;
  const whole = tables.every((table) => addsUp(table.counts));
  return (
    <>
      {!whole && <Banner tone="danger" title={texts.notAdding} />}
      <table className="kz-counts" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{texts.tables}</th>
            <th scope="col">{sum.read}</th>
            {PARTS.map((part) => (
              <th key={part} scope="col">
                {sum[part]}
              </th>
            ))}
            <th scope="col">{sum.unlinked}</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table.key}>
              <th scope="row">
                {table.noun} <span className="kz-hint">{table.name}</span>
              </th>
              <CountCells counts={table.counts} />
            </tr>
          ))}
        </tbody>
        {tables.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{texts.total}</th>
              <CountCells counts={sumCounts(tables.map((table) => table.counts))} />
            </tr>
          </tfoot>
        )}
      </table>
    </>
  );
}
