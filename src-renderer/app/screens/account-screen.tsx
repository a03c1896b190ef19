/** The account page, joined with its timeline. */
import { AccountPage } from '#renderer/features/account/account-page.tsx';
import { Timeline } from '#renderer/features/timeline/timeline.tsx';

export function AccountScreen({ id }: { readonly id: string }) {
  return <AccountPage id={id} timeline={(parts) => <Timeline {...parts} />} />;
}
