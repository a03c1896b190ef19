/** The built renderer as responses: only files inside its folder, immutable where the name carries a hash. */
import { open, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The path below the root that a URL path means, or undefined when it means something outside or malformed. */
export function relativePath(urlPath: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const parts = decoded.split('/').filter((part) => part !== '');
  if (parts.some((part) => part === '..' || part === '.' || part.includes(':'))) return undefined;
  return parts.join('/');
}

async function readWithin(root: string, relative: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const path = resolve(join(root, relative));
  if (path !== root && !path.startsWith(root + sep)) return undefined;
  try {
    if (!(await stat(path)).isFile()) return undefined;
    const file = await open(path, 'r');
    try {
      return new Uint8Array(await file.readFile());
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

export interface StaticFiles {
  /** Undefined when there is no such file. */
  respond(urlPath: string): Promise<Response | undefined>;
}

/** `root` is the folder of the built renderer. A path without an extension is a route of the app: index.html. */
export function createStaticFiles(root: string, headers: Readonly<Record<string, string>>): StaticFiles {
  const base = resolve(root);
  return {
    async respond(urlPath) {
      const relative = relativePath(urlPath);
      if (relative === undefined) return undefined;
      const isRoute = extname(relative) === '';
      const name = isRoute ? 'index.html' : relative;
      const type = TYPES[extname(name)];
      const bytes = type === undefined ? undefined : await readWithin(base, name);
      if (type === undefined || bytes === undefined) return undefined;
      return new Response(bytes, {
        headers: {
          ...headers,
          'cache-control': name.startsWith('assets/') ? IMMUTABLE : 'no-store',
          'content-length': String(bytes.byteLength),
          'content-type': type,
        },
      });
    },
  };
}
