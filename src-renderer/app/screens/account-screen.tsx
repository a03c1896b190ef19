/** The account page. */
import { useText } from '#renderer/i18n/locale.ts';
import { EmptyState } from '#renderer/ui/states.tsx';

export function AccountScreen({ id }: { readonly id: string }) {
  const texts = useText('account');
  return <EmptyState title={texts.title}>{id}</EmptyState>;
}
