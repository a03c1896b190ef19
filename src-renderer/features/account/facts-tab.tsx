/** The Facts tab: the account's own record, field by field. */
import { useData } from '#renderer/data/data-context.ts';
import { getAccount } from '#renderer/data/records.ts';
import { useLive } from '#renderer/data/use-live.ts';
import type { Account } from '#shared/model/account.ts';
import { RecordFacts } from './record-facts.tsx';

export function FactsTab({ account }: { readonly account: Account }) {
  const { db } = useData();
  const { parent } = account;
  const live = useLive(
    async () => (parent === undefined ? undefined : (await getAccount(db, parent))?.name),
    [db, parent],
  );
  const name = live.state === 'ready' ? live.value : undefined;
  const names = new Map(parent === undefined || name === undefined ? [] : [[parent, name]]);
  return (
    <div className="kz-acc-tab">
      <RecordFacts noun="account" recordId={account.id} names={names} />
    </div>
  );
}
