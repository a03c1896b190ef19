/** A task in one line, "Send plan @Sato fri": read by the very rule that reads the lines of a note. */
import { type FindTasksOptions, findTasks } from '../notes/find-tasks.ts';

export interface ReadTaskLine {
  readonly title: string;
  readonly side: 'ours' | 'theirs';
  /** '' = nobody yet. */
  readonly owner: string;
  readonly contact?: string | undefined;
  /** 'YYYY-MM-DD'. */
  readonly due?: string | undefined;
}

/** Undefined: the line says nothing to do. */
export function readTaskLine(line: string, options: FindTasksOptions): ReadTaskLine | undefined {
  const [found] = findTasks(`- [ ] ${line.replaceAll(/\s+/g, ' ').trim()}`, options);
  if (found === undefined) return undefined;
  const { title, side, owner, contact, due } = found;
  return { title, side, owner, contact, due };
}
