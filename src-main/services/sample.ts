/** The sample company: its tables as tickets and the import plan that belongs to them, read from the resources. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { FixedFile } from './files.ts';
import { ServiceError } from './service-error.ts';

const PREFIX = 'sample-';

export interface SampleCompany {
  open(): Promise<CallOutput<'sample.open'>>;
  /** Tickets of the sample are the same in every start, so that an import of it can resume. */
  find(ticket: string): Promise<FixedFile | undefined>;
}

export function createSampleCompany(resourcesDir: string): SampleCompany {
  const folder = join(resourcesDir, 'sample-company');

  const files = async (): Promise<FixedFile[]> => {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.csv')).sort();
    return Promise.all(
      names.map(async (name) => {
        const path = join(folder, name);
        const { size, mtimeMs } = await stat(path);
        return {
          path,
          meta: { ticket: PREFIX + name.slice(0, -4), name, size, receivedAt: Math.floor(mtimeMs) },
        };
      }),
    );
  };

  return {
    async open() {
      const found = await files();
      const planText = await readFile(join(folder, 'plan.json'), 'utf8').catch(() => undefined);
      if (found.length === 0 || planText === undefined) {
        throw new ServiceError('not-found', 'the sample company is not part of this build');
      }
      const plan: unknown = JSON.parse(planText);
      return { files: found.map((file) => file.meta), plan };
    },
    async find(ticket) {
      if (!ticket.startsWith(PREFIX)) return undefined;
      return (await files()).find((file) => file.meta.ticket === ticket);
    },
  };
}
