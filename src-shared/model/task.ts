/** Task [タスク]: something that one side has promised to do by a day. */

export interface Task {
  id: string;
  title: string;
  /** '' = belongs to no account. */
  account: string;
  side: 'ours' | 'theirs';
  /** Who does it: a name on our side, or the name of a contact. '' = nobody yet. */
  owner: string;
  /** Of `theirs`: the contact's id where one is known. */
  contact?: string;
  /** 'YYYY-MM-DD'. */
  due?: string;
  state: 'open' | 'done';
  /** Milliseconds since 1970 UTC. */
  doneAt?: number;
  /** The activity whose note made it. */
  activity?: string;
  /** What the note's line said, so that the task is known again when the note is edited. */
  line?: string;
  /** The playbook that made it, which start of it, and which of its steps. */
  playbook?: string;
  run?: string;
  step?: string;
  createdAt: number;
  updatedAt: number;
}
