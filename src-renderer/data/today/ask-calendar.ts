/** Has a calendar file read by a worker that lives for the one answer. */
import type { Result } from '#shared/base/result.ts';
import type { ReadCalendar } from '#shared/domain/today/take-calendar.ts';
import type { CalendarQuestion } from './calendar-worker.ts';
import type { CalendarError } from './read-calendar.ts';

export async function askCalendar(
  file: Blob,
  span: { readonly from: number; readonly to: number },
): Promise<Result<ReadCalendar[], CalendarError>> {
  const bytes = await file.arrayBuffer();
  const worker = new Worker(new URL('./calendar-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Result<ReadCalendar[], CalendarError>>) => resolve(data);
      worker.onerror = () => reject(new Error('the calendar worker stopped'));
      const question: CalendarQuestion = { bytes, ...span };
      worker.postMessage(question, [bytes]);
    });
  } finally {
    worker.terminate();
  }
}
