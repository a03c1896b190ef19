/** The portfolio: the whole book as a picture, what goes together in it, and what goes with losing customers. */
import { ChartScatter } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { useHealth } from '#renderer/data/health/use-health.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { Banner, EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { PicturePage } from './picture.tsx';
import './portfolio.css';
import type { PortfolioParts } from './portfolio-parts.ts';

const CorrelationsPage = lazy(() =>
  import('./correlations-page.tsx').then((file) => ({ default: file.CorrelationsPage })),
);
const ChurnPage = lazy(() => import('./churn-page.tsx').then((file) => ({ default: file.ChurnPage })));

export const PORTFOLIO_TABS = ['picture', 'correlations', 'churn'] as const;
export type PortfolioTab = (typeof PORTFOLIO_TABS)[number];

interface PortfolioPageProps extends PortfolioParts {
  readonly tab: PortfolioTab;
  readonly onTab: (tab: PortfolioTab) => void;
  readonly onNewSegment: () => void;
}

function usePortfolioCommands({ tab, onTab, onNewSegment }: PortfolioPageProps): void {
  const texts = useText('portfolio');
  const { addCommand } = useText('segments');
  useCommands({
    id: 'portfolio',
    title: texts.title,
    commands: [
      ...PORTFOLIO_TABS.filter((other) => other !== tab).map((other) => ({
        id: `portfolio.${other}`,
        label: texts.commands[other],
        run: () => onTab(other),
      })),
      { id: 'portfolio.new-segment', label: addCommand, run: onNewSegment },
    ],
  });
}

function Content(props: PortfolioPageProps) {
  const texts = useText('portfolio');
  const { state } = useHealth();
  const [, navigate] = useLocation();
  const { book, tab } = props;
  if (book.state === 'failed') {
    return <ErrorState title={texts.failedTitle}>{texts.failedBody}</ErrorState>;
  }
  if (book.state !== 'ready' || state === 'starting') return <Skeleton lines={12} />;
  if (book.total === 0) {
    return (
      <EmptyState
        icon={ChartScatter}
        title={texts.emptyTitle}
        actions={
          <Button variant="primary" onClick={() => navigate('/sources')}>
            {texts.toSources}
          </Button>
        }
      >
        {texts.emptyBody}
      </EmptyState>
    );
  }
  return (
    <>
      {state === 'failed' && <Banner tone="warning" title={texts.noScores} />}
      <Suspense fallback={<Skeleton lines={12} />}>
        {tab === 'picture' && <PicturePage {...props} />}
        {tab === 'correlations' && <CorrelationsPage {...props} />}
        {tab === 'churn' && <ChurnPage {...props} />}
      </Suspense>
    </>
  );
}

export function PortfolioPage(props: PortfolioPageProps) {
  const texts = useText('portfolio');
  usePortfolioCommands(props);
  return (
    <div className="kz-portfolio">
      <Tabs<PortfolioTab>
        label={texts.title}
        tabs={PORTFOLIO_TABS.map((id) => ({ id, label: texts.tabs[id] }))}
        selected={props.tab}
        onSelect={props.onTab}
      >
        <Content {...props} />
      </Tabs>
    </div>
  );
}
