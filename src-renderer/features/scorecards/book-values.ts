/** What the editor asks of the book: every account with its signals, once for each change of health. */
import { useMemo, useSyncExternalStore } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { useHealth, useHealthStore } from '#renderer/data/health/use-health.ts';
import { systemClock } from '#shared/base/clock.ts';
import type { MeasureId, Signals } from '#shared/model/health.ts';
import { type PreviewAccount, type PreviewBook, previewBook } from './preview.ts';

export interface BookValues {
  readonly state: 'waiting' | 'ready' | 'failed';
  readonly book: PreviewBook;
  /** Segments that accounts have, for the scope. */
  readonly segments: readonly string[];
  /** Raw values of a measure over the book. */
  readonly valuesOf: (measure: MeasureId) => readonly number[];
}

export function useBookValues(): BookValues {
  const { book } = useData();
  const rows = useSyncExternalStore(book.subscribe, book.get);
  const store = useHealthStore();
  const { state, day, version } = useHealth();
  // The store answers anew with each version.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => {
    const accounts: PreviewAccount[] = [];
    const signals: Signals[] = [];
    const segments = new Set<string>();
    for (const { account } of rows.rows) {
      const { id, name, segment, touchModel, stage } = account;
      if (segment !== undefined) segments.add(segment);
      const scope = {
        ...(segment === undefined ? {} : { segment }),
        ...(touchModel === undefined ? {} : { touchModel }),
        ...(stage === undefined ? {} : { stage }),
      };
      accounts.push({ id, name, scope });
      signals.push(store?.signalsOf(id) ?? {});
    }
    const made = previewBook(accounts, signals, day, systemClock.now());
    return {
      state: state === 'starting' ? 'waiting' : state,
      book: made,
      segments: [...segments].sort(),
      valuesOf: (measure) => {
        const column = made.columns.byMeasure.get(measure);
        return column === undefined ? [] : [...column.values].filter((value) => !Number.isNaN(value));
      },
    };
  }, [rows.rows, store, state, day, version]);
}
