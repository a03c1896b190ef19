/** An entry opened: its whole text, every value and custom column, where it comes from, and what can be done with it. */
import { useData } from '#renderer/data/data-context.ts';
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { choiceLabel, fieldLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { valueText } from '#renderer/i18n/value-text.ts';
import { isWholeDay } from '#shared/domain/timeline/filter.ts';
import type { Marker } from '#shared/domain/timeline/markers.ts';
import type { Activity } from '#shared/model/activity.ts';
import type { NounName } from '#shared/model/field.ts';
import { fieldSpec } from '#shared/model/nouns.ts';
import type { StageChange } from '#shared/model/stage-change.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';
import type { Task } from '#shared/model/task.ts';
import { NoteBody } from './note-body.tsx';
import { OriginLine, RecordOriginLine } from './origin-line.tsx';
import { useTools } from './timeline-tools.ts';

interface ValueListProps {
  readonly noun: NounName;
  readonly values: Readonly<Record<string, unknown>>;
  readonly custom: Readonly<Record<string, unknown>>;
}

interface Pair {
  readonly key: string;
  readonly label: string;
  readonly text: string;
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

function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <dl className="kz-tl-values">
      {pairs.map(({ key, label, text }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function useWordFor() {
  const texts = useText('timeline');
  const { names, kinds } = useTools();
  const { format } = useLocale();
  const steps: Readonly<Record<number, string>> = texts.sentimentSteps;
  return (noun: NounName, field: string, value: unknown): string => {
    const spec = fieldSpec(noun, field);
    if (field === 'contacts' && Array.isArray(value)) {
      return format.list(value.map((id) => names.get(String(id)) ?? String(id)));
    }
    if (field === 'sentiment' && typeof value === 'number') return steps[value] ?? format.number(value);
    if (field === 'kind' && typeof value === 'string' && kinds.own.has(value)) {
      return kinds.own.get(value) ?? value;
    }
    if (spec?.kind === 'dateTime' && typeof value === 'number' && isWholeDay(value)) {
      return format.date(new Date(value).toISOString().slice(0, 10));
    }
    const words = { fields: kinds.fields, format, yes: texts.yes, no: texts.no };
    const shown = valueText(field, spec, value, words);
    return spec?.kind === 'relation' ? (names.get(shown) ?? shown) : shown;
  };
}

function ValueList({ noun, values, custom }: ValueListProps) {
  const fields = useText('fields');
  const wordFor = useWordFor();
  const own = Object.entries(values)
    .filter(([field, value]) => !ELSEWHERE.has(field) && value !== undefined)
    .map(([field, value]) => ({
      key: field,
      label: fieldLabel(fields, noun, field),
      text: wordFor(noun, field, value),
    }));
  const others = Object.entries(custom).map(([name, value]) => ({
    key: `custom.${name}`,
    label: name,
    text: wordFor(noun, `custom.${name}`, value),
  }));
  return <Pairs pairs={[...own, ...others].filter(({ text }) => text !== '')} />;
}

function longText(values: Readonly<Record<string, unknown>>): string {
  const value = values.body ?? values.comment;
  return typeof value === 'string' ? value : '';
}

function EventDetails({ event }: { readonly event: HistoryEvent }) {
  const body = longText(event.values);
  return (
    <>
      {body !== '' && <p className="kz-tl-body">{body}</p>}
      <ValueList noun={event.noun} values={event.values} custom={event.custom} />
      <OriginLine event={event} />
    </>
  );
}

function WrittenDetails({ activity }: { readonly activity: Activity }) {
  const texts = useText('timeline');
  const { format } = useLocale();
  const changed = activity.updatedAt > activity.createdAt;
  return (
    <>
      {activity.body !== undefined && <NoteBody markdown={activity.body} accountId={activity.account} />}
      <ValueList noun="activity" values={{ ...activity }} custom={activity.custom ?? {}} />
      <p className="kz-tl-origin">
        {texts.writtenOn(format.dateTime(activity.createdAt))}
        {changed && ` · ${texts.changedOn(format.dateTime(activity.updatedAt))}`}
      </p>
    </>
  );
}

function TaskDetails({ task }: { readonly task: Task }) {
  const { taskFacts, task: words, open } = useText('timeline');
  const { format } = useLocale();
  const pairs: readonly Pair[] = [
    { key: 'owner', label: taskFacts.owner, text: task.owner },
    { key: 'side', label: taskFacts.side, text: words[task.side] },
    { key: 'due', label: taskFacts.due, text: task.due === undefined ? '' : format.date(task.due) },
    { key: 'state', label: taskFacts.state, text: task.state === 'done' ? words.done : open },
    {
      key: 'doneAt',
      label: taskFacts.doneAt,
      text: task.doneAt === undefined ? '' : format.dateTime(task.doneAt),
    },
  ];
  return <Pairs pairs={pairs.filter(({ text }) => text !== '')} />;
}

const NOUN_OF = { contract: 'subscription', deal: 'opportunity', people: 'contact' } as const;

function StageDetails({ change, source }: { readonly change: StageChange; readonly source: string }) {
  const { fields } = useTools().kinds;
  const { stageFacts } = useText('timeline');
  const label = (stage: string | undefined) =>
    stage === undefined ? '' : choiceLabel(fields, 'stage', stage);
  const pairs: readonly Pair[] = [
    { key: 'from', label: stageFacts.from, text: label(change.from) },
    { key: 'to', label: stageFacts.to, text: label(change.to) },
    { key: 'source', label: stageFacts.source, text: source },
  ];
  return <Pairs pairs={pairs.filter(({ text }) => text !== '')} />;
}

function StageFromDetails({ change }: { readonly change: StageChange }) {
  const { db } = useData();
  const { here, sourceUnknown } = useText('timeline');
  const { source } = change;
  const live = useLive(
    async () => (source === undefined ? undefined : await db.sources.get(source)),
    [db, source],
  );
  const named = live.state === 'ready' ? (live.value?.name ?? sourceUnknown) : '';
  return <StageDetails change={change} source={source === undefined ? here : named} />;
}

function MarkerDetails({ marker }: { readonly marker: Marker }) {
  const { stageFacts } = useText('timeline');
  const { format } = useLocale();
  if (marker.kind === 'stage') return <StageFromDetails change={marker.record} />;
  if (marker.kind === 'next') {
    const text = format.dateTime(marker.record.at);
    return <Pairs pairs={[{ key: 'at', label: stageFacts.agreedOn, text }]} />;
  }
  if (marker.kind === 'task') {
    return (
      <>
        <TaskDetails task={marker.record} />
        <RecordOriginLine recordId={marker.record.id} />
      </>
    );
  }
  return (
    <>
      <ValueList
        noun={NOUN_OF[marker.kind]}
        values={{ ...marker.record }}
        custom={marker.record.custom ?? {}}
      />
      <RecordOriginLine recordId={marker.record.id} />
    </>
  );
}

function Details({ entry }: { readonly entry: TimelineEntry }) {
  switch (entry.type) {
    case 'activity':
      return <WrittenDetails activity={entry.activity} />;
    case 'event':
      return <EventDetails event={entry.event} />;
    case 'marker':
      return <MarkerDetails marker={entry.marker} />;
    case 'extra':
      return <Pairs pairs={(entry.facts ?? []).map((fact) => ({ ...fact, key: fact.label }))} />;
  }
}

export function EntryDetails({ entry }: { readonly entry: TimelineEntry }) {
  const { entryActions } = useTools();
  const actions = entryActions(entry);
  return (
    <>
      <Details entry={entry} />
      {actions !== null && actions !== undefined && actions !== false && (
        <div className="kz-tl-foot">{actions}</div>
      )}
    </>
  );
}
