/** The dialog of a note's versions: a list at the left, what changed since the chosen one at the right. */
import { useMemo, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { bringBackVersion, readVersionedNote, type VersionedNote } from '#renderer/data/note-versions.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState, Skeleton } from '#renderer/ui/states.tsx';
import { factChanges, whoIsNow } from '#shared/domain/notes/note-facts.ts';
import type { Activity } from '#shared/model/activity.ts';
import type { NoteVersion } from '#shared/model/note.ts';
import { compareWords } from './compare-words.ts';
import { Added, ComparedFacts, Taken } from './compared-facts.tsx';
import './note.css';
import { NotesUnread } from './notes-unread.tsx';
import { useNoteActions } from './use-note-actions.ts';

interface VersionsDialogProps {
  readonly activityId: string;
  readonly onClose: () => void;
}

function wholeText({ subject = '', body = '' }: Pick<Activity, 'subject' | 'body'>): string {
  return subject === '' ? body : `${subject}\n\n${body}`;
}

/** Passages of one comparison never move, so that their place is their key. */
function ComparedText({ before, after }: { readonly before: string; readonly after: string }) {
  const texts = useText('notes');
  const passages = useMemo(
    () => compareWords(before, after).map((passage, place) => ({ ...passage, place })),
    [before, after],
  );
  if (before === after) return <p className="kz-note-faint">{texts.sameWords}</p>;
  return (
    <p className="kz-note-compared">
      {passages.map(({ text, change, place }) => {
        if (change === 'same') return <span key={place}>{text}</span>;
        const Mark = change === 'added' ? Added : Taken;
        return <Mark key={place}>{text}</Mark>;
      })}
    </p>
  );
}

interface ComparisonProps {
  readonly note: VersionedNote;
  readonly version: NoteVersion;
  readonly onBringBack: () => void;
}

function Comparison({ note: { activity, contacts }, version, onBringBack }: ComparisonProps) {
  const texts = useText('notes');
  const fields = useText('fields');
  const { format } = useLocale();
  const facts = factChanges(version, activity, whoIsNow(contacts));
  const words = (['subject', 'body'] as const).filter((field) => version[field] !== (activity[field] ?? ''));
  const changed = [...facts.map(({ field }) => field), ...words];
  return (
    <section aria-label={texts.compared} className="kz-scroll">
      <h3>{texts.compared}</h3>
      {changed.length === 0 ? (
        <p className="kz-note-faint">{texts.same}</p>
      ) : (
        <>
          <p>
            {texts.changedFields(format.list(changed.map((each) => fieldLabel(fields, 'activity', each))))}
          </p>
          {facts.length > 0 && <ComparedFacts changes={facts} contacts={contacts} />}
          <ComparedText before={wholeText(version)} after={wholeText(activity)} />
        </>
      )}
      {version.facts === undefined && <p className="kz-hint">{texts.wordsOnly}</p>}
      {changed.length > 0 && <Button onClick={onBringBack}>{texts.bringBack}</Button>}
    </section>
  );
}

interface LoadedProps extends VersionsDialogProps {
  readonly note: VersionedNote;
}

function Loaded({ note, onClose }: LoadedProps) {
  const { versions } = note;
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
      <Comparison note={note} version={chosen} onBringBack={() => void bringBack()} />
    </div>
  );
}

export function VersionsDialog(props: VersionsDialogProps) {
  const { activityId, onClose } = props;
  const texts = useText('notes');
  const { db } = useData();
  const live = useLive(() => readVersionedNote(db, activityId), [db, activityId]);
  const note = live.state === 'ready' ? live.value : undefined;
  return (
    <Dialog isOpen onClose={onClose} title={texts.versionsTitle} width="wide">
      {live.state === 'failed' && <NotesUnread error={live.error} />}
      {live.state === 'loading' && <Skeleton lines={4} />}
      {note !== undefined && <Loaded {...props} note={note} />}
    </Dialog>
  );
}
