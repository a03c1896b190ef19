/** Where an entry comes from and when it came: asked only once the entry is open. */
import { useEffect, useMemo, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { type EventOrigin, originOf } from '#renderer/data/event-origin.ts';
import { recordOrigin } from '#renderer/data/timeline-markers.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';

/** `undefined` while it is asked, `null` when nobody knows. */
function useOrigin(ask: () => Promise<EventOrigin | undefined>): EventOrigin | null | undefined {
  const { store } = useData();
  const [origin, setOrigin] = useState<EventOrigin | null | undefined>(undefined);
  useEffect(() => {
    let over = false;
    ask().then(
      (found) => !over && setOrigin(found ?? null),
      (error: unknown) => store.noteFailure(error),
    );
    return () => {
      over = true;
    };
  }, [store, ask]);
  return origin;
}

interface LineProps {
  readonly origin: EventOrigin | null | undefined;
  readonly unknown: string;
}

function Line({ origin, unknown }: LineProps) {
  const texts = useText('timeline');
  const { format } = useLocale();
  return (
    <p className="kz-tl-origin">
      {origin === undefined
        ? '\u00a0'
        : origin === null
          ? unknown
          : texts.from(origin.sourceName, format.dateTime(origin.importedAt))}
    </p>
  );
}

export function OriginLine({ event }: { readonly event: HistoryEvent }) {
  const texts = useText('timeline');
  const { db } = useData();
  const { noun, accountId, at, keyHi, keyLo } = event;
  // An event is read out of its page anew each time: only what names it counts.
  const ask = useMemo(() => {
    const named: HistoryEvent = { noun, accountId, at, keyHi, keyLo, values: {}, custom: {} };
    return () => originOf(db, named);
  }, [db, noun, accountId, at, keyHi, keyLo]);
  return <Line origin={useOrigin(ask)} unknown={texts.sourceUnknown} />;
}

export function RecordOriginLine({ recordId }: { readonly recordId: string }) {
  const texts = useText('timeline');
  const { db } = useData();
  const ask = useMemo(() => () => recordOrigin(db, recordId), [db, recordId]);
  return <Line origin={useOrigin(ask)} unknown={texts.madeHere} />;
}
