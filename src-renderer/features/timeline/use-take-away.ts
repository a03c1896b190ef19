/** Prints what is shown, or writes it into a file; long ones tell how far they are and can be given up. */

import { useCallback, useEffect, useRef, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { openTimeline, type TimelineEntry, type TimelineQuery } from '#renderer/data/timeline.ts';
import { saveFile } from '#renderer/ui/save-file.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { collectEntries } from './collect-entries.ts';
import { csvPiece, markdownHead, markdownPiece, type TextWords } from './timeline-text.ts';

/** Entries that go onto paper at most: some two hundred pages. */
const MOST_PRINTED = 5_000;

export interface PrintJob {
  readonly title: string;
  readonly entries: readonly TimelineEntry[];
  readonly more: boolean;
}

interface TakeAwayInput {
  readonly accountId: string;
  readonly query: (() => TimelineQuery) | undefined;
  readonly words: () => TextWords;
  /** What is filtered, in words; '' = everything. */
  readonly shown: string;
}

export interface TakeAway {
  /** Entries collected so far; undefined = nothing is being collected. */
  readonly progress: number | undefined;
  readonly cancel: () => void;
  readonly exportCsv: () => void;
  readonly exportMarkdown: () => void;
  readonly print: () => void;
  readonly printJob: PrintJob | undefined;
  readonly onPrinted: () => void;
}

/** Names of files hold no signs that a file system reads as its own. */
function fileName(account: string, words: TextWords, ending: string): string {
  const plain = account
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return `${plain} ${words.texts.exportName} ${words.today}.${ending}`.trim();
}

export function useTakeAway({ accountId, query, words, shown }: TakeAwayInput): TakeAway {
  const { db, store } = useData();
  const [progress, setProgress] = useState<number | undefined>(undefined);
  const [printJob, setPrintJob] = useState<PrintJob | undefined>(undefined);
  const running = useRef<{ over: boolean } | undefined>(undefined);
  const cancel = useCallback(() => {
    if (running.current !== undefined) running.current.over = true;
    setProgress(undefined);
  }, []);
  // Nobody waits for the file any more once the screen is gone.
  useEffect(() => cancel, [cancel]);

  const collect = async (take: (entries: readonly TimelineEntry[]) => void, most?: number) => {
    if (query === undefined || (running.current !== undefined && !running.current.over)) return undefined;
    const own = { over: false };
    running.current = own;
    setProgress(0);
    let count = 0;
    try {
      const state = await collectEntries({
        reader: openTimeline(db, query()),
        isOver: () => own.over,
        onProgress: (now) => {
          count = now;
          if (!own.over) setProgress(now);
        },
        take,
        ...(most === undefined ? {} : { most }),
      });
      const account = await db.accounts.get(accountId);
      return own.over ? undefined : { state, count, name: account?.name ?? '' };
    } catch (error) {
      store.noteFailure(error);
      toast({ message: words().texts.failedTitle, tone: 'danger' });
      return undefined;
    } finally {
      if (!own.over) setProgress(undefined);
      own.over = true;
    }
  };

  const toFile = async (
    ending: 'csv' | 'md',
    type: string,
    head: (name: string) => readonly string[],
    piece: (entries: readonly TimelineEntry[], isFirst: boolean) => string,
  ) => {
    const parts: string[] = [];
    const done = await collect((entries) => {
      parts.push(piece(entries, parts.length === 0));
    });
    if (done === undefined) return;
    const now = words();
    const name = fileName(done.name, now, ending);
    saveFile(name, [...head(done.name), ...parts], type);
    toast({ message: now.texts.exported(done.count, name) });
  };

  return {
    progress,
    cancel,
    printJob,
    onPrinted: useCallback(() => setPrintJob(undefined), []),
    exportCsv: () =>
      void toFile(
        'csv',
        'text/csv',
        () => [],
        (entries, isFirst) => csvPiece(entries, words(), isFirst),
      ),
    exportMarkdown: () =>
      void toFile(
        'md',
        'text/markdown',
        (name) => [markdownHead(name, shown)],
        (entries) => markdownPiece(entries, words()),
      ),
    print: () => {
      const all: TimelineEntry[] = [];
      const gather = collect((entries) => all.push(...entries), MOST_PRINTED);
      void gather.then((done) => {
        if (done === undefined) return;
        setPrintJob({ title: done.name, entries: all, more: done.state === 'more' });
      });
    },
  };
}
