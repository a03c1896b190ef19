/** The accounts feature, wired to the data: what the screen mounts. */
import { useCallback, useMemo } from 'react';
import { useBook, useData } from '#renderer/data/data-context.ts';
import { savedViews } from '#renderer/data/records.ts';
import { useLive } from '#renderer/data/use-live.ts';
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import { createAccountsActions } from './accounts-actions.ts';
import { AccountsView } from './accounts-view.tsx';

export interface AccountsProps {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly onOpen: (id: string) => void;
}

export function Accounts({ clock, newId, onOpen }: AccountsProps) {
  const { store, book: bookStore, loadSample } = useData();
  const book = useBook();
  const views = useLive(() => savedViews(store.db, 'accounts'), [store]);
  const actions = useMemo(() => createAccountsActions({ store, clock, newId }), [store, clock, newId]);
  const rememberFirst = useCallback((ids: readonly string[]) => bookStore.rememberFirst(ids), [bookStore]);
  return (
    <AccountsView
      book={book}
      views={views.state === 'ready' ? views.value : []}
      actions={actions}
      clock={clock}
      loadSample={() => loadSample()}
      onOpen={onOpen}
      onReload={() => void bookStore.reload()}
      onTop={rememberFirst}
    />
  );
}
