/** Every field of a record: its value here, what the source says, which source and when, and what a person changed. */
import { useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { type Fact, factsOf } from '#renderer/data/facts.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateTimeText } from '#renderer/ui/figures.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import type { RecordNoun } from '#shared/model/nouns.ts';
import { FactField } from './fact-field.tsx';
import { useChanges } from './use-changes.ts';
import { useSourceWords } from './use-source-words.ts';

interface RecordFactsProps {
  readonly noun: RecordNoun;
  readonly recordId: string;
  /** Names of records that relations point to, by id. */
  readonly names?: ReadonlyMap<string, string>;
}

function labelOf(fields: Parameters<typeof fieldLabel>[0], noun: RecordNoun, field: string): string {
  return field.startsWith('custom.') ? field.slice(7) : fieldLabel(fields, noun, field);
}

function SourceCells({ noun, fact }: { readonly noun: RecordNoun; readonly fact: Fact }) {
  const texts = useText('account');
  const textOf = useSourceWords(noun, fact.field);
  const { source, changedAt, value } = fact;
  if (source === undefined) {
    return (
      <>
        <td className="kz-acc-faint">{value === null ? '' : texts.onlyHere}</td>
        <td />
      </>
    );
  }
  const said = textOf(source.value);
  return (
    <>
      <td className={changedAt === undefined ? 'kz-acc-faint' : undefined}>
        {changedAt === undefined ? texts.factsAgree : said === '' ? texts.noValue : said}
      </td>
      <td className="kz-acc-faint">
        {source.sourceName} · <DateTimeText value={source.seenAt} />
      </td>
    </>
  );
}

function FactRow({ noun, recordId, fact, names }: RecordFactsProps & { readonly fact: Fact }) {
  const fields = useText('fields');
  const related = typeof fact.value === 'string' ? names?.get(fact.value) : undefined;
  return (
    <tr>
      <th scope="row">{labelOf(fields, noun, fact.field)}</th>
      <td>
        <FactField noun={noun} recordId={recordId} fact={fact} related={related} />
      </td>
      <SourceCells noun={noun} fact={fact} />
      <td className="kz-acc-faint">
        {fact.changedAt !== undefined && <DateTimeText value={fact.changedAt} />}
      </td>
    </tr>
  );
}

/** Marks the value that is in force until one is chosen. */
function Stands() {
  const texts = useText('account');
  return <span className="kz-acc-faint"> · {texts.standsNow}</span>;
}

function ConflictRow({ noun, fact }: { readonly noun: RecordNoun; readonly fact: Fact }) {
  const texts = useText('account');
  const fields = useText('fields');
  const { format } = useLocale();
  const changes = useChanges();
  const textOf = useSourceWords(noun, fact.field);
  const { conflict } = fact;
  if (conflict === undefined) return null;
  const show = (value: unknown) => textOf(value) || texts.noValue;
  return (
    <tr>
      <th scope="row">{labelOf(fields, noun, fact.field)}</th>
      <td>
        <span className="kz-acc-side">{texts.ours}</span> {show(conflict.ours)}
        {conflict.taken === undefined && <Stands />}
      </td>
      <td>
        <span className="kz-acc-side">{texts.theirs}</span>{' '}
        {show(conflict.taken === 'theirs' ? fact.value : conflict.theirs)}
        <span className="kz-acc-faint"> · {format.dateTime(conflict.at)}</span>
        {conflict.taken === 'theirs' && <Stands />}
      </td>
      <td>
        <span className="kz-acc-choices">
          <Button size="small" onClick={() => void changes.settle(conflict, 'ours')}>
            {texts.keepOurs}
          </Button>
          <Button size="small" onClick={() => void changes.settle(conflict, 'theirs')}>
            {texts.takeTheirs}
          </Button>
        </span>
      </td>
    </tr>
  );
}

function Conflicts({ noun, facts }: { readonly noun: RecordNoun; readonly facts: readonly Fact[] }) {
  const texts = useText('account');
  const open = facts.filter((fact) => fact.conflict !== undefined);
  if (open.length === 0) return null;
  return (
    <section className="kz-acc-conflicts">
      <h3>{texts.conflicts}</h3>
      <p>{texts.conflictsBody}</p>
      <table className="kz-acc-table">
        <thead className="kz-visually-hidden">
          <tr>
            <th scope="col">{texts.factsField}</th>
            <th scope="col">{texts.ours}</th>
            <th scope="col">{texts.theirs}</th>
            <th scope="col">{texts.conflicts}</th>
          </tr>
        </thead>
        <tbody>
          {open.map((fact) => (
            <ConflictRow key={fact.field} noun={noun} fact={fact} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function isEmpty(fact: Fact): boolean {
  return fact.value === null && fact.source === undefined && fact.conflict === undefined;
}

export function RecordFacts({ noun, recordId, names }: RecordFactsProps) {
  const texts = useText('account');
  const { db } = useData();
  const live = useLive(() => factsOf(db, noun, recordId), [db, noun, recordId]);
  const [all, setAll] = useState(false);
  if (live.state !== 'ready') return <Skeleton />;
  const facts = live.value;
  const empty = facts.filter(isEmpty);
  const shown = all ? facts : facts.filter((fact) => !isEmpty(fact));
  return (
    <>
      <Conflicts noun={noun} facts={facts} />
      <table className="kz-acc-table kz-acc-facts">
        <thead>
          <tr>
            <th scope="col">{texts.factsField}</th>
            <th scope="col">{texts.factsValue}</th>
            <th scope="col">{texts.factsSource}</th>
            <th scope="col">{texts.factsFrom}</th>
            <th scope="col">{texts.factsChanged}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((fact) => (
            <FactRow
              key={fact.field}
              noun={noun}
              recordId={recordId}
              fact={fact}
              {...(names === undefined ? {} : { names })}
            />
          ))}
        </tbody>
      </table>
      {empty.length > 0 && (
        <Button variant="quiet" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {texts.emptyFields(empty.length)}
        </Button>
      )}
    </>
  );
}
