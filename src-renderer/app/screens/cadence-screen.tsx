/** The screen of the days between touches. */
import { CadencePage } from '#renderer/features/cadence/cadence-page.tsx';

export function CadenceScreen() {
  return <CadencePage />;
}
