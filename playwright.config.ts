/** The whole app in a real browser: the built browser shell, a fresh data folder and a fresh profile for each test. */
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, systemChromium } from './scripts/chromium.mjs';

const executablePath = systemChromium();

export default defineConfig({
  testDir: './test/e2e',
  testMatch: '*.spec.ts',
  outputDir: './test-results',
  globalSetup: './test/e2e/build-once.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A test that needs a second try proves little, so here there is none. On a CI machine whose load nobody knows, one is
  // allowed; the report then calls the test flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1360, height: 850 },
    locale: 'en-GB',
    timezoneId: 'Asia/Tokyo',
    colorScheme: 'light',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: {
      args: [...CHROMIUM_FLAGS],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  // The real Electron has its own configuration in test/e2e-electron, because it needs its program: npm run verify-electron.
  projects: [{ name: 'browser-shell' }],
});
