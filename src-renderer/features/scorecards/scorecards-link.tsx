/** The way from the settings to the scorecards. */
import { Link } from 'wouter';
import { useText } from '#renderer/i18n/locale.ts';

export function ScorecardsLink() {
  const texts = useText('scorecards');
  return <Link href="/settings/scorecards">{texts.title}</Link>;
}
