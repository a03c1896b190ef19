/** The data as a start meets it: the rows of the first screen at once, the whole data layer a moment later. */
import { createContext, useContext } from 'react';
import { type Book, NO_BOOK } from '#renderer/data/book-state.ts';
import { DATABASE_NAME } from '#renderer/data/database-name.ts';
import { readFirstBook } from '#renderer/data/first-book.ts';
import { createObservable, type Observable } from '#renderer/data/observable.ts';
import { readFirstAccounts } from '#renderer/ui-state/first-accounts.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import { localDay } from './local-day.ts';
import type { OpenedData } from './open-data.ts';

export interface StartedData {
  /** First the rows of the first screen, then the whole book. */
  readonly book: Observable<Book>;
  /** Undefined until the data layer is loaded and the start check is over. */
  readonly opened: Observable<OpenedData | undefined>;
  /** The same, to be waited for. */
  readonly whenOpened: Promise<OpenedData>;
}

export const StartedDataContext = createContext<StartedData | undefined>(undefined);

export function useStartedData(): StartedData {
  const started = useContext(StartedDataContext);
  if (started === undefined) throw new Error('useStartedData outside of StartedDataContext');
  return started;
}

/**
 * The first rows wait neither for the code of the data layer nor for main; that code is only run when they have been
 * `painted`, because it takes the UI thread for as long as they need.
 */
export function startData(bridge: Bridge, painted: Promise<void>): StartedData {
  const book = createObservable<Book>(NO_BOOK);
  const opened = createObservable<OpenedData | undefined>(undefined);
  const first = readFirstBook({
    name: DATABASE_NAME,
    ids: readFirstAccounts(),
    today: localDay(Date.now()),
  });
  void first.then((look) => {
    if (look.book !== undefined) book.set(look.book);
  });
  const open = async (): Promise<OpenedData> => {
    if ((await first).book !== undefined) await painted;
    const { openData } = await import('./open-data.ts');
    const ready = await openData(bridge, first);
    const whole = ready.data.book;
    whole.subscribe(() => book.set(whole.get()));
    book.set(whole.get());
    opened.set(ready);
    return ready;
  };
  const whenOpened = open();
  whenOpened.catch(() => book.set({ ...book.get(), state: 'failed' }));
  return { book, opened, whenOpened };
}
