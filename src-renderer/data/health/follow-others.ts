/** What other windows write about health: their workers' signals, their people's cards, segments, cadence and overrides. */
import { onChangedKeys } from '../changed-keys.ts';

export interface Others {
  /** Signals of these accounts were written, here or elsewhere; 'many' = of so many that nobody listed them. */
  readonly onSignals: (accounts: readonly string[] | 'many') => void;
  readonly onRules: () => void;
}

/** Writes come in bursts. */
const SETTLE_MS = 60;

/** Returns the way to stop. */
export function followOthers(database: string, { onSignals, onRules }: Others): () => void {
  let accounts: Set<string> | 'many' = new Set();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    const told = accounts;
    accounts = new Set();
    onSignals(told === 'many' ? 'many' : [...told]);
  };
  const stopSignals = onChangedKeys(database, ['signals'], (keys) => {
    if (keys === 'many') accounts = 'many';
    else if (accounts !== 'many') for (const key of keys) accounts.add(key);
    timer ??= setTimeout(tell, SETTLE_MS);
  });
  const stopRules = onChangedKeys(
    database,
    ['scorecards', 'overrides', 'segments', 'journeys', 'kinds'],
    onRules,
  );
  return () => {
    clearTimeout(timer);
    stopSignals();
    stopRules();
  };
}
