/** The tasks screen. */
import { TasksPage } from '#renderer/features/tasks/tasks-page.tsx';

export function TasksScreen() {
  return <TasksPage />;
}
