/** The account page, joined with its timeline, its notes, its people and its tasks. */
import { useCallback, useEffect, useRef } from 'react';
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import { AccountPage } from '#renderer/features/account/account-page.tsx';
import { NoteEntryActions } from '#renderer/features/notes/entry-actions.tsx';
import { NotePanel } from '#renderer/features/notes/note-panel.tsx';
import { PeopleTab } from '#renderer/features/people/people-tab.tsx';
import { AccountTasks } from '#renderer/features/tasks/account-tasks.tsx';
import { Timeline } from '#renderer/features/timeline/timeline.tsx';

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
        <NoteEntryActions activityId={entry.activity.id} onEdit={(id) => edit.current(id)} />
      ),
    [],
  );
  return <Timeline accountId={accountId} entryActions={entryActions} />;
}

export function AccountScreen({ id }: { readonly id: string }) {
  return (
    <AccountPage
      id={id}
      timeline={(parts) => <AccountTimeline {...parts} />}
      note={(parts) => <NotePanel {...parts} />}
      people={(parts) => <PeopleTab {...parts} />}
      tasks={<AccountTasks accountId={id} />}
    />
  );
}
