/** Asks for measures of the past, with progress and a way to stop; the worker lives for the one answer. */
import type { MeasureId } from '#shared/model/health.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { FromPastWorker, PastRequest } from './past-worker.ts';
import type { PastQuestion } from './read-past.ts';

export interface PastAnswer {
  /** Values of a measure at a moment's place, one for each question in order; NaN = not known then. */
  at(measure: MeasureId, moment: number): Float64Array;
}

export interface AskPast {
  readonly db: KizunaDatabase;
  /** Each with the same number of moments. */
  readonly questions: readonly PastQuestion[];
  readonly measures: readonly MeasureId[];
  /** 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Throws when it was stopped, or when the reading failed. */
export async function askPast(asked: AskPast): Promise<PastAnswer> {
  const { db, questions, measures, onProgress, signal } = asked;
  signal.throwIfAborted();
  const moments = questions[0]?.moments.length ?? 0;
  const width = moments * measures.length;
  const all = new Float64Array(questions.length * width).fill(Number.NaN);
  const worker = new Worker(new URL('./past-worker.ts', import.meta.url), { type: 'module' });
  try {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.onerror = () => reject(new Error('the reading of the past stopped'));
      worker.onmessage = ({ data }: MessageEvent<FromPastWorker>) => {
        switch (data.type) {
          case 'slice':
            all.set(data.slice.values, data.slice.first * width);
            onProgress((data.slice.first + data.slice.count) / questions.length);
            return;
          case 'done':
            resolve();
            return;
          case 'failed':
            // By its name the screen tells a broken database from a fault of ours.
            reject(Object.assign(new Error(data.message), { name: data.name }));
        }
      };
      const request: PastRequest = { database: db.name, questions, measures };
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
  return {
    at(measure, moment) {
      const place = moment * measures.length + measures.indexOf(measure);
      return Float64Array.from(questions, (_, i) => all[i * width + place] ?? Number.NaN);
    },
  };
}
