/** Of a known source: what these files have that earlier ones had not, and what they lack. */

import type { ReactNode } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { allSources } from '#renderer/data/records.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Banner } from '#renderer/ui/states.tsx';
import type { FlowState } from './flow-state.ts';
import { tableName } from './open-points.tsx';

export function SourceDifferences({
  state,
  action,
}: {
  readonly state: FlowState;
  readonly action?: ReactNode;
}) {
  const texts = useText('sources');
  const { format } = useLocale();
  const { db } = useData();
  const live = useLive(() => allSources(db), [db]);
  if (state.source?.known !== true) return null;
  const stored =
    live.state === 'ready' ? live.value.find((source) => source.id === state.source?.id) : undefined;
  const lines: string[] = [];
  for (const table of state.tables) {
    const { plan } = table;
    if (plan === undefined || plan.noun === 'skip') continue;
    const name = tableName(table);
    if (stored !== undefined && !stored.plan.tables.some((other) => other.id === plan.id))
      lines.push(texts.newTable(name));
    const fresh = plan.columns
      .filter((column) => table.fresh.includes(column.index))
      .map((column) => column.header);
    if (fresh.length > 0) lines.push(`${name}: ${texts.freshColumns(format.list(fresh))}`);
    if (table.missing.length > 0)
      lines.push(`${name}: ${texts.missingColumns(format.list([...table.missing]))}`);
  }
  for (const table of stored?.plan.tables ?? []) {
    const here = table.noun === 'skip' || state.tables.some((other) => other.plan?.id === table.id);
    if (!here)
      lines.push(
        texts.missingTable(table.part === '' ? table.fileName : `${table.fileName} · ${table.part}`),
      );
  }
  const [first, ...rest] = lines;
  if (first === undefined) return null;
  return (
    <Banner title={first} actions={action}>
      {rest.length > 0 ? rest.join(' ') : undefined}
    </Banner>
  );
}
