/** The way from the settings to the cadence of touches. */
import { Link } from 'wouter';
import { useText } from '#renderer/i18n/locale.ts';

export function CadenceLink() {
  const texts = useText('cadence');
  return <Link href="/settings/cadence">{texts.title}</Link>;
}
