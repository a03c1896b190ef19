/** Vitest: pure code runs in Node, everything that touches the database or the DOM in a real Chromium. */
import { existsSync } from 'node:fs';
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

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
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
          include: ['src-renderer/**/*.browser.test.{ts,tsx}', 'test/browser/**/*.browser.test.{ts,tsx}'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
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
