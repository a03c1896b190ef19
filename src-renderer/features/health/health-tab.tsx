/** The health of an account: the pair and its sentence, what it is made of, why it moved, what is missing, its history. */
import { HeartPulse } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { type Happening, readHappenings } from '#renderer/data/health/happenings.ts';
import { readHealthHistory, readScoresAgo } from '#renderer/data/health/health-history.ts';
import { cardsOfScores } from '#renderer/data/health/scorecards.ts';
import { useAccountHealth } from '#renderer/data/health/use-health.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { addDays } from '#shared/domain/table/days.ts';
import type { HealthScore } from '#shared/model/health.ts';
import { ChangeParts } from './change-parts.tsx';
import type { Earlier } from './change-view.ts';
import { HealthHead } from './health-head.tsx';
import './health.css';
import { History } from './history.tsx';
import { MeasureGroups } from './measure-groups.tsx';
import { MissingData } from './missing-data.tsx';

interface HealthTabProps {
  readonly accountId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  /** Milliseconds since 1970 UTC; stable. */
  readonly now: () => number;
  readonly onScorecards: () => void;
}

const HISTORY_DAYS = 730;

interface Past extends Earlier {
  readonly happenings: readonly Happening[];
}

const NO_PAST: Past = { history: [], happenings: [], ago: new Map(), cards: new Map() };

/** Read again after each change of the score. */
function usePast({ accountId, today, now }: HealthTabProps, score: HealthScore | undefined): Past {
  const { db, store } = useData();
  const [past, setPast] = useState(NO_PAST);
  useEffect(() => {
    let wanted = true;
    const from = addDays(today, -HISTORY_DAYS);
    if (score !== undefined)
      Promise.all([
        readHealthHistory(db, accountId, from, today, now()),
        readHappenings(db, accountId, from, now()),
        readScoresAgo(db, accountId, now()),
      ])
        .then(async ([history, happenings, ago]) => {
          const cards = await cardsOfScores(db, [score, ...history, ...ago.values()]);
          if (wanted) setPast({ history, happenings, ago, cards });
        })
        .catch(store.noteFailure);
    return () => {
      wanted = false;
    };
  }, [db, store, accountId, today, now, score]);
  return past;
}

export function HealthTab(props: HealthTabProps) {
  const { accountId, today, onScorecards } = props;
  const texts = useText('health');
  const words = useText('healthWords');
  const health = useAccountHealth(accountId);
  const { score, card, state } = health;
  const past = usePast(props, score);
  const { history, happenings } = past;
  if (state === 'failed')
    return (
      <ErrorState
        title={texts.failedTitle}
        actions={<Button onClick={() => location.reload()}>{texts.reload}</Button>}
      >
        {texts.failedBody}
      </ErrorState>
    );
  if (score === undefined) {
    if (state === 'starting') return <Skeleton lines={8} />;
    return (
      <EmptyState icon={HeartPulse} title={texts.noneTitle}>
        {texts.noneBody}
      </EmptyState>
    );
  }
  const name =
    card === undefined || card.name !== ''
      ? (card?.name ?? '')
      : words.scorecards[card.id as keyof typeof words.scorecards];
  return (
    <div className="kz-health-tab">
      <HealthHead accountId={accountId} today={today} health={health} score={score} earlier={past} />
      <MeasureGroups score={score} card={card} />
      <div className="kz-health-columns">
        <ChangeParts score={score} earlier={past} />
        <MissingData score={score} />
      </div>
      <History history={history} happenings={happenings} card={card} />
      <footer className="kz-health-foot">
        {card !== undefined && <span>{texts.scorecard(name, card.version)}</span>}
        <Button size="small" variant="quiet" onClick={onScorecards}>
          {texts.openScorecards}
        </Button>
        <span className="kz-health-faint">{texts.notOutcome}</span>
      </footer>
    </div>
  );
}
