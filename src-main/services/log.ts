/** The log: a text file in the data folder that rotates; codes and counts go in, never what a user wrote. */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '#shared/base/clock.ts';

export type LogLevel = 'info' | 'warn' | 'error';

export interface Log {
  write(level: LogLevel, message: string): void;
}

const MAX_BYTES = 1_000_000;
const KEPT = 3;

/** What looks like an address or a path of the user's leaves the line; line breaks cannot fake a second entry. */
export function clean(message: string): string {
  return message
    .replaceAll(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, '<address>')
    .replaceAll(/(?:\/(?:home|Users)\/|[A-Za-z]:\\Users\\)[^/\\\s]+/g, '<home>')
    .replaceAll(/[\r\n]+\s*/g, ' | ')
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, 4000);
}

export function createLog(dataDir: string, clock: Clock): Log {
  const folder = join(dataDir, 'logs');
  const path = join(folder, 'kizuna.log');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;

  const rotate = (): void => {
    rmSync(`${path}.${KEPT}`, { force: true });
    for (let age = KEPT - 1; age >= 1; age--) {
      if (statSync(`${path}.${age}`, { throwIfNoEntry: false }))
        renameSync(`${path}.${age}`, `${path}.${age + 1}`);
    }
    renameSync(path, `${path}.1`);
    size = 0;
  };

  return {
    write(level, message) {
      const line = `${new Date(clock.now()).toISOString()} ${level} ${clean(message)}\n`;
      try {
        if (size > 0 && size + line.length > MAX_BYTES) rotate();
        appendFileSync(path, line, { mode: 0o600 });
        size += Buffer.byteLength(line);
      } catch {
        // A log that cannot be written (disk full, folder gone) must not take the app down with it.
      }
    },
  };
}
