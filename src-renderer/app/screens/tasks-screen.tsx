/** The tasks screen, with the notes that wait to be finished above the list. */
import { WaitingDrafts } from '#renderer/features/notes/waiting-drafts.tsx';
import { PlaybooksLink } from '#renderer/features/playbooks/playbooks-link.tsx';
import { TasksPage } from '#renderer/features/tasks/tasks-page.tsx';

export function TasksScreen() {
  return (
    <div className="kz-note-above">
      <div>
        <WaitingDrafts />
      </div>
      <TasksPage links={<PlaybooksLink />} />
    </div>
  );
}
