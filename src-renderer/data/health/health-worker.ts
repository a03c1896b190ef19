/** The health worker: weeks, signals and scores off the screen's thread. */
import { KizunaDatabase } from '../schema.ts';
import { createHealthEngine, type HealthEngine } from './health-engine.ts';
import { localDayOf } from './local-day.ts';
import type { FromHealthWorker, ToHealthWorker } from './messages.ts';

let engine: HealthEngine | undefined;

function post(message: FromHealthWorker): void {
  self.postMessage(message);
}

self.onmessage = async ({ data }: MessageEvent<ToHealthWorker>) => {
  switch (data.type) {
    case 'open':
      engine = createHealthEngine({
        db: new KizunaDatabase('relaxed', data.database),
        now: () => Date.now(),
        dayOf: localDayOf,
        post,
      });
      await engine.open();
      return;
    case 'changed':
      await engine?.changed(data.changes);
      return;
    case 'catch-up':
      await engine?.catchUp();
      return;
    case 'close':
      engine?.close();
      self.close();
  }
};
