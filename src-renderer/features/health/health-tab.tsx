/** The health of an account: the pair and its sentence, what it is made of, why it moved, what is missing, its history. */
import { HeartPulse } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { type Happening, readHappenings } from '#renderer/data/health/happenings.ts';
import { readHealthHistory, readScoresAgo } from '#renderer/data/health/health-history.ts';
import { useAccountHealth } from '#renderer/data/health/use-health.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { addDays } from '#shared/domain/table/days.ts';
import type { HealthSnapshot } from '#shared/model/health.ts';
import { ChangeParts } from './change-parts.tsx';
import { HealthHead, SENTENCE_DAYS } from './health-head.tsx';
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

interface Past {
  readonly history: readonly HealthSnapshot[];
  readonly happenings: readonly Happening[];
  /** By how many days ago. */
  readonly ago: ReadonlyMap<number, HealthSnapshot>;
}

const NO_PAST: Past = { history: [], happenings: [], ago: new Map() };

/** Read again after each change of the score. */
function usePast({ accountId, today, now }: HealthTabProps, seen: unknown): Past {
  const { db, store } = useData();
  const [past, setPast] = useState(NO_PAST);
  useEffect(() => {
    let wanted = seen !== undefined;
    const from = addDays(today, -HISTORY_DAYS);
    if (wanted)
      Promise.all([
        readHealthHistory(db, accountId, from, today, now()),
        readHappenings(db, accountId, from, now()),
        readScoresAgo(db, accountId, now()),
      ]).then(([history, happenings, ago]) => {
        if (wanted) setPast({ history, happenings, ago });
      }, store.noteFailure);
    return () => {
      wanted = false;
    };
  }, [db, store, accountId, today, now, seen]);
  return past;
}

export function HealthTab(props: HealthTabProps) {
  const { accountId, today, onScorecards } = props;
  const texts = useText('health');
  const words = useText('healthWords');
  const health = useAccountHealth(accountId);
  const { score, card, state } = health;
  const { history, happenings, ago } = usePast(props, score);
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
      <HealthHead
        accountId={accountId}
        today={today}
        health={health}
        score={score}
        older={ago.get(SENTENCE_DAYS)}
        history={history}
      />
      <MeasureGroups score={score} card={card} />
      <div className="kz-health-columns">
        <ChangeParts score={score} ago={ago} />
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
