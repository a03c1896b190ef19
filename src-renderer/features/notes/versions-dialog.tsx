/** The dialog of a note's versions: a list at the left, what changed since the chosen one at the right. */
import { useMemo, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { bringBackVersion, getActivity, versionsOf } from '#renderer/data/notes.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState, Skeleton } from '#renderer/ui/states.tsx';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import type { Activity } from '#shared/model/activity.ts';
import type { NoteVersion } from '#shared/model/note.ts';
import { compareWords } from './compare-words.ts';
import './note.css';
import { useNoteActions } from './use-note-actions.ts';

interface VersionsDialogProps {
  readonly activityId: string;
  readonly onClose: () => void;
}

function wholeText({ subject = '', body = '' }: Pick<Activity, 'subject' | 'body'>): string {
  return subject === '' ? body : `${subject}\n\n${body}`;
}

/** Passages of one comparison never move, so that their place is their key. */
function Comparison({ before, after }: { readonly before: string; readonly after: string }) {
  const texts = useText('notes');
  const passages = useMemo(
    () => compareWords(before, after).map((passage, place) => ({ ...passage, place })),
    [before, after],
  );
  if (before === after) return <p className="kz-note-faint">{texts.same}</p>;
  return (
    <p className="kz-note-compared">
      {passages.map(({ text, change, place }) => {
        if (change === 'same') return <span key={place}>{text}</span>;
        const Mark = change === 'added' ? 'ins' : 'del';
        return (
          <Mark key={place}>
            <VisuallyHidden>{`${change === 'added' ? texts.added : texts.taken}: `}</VisuallyHidden>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}

interface LoadedProps extends VersionsDialogProps {
  readonly activity: Activity;
  readonly versions: readonly NoteVersion[];
}

function Loaded({ activity, versions, onClose }: LoadedProps) {
  const texts = useText('notes');
  const { format } = useLocale();
  const { store } = useData();
  const actions = useNoteActions();
  const [chosenId, choose] = useState(versions[0]?.id);
  const chosen = versions.find((version) => version.id === chosenId) ?? versions[0];
  if (chosen === undefined) return <EmptyState title={texts.versionsNone} />;
  const bringBack = async () => {
    const done = await bringBackVersion(store, chosen.id);
    if (!done.ok) return actions.refuse(done.error);
    if (done.value !== undefined) actions.did(texts.broughtBack);
    onClose();
  };
  return (
    <div className="kz-note-versions">
      <fieldset>
        <legend className="kz-visually-hidden">{texts.versions}</legend>
        {versions.map((version) => (
          <label key={version.id} className="kz-note-version">
            <input
              type="radio"
              name="version"
              checked={version.id === chosen.id}
              onChange={() => choose(version.id)}
            />
            <span>{texts.versionUntil(format.dateTime(version.at))}</span>
          </label>
        ))}
      </fieldset>
      <section aria-label={texts.compared} className="kz-scroll">
        <h3>{texts.compared}</h3>
        <Comparison before={wholeText(chosen)} after={wholeText(activity)} />
        <Button onClick={() => void bringBack()}>{texts.bringBack}</Button>
      </section>
    </div>
  );
}

export function VersionsDialog({ activityId, onClose }: VersionsDialogProps) {
  const texts = useText('notes');
  const { db } = useData();
  const live = useLive(async () => {
    const [activity, versions] = await Promise.all([getActivity(db, activityId), versionsOf(db, activityId)]);
    return { activity, versions };
  }, [db, activityId]);
  const loaded = live.state === 'ready' && live.value.activity !== undefined ? live.value : undefined;
  return (
    <Dialog isOpen onClose={onClose} title={texts.versionsTitle} width="wide">
      {loaded?.activity === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <Loaded
          activityId={activityId}
          onClose={onClose}
          activity={loaded.activity}
          versions={loaded.versions}
        />
      )}
    </Dialog>
  );
}
