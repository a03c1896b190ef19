/** "Start a meeting", by one key from anywhere: with the account that is open, or with one that is asked for. */
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import type { BookStore } from '#renderer/data/book.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { useCommands } from '#renderer/ui/keys.ts';

const MeetingChooser = lazy(() =>
  import('./meeting-chooser.tsx').then((file) => ({ default: file.MeetingChooser })),
);

/** Undefined: no account is open. */
function openAccount(path: string): string | undefined {
  const id = /^\/accounts\/([^/?]+)/.exec(path)?.[1];
  return id === undefined ? undefined : decodeURIComponent(id);
}

export function MeetingCommand({ book }: { readonly book: BookStore }) {
  const texts = useText('meeting');
  const [path, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const meet = (id: string) => {
    setAsking(false);
    navigate(`/accounts/${encodeURIComponent(id)}/meeting`);
  };
  const start = () => {
    const id = openAccount(path);
    if (id === undefined) setAsking(true);
    else meet(id);
  };
  useCommands({
    id: 'start-meeting',
    title: texts.title,
    commands: [{ id: 'meeting.start', label: texts.start, keys: ['mod+shift+m'], run: start }],
  });
  if (!asking) return null;
  return (
    <Suspense fallback={null}>
      <MeetingChooser book={book} onChoose={meet} onClose={() => setAsking(false)} />
    </Suspense>
  );
}
