/** The field for lines that are put off: it stands below the note, and one key leads into it. */
import { useId } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { isCancelKey, isCommitKey } from '#renderer/ui/ime.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import type { MeetingNote } from './meeting-note.ts';

/** One line for later, without leaving the note. */
export function ParkingField({ note, onDone }: { readonly note: MeetingNote; readonly onDone: () => void }) {
  const texts = useText('meeting');
  const id = useId();
  const park = () => {
    void note.park();
    onDone();
  };
  return (
    <div className="kz-meeting-park">
      <label className="kz-label" htmlFor={id}>
        {texts.park}
      </label>
      <input
        id={id}
        className="kz-input"
        placeholder={texts.parkHint}
        value={note.fields.parkedLine}
        onChange={(event) => note.change({ parkedLine: event.target.value })}
        onKeyDown={(event) => {
          if (isCommitKey(event) && !event.ctrlKey && !event.metaKey) park();
          else if (isCancelKey(event)) onDone();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <Kbd keys="mod+j" />
    </div>
  );
}
