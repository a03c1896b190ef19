/** Asks which account is meant: type a part of its name, Enter takes the first. */
import { useId, useState } from 'react';
import type { BookStore } from '#renderer/data/book.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { isComposing } from '#renderer/ui/ime.ts';
import { findAccounts } from './account-finder.tsx';
import './account-chooser.css';

interface AccountChooserProps {
  /** The question. */
  readonly title: string;
  readonly book: BookStore;
  readonly onChoose: (accountId: string) => void;
  readonly onClose: () => void;
}

export function AccountChooser({ title, book, onChoose, onClose }: AccountChooserProps) {
  const texts = useText('app');
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useId();
  const found = findAccounts(book.get().rows, query);
  const index = Math.min(active, found.length - 1);
  const move = (step: number) => setActive((index + step + found.length) % Math.max(1, found.length));
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <input
        autoFocus
        className="kz-input"
        role="combobox"
        autoComplete="off"
        aria-label={texts.findAccount}
        placeholder={texts.findAccount}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${index}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          const chosen = found[index];
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen.account.id);
          else return;
          event.preventDefault();
        }}
      />
      <div id={list} role="listbox" aria-label={texts.findAccount} className="kz-account-choices">
        {found.map(({ account }, i) => (
          <div
            key={account.id}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === index}
            className="kz-account-choice"
            onPointerDown={(event) => {
              event.preventDefault();
              onChoose(account.id);
            }}
          >
            {account.name}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="kz-hint">{texts.noAccount}</p>}
    </Dialog>
  );
}
