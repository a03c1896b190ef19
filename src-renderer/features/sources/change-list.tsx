/** Fields that an import would change: from what to what, record by record. */
import { useData } from '#renderer/data/data-context.ts';
import type { ChangedField } from '#renderer/data/ingest/messages.ts';
import { accountNames } from '#renderer/data/sources.ts';
import { useLive } from '#renderer/data/use-live.ts';
import type { sources } from '#renderer/i18n/en/sources.ts';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import type { Formats } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import type { NounName } from '#shared/model/field.ts';

const MOST_SHOWN = 100;

export interface TableChanges {
  readonly noun: NounName;
  readonly changes: readonly ChangedField[];
}

function isMoney(value: unknown): value is { minor: number; currency: string } {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}

function show(value: unknown, texts: typeof sources, format: Formats): string {
  if (value === undefined || value === null || value === '') return texts.nothing;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (isMoney(value)) return format.money(value);
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return format.date(value);
  return String(value);
}

export function ChangeList({
  tables,
  total,
}: {
  readonly tables: readonly TableChanges[];
  readonly total: number;
}) {
  const texts = useText('sources');
  const fields = useText('fields');
  const { format } = useLocale();
  const { db } = useData();
  // What replaces somebody's own words stands first: it must not fall behind the last line that is shown.
  const changes = tables
    .flatMap(({ noun, changes: some }) => some.map((change) => ({ noun, change })))
    .sort((a, b) => Number(b.change.replacesEdit ?? false) - Number(a.change.replacesEdit ?? false))
    .slice(0, MOST_SHOWN);
  // A row of history that moves names two accounts besides.
  const idsOf = ({ record, field, from, to }: ChangedField) =>
    field === 'account' ? [record, String(from ?? ''), String(to ?? '')] : [record];
  const ids = [...new Set(changes.flatMap(({ change }) => idsOf(change)))];
  const names = useLive(() => accountNames(db, ids), [db, ids.join(' ')]);
  const nameOf = (id: string) =>
    id === '' ? texts.unlinkedRow : ((names.state === 'ready' ? names.value.get(id) : undefined) ?? id);
  const value = ({ row, field }: ChangedField, said: unknown) =>
    row !== undefined && field === 'account' ? nameOf(String(said ?? '')) : show(said, texts, format);
  if (changes.length === 0) return null;
  const title =
    changes.length < total ? texts.changesFirst(changes.length) : texts.changesTitle(changes.length);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <div className="kz-scroll kz-wide-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.record}</th>
              <th scope="col">{texts.field}</th>
              <th scope="col">{texts.from}</th>
              <th scope="col">{texts.to}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ noun, change }) => (
              <tr key={`${change.record} ${change.row ?? ''} ${change.field}`}>
                <td>
                  {nameOf(change.record)} <span className="kz-hint">{fields.nouns[noun].one}</span>
                  {change.row !== undefined && <span className="kz-hint"> {change.row}</span>}
                </td>
                <td>{fieldLabel(fields, noun, change.field)}</td>
                <td className="kz-clip">
                  {value(change, change.from)}
                  {change.replacesEdit === true && (
                    <>
                      {' '}
                      <Badge tone="warning">{texts.replacesEdit}</Badge>
                    </>
                  )}
                </td>
                <td className="kz-clip">{value(change, change.to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
