/** What the editor asks of the book: every account with its signals, once for each change of health. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Book } from '#renderer/data/book.ts';
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

const NOTHING: BookValues = {
  state: 'waiting',
  book: previewBook([], [], '', 0),
  segments: [],
  valuesOf: () => [],
};

/** Accounts whose signals are read at a time: a few milliseconds, so that sliders stay live. */
const SLICE = 500;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

async function gather(
  rows: Book['rows'],
  signalsOf: (account: string) => Signals,
  signal: AbortSignal,
): Promise<Pick<BookValues, 'segments'> & { accounts: PreviewAccount[]; signals: Signals[] }> {
  const accounts: PreviewAccount[] = [];
  const signals: Signals[] = [];
  const segments = new Set<string>();
  for (const [place, { account }] of rows.entries()) {
    if (place > 0 && place % SLICE === 0) await pause();
    if (signal.aborted) break;
    const { id, name, segment, touchModel, stage } = account;
    if (segment !== undefined) segments.add(segment);
    const scope = {
      ...(segment === undefined ? {} : { segment }),
      ...(touchModel === undefined ? {} : { touchModel }),
      ...(stage === undefined ? {} : { stage }),
    };
    accounts.push({ id, name, scope });
    signals.push(signalsOf(id));
  }
  return { accounts, signals, segments: [...segments].sort() };
}

/** While something changed the old answer stays, so that bars and names do not flicker. */
export function useBookValues(): BookValues {
  const { book } = useData();
  const { rows } = useSyncExternalStore(book.subscribe, book.get);
  const store = useHealthStore();
  const { state, day, version } = useHealth();
  const [values, setValues] = useState(NOTHING);
  // The store answers anew with each version.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const stop = new AbortController();
    const signalsOf = (account: string) => store?.signalsOf(account) ?? {};
    void gather(rows, signalsOf, stop.signal).then(({ accounts, signals, segments }) => {
      if (stop.signal.aborted) return;
      const made = previewBook(accounts, signals, day, systemClock.now());
      setValues({
        state: state === 'starting' ? 'waiting' : state,
        book: made,
        segments,
        valuesOf: (measure) => {
          const column = made.columns.byMeasure.get(measure);
          return column === undefined ? [] : [...column.values].filter((value) => !Number.isNaN(value));
        },
      });
    });
    return () => stop.abort();
  }, [rows, store, state, day, version]);
  return values;
}
