/** Whose an item of Today is, for "mine", one person's, and the team's list. */
import { sameName } from '../tasks/people.ts';
import type { TodayAccount, TodayItem } from './entry.ts';

export interface Viewed {
  /** Whose list it is. */
  readonly owner: string;
  /** Whether that is this machine's user. */
  readonly isMe: boolean;
  readonly accounts: ReadonlyMap<string, TodayAccount>;
}

/** Of an account it is its owner's, of a task whoever does it; drafts and meetings are this machine's user's. */
export function isOf(item: TodayItem, { owner, isMe, accounts }: Viewed): boolean {
  const owns = (account: string) => sameName(accounts.get(account)?.owner ?? '', owner);
  switch (item.kind) {
    case 'alert':
      return owns(item.alert.account);
    case 'contradiction':
      return owns(item.contradiction.account);
    case 'task':
      return item.task.side === 'ours' && item.task.owner !== ''
        ? sameName(item.task.owner, owner)
        : owns(item.task.account);
    case 'conflict':
      return owns(item.account);
    case 'draft':
    case 'unsent':
    case 'meeting':
      return isMe;
  }
}

/** The owner whose list a scope asks for; undefined = everybody's. */
export function ownerOfScope(
  scope: 'mine' | 'team' | `owner:${string}`,
  me: string | undefined,
): string | undefined {
  if (scope === 'mine') return me;
  return scope === 'team' ? undefined : scope.slice('owner:'.length);
}
