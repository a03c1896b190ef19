/** Stands in for the journal room until it is there: keeps operations in memory only. */
import type { Operation } from '#shared/model/operation.ts';
import type { JournalServices } from './services/compose.ts';
import { ServiceError } from './services/service-error.ts';

export async function openJournal(): Promise<JournalServices> {
  const operations: Operation[] = [];
  const absent = async (): Promise<never> => {
    throw new ServiceError('not-found', 'snapshots are not there yet');
  };
  return {
    'journal.append': async (input) => {
      const known = new Set(operations.map((operation) => operation.id));
      operations.push(...input.operations.filter((operation) => !known.has(operation.id)));
      return { lastSeq: operations.length };
    },
    'journal.state': async () => ({ lastSeq: operations.length, damaged: [] }),
    async *'journal.read'({ afterSeq }) {
      const rest = operations.map((operation, index) => ({ seq: index + 1, operation }));
      yield rest.filter((entry) => entry.seq > afterSeq);
    },
    'manifest.read': async () => ({ manifest: null }),
    'manifest.write': async () => ({}),
    'snapshot.begin': absent,
    'snapshot.append': absent,
    'snapshot.commit': absent,
    'snapshot.abort': async () => ({}),
    'snapshot.list': async () => ({ snapshots: [] }),
    // biome-ignore lint/correctness/useYield: nothing to read
    async *'snapshot.read'() {
      await absent();
    },
    sizes: async () => ({ journalBytes: 0, snapshotBytes: 0 }),
    wipe: async () => {
      operations.length = 0;
    },
    close: async () => {},
  };
}
