/** What leaves the inbox at a start, and what stays. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Bridge, FileTicket } from '#shared/ipc/contract.ts';
import { usageBookPlan } from '#test/factories/usage-book.ts';
import { beginJob } from '#test/fakes/imported-book.ts';
import { KizunaDatabase } from './schema.ts';
import { sweepInbox, sweepWhenAlone } from './sweep-inbox.ts';

let db: KizunaDatabase;
beforeEach(() => {
  db = new KizunaDatabase('relaxed', `sweep-test-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const OPENED = 1_000;

function inboxOf(...files: readonly (readonly [ticket: string, receivedAt: number])[]) {
  const left = new Map<string, FileTicket>(
    files.map(([ticket, receivedAt]) => [ticket, { ticket, name: ticket, size: 1, receivedAt }]),
  );
  const bridge = {
    call: async (channel: string, input: { ticket?: string }) => {
      if (channel === 'files.release') left.delete(input.ticket ?? '');
      return { files: [...left.values()] };
    },
  } as Pick<Bridge, 'call'>;
  return { bridge, left: () => [...left.keys()] };
}

async function jobWith(state: 'running' | 'done', ticket: string): Promise<void> {
  const job = await beginJob(db, usageBookPlan());
  await db.jobs.update(job.id, { state, tickets: { 'usage.csv': ticket } });
}

it('releases what windows left behind, not what can be resumed and not what is being chosen now', async () => {
  const inbox = inboxOf(['left', 1], ['resumable', 2], ['imported', 3], ['chosen', OPENED]);
  await jobWith('running', 'resumable');
  await jobWith('done', 'imported');
  expect(await sweepInbox({ db, bridge: inbox.bridge, openedAt: OPENED })).toBe(2);
  expect(inbox.left()).toEqual(['resumable', 'chosen']);
});

it('waits for another start while a second window is open', async () => {
  const inbox = inboxOf(['left', 1]);
  let close = (): void => undefined;
  const open = new Promise<void>((resolve) => {
    close = resolve;
  });
  const held = navigator.locks.request('kizuna-inbox', { mode: 'shared' }, () => open);
  await sweepWhenAlone({ db, bridge: inbox.bridge, openedAt: OPENED });
  expect(inbox.left()).toEqual(['left']);
  close();
  await held;
});
