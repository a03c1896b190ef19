/** Health in screens: all scores, or one account's, following every change. */
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { EffectiveBand } from '#shared/domain/health/score.ts';
import type { HealthScore, Scorecard } from '#shared/model/health.ts';
import { useData } from '../data-context.ts';
import type { Health, HealthStore } from './health-store.ts';
import type { HealthFigure } from './scored-accounts.ts';

/** Before the store is loaded. */
const NOTHING: Health = {
  state: 'starting',
  work: undefined,
  day: '',
  scores: new Map(),
  trends: new Map(),
  cards: [],
  version: 0,
};

/** Undefined until it is loaded; asking starts it. */
export function useHealthStore(): HealthStore | undefined {
  const { health } = useData();
  useEffect(() => {
    // What fails is told by the store that does not come; a reload tries again.
    health.start().catch(() => undefined);
  }, [health]);
  return useSyncExternalStore(health.store.subscribe, health.store.get);
}

export function useHealth(): Health {
  const store = useHealthStore();
  const subscribe = useCallback(
    (listener: () => void) => store?.subscribe(listener) ?? (() => undefined),
    [store],
  );
  return useSyncExternalStore(subscribe, () => store?.get() ?? NOTHING);
}

export interface AccountHealth {
  readonly state: Health['state'];
  /** Undefined while nothing is known of the account's health. */
  readonly score: HealthScore | undefined;
  readonly figure: HealthFigure | undefined;
  /** The band that counts, the computed one, and the override that holds. */
  readonly band: EffectiveBand;
  /** By which it was scored. */
  readonly card: Scorecard | undefined;
  /** 'YYYY-MM-DD' of the scoring. */
  readonly day: string;
  /** Grows with each change of anybody's health. */
  readonly version: number;
}

const UNKNOWN: EffectiveBand = { band: 'unknown', computed: 'unknown' };

export function useAccountHealth(account: string): AccountHealth {
  const store = useHealthStore();
  // Another one with each change: the store answers anew with it.
  const health = useHealth();
  return useMemo(() => {
    const { state, day, version, scores } = health;
    return {
      state,
      day,
      version,
      score: scores.get(account),
      figure: store?.figureOf(account),
      band: store?.bandOf(account) ?? UNKNOWN,
      card: store?.cardOf(account),
    };
  }, [store, account, health]);
}
