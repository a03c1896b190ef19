/** The toast after a change: says what was done and takes it back. It leaves when undo would mean something else. */
import { runCommand } from './keys.ts';
import { toast } from './toast.tsx';

/** The ids under which the app offers undo and redo. */
export const UNDO_COMMAND = 'app.undo';
export const REDO_COMMAND = 'app.redo';

const open = new Set<() => void>();

/** Call it after the change was stored. */
export function offerUndo(message: string): void {
  open.add(toast({ message, undo: () => void runCommand(UNDO_COMMAND) }));
}

/** The answer to an undo: it says what was taken back and does it again. */
export function offerRedo(message: string, label: string): void {
  open.add(toast({ message, action: { label, run: () => void runCommand(REDO_COMMAND) } }));
}

/** Something else was done: what the open toasts offer is no longer what undo takes back. */
export function closeOffers(): void {
  for (const close of open) close();
  open.clear();
}
