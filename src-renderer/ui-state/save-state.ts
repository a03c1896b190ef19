/** Whether what people wrote is on disk; the data layer drives it, the frame shows it. */
import { create } from 'zustand';

export interface SaveState {
  /** `saved` only when every operation handed over has its receipt from the journal; `opening`: not known yet. */
  readonly state: 'opening' | 'saved' | 'saving' | 'failed';
  /** Operations that still wait for their receipt. */
  readonly pending: number;
  /** Why the last attempt failed; only with `failed`. */
  readonly cause?: 'disk-full' | 'io' | 'closed';
}

export const useSaveState = create<SaveState>()(() => ({ state: 'opening', pending: 0 }));

export function setSaveState(next: SaveState): void {
  // Replaced as a whole: the cause of a failure that is over must not stay behind.
  useSaveState.setState(next, true);
}
