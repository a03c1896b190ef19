/** The stakeholder map: influence by sentiment; people are dragged, or moved by arrow keys, and each move can be undone. */
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import { hasLeft } from '#shared/domain/people/gaps.ts';
import {
  INFLUENCES,
  isArrow,
  moved,
  type Place,
  placeKey,
  placeOf,
  SENTIMENTS,
  stakeholderMap,
} from '#shared/domain/people/stakeholder-map.ts';
import type { Contact } from '#shared/model/contact.ts';
import { SentimentSign } from './people-marks.tsx';
import type { People } from './use-people.ts';
import type { PeopleChanges } from './use-people-changes.ts';

interface MapProps {
  readonly people: People;
  /** In the order of the list; those who left are taken out here. */
  readonly shown: readonly Contact[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly changes: PeopleChanges;
}

interface ChipProps {
  readonly contact: Contact;
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
  readonly onArrow: (contact: Contact, event: KeyboardEvent) => void;
}

const DRAGGED = 'application/x-kizuna-person';

function usePlaceWords(): (place: Place) => { readonly sentiment: string; readonly influence: string } {
  const { sentiments, influences, unknown } = useText('people');
  const word = (words: Readonly<Record<number, string>>, value: number) => words[value] ?? unknown;
  return ({ sentiment, influence }) => ({
    sentiment: word(sentiments, sentiment),
    influence: word(influences, influence),
  });
}

function Chip({ contact, isSelected, onSelect, onArrow }: ChipProps) {
  const texts = useText('people');
  const fields = useText('fields');
  const wordsOf = usePlaceWords();
  const place = placeOf(contact);
  const { role } = contact;
  return (
    <button
      type="button"
      className="kz-ppl-chip"
      draggable
      data-person={contact.id}
      aria-pressed={isSelected}
      onClick={() => onSelect(contact.id)}
      onKeyDown={(event) => onArrow(contact, event)}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, contact.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <span>{contact.name}</span>
      {role !== undefined && <span className="kz-ppl-faint">{choiceLabel(fields, 'role', role)}</span>}
      {place !== undefined && (
        <VisuallyHidden>{texts.cell(wordsOf(place).sentiment, wordsOf(place).influence)}</VisuallyHidden>
      )}
    </button>
  );
}

/** Chips of a cell before "n more". */
const CELL_FIRST = 8;
const SIDE_FIRST = 60;

function Chips({
  list,
  first,
  ...chip
}: { readonly list: readonly Contact[]; readonly first: number } & Omit<
  ChipProps,
  'contact' | 'isSelected'
> & { readonly selected: string | undefined }) {
  const texts = useText('people');
  const [all, setAll] = useState(false);
  const { selected, ...rest } = chip;
  const drawn = all ? list : list.slice(0, first);
  return (
    <>
      {drawn.map((contact) => (
        <Chip key={contact.id} {...rest} contact={contact} isSelected={contact.id === selected} />
      ))}
      {list.length > first && (
        <button type="button" className="kz-ppl-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts.fewer : texts.moreInCell(list.length - first)}
        </button>
      )}
    </>
  );
}

/** The chip is drawn anew in another cell once the people have changed: the focus follows it there. */
function useFollowFocus(contacts: readonly Contact[]) {
  const root = useRef<HTMLDivElement>(null);
  const follow = useRef<{ id: string; before: readonly Contact[] } | undefined>(undefined);
  useEffect(() => {
    const wanted = follow.current;
    if (wanted === undefined || wanted.before === contacts) return;
    follow.current = undefined;
    const chip = root.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(wanted.id)}"]`);
    if (chip !== undefined && chip !== null && chip !== document.activeElement) chip.focus();
  }, [contacts]);
  const followFocus = (id: string) => {
    follow.current = { id, before: contacts };
  };
  return { root, followFocus };
}

function dropProps(onDrop: (id: string) => void) {
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const id = event.dataTransfer.getData(DRAGGED);
      if (id === '') return;
      event.preventDefault();
      event.stopPropagation();
      onDrop(id);
    },
  };
}

export function StakeholderMapView({ people, shown, selected, onSelect, changes }: MapProps) {
  const texts = useText('people');
  const wordsOf = usePlaceWords();
  const present = shown.filter((contact) => !hasLeft(contact, people.today));
  const { cells, unplaced } = stakeholderMap(present);
  const { root, followFocus } = useFollowFocus(people.contacts);
  const [said, setSaid] = useState('');
  const put = (contact: Contact, place: Place) => {
    followFocus(contact.id);
    const { sentiment, influence } = wordsOf(place);
    setSaid(texts.placed(contact.name, sentiment, influence));
    void changes.set(contact.id, { ...place }, texts.moved(contact.name));
  };
  const onArrow = (contact: Contact, event: KeyboardEvent) => {
    if (!isArrow(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const place = moved(contact, event.key);
    if (place !== undefined) put(contact, place);
  };
  const onDrop = (place: Place) => (id: string) => {
    const contact = people.byId.get(id);
    const from = contact === undefined ? undefined : placeOf(contact);
    const stays = from !== undefined && placeKey(from) === placeKey(place);
    if (contact !== undefined && !stays) put(contact, place);
  };
  const chips = { selected, onSelect, onArrow };
  return (
    <div ref={root} className="kz-ppl-map">
      <p className="kz-ppl-faint">{texts.mapHint}</p>
      <p className="kz-visually-hidden" role="status">
        {said}
      </p>
      <div className="kz-ppl-map-body">
        <div className="kz-ppl-board">
          <table className="kz-ppl-grid">
            <caption className="kz-visually-hidden">{texts.mapLabel}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="kz-ppl-axis">{texts.influence} ↑</span>
                </th>
                {SENTIMENTS.map((step) => (
                  <th key={step} scope="col">
                    <SentimentSign step={step} /> {texts.sentiments[step]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {INFLUENCES.map((influence) => (
                <tr key={influence}>
                  <th scope="row">{texts.influences[influence]}</th>
                  {SENTIMENTS.map((sentiment) => {
                    const place = { sentiment, influence };
                    const list = cells.get(placeKey(place)) ?? [];
                    return (
                      <td key={sentiment} data-cell={placeKey(place)} {...dropProps(onDrop(place))}>
                        <div className="kz-ppl-cell">
                          <Chips {...chips} list={list} first={CELL_FIRST} />
                        </div>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <section className="kz-ppl-unplaced" aria-label={texts.unplaced}>
          <h3>{texts.unplaced}</h3>
          <p className="kz-ppl-faint">{unplaced.length === 0 ? texts.unplacedNone : texts.unplacedHint}</p>
          <div className="kz-ppl-cell">
            <Chips {...chips} list={unplaced} first={SIDE_FIRST} />
          </div>
        </section>
      </div>
    </div>
  );
}
