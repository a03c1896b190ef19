/** The health worker: weeks, signals and scores off the screen's thread. */
import { KizunaDatabase } from '../schema.ts';
import { createHealthEngine, type HealthEngine } from './health-engine.ts';
import { localDayOf } from './local-day.ts';
import type { FromHealthWorker, ToHealthWorker } from './messages.ts';

let engine: HealthEngine | undefined;
let fiscalYearStart = 1;

function post(message: FromHealthWorker): void {
  self.postMessage(message);
}

self.onmessage = async ({ data }: MessageEvent<ToHealthWorker>) => {
  switch (data.type) {
    case 'open': {
      fiscalYearStart = data.fiscalYearStart;
      const db = KizunaDatabase.joined('relaxed', data.database);
      // The database is about to be replaced or removed: nothing more may be written to it from here.
      db.on('versionchange', () => {
        engine?.close();
        db.close();
      });
      engine = createHealthEngine({
        db,
        now: () => Date.now(),
        dayOf: localDayOf,
        post,
        fiscalYearStart: () => fiscalYearStart,
      });
      await engine.open();
      return;
    }
    case 'fiscal-year':
      fiscalYearStart = data.start;
      await engine?.calendarChanged();
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
