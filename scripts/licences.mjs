/** Gathers name, version and licence of every package that ends up in the app, from the lock file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root folder with package-lock.json and node_modules
 * @returns {{ name: string, version: string, licence: string }[]}
 */
export function gatherLicences(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '' || entry.dev || entry.devOptional || entry.optional || entry.peer) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = typeof entry.license === 'string' ? entry.license : licenceOf(join(root, path));
    found.set(`${name}@${entry.version}`, { name, version: entry.version, licence });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function licenceOf(folder) {
  try {
    const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof license === 'string' ? license : (license?.type ?? 'see package');
  } catch {
    return 'see package';
  }
}
