/** What every row of the timeline needs besides its entry, handed down once. */
import { createContext, type ReactNode, useContext } from 'react';
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import type { KindBook } from './use-kind-book.ts';

/** Names of the records that entries point to (contacts, subscriptions), by id. */
export type RecordNames = ReadonlyMap<string, string>;

export interface TimelineTools {
  readonly kinds: KindBook;
  readonly names: RecordNames;
  readonly today: string;
  /** Opens or closes a row. */
  readonly onToggle: (key: string) => void;
  readonly onFocus: (key: string) => void;
  /** Buttons below an opened entry. */
  readonly entryActions: (entry: TimelineEntry) => ReactNode;
}

export const ToolsContext = createContext<TimelineTools | undefined>(undefined);

export function useTools(): TimelineTools {
  const tools = useContext(ToolsContext);
  if (tools === undefined) throw new Error('a row outside of its timeline');
  return tools;
}
