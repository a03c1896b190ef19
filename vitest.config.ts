/** Vitest: pure code runs in Node, everything that touches the database or the DOM in a real Chromium. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** A Chromium of the system where there is one; Playwright's own otherwise. */
const systemChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

const SHARED_DATA = fileURLToPath(new URL('../shared/data/', import.meta.url));

/** Real files for trying things on lie beside the checkout where they are present at all; null = absent. */
const sharedData = {
  readSharedData: (_context: unknown, path: string): string | null => {
    const file = SHARED_DATA + path;
    return path.includes('..') || !existsSync(file) ? null : readFileSync(file).toString('base64');
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Half of it waits for disks to sync and for processes to start; a busy machine is no failure.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          include: [
            'src-*/**/*.test.ts',
            'test/unit/**/*.test.ts',
            'test/electron/**/*.test.ts',
            'test/browser-shell/**/*.test.ts',
          ],
          exclude: ['**/*.browser.test.ts', '**/*.browser.test.tsx', '**/node_modules/**'],
          environment: 'node',
          setupFiles: ['./test/setup-node.ts'],
        },
      },
      {
        extends: true,
        // What is fetched on first use must be found before the tests: found later, it would bring a second React.
        optimizeDeps: { entries: ['src-renderer/**/*.{ts,tsx}'] },
        test: {
          name: 'browser',
          include: [
            'src-renderer/**/*.browser.test.{ts,tsx}',
            'test/{browser,migrations}/**/*.browser.test.{ts,tsx}',
          ],
          testTimeout: 60_000,
          // Where nobody watches, a test that fails is tried once more, and the report says so; at a desk it fails.
          retry: process.env.CI === undefined ? 0 : 1,
          browser: {
            enabled: true,
            // Side by side, pages take the focus and with it the keyboard from each other.
            fileParallelism: false,
            headless: true,
            screenshotFailures: false,
            commands: sharedData,
            provider: playwright({
              launchOptions: {
                args: CHROMIUM_FLAGS,
                ...(systemChromium === undefined ? {} : { executablePath: systemChromium }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
