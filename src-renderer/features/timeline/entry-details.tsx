/** An entry opened: its whole text, every value and custom column, and where it comes from. */
import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { type EventOrigin, originOf } from '#renderer/data/event-origin.ts';
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { valueText } from '#renderer/i18n/value-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Activity } from '#shared/model/activity.ts';
import type { NounName } from '#shared/model/field.ts';
import { fieldSpec } from '#shared/model/nouns.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';
import { isWholeDay } from './timeline-rows.ts';

/** Names of the records that entries point to (contacts, subscriptions), by id. */
export type RecordNames = ReadonlyMap<string, string>;

interface ValueListProps {
  readonly noun: NounName;
  readonly values: Readonly<Record<string, unknown>>;
  readonly custom: Readonly<Record<string, unknown>>;
  readonly names: RecordNames;
}

/** The account is the page itself; the longer texts stand above the list. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'account',
  'body',
  'comment',
  'id',
  'custom',
  'createdAt',
  'updatedAt',
]);

function ValueList({ noun, values, custom, names }: ValueListProps) {
  const texts = useText('timeline');
  const fields = useText('fields');
  const { format } = useLocale();
  const words = { fields, format, yes: texts.yes, no: texts.no };
  const own = Object.entries(values)
    .filter(([field, value]) => !ELSEWHERE.has(field) && value !== undefined)
    .map(([field, value]) => {
      const spec = fieldSpec(noun, field);
      const at = spec?.kind === 'dateTime' && typeof value === 'number' && isWholeDay(value);
      const shown = at
        ? format.date(new Date(value).toISOString().slice(0, 10))
        : valueText(field, spec, value, words);
      return {
        key: field,
        label: fieldLabel(fields, noun, field),
        text: spec?.kind === 'relation' ? (names.get(shown) ?? shown) : shown,
      };
    });
  const others = Object.entries(custom).map(([name, value]) => ({
    key: `custom.${name}`,
    label: name,
    text: valueText(name, undefined, value, words),
  }));
  return (
    <dl className="kz-tl-values">
      {[...own, ...others].map(({ key, label, text }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** `undefined` while it is asked, `null` when nobody knows any more. */
function useOrigin(event: HistoryEvent): EventOrigin | null | undefined {
  const { db, store } = useData();
  const [origin, setOrigin] = useState<EventOrigin | null | undefined>(undefined);
  useEffect(() => {
    let over = false;
    originOf(db, event).then(
      (found) => !over && setOrigin(found ?? null),
      (error: unknown) => store.noteFailure(error),
    );
    return () => {
      over = true;
    };
  }, [db, store, event]);
  return origin;
}

export function OriginLine({ event }: { readonly event: HistoryEvent }) {
  const texts = useText('timeline');
  const { format } = useLocale();
  const origin = useOrigin(event);
  return (
    <p className="kz-tl-origin">
      {origin === undefined
        ? ' '
        : origin === null
          ? texts.sourceUnknown
          : texts.from(origin.sourceName, format.dateTime(origin.importedAt))}
    </p>
  );
}

function longText(values: Readonly<Record<string, unknown>>): string {
  const value = values.body ?? values.comment;
  return typeof value === 'string' ? value : '';
}

function EventDetails({ event, names }: { readonly event: HistoryEvent; readonly names: RecordNames }) {
  const body = longText(event.values);
  return (
    <>
      {body !== '' && <p className="kz-tl-body">{body}</p>}
      <ValueList noun={event.noun} values={event.values} custom={event.custom} names={names} />
      <OriginLine event={event} />
    </>
  );
}

interface WrittenProps {
  readonly activity: Activity;
  readonly names: RecordNames;
  readonly onRemove: (id: string) => void;
}

function WrittenDetails({ activity, names, onRemove }: WrittenProps) {
  const texts = useText('timeline');
  const { format } = useLocale();
  const changed = activity.updatedAt > activity.createdAt;
  return (
    <>
      {activity.body !== undefined && <p className="kz-tl-body">{activity.body}</p>}
      <ValueList noun="activity" values={{ ...activity }} custom={activity.custom ?? {}} names={names} />
      <div className="kz-tl-foot">
        <p className="kz-tl-origin">
          {texts.writtenOn(format.dateTime(activity.createdAt))}
          {changed && ` · ${texts.changedOn(format.dateTime(activity.updatedAt))}`}
        </p>
        <Button variant="quiet" size="small" icon={Trash2} onClick={() => onRemove(activity.id)}>
          {texts.remove}
        </Button>
      </div>
    </>
  );
}

interface EntryDetailsProps {
  readonly entry: TimelineEntry;
  readonly names: RecordNames;
  readonly onRemove: (id: string) => void;
}

export function EntryDetails({ entry, names, onRemove }: EntryDetailsProps) {
  if (entry.type === 'activity')
    return <WrittenDetails activity={entry.activity} names={names} onRemove={onRemove} />;
  return <EventDetails event={entry.event} names={names} />;
}
