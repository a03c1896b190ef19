/** Says who does a task: somebody on our side, a contact of the account, a new name, or nobody yet. */
import { useData } from '#renderer/data/data-context.ts';
import { contactsOf } from '#renderer/data/records.ts';
import type { TaskPerson } from '#renderer/data/tasks.ts';
import { useLive } from '#renderer/data/use-live.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { foldText } from '#shared/domain/table/fold-text.ts';
import { sameName } from '#shared/domain/tasks/people.ts';
import type { Contact } from '#shared/model/contact.ts';
import { PickList, type PickOption } from './pick-list.tsx';
import type { OurSide } from './use-tasks.ts';

interface PersonPanelProps {
  readonly texts: Texts['tasks'];
  readonly ourSide: OurSide;
  /** The one account of the tasks; '' when they have none or several. */
  readonly account: string;
  /** Only our side is asked for: who owns an account. */
  readonly onlyOurs?: boolean;
  readonly onPick: (person: TaskPerson) => void;
}

const MOST = 40;

function peopleOf(
  { texts, ourSide }: Pick<PersonPanelProps, 'texts' | 'ourSide'>,
  contacts: readonly Contact[],
) {
  const ours = ourSide.names.map(
    (name): PickOption<TaskPerson> => ({
      key: `ours-${name}`,
      label: name,
      hint: name === ourSide.me ? texts.giveToMe : texts.sides.ours,
      value: { side: 'ours', owner: name },
    }),
  );
  const theirs = contacts
    .filter((contact) => contact.leftOn === undefined)
    .map(
      (contact): PickOption<TaskPerson> => ({
        key: `theirs-${contact.id}`,
        label: contact.name,
        hint: contact.title ?? texts.sides.theirs,
        value: { side: 'theirs', owner: contact.name, contact: contact.id },
      }),
    );
  return [...ours, ...theirs];
}

const BOTH_SIDES = ['ours', 'theirs'] as const;
const OUR_SIDE = ['ours'] as const;

function newNames(
  texts: Texts['tasks'],
  sides: readonly TaskPerson['side'][],
  name: string,
): PickOption<TaskPerson>[] {
  return sides.map((side) => ({
    key: `new-${side}`,
    label: texts.giveTo(name, texts.sides[side]),
    value: { side, owner: name },
  }));
}

export function PersonPanel({ texts, ourSide, account, onlyOurs = false, onPick }: PersonPanelProps) {
  const { db } = useData();
  const sides = onlyOurs ? OUR_SIDE : BOTH_SIDES;
  const live = useLive(() => (account === '' ? Promise.resolve([]) : contactsOf(db, account)), [db, account]);
  const people = peopleOf({ texts, ourSide }, live.state === 'ready' ? live.value : []);
  const nobody = sides.map(
    (side): PickOption<TaskPerson> => ({
      key: `nobody-${side}`,
      label: texts.nobody,
      hint: texts.sides[side],
      value: { side, owner: '' },
    }),
  );
  const find = (text: string) => {
    const wanted = foldText(text.trim());
    if (wanted === '') return [...people.slice(0, MOST), ...nobody];
    const fitting = people.filter((person) => foldText(person.label).includes(wanted)).slice(0, MOST);
    const known = fitting.some((person) => sameName(person.label, text));
    return known ? fitting : [...fitting, ...newNames(texts, sides, text.trim())];
  };
  return (
    <PickList
      label={texts.findPerson}
      placeholder={texts.findPersonPlaceholder}
      listLabel={texts.people}
      find={find}
      onPick={onPick}
    />
  );
}
