/** Whose accounts Today shows; kept in localStorage between starts. */
import { create } from 'zustand';

/** 'owner:' and a name: one person of the team. */
export type TodayScope = 'mine' | 'team' | `owner:${string}`;

const STORAGE_KEY = 'kizuna.today-scope';

export function parseTodayScope(text: string | null): TodayScope {
  if (text === 'team') return 'team';
  return text?.startsWith('owner:') === true ? `owner:${text.slice('owner:'.length)}` : 'mine';
}

function readStored(): string | null {
  try {
    return globalThis.localStorage?.getItem(STORAGE_KEY) ?? null;
  } catch {
    // Storage that is switched off is no reason not to start.
    return null;
  }
}

export const useTodayScope = create<{ readonly scope: TodayScope }>()(() => ({
  scope: parseTodayScope(readStored()),
}));

export function changeTodayScope(scope: TodayScope): void {
  useTodayScope.setState({ scope });
  try {
    globalThis.localStorage?.setItem(STORAGE_KEY, scope);
  } catch {
    // The choice then lasts until the window closes.
  }
}
