/** Playwright on the real Electron; `npm run verify-electron` finds the program and hands it over. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  timeout: 60_000,
  workers: 1,
  forbidOnly: true,
  reporter: 'list',
  projects: [{ name: 'electron' }],
});
