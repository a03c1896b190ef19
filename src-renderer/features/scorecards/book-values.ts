/** What the editor asks of the book: every account with its signals and segments, once for each change of health. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Book } from '#renderer/data/book.ts';
import { useData } from '#renderer/data/data-context.ts';
import { startOfLocalDay } from '#renderer/data/health/start-of-day.ts';
import { useHealth, useHealthStore } from '#renderer/data/health/use-health.ts';
import { inSlices } from '#renderer/data/in-slices.ts';
import { readSegments, type StoredSegment } from '#renderer/data/segments.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useToday } from '#renderer/ui/use-today.ts';
import { usePreferences } from '#renderer/ui-state/preferences.ts';
import { systemClock } from '#shared/base/clock.ts';
import {
  type ScopeMoment,
  segmentsOfAccounts,
  usableSegments,
} from '#shared/domain/segments/scope-segments.ts';
import type { MeasureId, Signals } from '#shared/model/health.ts';
import { type PreviewAccount, type PreviewBook, previewBook } from './preview.ts';
import { type SavedSegment, savedSegments } from './saved-segments.ts';

export interface BookValues {
  readonly state: 'waiting' | 'ready' | 'failed';
  readonly book: PreviewBook;
  /** Segments that accounts have by their source, for the scope. */
  readonly segments: readonly string[];
  /** Segments that people saved, for the scope. */
  readonly saved: readonly SavedSegment[];
  /** Raw values of a measure over the book. */
  readonly valuesOf: (measure: MeasureId) => readonly number[];
}

const NOTHING: BookValues = {
  state: 'waiting',
  book: previewBook([], [], '', 0),
  segments: [],
  saved: [],
  valuesOf: () => [],
};

/** Accounts whose signals are read at a time: a few milliseconds, so that sliders stay live. */
const SLICE = 500;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

async function gather(
  rows: Book['rows'],
  stored: readonly StoredSegment[],
  moment: ScopeMoment,
  signal: AbortSignal,
): Promise<Pick<BookValues, 'segments'> & { accounts: PreviewAccount[]; signals: Signals[] }> {
  const accounts: PreviewAccount[] = [];
  const signals: Signals[] = [];
  const segments = new Set<string>();
  const usable = usableSegments(stored.map(({ segment, rule }) => ({ id: segment.id, rule })));
  const saved = await inSlices(segmentsOfAccounts(rows, usable, moment), signal);
  for (const [place, row] of rows.entries()) {
    if (place > 0 && place % SLICE === 0) await pause();
    if (signal.aborted) break;
    const { id, name, segment, touchModel, stage, parent } = row.account;
    const belongs = saved.get(id);
    if (segment !== undefined) segments.add(segment);
    const scope = {
      ...(segment === undefined ? {} : { segment }),
      ...(touchModel === undefined ? {} : { touchModel }),
      ...(stage === undefined ? {} : { stage }),
      ...(belongs === undefined ? {} : { saved: belongs }),
    };
    accounts.push({
      id,
      name,
      scope,
      ...(parent === undefined ? {} : { parent }),
      revenue: row.arr.map(({ currency, minor }) => [currency, minor]),
    });
    signals.push(moment.signalsOf(row));
  }
  return { accounts, signals, segments: [...segments].sort() };
}

/** While something changed the old answer stays, so that bars and names do not flicker. */
export function useBookValues(): BookValues {
  const { book, db, store: writes } = useData();
  const { rows } = useSyncExternalStore(book.subscribe, book.get);
  const store = useHealthStore();
  const health = useHealth();
  const live = useLive(() => readSegments(db), [db]);
  const stored = live.state === 'ready' ? live.value : undefined;
  const today = useToday(systemClock);
  const fiscalYearStart = usePreferences((state) => state.fiscalYearStart);
  const [values, setValues] = useState(NOTHING);
  useEffect(() => {
    if (stored === undefined) return undefined;
    // Another one with each change of the scores: the store's signals are new with it.
    const { state, day } = health;
    const stop = new AbortController();
    const moment: ScopeMoment = {
      calendar: { today, fiscalYearStart, startOfDay: startOfLocalDay },
      now: systemClock.now(),
      signalsOf: ({ account }) => store?.signalsOf(account.id) ?? {},
    };
    const show = ({ accounts, signals, segments }: Awaited<ReturnType<typeof gather>>) => {
      if (stop.signal.aborted) return;
      const made = previewBook(accounts, signals, day, systemClock.now());
      setValues({
        state: state === 'starting' ? 'waiting' : state,
        book: made,
        segments,
        saved: savedSegments(stored),
        valuesOf: (measure) => {
          const column = made.columns.byMeasure.get(measure);
          return column === undefined ? [] : [...column.values].filter((value) => !Number.isNaN(value));
        },
      });
    };
    gather(rows, stored, moment, stop.signal).then(show, (error: unknown) => {
      if (!stop.signal.aborted) writes.noteFailure(error);
    });
    return () => stop.abort();
  }, [rows, store, health, stored, today, fiscalYearStart, writes]);
  return values;
}
