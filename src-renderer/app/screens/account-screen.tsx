/** The account page, joined with its timeline, its notes, its people and its tasks. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import { AccountPage } from '#renderer/features/account/account-page.tsx';
import { HealthPair } from '#renderer/features/health/health-pair.tsx';
import { HealthTab } from '#renderer/features/health/health-tab.tsx';
import { useHealthMarks } from '#renderer/features/health/use-health-marks.ts';
import { NoteEntryActions } from '#renderer/features/notes/entry-actions.tsx';
import { PeopleTab } from '#renderer/features/people/people-tab.tsx';
import { usePlanMarks } from '#renderer/features/plans/use-plan-marks.ts';
import { PlayButton } from '#renderer/features/playbooks/play-button.tsx';
import { RunningPlaybooks } from '#renderer/features/playbooks/running-playbooks.tsx';
import { AccountTasks } from '#renderer/features/tasks/account-tasks.tsx';
import { Timeline } from '#renderer/features/timeline/timeline.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import { useToday } from '#renderer/ui/use-today.ts';
import { systemClock } from '#shared/base/clock.ts';
import { AccountNote } from './account-note.tsx';
import { MeetingButton } from './meeting-button.tsx';
import { useAccountPlay } from './use-account-play.tsx';
import { useStoryMarks } from './use-story-marks.ts';

/** A moment after the page: their words and rules need not be there before the timeline. */
const AccountFindings = lazy(() =>
  import('#renderer/features/contradictions/account-findings.tsx').then((file) => ({
    default: file.AccountFindings,
  })),
);
const ClockNotice = lazy(() =>
  import('#renderer/features/today/clock-notice.tsx').then((file) => ({ default: file.ClockNotice })),
);
const HealthCommands = lazy(() =>
  import('#renderer/features/health/health-commands.tsx').then((file) => ({ default: file.HealthCommands })),
);

/** Loaded with the first look at the tab. */
const PlanTab = lazy(() =>
  import('#renderer/features/plans/plan-tab.tsx').then((file) => ({ default: file.PlanTab })),
);

interface AccountTimelineProps {
  readonly accountId: string;
  readonly onEdit: (activityId: string) => void;
}

/** What can be done with a logged note is the notes' affair; the buttons stay the same for all rows. */
function AccountTimeline({ accountId, onEdit }: AccountTimelineProps) {
  const edit = useRef(onEdit);
  useEffect(() => {
    edit.current = onEdit;
  });
  const entryActions = useCallback(
    (entry: TimelineEntry) =>
      entry.type === 'activity' && (
        <NoteEntryActions activity={entry.activity} onEdit={(id) => edit.current(id)} />
      ),
    [],
  );
  const health = useHealthMarks(accountId, systemClock.now);
  const plan = usePlanMarks(accountId);
  const story = useStoryMarks(accountId);
  const extras = useMemo(
    () => (plan.length + story.length === 0 ? health : [...health, ...plan, ...story]),
    [health, plan, story],
  );
  return <Timeline accountId={accountId} entryActions={entryActions} extras={extras} />;
}

export function AccountScreen({ id }: { readonly id: string }) {
  const [, navigate] = useLocation();
  const play = useAccountPlay(id);
  const today = useToday(systemClock);
  return (
    <AccountPage
      id={id}
      actions={
        <Suspense fallback={null}>
          <MeetingButton />
          <PlayButton onPlay={play.open} />
        </Suspense>
      }
      timeline={(parts) => <AccountTimeline {...parts} />}
      note={({ account, ...parts }) => (
        <AccountNote
          {...parts}
          accountId={account.id}
          accountName={account.name}
          onMoved={(to, draftId) => navigate(`/accounts/${encodeURIComponent(to)}?draft=${draftId ?? 'new'}`)}
        />
      )}
      people={(parts) => <PeopleTab {...parts} />}
      plan={(parts) => (
        <Suspense fallback={<Skeleton />}>
          <PlanTab {...parts} />
        </Suspense>
      )}
      health={(parts) => <HealthTab {...parts} onScorecards={() => navigate('/settings/scorecards')} />}
      healthMark={(onOpen) => <HealthPair accountId={id} onOpen={onOpen} />}
      tasks={
        <>
          <Suspense fallback={null}>
            <ClockNotice today={today} />
            <HealthCommands accountId={id} />
            <AccountFindings accountId={id} play={play} />
          </Suspense>
          <Suspense fallback={null}>
            <RunningPlaybooks accountId={id} />
          </Suspense>
          <AccountTasks accountId={id} />
          {play.dialog}
        </>
      }
    />
  );
}
