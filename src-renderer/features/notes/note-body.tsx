/** The text of the note, with the people who can be mentioned and the tags that are in use. */
import { useText } from '#renderer/i18n/locale.ts';
import { TextArea } from '#renderer/ui/text-field.tsx';

interface NoteBodyProps {
  readonly value: string;
  /** Changes when the text comes from somewhere else than the keyboard. */
  readonly docKey: string;
  readonly onChange: (markdown: string) => void;
  readonly hint: string;
  readonly error: string | undefined;
}

export function NoteBody({ value, onChange, hint, error }: NoteBodyProps) {
  const texts = useText('notes');
  return (
    <TextArea
      label={texts.body}
      placeholder={texts.bodyPlaceholder}
      value={value}
      error={error}
      hint={hint}
      rows={10}
      onChange={onChange}
    />
  );
}
