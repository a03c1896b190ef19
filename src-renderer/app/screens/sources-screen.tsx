/** The sources screen. */
import { useText } from '#renderer/i18n/locale.ts';
import { EmptyState } from '#renderer/ui/states.tsx';

export function SourcesScreen() {
  const texts = useText('sources');
  return <EmptyState title={texts.title} />;
}
