/** What is said after a restore: what came back, and that past scores did not. */
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { DatabaseState } from '#renderer/data/database-state.ts';
import { createObservable } from '#renderer/data/observable.ts';
import type { RestoreReport } from '#renderer/data/restore-report.ts';
import { app as en } from '#renderer/i18n/en/app.ts';
import { speak } from '#test/fakes/app-data.ts';
import { DataStateNotice } from './data-state-notice.tsx';

const REPORT: RestoreReport = {
  cause: 'missing',
  at: 1,
  snapshotAt: 1,
  rows: { accounts: 2, tasks: 1 },
  operations: 0,
  waiting: 0,
  rescued: 0,
  damagedFrames: 0,
  reimport: [],
};

async function show(report: RestoreReport): Promise<() => void> {
  await speak('en');
  const element = document.createElement('main');
  document.body.append(element);
  const root = createRoot(element);
  root.render(
    <DataStateNotice
      store={{
        databaseState: createObservable<DatabaseState>({ type: 'restored', report }),
        restoreNow: () => Promise.reject(new Error('not asked for')),
        acknowledgeRestore: () => Promise.resolve(),
      }}
    />,
  );
  await expect.element(page.getByText(en.restoredTitle)).toBeVisible();
  return () => {
    root.unmount();
    element.remove();
  };
}

it('says that scores of past days are not in backups, where there were accounts', async () => {
  const end = await show(REPORT);
  await expect.element(page.getByText(en.restoredScores)).toBeVisible();
  end();
  const endOther = await show({ ...REPORT, rows: { accounts: 0, tasks: 1 } });
  expect(page.getByText(en.restoredScores).elements()).toHaveLength(0);
  endOther();
});
