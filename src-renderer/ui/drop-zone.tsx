/** A place that takes files: by dropping them on it, and by a button for those who do not drag. */
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button, type ButtonProps } from './button.tsx';
import './drop-zone.css';

interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** Its whole surface takes files; while they hover, it says so. @public Part of the kit. */
export function DropZone({ onFiles, children }: DropZoneProps) {
  const texts = useText('ui');
  const [over, setOver] = useState(false);
  return (
    <section
      // Dropping is the pointer's way; the keyboard's way is the FileButton that stands inside.
      aria-label={texts.chooseFiles}
      className="kz-drop"
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null))
          setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!carriesFiles(event)) return;
        event.preventDefault();
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      }}
    >
      {children}
      {over && <div className="kz-drop-veil">{texts.dropHere}</div>}
    </section>
  );
}

interface FileButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** As in `<input accept>`: ".csv,.tsv,.xlsx,.json". */
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Opens the system's file dialog for one or many files. */
export function FileButton({ accept, onFiles, children, ...rest }: FileButtonProps) {
  const texts = useText('ui');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()}>
        {children ?? texts.chooseFiles}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
