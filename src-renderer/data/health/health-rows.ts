/** Health in the rows of the accounts table: they follow the scores, and only rows that changed are new ones. */
import type { RowHealth } from '#shared/domain/summary/account-row.ts';
import type { BookStore } from '../book.ts';
import type { HealthStore } from './health-store.ts';

function rowHealth(store: HealthStore, account: string): RowHealth | undefined {
  const figure = store.figureOf(account);
  if (figure === undefined) return undefined;
  const { band, override } = store.bandOf(account);
  return {
    // Below the floor there is no figure, only how much is missing.
    value: figure.band === 'unknown' ? undefined : figure.value,
    coverage: figure.coverage,
    band,
    isOverridden: override !== undefined,
    change30: figure.trend.days30,
  };
}

export function showHealthInBook(store: HealthStore, book: BookStore): void {
  const show = (): void => {
    if (store.get().state === 'ready') book.showHealth((account) => rowHealth(store, account));
  };
  store.subscribe(show);
  show();
}
