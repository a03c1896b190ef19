/** What changed since a version besides the words, field by field, in words. */
import type { ReactNode } from 'react';
import { useKinds } from '#renderer/data/notes.ts';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import type { FactChange } from '#shared/domain/notes/note-facts.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { FieldValue } from '#shared/model/field.ts';
import type { NoteFact } from '#shared/model/note.ts';
import { kindName } from './kind-words.ts';

export function Added({ children }: { readonly children: ReactNode }) {
  const texts = useText('notes');
  return (
    <ins>
      <VisuallyHidden>{`${texts.added}: `}</VisuallyHidden>
      {children}
    </ins>
  );
}

export function Taken({ children }: { readonly children: ReactNode }) {
  const texts = useText('notes');
  return (
    <del>
      <VisuallyHidden>{`${texts.taken}: `}</VisuallyHidden>
      {children}
    </del>
  );
}

type Words = (field: NoteFact, value: FieldValue | undefined) => string[];

/** One word for each value of a list, one for any other value, none for no value. */
function useFactWords(contacts: readonly Contact[]): Words {
  const texts = useText('notes');
  const fields = useText('fields');
  const { format } = useLocale();
  const kinds = useKinds();
  const steps: Readonly<Record<string, string>> = texts.sentimentSteps;
  const nameOf = (id: string) => contacts.find((contact) => contact.id === id)?.name ?? texts.goneContact;
  const wordOf = (field: NoteFact, value: FieldValue): string => {
    const text = String(value);
    switch (field) {
      case 'kind':
        return kindName(kinds, text, fields);
      case 'at':
        return format.dateTime(Number(value));
      case 'durationMinutes':
        return format.number(Number(value));
      case 'nextOn':
        return format.date(text);
      case 'sentiment':
        return steps[text] ?? text;
      case 'contacts':
        return nameOf(text);
      default:
        return text;
    }
  };
  return (field, value) => {
    if (value === undefined) return [];
    return Array.isArray(value) ? value.map((each) => wordOf(field, each)) : [wordOf(field, value)];
  };
}

interface ComparedFactsProps {
  readonly changes: readonly FactChange[];
  /** Of the account: the note knows people by their ids. */
  readonly contacts: readonly Contact[];
}

export function ComparedFacts({ changes, contacts }: ComparedFactsProps) {
  const fields = useText('fields');
  const wordsOf = useFactWords(contacts);
  return (
    <dl className="kz-note-compared-facts">
      {changes.map(({ field, before, after }) => {
        const then = wordsOf(field, before);
        const now = wordsOf(field, after);
        return (
          <div key={field}>
            <dt>{fieldLabel(fields, 'activity', field)}</dt>
            {then.map((word) => (
              <dd key={`then ${word}`}>{now.includes(word) ? word : <Taken>{word}</Taken>}</dd>
            ))}
            {now
              .filter((word) => !then.includes(word))
              .map((word) => (
                <dd key={`now ${word}`}>
                  <Added>{word}</Added>
                </dd>
              ))}
          </div>
        );
      })}
    </dl>
  );
}
