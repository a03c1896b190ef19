/** What comes into being together with a finished note: one intention, one operation, one undo. */
import type { Change } from '#shared/model/operation.ts';
import type { Task } from '#shared/model/task.ts';

/** A task that a note makes; `activity`, `account` and the times follow from the note. */
export type NewTask = Pick<Task, 'title' | 'side' | 'owner'> &
  Partial<Pick<Task, 'contact' | 'due' | 'line'>>;

export interface FinishExtras {
  readonly tasks?: readonly NewTask[];
  /** Further changes of the same intention, such as a milestone that the meeting moved. */
  readonly also?: readonly Change[];
  /** The mail of a meeting, where somebody wrote it themselves: unless it was handed over, it waits as a draft of its own. */
  readonly mail?: 'handed-over' | { readonly subject: string };
}
