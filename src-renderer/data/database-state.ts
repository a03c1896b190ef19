/** How the database is: opening, ready, restored, read-only, damaged or not to be opened at all. */
import type { RestoreReport } from './restore-report.ts';

export type DatabaseState =
  | { readonly type: 'opening' }
  | { readonly type: 'ready'; readonly firstRun: boolean }
  /** Was built again from snapshot and journal; shown until the user has read it. Otherwise as `ready`. */
  | { readonly type: 'restored'; readonly report: RestoreReport }
  /** Written by a newer version: shown, not changed. */
  | { readonly type: 'read-only'; readonly schemaVersion: number }
  /** Reads or writes fail, or rows are missing: "Restart and restore". */
  | { readonly type: 'damaged'; readonly damage: Damage }
  | {
      readonly type: 'failed';
      readonly reason: 'main-unreachable' | 'newer-data' | 'cannot-open';
      readonly detail: string;
    };

export type Damage =
  /** A read or write failed. */
  | { readonly type: 'broken'; readonly detail: string }
  /** Fewer rows than the manifest says, by table: [counted, expected]. */
  | { readonly type: 'rows-missing'; readonly tables: Readonly<Record<string, readonly [number, number]>> };

/** Whether people may write in this state. */
export function mayWrite(state: DatabaseState): boolean {
  return (
    state.type === 'ready' ||
    state.type === 'restored' ||
    (state.type === 'damaged' && state.damage.type === 'rows-missing')
  );
}
