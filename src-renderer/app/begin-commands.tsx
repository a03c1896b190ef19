/** What can be begun by one key from anywhere: a meeting or a note, with the account that is open or one that is asked for. */
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import type { BookStore } from '#renderer/data/book.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { catchKeys } from '#renderer/ui/caught-keys.ts';
import { useCommands } from '#renderer/ui/keys.ts';

const AccountChooser = lazy(() =>
  import('./account-chooser.tsx').then((file) => ({ default: file.AccountChooser })),
);

/** Undefined: no account is open. */
function openAccount(path: string): string | undefined {
  const id = /^\/accounts\/([^/?]+)/.exec(path)?.[1];
  return id === undefined ? undefined : decodeURIComponent(id);
}

type Begun = 'meeting' | 'note';

function addressOf(what: Begun, accountId: string): string {
  const account = `/accounts/${encodeURIComponent(accountId)}`;
  return what === 'meeting' ? `${account}/meeting` : `${account}?draft=new`;
}

export function BeginCommands({ book }: { readonly book: BookStore }) {
  const meeting = useText('meeting');
  const texts = useText('app');
  const [path, navigate] = useLocation();
  const [asking, setAsking] = useState<Begun | undefined>(undefined);
  const go = (what: Begun, id: string) => {
    // The editor is there in a moment; what is typed until then is meant for it.
    catchKeys();
    navigate(addressOf(what, id));
  };
  const begin = (what: Begun) => {
    const id = openAccount(path);
    if (id === undefined) setAsking(what);
    else go(what, id);
  };
  useCommands({
    id: 'begin',
    title: meeting.title,
    commands: [
      { id: 'meeting.start', label: meeting.start, keys: ['mod+shift+m'], run: () => begin('meeting') },
      {
        id: 'note.start',
        label: texts.noteStart,
        keys: ['mod+shift+l'],
        menu: ['new-note'],
        run: () => begin('note'),
      },
    ],
  });
  if (asking === undefined) return null;
  return (
    <Suspense fallback={null}>
      <AccountChooser
        title={asking === 'meeting' ? meeting.startWith : texts.noteWith}
        book={book}
        onChoose={(id) => {
          setAsking(undefined);
          go(asking, id);
        }}
        onClose={() => setAsking(undefined)}
      />
    </Suspense>
  );
}
