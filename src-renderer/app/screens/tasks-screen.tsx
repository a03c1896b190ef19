/** The tasks screen, with the notes that wait to be finished above the list. */
import { useData } from '#renderer/data/data-context.ts';
import { WaitingDrafts } from '#renderer/features/notes/waiting-drafts.tsx';
import { PlaybooksLink } from '#renderer/features/playbooks/playbooks-link.tsx';
import { TasksPage } from '#renderer/features/tasks/tasks-page.tsx';
import { AccountChooser } from '../account-chooser.tsx';

export function TasksScreen() {
  const { book } = useData();
  return (
    <div className="kz-note-above">
      <div>
        <WaitingDrafts />
      </div>
      <TasksPage
        askAccount={(asked) => <AccountChooser book={book} {...asked} />}
        links={<PlaybooksLink />}
      />
    </div>
  );
}
