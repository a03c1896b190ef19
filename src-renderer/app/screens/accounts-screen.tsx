/** The accounts screen: the table, with a way to open an account. */
import { useLocation } from 'wouter';
import { Accounts } from '#renderer/features/accounts/accounts.tsx';
import { systemClock } from '#shared/base/clock.ts';

const newId = () => crypto.randomUUID();

export function AccountsScreen() {
  const [, navigate] = useLocation();
  return (
    <Accounts
      clock={systemClock}
      newId={newId}
      onOpen={(id) => navigate(`/accounts/${encodeURIComponent(id)}`)}
    />
  );
}
