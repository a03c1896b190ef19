/** The list with what belongs around it: the way to newer entries, a search under way, or that nothing fits. */
import { ArrowUp } from 'lucide-react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState, Skeleton } from '#renderer/ui/states.tsx';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import { SearchLine, TimelineFoot } from './timeline-foot.tsx';
import { TimelineList } from './timeline-list.tsx';
import type { TimelineRules } from './timeline-rules.ts';
import type { TimelineTools } from './timeline-tools.ts';
import type { Place } from './use-place.ts';
import type { TimelineView } from './use-timeline.ts';

interface TimelineContentProps {
  readonly view: TimelineView;
  readonly rules: TimelineRules;
  readonly tools: Omit<TimelineTools, 'onToggle' | 'onFocus'>;
  readonly place: Place;
  readonly months: AccountSummary['months'];
  readonly filtered: boolean;
  readonly onClear: () => void;
}

export function TimelineContent(props: TimelineContentProps) {
  const { view, rules, tools, place, months, filtered, onClear } = props;
  const texts = useText('timeline');
  if (view.state === 'loading') return <Skeleton lines={9} />;
  if (view.rows.length === 0) {
    if (view.more) return <SearchLine view={view} />;
    return (
      <EmptyState
        title={texts.noneTitle}
        actions={<Button onClick={filtered ? onClear : place.goToNewest}>{texts.showAll}</Button>}
      >
        {texts.noneBody}
      </EmptyState>
    );
  }
  const isFar = place.before !== undefined;
  const newer = () =>
    place.goNewer(
      months,
      view.rows.find((row) => row.type !== 'month'),
    );
  return (
    <TimelineList
      rows={view.rows}
      rules={rules}
      tools={tools}
      readTo={view.readTo}
      target={place.target}
      onReached={place.onReached}
      onAbove={isFar ? newer : undefined}
      top={
        isFar && (
          <div className="kz-tl-above">
            <Button size="small" variant="quiet" icon={ArrowUp} onClick={newer}>
              {texts.newer}
            </Button>
            <Button size="small" variant="quiet" onClick={place.goToNewest}>
              {texts.newest}
            </Button>
          </div>
        )
      }
      foot={<TimelineFoot view={view} filtered={filtered} />}
    />
  );
}
