/** The way from the settings to contradiction rules of one's own. */
import { Link } from 'wouter';
import { useText } from '#renderer/i18n/locale.ts';

export function RulesLink() {
  const texts = useText('contradictions');
  return <Link href="/settings/contradictions">{texts.openEditor}</Link>;
}
