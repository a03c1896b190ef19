import { expect, it } from 'vitest';
import { benchAppend } from './bench-append.ts';
import { temporaryFolder } from './journal-fakes.ts';

it('measures the journal beside a bare append', async () => {
  const folder = temporaryFolder();
  const figures = await benchAppend(folder.path, 20);
  expect(figures.samples).toBe(20);
  expect(figures.journalP95).toBeGreaterThan(0);
  expect(figures.bareP95).toBeGreaterThan(0);
  folder.remove();
});
