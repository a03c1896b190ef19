/** What an import does where people and the source have changed the same field: how often, and whose value stands. */
import type { BothChanged, ImportReport } from '#renderer/data/ingest/messages.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Banner } from '#renderer/ui/states.tsx';

/** Over all tables of a report. */
export function bothChangedIn({ tables }: ImportReport): BothChanged {
  return tables.reduce(
    (sum, { both }) => ({ ours: sum.ours + (both?.ours ?? 0), theirs: sum.theirs + (both?.theirs ?? 0) }),
    { ours: 0, theirs: 0 },
  );
}

export function BothChangedNote({ report }: { readonly report: ImportReport }) {
  const texts = useText('sources');
  const { ours, theirs } = bothChangedIn(report);
  if (ours + theirs === 0) return null;
  return (
    <Banner tone="warning" title={texts.bothChanged(ours + theirs)}>
      {theirs > 0 && <p>{texts.bothTheirs(theirs)}</p>}
      {ours > 0 && <p>{texts.bothOurs(ours)}</p>}
    </Banner>
  );
}
