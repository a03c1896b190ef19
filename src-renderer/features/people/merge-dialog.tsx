/** Two entries side by side: field by field it is chosen what stays, and what comes of it is shown before it is done. */
import { ArrowLeftRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { DuplicateReason } from '#shared/domain/people/duplicates.ts';
import { comparePeople, type FieldPair, keptFirst, type Side } from '#shared/domain/people/merge-contacts.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { FieldValue } from '#shared/model/field.ts';
import { asInfluence, asSentiment } from './people-marks.tsx';
import { useContactLabel } from './person-field.tsx';
import type { People } from './use-people.ts';
import type { PeopleChanges } from './use-people-changes.ts';

/** `reasons` is empty when a person chose the pair. */
export interface MergePair {
  readonly a: Contact;
  readonly b: Contact;
  readonly reasons: readonly DuplicateReason[];
}

interface MergeDialogProps {
  readonly pair: MergePair;
  readonly people: People;
  readonly changes: PeopleChanges;
  /** "Pair 1 of 3"; undefined for a chosen pair. */
  readonly position: string | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onDone: (kept: string | undefined) => void;
  readonly onClose: () => void;
}

function useValueWords(people: People): (field: string, value: FieldValue | undefined) => string {
  const texts = useText('people');
  const fields = useText('fields');
  const { format } = useLocale();
  return (field, value) => {
    if (value === undefined || value === '') return texts.empty;
    if (Array.isArray(value)) return format.list(value.map(String));
    switch (field) {
      case 'role':
        return choiceLabel(fields, 'role', String(value));
      case 'sentiment': {
        const step = asSentiment(Number(value));
        return step === undefined ? String(value) : texts.sentiments[step];
      }
      case 'influence': {
        const step = asInfluence(Number(value));
        return step === undefined ? String(value) : texts.influences[step];
      }
      case 'reportsTo':
        return people.byId.get(String(value))?.name ?? texts.unknown;
      case 'startedOn':
      case 'leftOn':
        return format.date(String(value));
      default:
        return String(value);
    }
  };
}

interface RowProps {
  readonly pair: FieldPair;
  readonly chosen: Side;
  readonly onChoose: (side: Side) => void;
  readonly words: (field: string, value: FieldValue | undefined) => string;
}

function Choice({
  pair,
  side,
  chosen,
  onChoose,
  words,
  name,
}: RowProps & { readonly side: Side; readonly name: string }) {
  const text = words(pair.field, pair[side]);
  if (pair.way !== 'choose') {
    const loses = (pair.way === 'kept' && side === 'dropped') || (pair.way === 'dropped' && side === 'kept');
    return <span className={loses ? 'kz-ppl-faint' : undefined}>{text}</span>;
  }
  return (
    <label className="kz-choice">
      <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
      {text}
    </label>
  );
}

function FieldRow(props: RowProps) {
  const texts = useText('people');
  const name = useId();
  const label = useContactLabel()(props.pair.field);
  const { pair } = props;
  return (
    <tr data-way={pair.way}>
      <th scope="row">{label}</th>
      <td>
        <Choice {...props} side="kept" name={name} />
      </td>
      <td>
        <Choice {...props} side="dropped" name={name} />
        {pair.way === 'both' && <span className="kz-ppl-faint"> · {texts.both}</span>}
      </td>
    </tr>
  );
}

function Head({
  title,
  contact,
  people,
  onTakeAll,
}: {
  readonly title: string;
  readonly contact: Contact;
  readonly people: People;
  readonly onTakeAll: () => void;
}) {
  const texts = useText('people');
  const { format } = useLocale();
  const last = people.last.get(contact.id);
  const met = last === undefined ? texts.noContact : format.date(isoDateOf(last.at));
  return (
    <th scope="col">
      <span className="kz-ppl-faint">{title}</span>
      <strong>{contact.name}</strong>
      <span className="kz-ppl-faint">
        {contact.externalId !== undefined && `${contact.externalId} · `}
        {texts.lastContactIs(met)}
      </span>
      <Button size="small" variant="quiet" onClick={onTakeAll}>
        {texts.takeAll}
      </Button>
    </th>
  );
}

function Foot({ children }: { readonly children: ReactNode }) {
  const texts = useText('people');
  return (
    <>
      <p className="kz-ppl-faint">{texts.mergeNote}</p>
      <div className="kz-ppl-actions">{children}</div>
    </>
  );
}

export function MergeDialog({ pair, people, changes, position, onNext, onDone, onClose }: MergeDialogProps) {
  const texts = useText('people');
  const { format } = useLocale();
  const words = useValueWords(people);
  const [turned, setTurned] = useState(false);
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const [first, second] = keptFirst(pair.a, pair.b);
  const [kept, dropped] = turned ? [second, first] : [first, second];
  const fields = comparePeople(kept, dropped);
  const takeAll = (side: Side) =>
    setChoices(
      Object.fromEntries(fields.filter(({ way }) => way === 'choose').map(({ field }) => [field, side])),
    );
  const merge = async () => {
    if (await changes.merge(kept, dropped, choices)) onDone(kept.id);
  };
  const apart = async () => {
    if (await changes.keepApart(pair.a, pair.b)) onDone(undefined);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={texts.mergeTitle}
      width="wide"
      actions={
        <>
          {onNext !== undefined && <Button onClick={onNext}>{texts.nextPair}</Button>}
          {pair.reasons.length > 0 && <Button onClick={() => void apart()}>{texts.notSame}</Button>}
          <Button variant="primary" onClick={() => void merge()}>
            {texts.mergeNow}
          </Button>
        </>
      }
    >
      <div className="kz-ppl-merge">
        <p>
          {pair.reasons.length > 0 &&
            texts.because(format.list(pair.reasons.map((reason) => texts.reasons[reason])))}
          {position !== undefined && <span className="kz-ppl-faint"> · {position}</span>}
        </p>
        <table className="kz-ppl-table">
          <thead>
            <tr>
              <th scope="col">{texts.field}</th>
              <Head title={texts.stays} contact={kept} people={people} onTakeAll={() => takeAll('kept')} />
              <Head
                title={texts.joins}
                contact={dropped}
                people={people}
                onTakeAll={() => takeAll('dropped')}
              />
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <FieldRow
                key={field.field}
                pair={field}
                words={words}
                chosen={choices[field.field] ?? 'kept'}
                onChoose={(side) => setChoices({ ...choices, [field.field]: side })}
              />
            ))}
          </tbody>
        </table>
        <Foot>
          <Button
            size="small"
            icon={ArrowLeftRight}
            onClick={() => {
              setTurned(!turned);
              setChoices({});
            }}
          >
            {texts.turnRound}
          </Button>
        </Foot>
      </div>
    </Dialog>
  );
}
