/** The screen of contradiction rules of one's own. */
import { OwnRulesPage } from '#renderer/features/contradictions/own-rules-page.tsx';

export function OwnRulesScreen() {
  return <OwnRulesPage />;
}
