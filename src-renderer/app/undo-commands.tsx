/** Undo and redo for the whole app: keys, palette and menu bar lead here; a toast names what was done and the way back. */
import { useEffect } from 'react';
import type { AppData } from '#renderer/data/data-context.ts';
import { type OperationSubject, subjectOf } from '#renderer/data/operation-subject.ts';
import { isBackground, type UndoError } from '#renderer/data/undo-redo.ts';
import { useObserved } from '#renderer/data/use-store.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { useCommands } from '#renderer/ui/keys.ts';
import { refusalText } from '#renderer/ui/refusal.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { closeOffers, offerRedo, offerUndo, REDO_COMMAND, UNDO_COMMAND } from '#renderer/ui/undo-toast.ts';
import type { NounName } from '#shared/model/field.ts';
import type { Operation } from '#shared/model/operation.ts';

type Direction = 'undo' | 'redo';

interface Words {
  readonly operations: Texts['operations'];
  readonly fields: Texts['fields'];
  readonly tasks: Texts['tasks'];
  readonly ui: Texts['ui'];
}

function nameOf({ operations }: Words, intent: string): string {
  return Object.hasOwn(operations.names, intent) ? (operations.names[intent] ?? '') : operations.other;
}

/** "moved task (Send the plan)", "done task (3 records)". */
function told(words: Words, operation: Operation, { records, title }: OperationSubject): string {
  const name = nameOf(words, operation.intent);
  if (records > 1) return words.operations.many(name, records);
  return title === undefined ? name : words.operations.one(name, title);
}

const NOUN_OF_TABLE: Readonly<Record<string, NounName>> = {
  accounts: 'account',
  contacts: 'contact',
  subscriptions: 'subscription',
  opportunities: 'opportunity',
  activities: 'activity',
};

function fieldName({ fields, tasks }: Words, table: string, field: string): string | undefined {
  if (field === '') return undefined;
  const noun = NOUN_OF_TABLE[table];
  if (noun !== undefined) return fieldLabel(fields, noun, field);
  if (table !== 'tasks') return undefined;
  const columns: Readonly<Record<string, string>> = { ...tasks.columns, side: tasks.columns.owner };
  return columns[field];
}

function refusal(words: Words, direction: Direction, error: UndoError): string {
  const texts = words.operations;
  switch (error.type) {
    case 'nothing-to-undo':
      return direction === 'undo' ? texts.nothingToUndo : texts.nothingToRedo;
    case 'changed-since': {
      const say = direction === 'undo' ? texts.changedSince : texts.changedSinceRedo;
      return say(nameOf(words, error.intent), fieldName(words, error.table, error.field));
    }
    case 'no-such-record':
      return texts.goneSince(direction === 'undo' ? texts.undo : texts.redo);
    default:
      return refusalText(words.ui.refused, error);
  }
}

async function step({ db, store }: AppData, direction: Direction, words: Words): Promise<void> {
  const done = await store.undoRedo[direction]();
  closeOffers();
  if (!done.ok) {
    toast({ message: refusal(words, direction, done.error) });
    return;
  }
  const what = told(words, done.value, await subjectOf(db, done.value));
  if (direction === 'undo') offerRedo(words.operations.undone(what), words.operations.redo);
  else offerUndo(words.operations.redone(what));
}

/** In a text field the menu's Undo is about the text, as its key is. */
function undoesText(direction: Direction): boolean {
  const active = document.activeElement;
  const writing =
    active instanceof HTMLTextAreaElement ||
    active instanceof HTMLInputElement ||
    (active instanceof HTMLElement && active.isContentEditable);
  return writing && document.execCommand(direction);
}

export function UndoCommands({ data }: { readonly data: AppData }) {
  const app = useText('app');
  const words = {
    operations: useText('operations'),
    fields: useText('fields'),
    tasks: useText('tasks'),
    ui: useText('ui'),
  };
  const { operations } = words;
  const { store } = data;
  const { undo, redo } = useObserved(store.undoRedo.state);
  useEffect(
    () =>
      store.onWritten((operation) => {
        if (!isBackground(operation.intent)) closeOffers();
      }),
    [store],
  );
  const run = (direction: Direction) => void step(data, direction, words);
  const fromMenu = (direction: Direction) => {
    if (!undoesText(direction)) run(direction);
  };
  useCommands({
    id: 'undo',
    title: app.everywhere,
    commands: [
      {
        id: UNDO_COMMAND,
        label: undo === undefined ? operations.undo : operations.undoNamed(nameOf(words, undo)),
        keys: ['mod+z'],
        run: () => run('undo'),
      },
      {
        id: REDO_COMMAND,
        label: redo === undefined ? operations.redo : operations.redoNamed(nameOf(words, redo)),
        keys: ['mod+shift+z', 'mod+y'],
        run: () => run('redo'),
      },
      {
        id: 'app.menu-undo',
        label: operations.undo,
        keyboardOnly: true,
        menu: ['undo'],
        run: () => fromMenu('undo'),
      },
      {
        id: 'app.menu-redo',
        label: operations.redo,
        keyboardOnly: true,
        menu: ['redo'],
        run: () => fromMenu('redo'),
      },
    ],
  });
  return null;
}
