/** The manifest on disk: one line of JSON with a check sum; the one before it is kept beside it. */
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Manifest, manifestSchema } from '#shared/model/manifest.ts';
import { crc32c, crcText } from './crc32c.ts';
import { ensureFolder, writeAtomically } from './durable-file.ts';
import { fileFailure, type JournalLog, systemCode } from './file-failure.ts';

const fileSchema = z.object({ check: z.string(), manifest: z.string() });

const CURRENT = 'manifest.json';
const PREVIOUS = 'manifest.previous.json';
const DAMAGED = 'manifest.damaged.json';
export const MANIFEST_FILES = [CURRENT, PREVIOUS, DAMAGED, `${CURRENT}.tmp`, `${PREVIOUS}.tmp`];

function encode(manifest: Manifest): Buffer {
  const text = JSON.stringify(manifest);
  return Buffer.from(`${JSON.stringify({ check: crcText(crc32c(Buffer.from(text))), manifest: text })}\n`);
}

function decode(bytes: Buffer): Manifest | undefined {
  try {
    const file = fileSchema.parse(JSON.parse(bytes.toString('utf8')));
    if (file.check !== crcText(crc32c(Buffer.from(file.manifest)))) return undefined;
    const manifest = manifestSchema.parse(JSON.parse(file.manifest));
    return manifest;
  } catch {
    return undefined;
  }
}

type Found = { type: 'good'; manifest: Manifest; bytes: Buffer } | { type: 'damaged' } | { type: 'missing' };

async function look(path: string): Promise<Found> {
  try {
    const bytes = await readFile(path);
    const manifest = decode(bytes);
    // A flipped bit may leave the meaning as it was; then the bytes still differ from what was written.
    if (manifest === undefined || !encode(manifest).equals(bytes)) return { type: 'damaged' };
    return { type: 'good', manifest, bytes };
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? { type: 'missing' } : { type: 'damaged' };
  }
}

export class ManifestFile {
  private readonly dataDir: string;
  private readonly log: JournalLog;
  private writing: Promise<void> = Promise.resolve();

  constructor(dataDir: string, log: JournalLog) {
    this.dataDir = dataDir;
    this.log = log;
  }

  async read(): Promise<Manifest | null> {
    await this.writing;
    const found = await look(join(this.dataDir, CURRENT));
    if (found.type === 'good') return found.manifest;
    this.log(found.type === 'damaged' ? 'error' : 'info', `manifest: ${found.type}`);
    return null;
  }

  /** The highest journal number that a manifest has seen, the previous one included. */
  async highestSeq(): Promise<number> {
    let highest = 0;
    for (const name of [CURRENT, PREVIOUS]) {
      const found = await look(join(this.dataDir, name));
      if (found.type === 'good') highest = Math.max(highest, found.manifest.lastSeq);
    }
    return highest;
  }

  /** One after the other, so that the last one asked for is the one that stays. */
  write(manifest: Manifest): Promise<void> {
    const work = this.writing.then(() => this.replace(manifest));
    this.writing = work.catch(() => undefined);
    return work;
  }

  private async replace(manifest: Manifest): Promise<void> {
    const path = join(this.dataDir, CURRENT);
    try {
      await ensureFolder(this.dataDir);
      const found = await look(path);
      if (found.type === 'good') await writeAtomically(join(this.dataDir, PREVIOUS), found.bytes);
      if (found.type === 'damaged') await copyFile(path, join(this.dataDir, DAMAGED));
      await writeAtomically(path, encode(manifest));
    } catch (error) {
      throw fileFailure('the manifest could not be written', error);
    }
  }
}
