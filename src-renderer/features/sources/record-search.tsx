/** Finds a record by typing, of the kind that the value should name: where none of the near matches fits. */
import { useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { type FoundRecord, searchRecords } from '#renderer/data/sources.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { isCancelKey, isCommitKey } from '#renderer/ui/ime.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';

const MOST = 6;

export interface RecordSearchProps {
  readonly noun: RecordNoun;
  readonly label: string;
  readonly onPick: (record: FoundRecord) => void;
  readonly onLeave: () => void;
}

export function RecordSearch({ noun, label, onPick, onLeave }: RecordSearchProps) {
  const texts = useText('ui');
  const { db } = useData();
  const [query, setQuery] = useState('');
  const live = useLive(() => searchRecords(db, noun, query, MOST), [db, noun, query]);
  const found = live.state === 'ready' ? live.value : [];
  const first = found[0];
  return (
    <span className="kz-account-search">
      <input
        // The person asked for this field a moment ago.
        // biome-ignore lint/a11y/noAutofocus: it opens on request
        autoFocus
        type="search"
        className="kz-input"
        aria-label={label}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (isCancelKey(event)) {
            event.preventDefault();
            onLeave();
          } else if (isCommitKey(event) && first !== undefined) {
            event.preventDefault();
            onPick(first);
          }
        }}
      />
      {found.map((record) => (
        <Button key={record.id} size="small" onClick={() => onPick(record)}>
          {record.name}
        </Button>
      ))}
      {query !== '' && live.state === 'ready' && found.length === 0 && (
        <span className="kz-hint">{texts.noOptions}</span>
      )}
    </span>
  );
}
