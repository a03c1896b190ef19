/** Several short words as one value: Enter or a comma adds, Backspace in the empty field removes the last. */
import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { addTags } from './add-tags.ts';
import { Field, type FieldLook } from './field.tsx';
import { isCommitKey, isComposing } from './ime.ts';
import './tag-input.css';

export interface TagInputProps extends FieldLook {
  readonly value: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  /** Offered by the browser's own list while typing. */
  readonly suggestions?: readonly string[];
  /** What stands in the field and is no tag yet, where somebody else keeps it. */
  readonly line?: { readonly typed: string; readonly onType: (typed: string) => void };
}

export function TagInput({ value, onChange, suggestions = [], line, ...look }: TagInputProps) {
  const texts = useText('ui');
  const [own, setOwn] = useState('');
  const draft = line?.typed ?? own;
  const setDraft = line?.onType ?? setOwn;
  const add = () => {
    if (draft === '') return;
    setDraft('');
    const next = addTags(value, draft);
    if (next.length !== value.length) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if ((isCommitKey(event) || event.key === ',' || event.key === '、') && draft.trim() !== '') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && draft === '' && value.length > 0) {
      onChange(value.slice(0, -1));
    }
  };
  return (
    <Field {...look}>
      {(parts) => (
        <div className="kz-tags">
          {value.map((tag) => (
            <span key={tag} className="kz-tag">
              {tag}
              <button
                type="button"
                aria-label={texts.removeTag(tag)}
                onClick={() => onChange(value.filter((other) => other !== tag))}
              >
                <X size={12} aria-hidden />
              </button>
            </span>
          ))}
          <input
            {...parts}
            list={`${parts.id}-list`}
            placeholder={value.length === 0 ? texts.addTag : undefined}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={add}
            onKeyDown={onKeyDown}
          />
          <datalist id={`${parts.id}-list`}>
            {suggestions.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
        </div>
      )}
    </Field>
  );
}
