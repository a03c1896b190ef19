/** Gathers name, version and licence of every package that ends up in the app, from the lock file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly peer?: boolean;
}

export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** `root` holds package-lock.json and node_modules. */
export function gatherLicences(root: string): Licence[] {
  const lock: { packages: Record<string, LockEntry> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  );
  const found = new Map<string, Licence>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '' || entry.dev || entry.devOptional || entry.optional || entry.peer) continue;
    const version = entry.version ?? '';
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = typeof entry.license === 'string' ? entry.license : licenceOf(join(root, path));
    found.set(`${name}@${version}`, { name, version, licence });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function licenceOf(folder: string): string {
  try {
    const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof license === 'string' ? license : (license?.type ?? 'see package');
  } catch {
    return 'see package';
  }
}
