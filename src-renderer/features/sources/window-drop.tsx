/** Files may be dropped anywhere on the window while this is mounted; a veil says so while they hover. */
import { useEffect, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import './window-drop.css';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Under the veil one could not see where a picture would go. */
function takesDropItself(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.isContentEditable;
}

export function WindowDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const texts = useText('sources');
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      // Without this the browser would leave the app and open the file.
      event.preventDefault();
      setOver(!takesDropItself(event.target));
    };
    const onLeave = (event: DragEvent) => {
      // Leaving the window has no element on the other side.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      // What stands under the pointer has taken it: a picture into a note.
      if (!carriesFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    window.addEventListener('dragover', onOver, { signal });
    window.addEventListener('dragleave', onLeave, { signal });
    window.addEventListener('drop', onDrop, { signal });
    return () => stop.abort();
  }, [onFiles]);
  return over ? <div className="kz-window-drop">{texts.dropAnywhere}</div> : null;
}
