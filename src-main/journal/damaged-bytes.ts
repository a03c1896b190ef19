/** Damaged stretches of the journal, copied aside: the name of each copy says where it came from. */
import { join } from 'node:path';
import { ensureFolder, namesIn, writeAtomically } from './durable-file.ts';
import type { JournalLog } from './file-failure.ts';

export interface Damage {
  /** Name of the segment file. */
  readonly file: string;
  readonly offset: number;
  /** 0 = frames are missing here without a trace. */
  readonly bytes: number;
}

const COPY = /^(\d{8})-(\d+)-(\d+)\.bin$/;

function nameOf(damage: Damage): string {
  return `${damage.file.slice(0, 8)}-${damage.offset}-${damage.bytes}.bin`;
}

export interface DamagedBytes {
  readonly all: readonly Damage[];
  /** Copies the bytes aside, once. A copy that cannot be made is logged; the report stands all the same. */
  report(damage: Damage, bytes: Uint8Array): Promise<void>;
}

/** The folder is the list: what was reported in earlier runs is read from the names. */
export async function openDamagedBytes(folder: string, log: JournalLog): Promise<DamagedBytes> {
  const all: Damage[] = [];
  for (const name of await namesIn(folder).catch(() => [])) {
    const match = COPY.exec(name);
    if (match !== null) {
      all.push({ file: `${match[1]}.kzj`, offset: Number(match[2]), bytes: Number(match[3]) });
    }
  }
  const known = new Set(all.map(nameOf));
  return {
    all,
    async report(damage, bytes) {
      const name = nameOf(damage);
      if (known.has(name)) return;
      known.add(name);
      all.push(damage);
      log('error', `journal: ${damage.bytes} damaged bytes in ${damage.file} at ${damage.offset}`);
      try {
        await ensureFolder(folder);
        await writeAtomically(join(folder, name), bytes);
      } catch (error) {
        log('error', `journal: damaged bytes could not be copied: ${String(error)}`);
      }
    },
  };
}
