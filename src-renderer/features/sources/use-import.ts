/** The import runner of this window: one for all screens, so that a run outlives the screen that began it. */
import { type AppData, useData } from '#renderer/data/data-context.ts';
import { allSources } from '#renderer/data/records.ts';
import { uploadFile } from '#renderer/platform/bridge.ts';
import { sendFlow, useFlow } from './flow-store.ts';
import { ImportRunner } from './import-runner.ts';

const runners = new WeakMap<AppData['importer'], ImportRunner>();

function runnerOf({ importer, bridge, db }: AppData): ImportRunner {
  let runner = runners.get(importer);
  if (runner === undefined) {
    runner = new ImportRunner({
      importer,
      upload: uploadFile,
      release: (ticket) => {
        // A file that stays in the inbox costs room, nothing else.
        bridge.call('files.release', { ticket }).catch(() => undefined);
      },
      listFiles: async () => (await bridge.call('files.list', {})).files,
      sources: () => allSources(db),
      newId: () => crypto.randomUUID(),
      flow: { get: useFlow.getState, send: sendFlow },
    });
    runners.set(importer, runner);
  }
  return runner;
}

export function useImportRunner(): ImportRunner {
  return runnerOf(useData());
}
