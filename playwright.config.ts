/** The whole app in a real browser: the built browser shell, a fresh data folder and a fresh profile for each test. */
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, systemChromium } from './scripts/chromium.mjs';

const executablePath = systemChromium();

/**
 * In `npm test` a journey that is written for both languages runs in one: half of them in English, half in Japanese, so
 * that the whole stays within its time. KIZUNA_E2E=all runs each in both.
 */
const specs = (...names: string[]) => names.map((name) => `**/${name}.spec.ts`);
const ENGLISH = specs(
  'account',
  'cadence',
  'first-run',
  'plans',
  'playbooks',
  'scorecards',
  'search',
  'sources',
);
const JAPANESE = specs(
  'accounts',
  'health',
  'notes',
  'people',
  'portfolio',
  'segments',
  'tasks',
  'timeline',
  'undo',
);
/** Today is long: what is planned and snoozed by keyboard speaks Japanese, the rest English. */
const TODAY = specs('today');
const IN_JAPANESE = /planned by keyboard|calendar file/;
const everything = process.env.KIZUNA_E2E === 'all';

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
    // A trace of every test costs a quarter of the time; `npm test -- --only e2e -- --trace on` records one at a desk.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: [...CHROMIUM_FLAGS],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  // The real Electron has its own configuration in test/e2e-electron, because it needs its program: npm run verify-electron.
  projects: everything
    ? [{ name: 'browser-shell' }]
    : [
        {
          name: 'browser-shell',
          testIgnore: [...ENGLISH, ...JAPANESE, ...TODAY],
          grepInvert: /en-GB, dark|ja-JP, light/,
        },
        { name: 'in English', testMatch: ENGLISH, grepInvert: /ja-JP/ },
        { name: 'in Japanese', testMatch: JAPANESE, grepInvert: /en-GB/ },
        { name: 'Today in English', testMatch: TODAY, grepInvert: [/ja-JP/, IN_JAPANESE] },
        { name: 'Today in Japanese', testMatch: TODAY, grep: IN_JAPANESE, grepInvert: /en-GB/ },
      ],
});
