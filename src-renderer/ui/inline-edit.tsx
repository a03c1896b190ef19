/** A value that becomes a field where it stands: click, Enter or F2 edits, Enter saves, Escape takes it back. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { classNames } from './class-names.ts';
import './field.css';
import { isCancelKey, isCommitKey } from './ime.ts';
import './inline-edit.css';

export interface InlineEditProps {
  /** What is edited, for the accessible name: "Owner". */
  readonly label: string;
  /** The text to edit; '' when there is no value. */
  readonly value: string;
  /** How the value is shown; the plain text by default. */
  readonly children?: ReactNode;
  /** What is shown as text, where it is not the text to edit: the name must hold what one sees. */
  readonly shownText?: string;
  /** Called with the trimmed text when it has changed. */
  readonly onSave: (value: string) => void;
  /** Says what is wrong with a text, or undefined: the editor then stays open. */
  readonly check?: (value: string) => string | undefined;
  readonly readOnly?: boolean;
  /** -1 inside a list that is one stop of the Tab key. */
  readonly tabIndex?: number;
}

interface EditorProps {
  readonly label: string;
  readonly start: string;
  readonly check: (value: string) => string | undefined;
  readonly onDone: (value: string | undefined, byKey: boolean) => void;
}

function Editor({ label, start, check, onDone }: EditorProps) {
  const [draft, setDraft] = useState(start);
  const input = useRef<HTMLInputElement>(null);
  const finished = useRef(false);
  const problem = check(draft.trim());
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (value: string | undefined, byKey: boolean) => {
    if (finished.current || (value !== undefined && problem !== undefined)) return;
    finished.current = true;
    onDone(value, byKey);
  };
  return (
    <>
      <input
        ref={input}
        className="kz-input kz-inline-editor"
        aria-label={label}
        aria-invalid={problem === undefined ? undefined : true}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => finish(problem === undefined ? draft.trim() : undefined, false)}
        onKeyDown={(event) => {
          if (isCommitKey(event)) finish(draft.trim(), true);
          else if (isCancelKey(event)) finish(undefined, true);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {problem !== undefined && (
        <span className="kz-field-error" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}

export function InlineEdit({
  label,
  value,
  children,
  shownText = value,
  onSave,
  check = () => undefined,
  readOnly = false,
  tabIndex,
}: InlineEditProps) {
  const texts = useText('ui');
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const refocus = useRef(false);
  useEffect(() => {
    if (!editing && refocus.current) button.current?.focus();
    refocus.current = false;
  }, [editing]);
  const shown = value === '' ? texts.empty : (children ?? value);
  if (readOnly) return <span className={classNames(value === '' && 'kz-inline-empty')}>{shown}</span>;
  if (editing) {
    return (
      <Editor
        label={label}
        start={value}
        check={check}
        onDone={(next, byKey) => {
          refocus.current = byKey;
          setEditing(false);
          if (next !== undefined && next !== value) onSave(next);
        }}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      className={classNames('kz-inline', value === '' && 'kz-inline-empty')}
      tabIndex={tabIndex}
      aria-label={`${texts.edit(label)}: ${value === '' ? texts.empty : shownText}`}
      onClick={() => setEditing(true)}
      onKeyDown={(event) => {
        if (event.key === 'F2') setEditing(true);
      }}
    >
      {shown}
    </button>
  );
}
