/** Playbooks as screens use them: read live, changed with a toast that takes it back, and what runs where. */
import { useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import {
  changePlaybook,
  importPlaybooks,
  type PlaybookView,
  readPlaybooks,
  readRuns,
  removePlaybook,
  resetPlaybook,
  type Start,
  startPlaybooks,
} from '#renderer/data/playbooks.ts';
import { type Live, useLive } from '#renderer/data/use-live.ts';
import type { WriteError } from '#renderer/data/write-with-outbox.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { refusalText, tell } from '#renderer/ui/refusal.ts';
import { toast } from '#renderer/ui/toast.tsx';
import type { Result } from '#shared/base/result.ts';
import type { PlaybookRun } from '#shared/domain/playbooks/runs.ts';
import type { Playbook } from '#shared/model/playbook.ts';
import { readPlaybookFiles } from './playbook-files.ts';

export function usePlaybooks(): Live<readonly PlaybookView[]> {
  const { db } = useData();
  const { language } = useLocale();
  return useLive(() => readPlaybooks(db, language), [db, language]);
}

const NO_RUNS: ReadonlyMap<string, readonly PlaybookRun[]> = new Map();

/** By account. */
export function useRuns(): ReadonlyMap<string, readonly PlaybookRun[]> {
  const { db } = useData();
  const live = useLive(() => readRuns(db), [db]);
  return live.state === 'ready' ? live.value : NO_RUNS;
}

/** Each true when it was stored, or was so already. */
export interface PlaybookActions {
  change(playbook: Playbook, change: (now: Playbook) => Playbook): Promise<boolean>;
  /** A new one; the value is its id. */
  add(playbook: Omit<Playbook, 'id'>): Promise<string | undefined>;
  take(files: readonly File[]): Promise<void>;
  reset(playbook: Playbook): Promise<boolean>;
  remove(playbook: Playbook): Promise<boolean>;
  /** `said` is what the toast says. */
  start(playbook: string, starts: readonly Start[], said: string): Promise<boolean>;
}

export function usePlaybookActions(): PlaybookActions {
  const { store } = useData();
  const { language, format } = useLocale();
  const texts = useText('playbooks');
  const { refused } = useText('ui');
  return useMemo(() => {
    const told = (done: Result<unknown, WriteError>, said: string, none?: string) => {
      if (done.ok && done.value === undefined && none !== undefined) toast({ message: none });
      return tell(done, said, (error) => refusalText(refused, error));
    };
    return {
      change: async ({ id, name }, change) =>
        told(await changePlaybook(store, language, id, change), texts.saidSaved(name)),
      async add(playbook) {
        const id = store.newId();
        const done = await changePlaybook(store, language, id, () => ({ ...playbook, id }));
        return told(done, texts.saidSaved(playbook.name)) ? id : undefined;
      },
      async take(files) {
        const { playbooks, refused: unread } = await readPlaybookFiles(files);
        if (unread.length > 0) toast({ message: texts.refused(format.list(unread)), tone: 'danger' });
        if (playbooks.length === 0) return;
        const done = await importPlaybooks(
          store,
          playbooks.map((each) => ({ ...each, off: false })),
        );
        told(done, texts.saidImported(playbooks.length));
      },
      reset: async ({ id, name }) => told(await resetPlaybook(store, id), texts.saidReset(name)),
      remove: async ({ id, name }) => told(await removePlaybook(store, id), texts.saidRemoved(name)),
      start: async (playbook, starts, said) =>
        told(await startPlaybooks(store, playbook, starts), said, texts.nothingNew),
    };
  }, [store, language, format, texts, refused]);
}
