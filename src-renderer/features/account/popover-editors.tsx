/** Editors that need more room than a line: a date, tags, a long text; each saves by its button or a key. */
import { type ReactNode, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { isComposing } from '#renderer/ui/ime.ts';
import { TagInput } from '#renderer/ui/tag-input.tsx';
import { TextArea } from '#renderer/ui/text-field.tsx';

interface EditorProps<T> {
  readonly label: string;
  readonly value: T;
  /** Null removes the value. */
  readonly onSave: (value: T | null) => void;
  readonly close: () => void;
}

function EditorFrame({ children, onSave }: { readonly children: ReactNode; readonly onSave: () => void }) {
  const texts = useText('account');
  return (
    <form
      className="kz-acc-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
        event.preventDefault();
        event.stopPropagation();
        onSave();
      }}
    >
      {children}
      <div className="kz-acc-editor-foot">
        <Button type="submit" size="small" variant="primary">
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

export function DateEditor({ label, value, onSave, close }: EditorProps<string>) {
  const [date, setDate] = useState<string | undefined>(value === '' ? undefined : value);
  const save = () => {
    if ((date ?? '') !== value) onSave(date ?? null);
    close();
  };
  return (
    <EditorFrame onSave={save}>
      <DateField label={label} value={date} onChange={setDate} />
    </EditorFrame>
  );
}

export function TagsEditor({ label, value, onSave, close }: EditorProps<readonly string[]>) {
  const [tags, setTags] = useState(value);
  const save = () => {
    if (tags.join('\u001f') !== value.join('\u001f')) onSave(tags.length === 0 ? null : tags);
    close();
  };
  return (
    <EditorFrame onSave={save}>
      <TagInput label={label} value={tags} onChange={setTags} />
    </EditorFrame>
  );
}

export function LongTextEditor({ label, value, onSave, close }: EditorProps<string>) {
  const [text, setText] = useState(value);
  const save = () => {
    if (text !== value) onSave(text.trim() === '' ? null : text);
    close();
  };
  return (
    <EditorFrame onSave={save}>
      <TextArea label={label} value={text} onChange={setText} rows={8} cols={48} autoFocus />
    </EditorFrame>
  );
}
