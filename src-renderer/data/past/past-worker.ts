/** Reads measures of the past off the screen's thread; it lives for one question. */
import type { MeasureId } from '#shared/model/health.ts';
import { localDayOf } from '../health/local-day.ts';
import { readBookFacts } from '../health/read-facts.ts';
import { KizunaDatabase } from '../schema.ts';
import { type PastQuestion, type PastSlice, readPast } from './read-past.ts';

export interface PastRequest {
  readonly database: string;
  readonly questions: readonly PastQuestion[];
  readonly measures: readonly MeasureId[];
}

export type FromPastWorker =
  | { readonly type: 'slice'; readonly slice: PastSlice }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly name: string; readonly message: string };

function post(message: FromPastWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function answer({ database, questions, measures }: PastRequest): Promise<void> {
  const db = KizunaDatabase.joined('relaxed', database);
  const book = await readBookFacts(db, localDayOf);
  for await (const slice of readPast(db, questions, measures, book))
    post({ type: 'slice', slice }, [slice.values.buffer]);
  post({ type: 'done' });
}

self.onmessage = ({ data }: MessageEvent<PastRequest>) => {
  answer(data).catch((error: unknown) => {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    post({ type: 'failed', name, message });
  });
};
