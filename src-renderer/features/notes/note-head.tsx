/** The first line of the form: what it was, when (also long ago), and how long it took. */
import { useState } from 'react';
import type { NoteKind } from '#renderer/data/kinds.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { kindName } from './kind-words.ts';
import type { NoteFields } from './note-fields.ts';
import { instantOf, readTime, timeOf } from './note-time.ts';

interface HeadProps {
  readonly fields: NoteFields;
  readonly kinds: readonly NoteKind[];
  readonly now: number;
  readonly change: (patch: Partial<NoteFields>) => void;
}

/** Whole minutes, null for none, undefined when it is no such number. */
function readMinutes(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined;
}

function Duration({ fields, change }: Pick<HeadProps, 'fields' | 'change'>) {
  const texts = useText('notes');
  const [typed, setTyped] = useState(String(fields.durationMinutes ?? ''));
  return (
    <TextField
      label={texts.duration}
      inputMode="numeric"
      value={typed}
      error={readMinutes(typed) === undefined ? texts.durationWrong : undefined}
      onChange={(next) => {
        setTyped(next);
        const minutes = readMinutes(next);
        if (minutes !== undefined) change({ durationMinutes: minutes ?? undefined });
      }}
    />
  );
}

export function NoteHead({ fields, kinds, now, change }: HeadProps) {
  const texts = useText('notes');
  const words = useText('fields');
  const [day, setDay] = useState<string | undefined>(isoDateOf(fields.activityAt));
  const [time, setTime] = useState(timeOf(fields.activityAt));
  const place = (nextDay: string | undefined, nextTime: string) => {
    setDay(nextDay);
    setTime(nextTime);
    const at = instantOf(nextDay, nextTime);
    if (at !== undefined) change({ activityAt: at });
  };
  const offered = kinds.filter((kind) => !kind.hidden || kind.id === fields.kind);
  return (
    <div className="kz-note-head">
      <Select
        label={texts.kind}
        value={fields.kind}
        options={offered.map((kind) => ({ value: kind.id, label: kindName(kinds, kind.id, words) }))}
        onChange={(kind) => change({ kind })}
      />
      <DateField
        label={texts.date}
        value={day}
        onChange={(next) => place(next, time)}
        {...(fields.activityAt > now + 60_000 ? { hint: texts.inFuture } : {})}
      />
      <TextField
        label={texts.time}
        inputMode="numeric"
        value={time}
        error={readTime(time) === undefined ? texts.timeWrong : undefined}
        onChange={(next) => place(day, next)}
      />
      <Duration fields={fields} change={change} />
    </div>
  );
}
