/** The search worker: hands the screen's questions and news to the index. */
import { KizunaDatabase } from '../schema.ts';
import type { FromSearchWorker, ToSearchWorker } from './messages.ts';
import { createSearchEngine, type SearchEngine } from './search-engine.ts';

let engine: SearchEngine | undefined;

function post(message: FromSearchWorker): void {
  self.postMessage(message);
}

self.onmessage = async ({ data }: MessageEvent<ToSearchWorker>) => {
  switch (data.type) {
    case 'open':
      engine = createSearchEngine({
        db: KizunaDatabase.joined('relaxed', data.database),
        name: data.index,
        onState: (state) => post({ type: 'state', state }),
      });
      return;
    case 'find': {
      const answer = await engine?.find(data.wanted, data.most, data.near);
      post({ type: 'answer', id: data.id, answer: answer ?? { groups: [] } });
      return;
    }
    case 'changed':
      await engine?.changed(data.rows, data.operations);
      return;
    case 'catch-up':
      await engine?.catchUp();
  }
};
