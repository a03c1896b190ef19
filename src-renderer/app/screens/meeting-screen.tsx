/** Meeting mode, joined with the notes: which draft is gone on with, and the note's form in the meeting's places. */
import { useEffect, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { draftsOf } from '#renderer/data/records.ts';
import { MeetingPage } from '#renderer/features/meeting/meeting-page.tsx';
import { MeetingUnread } from '#renderer/features/meeting/meeting-unread.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import { systemClock } from '#shared/base/clock.ts';
import type { Draft } from '#shared/model/stored.ts';
import { useMeetingNote } from './meeting-form.tsx';

/** A meeting that was left, or killed, goes on; one of yesterday is a draft like any other. */
const GOES_ON_MS = 12 * 60 * 60 * 1000;
const KINDS = new Set(['meeting', 'visit', 'call', 'qbr', 'training']);

function goesOn(draft: Draft, now: number): boolean {
  const age = now - draft.activityAt;
  return draft.activityId === undefined && KINDS.has(draft.kind) && age >= 0 && age < GOES_ON_MS;
}

function Meeting({ id, draft }: { readonly id: string; readonly draft: Draft | undefined }) {
  const { note, parts } = useMeetingNote(id, draft, systemClock.now);
  return <MeetingPage accountId={id} note={note} parts={parts} now={systemClock.now} />;
}

export function MeetingScreen({ id }: { readonly id: string }) {
  const { db, store } = useData();
  const [failed, setFailed] = useState<{ readonly error: unknown } | undefined>(undefined);
  const [found, setFound] = useState<{ readonly draft: Draft | undefined } | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    draftsOf(db, id).then(
      (drafts) => {
        if (wanted) setFound({ draft: drafts.find((draft) => goesOn(draft, systemClock.now())) });
      },
      (error: unknown) => {
        store.noteFailure(error);
        if (wanted) setFailed({ error });
      },
    );
    return () => {
      wanted = false;
    };
  }, [db, store, id]);
  if (failed !== undefined) return <MeetingUnread error={failed.error} />;
  return found === undefined ? <Skeleton /> : <Meeting id={id} draft={found.draft} />;
}
