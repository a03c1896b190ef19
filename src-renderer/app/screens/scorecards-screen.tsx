/** The scorecards' screen: the chosen one stands in the address. */
import { useLocation } from 'wouter';
import { ScorecardsPage } from '#renderer/features/scorecards/scorecards-page.tsx';

export function ScorecardsScreen({ id }: { readonly id: string | undefined }) {
  const [, navigate] = useLocation();
  return (
    <ScorecardsPage
      chosen={id === undefined ? undefined : decodeURIComponent(id)}
      onChoose={(chosen) => navigate(`/settings/scorecards/${encodeURIComponent(chosen)}`)}
    />
  );
}
