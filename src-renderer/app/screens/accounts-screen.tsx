/** The accounts screen. */
import { useText } from '#renderer/i18n/locale.ts';
import { EmptyState } from '#renderer/ui/states.tsx';

export function AccountsScreen() {
  const texts = useText('accounts');
  return <EmptyState title={texts.title} />;
}
