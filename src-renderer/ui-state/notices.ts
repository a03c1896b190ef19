/** Standing notices about the data itself, shown above every screen until they are dismissed or no longer true. */
import { create } from 'zustand';

export type Notice =
  /** The database was missing or damaged and was built again from snapshot and journal. */
  | {
      readonly type: 'restored';
      readonly rows: number;
      readonly editsReplayed: number;
      /** Frames of the journal that could not be read and were set aside. */
      readonly damagedFrames: number;
    }
  /** Written by a newer version: shown, not changed. */
  | { readonly type: 'newer-data' }
  /** The last attempt to write to disk failed. */
  | { readonly type: 'save-failed'; readonly cause: 'disk-full' | 'io' | 'closed' };

interface Notices {
  readonly notices: readonly Notice[];
}

export const useNotices = create<Notices>()(() => ({ notices: [] }));

/** A notice of a type replaces the one before it. */
export function showNotice(notice: Notice): void {
  useNotices.setState((state) => ({
    notices: [...state.notices.filter((other) => other.type !== notice.type), notice],
  }));
}

export function dismissNotice(type: Notice['type']): void {
  useNotices.setState((state) => ({ notices: state.notices.filter((other) => other.type !== type) }));
}
