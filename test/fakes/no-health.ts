/** Health for stages that do not look at it: its store never comes. */
import type { HealthHandle } from '#renderer/data/health/health-handle.ts';
import { createObservable } from '#renderer/data/observable.ts';

export function noHealth(): HealthHandle {
  return {
    store: createObservable(undefined),
    start: () => new Promise(() => undefined),
    written: () => undefined,
    imported: () => undefined,
    close: () => undefined,
  };
}
