/** An account's timeline as growing rows: the newest at once, older ones before the reader comes to them. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import { openTimeline, type TimelineQuery, type TimelineReader } from '#renderer/data/timeline.ts';
import { createRowBuilder, type RowBuilder } from '#shared/domain/timeline/group.ts';
import type { TimelineRow, TimelineRules } from './timeline-rules.ts';

/** Entries of the first reading: what the first screen needs. */
const FIRST = 100;
/** Entries of each later one; fewer, larger readings cost less drawing. */
const STEP = 400;
/** Rows of the first screen. */
const SCREEN = 30;
/** Milliseconds after which a reading that finds nothing says where it is. */
const PATIENCE = 120;

interface Loaded {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly rows: readonly TimelineRow[];
  /** Entries in the rows. */
  readonly count: number;
  /** Older ones are still to be read. */
  readonly more: boolean;
  /** Everything down to this time has been looked at. */
  readonly reached: number;
  /** A long look through entries that do not fit is under way, or was stopped. */
  readonly search: 'none' | 'running' | 'stopped';
  /** What these rows answer: another question may have been asked since. */
  readonly of?: Ask;
  readonly error?: unknown;
}

type Ask = () => TimelineQuery;

export interface TimelineView extends Loaded {
  /** Reads on until there are `rows` rows. */
  readonly readTo: (rows: number) => void;
  readonly stop: () => void;
  readonly retry: () => void;
}

const LOADING: Loaded = {
  state: 'loading',
  rows: [],
  count: 0,
  more: true,
  reached: Number.POSITIVE_INFINITY,
  search: 'none',
};

interface Reading {
  readonly of: Ask;
  readonly reader: TimelineReader;
  readonly builder: RowBuilder<TimelineEntry>;
  rows: readonly TimelineRow[];
  count: number;
  more: boolean;
  reached: number;
  wanted: number;
  busy: boolean;
  stopped: boolean;
  over: boolean;
}

function shown(own: Reading, search: Loaded['search']): Loaded {
  const { rows, count, more, reached, of } = own;
  return { state: 'ready', rows, count, more, reached, search, of };
}

/**
 * Reads until there are as many rows as wanted. `show` is called when a screen has been filled, when a search takes
 * long, and at the end.
 */
async function readOn(own: Reading, show: (search: Loaded['search']) => void): Promise<void> {
  let told = performance.now();
  let shownRows = own.rows.length;
  while (!own.over && !own.stopped && own.more && own.rows.length < own.wanted) {
    const slice = await own.reader.step(own.count === 0 ? FIRST : STEP);
    if (own.over) return;
    if (slice.entries.length > 0) {
      own.builder.add(slice.entries);
      own.rows = own.builder.rows();
      own.count += slice.entries.length;
    }
    own.more = slice.more;
    own.reached = slice.reached;
    const now = performance.now();
    const isScreenful = own.rows.length - shownRows >= SCREEN;
    if (isScreenful || now - told > PATIENCE) {
      told = now;
      shownRows = own.rows.length;
      show(isScreenful ? 'none' : 'running');
    }
  }
  if (!own.over) show(own.stopped && own.more ? 'stopped' : 'none');
}

interface TimelineAsk {
  /** Stable while it means the same; undefined = not known yet. */
  readonly query: Ask | undefined;
  /** Stable while they mean the same. */
  readonly rules: TimelineRules;
  /** Another one after each change of the account's history. */
  readonly version: object | undefined;
}

export function useTimeline({ query, rules, version }: TimelineAsk): TimelineView {
  const { db, store } = useData();
  const [loaded, setLoaded] = useState<Loaded>(LOADING);
  const reading = useRef<Reading | undefined>(undefined);

  const run = useCallback(
    (own: Reading, show: (search: Loaded['search']) => void) => {
      own.busy = true;
      readOn(own, show).then(
        () => {
          own.busy = false;
        },
        (error: unknown) => {
          own.busy = false;
          if (own.over) return;
          store.noteFailure(error);
          setLoaded({ ...LOADING, state: 'failed', error });
        },
      );
    },
    [store],
  );

  const begin = useCallback(
    (asked: Ask, wanted: number, quietly: boolean): Reading => {
      const own: Reading = {
        of: asked,
        reader: openTimeline(db, asked()),
        builder: createRowBuilder(rules),
        rows: [],
        count: 0,
        more: true,
        reached: Number.POSITIVE_INFINITY,
        wanted,
        busy: true,
        stopped: false,
        over: false,
      };
      if (reading.current !== undefined) reading.current.over = true;
      reading.current = own;
      run(own, (search) => {
        // What was there before stays until the new reading has come as far.
        if (quietly && own.more && own.rows.length < wanted && !own.stopped) return;
        setLoaded(shown(own, search));
      });
      return own;
    },
    [db, rules, run],
  );

  const beginAnew = useCallback(() => {
    const before = reading.current?.of().accountId;
    const own = query === undefined ? undefined : begin(query, SCREEN, false);
    if (own === undefined || own.of().accountId !== before) {
      setLoaded(LOADING);
      return;
    }
    // Another filter mostly answers within a frame or two: until then its account's rows stay, and nothing flickers.
    setTimeout(() => {
      if (!own.over && own.busy && own.count === 0) setLoaded(LOADING);
    }, PATIENCE);
  }, [begin, query]);
  useEffect(() => {
    beginAnew();
    return () => {
      if (reading.current !== undefined) reading.current.over = true;
    };
  }, [beginAnew]);

  const seen = useRef<object | undefined>(undefined);
  const refresh = useRef<() => void>(() => undefined);
  useEffect(() => {
    refresh.current = () => {
      if (query !== undefined) begin(query, Math.max(SCREEN, reading.current?.rows.length ?? 0), true);
    };
  });
  useEffect(() => {
    if (version === undefined) return;
    const isFirst = seen.current === undefined;
    seen.current = version;
    if (!isFirst) refresh.current();
  }, [version]);

  const readTo = useCallback(
    (rows: number) => {
      const own = reading.current;
      if (own === undefined || own.over) return;
      own.stopped = false;
      own.wanted = Math.max(own.wanted, rows);
      if (own.busy || !own.more || own.rows.length >= own.wanted) return;
      run(own, (search) => setLoaded(shown(own, search)));
    },
    [run],
  );
  const stop = useCallback(() => {
    if (reading.current !== undefined) reading.current.stopped = true;
  }, []);
  return { ...loaded, readTo, stop, retry: beginAnew };
}
