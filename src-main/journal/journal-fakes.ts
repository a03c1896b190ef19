/** What the journal's tests share: a folder that goes away, a clock to turn, ids in order, operations. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CancelSignal } from '#shared/ipc/contract.ts';
import type { Operation } from '#shared/model/operation.ts';
import {
  createJournalServices,
  type JournalServices,
  type JournalServicesOptions,
} from './journal-services.ts';

export const notCancelled: CancelSignal = {
  aborted: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
};

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'kizuna-journal-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function operation(id: string, text = 'よいお知らせ'): Operation {
  return {
    id: id.padStart(8, '0'),
    at: 1_790_000_000_000,
    intent: 'note.type',
    changes: [
      { type: 'text', table: 'activities', id: 'ac_1', field: 'body', at: 0, remove: '', insert: text },
    ],
  };
}

export interface TurnableClock {
  time: number;
  now(): number;
}

export function turnableClock(time = Date.UTC(2026, 3, 1, 9)): TurnableClock {
  return {
    time,
    now() {
      return this.time;
    },
  };
}

let made = 0;

export function services(dataDir: string, more: Partial<JournalServicesOptions> = {}): JournalServices {
  return createJournalServices({
    dataDir,
    clock: turnableClock(),
    newId: () => `id-${String(++made).padStart(6, '0')}`,
    ...more,
  });
}

export async function readAll(from: JournalServices, afterSeq = 0): Promise<{ seq: number; id: string }[]> {
  const all: { seq: number; id: string }[] = [];
  for await (const batch of from['journal.read']({ afterSeq }, notCancelled)) {
    for (const { seq, operation: one } of batch) all.push({ seq, id: one.id });
  }
  return all;
}
