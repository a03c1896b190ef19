/** The account page, joined with its timeline, its notes, its people and its tasks. */
import { AccountPage } from '#renderer/features/account/account-page.tsx';
import { NotePanel } from '#renderer/features/notes/note-panel.tsx';
import { PeopleTab } from '#renderer/features/people/people-tab.tsx';
import { AccountTasks } from '#renderer/features/tasks/account-tasks.tsx';
import { Timeline } from '#renderer/features/timeline/timeline.tsx';

export function AccountScreen({ id }: { readonly id: string }) {
  return (
    <AccountPage
      id={id}
      timeline={(parts) => <Timeline {...parts} />}
      note={(parts) => <NotePanel {...parts} />}
      people={(parts) => <PeopleTab {...parts} />}
      tasks={<AccountTasks accountId={id} />}
    />
  );
}
