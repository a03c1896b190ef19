/** What the search worker and the screen say to each other. */

import type { GroupHits, Wanted } from './find-documents.ts';
import type { ChangedRow } from './keep-up.ts';

export type SearchState =
  /** Nothing is known yet. */
  | { readonly type: 'starting' }
  /** `share` of the records are in; what is in is found. `again`: an index was there and could not be read. */
  | { readonly type: 'building'; readonly share: number; readonly again: boolean }
  | { readonly type: 'ready' }
  /** The app's database cannot be read. */
  | { readonly type: 'failed' };

export interface SearchAnswer {
  readonly groups: readonly GroupHits[];
}

export type ToSearchWorker =
  | { readonly type: 'open'; readonly database: string; readonly index: string }
  | {
      readonly type: 'find';
      readonly id: number;
      readonly wanted: Wanted;
      readonly most: number;
      /** Words that are one slip away instead. */
      readonly near: boolean;
    }
  | { readonly type: 'changed'; readonly rows: readonly ChangedRow[]; readonly operations: number }
  | { readonly type: 'catch-up' };

export type FromSearchWorker =
  | { readonly type: 'state'; readonly state: SearchState }
  | { readonly type: 'answer'; readonly id: number; readonly answer: SearchAnswer };
