/** The accounts screen: the table, which shows its first rows before the data is open, with a way to open an account. */
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { useObserved } from '#renderer/data/use-store.ts';
import { Accounts } from '#renderer/features/accounts/accounts.tsx';
import { systemClock } from '#shared/base/clock.ts';
import { useStartedData } from '../start-data.ts';

const newId = () => crypto.randomUUID();

export function AccountsScreen() {
  const [, navigate] = useLocation();
  const { book, opened, whenOpened } = useStartedData();
  const whenData = useCallback(async () => (await whenOpened).data, [whenOpened]);
  return (
    <Accounts
      book={useObserved(book)}
      data={useObserved(opened)?.data}
      whenData={whenData}
      clock={systemClock}
      newId={newId}
      onOpen={(id) => navigate(`/accounts/${encodeURIComponent(id)}`)}
    />
  );
}
