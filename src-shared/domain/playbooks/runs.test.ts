/** What runs, and what is missing of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { steps } from '#test/factories/playbooks.ts';
import { missingSteps, runningPlaybooks } from './runs.ts';

describe('runs', () => {
  const task = (run: string, id: string, state: 'open' | 'done', due?: string) => ({
    account: 'a',
    playbook: 'p',
    run,
    step: id,
    state,
    createdAt: 1,
    ...(due === undefined ? {} : { due }),
  });

  test('what has an open task runs; what is all done does not', () => {
    const runs = runningPlaybooks([
      task('1', 'x', 'done'),
      task('1', 'y', 'open', '2026-12-01'),
      task('1', 'z', 'open', '2026-11-24'),
      task('2', 'x', 'done'),
      { account: 'a', state: 'open', createdAt: 1 },
    ]);
    expect(runs).toMatchObject([{ run: '1', done: 1, total: 3, due: '2026-11-24' }]);
  });

  test('started, then what is missing: every step has a task, and none has two', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat(20)), (list, gone) => {
        const made = list
          .filter((_, i) => !gone.includes(i))
          .map(({ id }, i) => task('1', id, i === 0 ? 'open' : 'done'));
        const [run] = runningPlaybooks(made);
        const missing = missingSteps({ steps: list }, run).map(({ id }) => id);
        const all = [...made.map((each) => each.step), ...missing];
        expect(all.sort()).toEqual(list.map(({ id }) => id).sort());
      }),
    );
  });
});
