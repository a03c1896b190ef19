/** The accounts feature, wired to the data: what the screen mounts. The table stands before the data layer is loaded. */
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { Book } from '#renderer/data/book.ts';
import { type AppData, DataContext } from '#renderer/data/data-context.ts';
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import type { SavedView } from '#shared/model/stored.ts';
import type { AccountsActions } from './accounts-actions.ts';
import { AccountsView } from './accounts-view.tsx';
import type { TableSegments } from './segment-column.ts';

const SegmentReader = lazy(() =>
  import('./segment-reader.tsx').then((file) => ({ default: file.SegmentReader })),
);
const ImportsReader = lazy(() =>
  import('./imports-reader.tsx').then((file) => ({ default: file.ImportsReader })),
);
const SavedViews = lazy(() => import('./saved-views.tsx').then((file) => ({ default: file.SavedViews })));

export interface AccountsProps {
  readonly book: Book;
  /** Undefined while the data layer is being opened; the table then shows its first rows. */
  readonly data: AppData | undefined;
  /** For what a person does meanwhile: it is done when the data is there. */
  readonly whenData: () => Promise<AppData>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly onOpen: (id: string) => void;
}

type ActionParts = Pick<AccountsProps, 'whenData' | 'clock' | 'newId'>;

/** The actions, loaded and wired when the first one is asked for. */
function laterActions({ whenData, clock, newId }: ActionParts): AccountsActions {
  let made: Promise<AccountsActions> | undefined;
  const make = async (): Promise<AccountsActions> => {
    const [{ createAccountsActions }, { store }] = await Promise.all([
      import('./accounts-actions.ts'),
      whenData(),
    ]);
    return createAccountsActions({ store, clock, newId });
  };
  const actions = (): Promise<AccountsActions> => {
    made ??= make();
    return made;
  };
  return {
    edit: async (...asked) => (await actions()).edit(...asked),
    changeTags: async (...asked) => (await actions()).changeTags(...asked),
    addView: async (...asked) => (await actions()).addView(...asked),
    changeView: async (...asked) => (await actions()).changeView(...asked),
    removeView: async (...asked) => (await actions()).removeView(...asked),
  };
}

export function Accounts({ book, data, whenData, clock, newId, onOpen }: AccountsProps) {
  const [segments, setSegments] = useState<TableSegments>();
  const [views, setViews] = useState<readonly SavedView[]>([]);
  const [imported, setImported] = useState(false);
  const actions = useMemo(() => laterActions({ whenData, clock, newId }), [whenData, clock, newId]);
  const rememberFirst = useCallback((ids: readonly string[]) => data?.book.rememberFirst(ids), [data]);
  const reload = () => {
    if (data === undefined) location.reload();
    else void data.book.reload();
  };
  return (
    <>
      <AccountsView
        book={book}
        views={views}
        segments={segments}
        actions={actions}
        imported={imported}
        clock={clock}
        loadSample={async () => (await whenData()).loadSample()}
        onOpen={onOpen}
        onReload={reload}
        onTop={rememberFirst}
      />
      {data !== undefined && (
        <DataContext value={data}>
          <Suspense fallback={null}>
            <SavedViews onViews={setViews} />
            {book.total === 0 && <ImportsReader onImported={setImported} />}
            <SegmentReader book={book} clock={clock} onSegments={setSegments} />
          </Suspense>
        </DataContext>
      )}
    </>
  );
}
