/** The sources screen. */
import { SourcesPage } from '#renderer/features/sources/sources-page.tsx';

export function SourcesScreen() {
  return <SourcesPage />;
}
