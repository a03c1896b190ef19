/** A question about the past while it is asked: its progress, the way to stop it, its answer. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { type AskPast, askPast, type PastAnswer } from '#renderer/data/past/ask-past.ts';

export type PastState<T> =
  | { readonly type: 'idle' }
  | { readonly type: 'reading'; readonly share: number }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed' }
  | { readonly type: 'ready'; readonly value: T };

type Asked<T> = Pick<AskPast, 'questions' | 'measures'> & {
  /** What the answer comes to; a moment of work. */
  readonly conclude: (answer: PastAnswer) => T;
};

export interface Past<T> {
  readonly state: PastState<T>;
  readonly ask: (asked: Asked<T>) => void;
  readonly stop: () => void;
}

const IDLE = { type: 'idle' } as const;

export function usePast<T>(): Past<T> {
  const { db, store } = useData();
  const [state, setState] = useState<PastState<T>>(IDLE);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const ask = useCallback(
    ({ questions, measures, conclude }: Asked<T>) => {
      running.current?.abort();
      const stop = new AbortController();
      running.current = stop;
      const { signal } = stop;
      setState({ type: 'reading', share: 0 });
      const onProgress = (share: number) => {
        if (!signal.aborted) setState({ type: 'reading', share });
      };
      askPast({ db, questions, measures, onProgress, signal }).then(
        (answer) => {
          if (!signal.aborted) setState({ type: 'ready', value: conclude(answer) });
        },
        (error: unknown) => {
          if (signal.aborted) return;
          store.noteFailure(error);
          setState({ type: 'failed' });
        },
      );
    },
    [db, store],
  );
  const stop = useCallback(() => {
    running.current?.abort();
    setState({ type: 'stopped' });
  }, []);
  return { state, ask, stop };
}
