/** Where the parts of a build lie, seen from the bundle; the same in a checkout and in a package. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Locations {
  readonly bundleDir: string;
  readonly rendererDir: string;
  readonly preload: string;
  readonly resourcesDir: string;
}

/** `entryUrl` is `import.meta.url` of an entry in `out/main`. */
export function locate(entryUrl: string): Locations {
  const bundleDir = dirname(fileURLToPath(entryUrl));
  const out = dirname(bundleDir);
  return {
    bundleDir,
    rendererDir: join(out, 'renderer'),
    preload: join(out, 'preload', 'preload.cjs'),
    resourcesDir: join(dirname(out), 'resources'),
  };
}
