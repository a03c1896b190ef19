/** A new person in one line: what was understood is shown below before Enter adds it. */
import { UserPlus } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { isCommitKey } from '#renderer/ui/ime.ts';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import { type ContactLine, readContactLine } from '#shared/domain/people/contact-line.ts';
import type { PeopleChanges } from './use-people-changes.ts';

interface AddPersonProps {
  readonly accountId: string;
  readonly changes: PeopleChanges;
  readonly input: RefObject<HTMLInputElement | null>;
}

function useParts(line: ContactLine | undefined): string {
  const fields = useText('fields');
  const { labels } = fields;
  const { format } = useLocale();
  if (line === undefined) return '';
  const { name, role, title, department, email, phone } = line;
  const parts: [string, string | undefined][] = [
    [labels.contact.name, name],
    [labels.contact.role, role === undefined ? undefined : choiceLabel(fields, 'role', role)],
    [labels.contact.title, title],
    [labels.contact.department, department],
    [labels.contact.email, email],
    [labels.contact.phone, phone],
  ];
  return format.list(parts.flatMap(([label, value]) => (value === undefined ? [] : [`${label} “${value}”`])));
}

export function AddPerson({ accountId, changes, input }: AddPersonProps) {
  const texts = useText('people');
  const [draft, setDraft] = useState('');
  const line = readContactLine(draft);
  const parts = useParts(line);
  const add = async () => {
    if (line === undefined) return;
    // Emptied at once, so that the next name can be typed while this one is stored; refused words come back.
    setDraft('');
    const id = await changes.add({ ...line, account: accountId }, line.name);
    if (id === undefined) setDraft((typed) => (typed === '' ? draft : typed));
  };
  return (
    <form
      className="kz-ppl-add"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label className="kz-ppl-add-line">
        <UserPlus size={14} strokeWidth={1.75} aria-hidden />
        <VisuallyHidden>{texts.addLabel}</VisuallyHidden>
        <input
          ref={input}
          className="kz-input"
          value={draft}
          placeholder={texts.addHint}
          autoComplete="off"
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            // Enter that accepts a conversion must not add half a name.
            if (event.key === 'Enter' && !isCommitKey(event)) event.preventDefault();
          }}
        />
      </label>
      {line !== undefined && (
        <>
          <Button type="submit" size="small">
            {texts.addButton}
          </Button>
          <p className="kz-ppl-faint" role="status">
            {texts.addRead(parts)}
          </p>
        </>
      )}
    </form>
  );
}
