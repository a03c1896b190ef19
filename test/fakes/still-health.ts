/** Health whose figures a test sets and nobody works out: ready at once. */
import type { HealthHandle } from '#renderer/data/health/health-handle.ts';
import type { Health, HealthStore } from '#renderer/data/health/health-store.ts';
import { createObservable } from '#renderer/data/observable.ts';
import type { Band } from '#shared/model/health.ts';

export interface StillFigure {
  readonly value: number;
  readonly coverage: number;
  readonly band: Band;
}

const READY: Health = {
  state: 'ready',
  work: undefined,
  day: '',
  scores: new Map(),
  trends: new Map(),
  cards: [],
  version: 1,
};
const NO_TREND = { days7: undefined, days30: undefined, days90: undefined };

export function stillHealth(figures: ReadonlyMap<string, StillFigure>): HealthHandle {
  const known = new Map([...figures].map(([id, figure]) => [id, { ...figure, trend: NO_TREND }]));
  const store: HealthStore = {
    get: () => READY,
    subscribe: () => () => undefined,
    figureOf: (account) => known.get(account),
    bandOf(account) {
      const band = known.get(account)?.band ?? 'unknown';
      return { band, computed: band };
    },
    overrideOf: () => undefined,
    signalsOf: () => ({}),
    cardOf: () => undefined,
    written: () => undefined,
    imported: () => undefined,
    fiscalYearChanged: () => undefined,
    close: () => undefined,
  };
  return {
    store: createObservable<HealthStore | undefined>(store),
    start: () => Promise.resolve(store),
    written: () => undefined,
    imported: () => undefined,
    close: () => undefined,
  };
}
