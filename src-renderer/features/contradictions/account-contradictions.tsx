/** The contradictions of an account alone: beside a meeting there is no room for every alert. */
import { AccountFindings } from './account-findings.tsx';

export function AccountContradictions({ accountId }: { readonly accountId: string }) {
  return <AccountFindings accountId={accountId} onlyContradictions />;
}
