/** What can be done on the People tab, for keyboard and palette. */
import { useText } from '#renderer/i18n/locale.ts';
import { type Command, useCommands } from '#renderer/ui/keys.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { People } from './use-people.ts';
import type { PeopleChanges } from './use-people-changes.ts';

export const VIEWS = ['list', 'map', 'organisation', 'known'] as const;
export type View = (typeof VIEWS)[number];

interface CommandParts {
  readonly people: People;
  readonly changes: PeopleChanges;
  readonly selected: Contact | undefined;
  readonly focusAdd: () => void;
  readonly focusSearch: () => void;
  readonly setView: (view: View) => void;
  readonly compare: () => void;
  readonly close: () => void;
}

/** The palette finds all of it; what is about one person is there while that person is open. */
export function usePeopleCommands(parts: CommandParts): void {
  const texts = useText('people');
  const { people, changes, selected } = parts;
  const about: Command[] =
    selected === undefined
      ? []
      : [
          { id: 'people.close', label: texts.close, keys: ['Escape'], keyboardOnly: true, run: parts.close },
          {
            id: 'people.left',
            label: texts.commandLeft(selected.name),
            run: () => void changes.setField(selected.id, 'leftOn', people.today),
          },
          {
            id: 'people.remove',
            label: texts.commandRemove(selected.name),
            run: () => {
              parts.close();
              void changes.remove(selected);
            },
          },
        ];
  useCommands({
    id: 'people',
    title: texts.title,
    commands: [
      { id: 'people.add', label: texts.add, keys: ['a'], run: parts.focusAdd },
      { id: 'people.search', label: texts.search, keys: ['/'], menu: ['find'], run: parts.focusSearch },
      ...VIEWS.map((view) => ({
        id: `people.view.${view}`,
        label: texts.commandView(texts.view[view]),
        run: () => parts.setView(view),
      })),
      ...(people.duplicates.length === 0
        ? []
        : [{ id: 'people.merge', label: texts.commandMerge, run: parts.compare }]),
      ...about,
    ],
  });
}
