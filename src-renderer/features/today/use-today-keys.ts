/** The keyboard of Today, offered to the palette and the keyboard map as well. */
import { type Command, useCommands } from '#renderer/ui/keys.ts';
import { changeTodayScope } from '#renderer/ui-state/today-view.ts';
import type { TodayLine } from '#shared/domain/today/order-today.ts';
import { type LineDoors, pathOf } from './today-line.tsx';
import type { TodayWords } from './today-words.ts';
import type { TodayList } from './use-today-list.ts';

const DRAFTS_OFFERED = 10;

interface TodayKeys extends LineDoors {
  readonly list: TodayList;
  readonly lines: readonly TodayLine[];
  readonly words: TodayWords;
  /** Place of the current line; −1 = none yet. */
  readonly place: number;
  readonly onMove: (place: number) => void;
  readonly onToggle: (id: string) => void;
  /** What the command that starts a playbook is called. */
  readonly playLabel: string;
  readonly onPrint: () => void;
  readonly onCalendar: () => void;
}

function lineCommands(keys: TodayKeys): readonly Command[] {
  const { lines, place, words, onToggle, onNote, onTask, onAssign, onSettle, onDone, onPlay, onOpen } = keys;
  const { texts } = words;
  const line = lines[Math.max(0, place)];
  if (line === undefined) return [];
  const { head } = line;
  const { kind } = head.item;
  const hasAccount = head.account !== '';
  const settles = kind === 'alert' || kind === 'contradiction' || kind === 'task';
  const commands: (Command | undefined)[] = [
    {
      id: 'today.open',
      label: texts.keys.open,
      keys: ['Enter'],
      keyboardOnly: true,
      run: () => onToggle(line.id),
    },
    hasAccount
      ? {
          id: 'today.account',
          label: texts.keys.account,
          keys: ['o'],
          run: () => onOpen(pathOf(head.account)),
        }
      : undefined,
    hasAccount
      ? { id: 'today.note', label: texts.keys.note, keys: ['n'], run: () => onNote(head) }
      : undefined,
    hasAccount
      ? {
          id: 'today.meet',
          label: texts.keys.meet,
          keys: ['m'],
          run: () => onOpen(`${pathOf(head.account)}/meeting`),
        }
      : undefined,
    hasAccount
      ? { id: 'today.play', label: keys.playLabel, keys: ['p'], run: () => onPlay(line) }
      : undefined,
    settles
      ? { id: 'today.settle', label: texts.keys.snooze, keys: ['s'], run: () => onSettle(head) }
      : undefined,
    kind === 'alert' || kind === 'task'
      ? { id: 'today.done', label: texts.keys.done, keys: ['x'], run: () => onDone(head) }
      : undefined,
    kind === 'task'
      ? undefined
      : { id: 'today.task', label: texts.keys.task, keys: ['t'], run: () => onTask(head) },
    hasAccount || kind === 'task'
      ? { id: 'today.assign', label: texts.keys.assign, keys: ['r'], run: () => onAssign(head) }
      : undefined,
  ];
  return commands.filter((command) => command !== undefined);
}

/** Notes that were begun are gone on with by name, whichever line is the current one. */
function draftCommands({ lines, words, onNote }: TodayKeys): readonly Command[] {
  const entries = lines.flatMap(({ head, also }) => [head, ...also]);
  const drafts = entries.flatMap((entry) => (entry.item.kind === 'draft' ? [{ entry, ...entry.item }] : []));
  return drafts.slice(0, DRAFTS_OFFERED).map(({ entry, draft }) => ({
    id: `today.draft.${draft.id}`,
    label: `${words.texts.actions.finish}: ${words.title(entry)}`,
    run: () => onNote(entry),
  }));
}

export function useTodayKeys(keys: TodayKeys): void {
  const { list, lines, words, place, onMove, onPrint, onCalendar } = keys;
  const { texts } = words;
  const only = { keyboardOnly: true };
  const last = lines.length - 1;
  useCommands({
    id: 'today',
    title: texts.title,
    commands: [
      {
        id: 'today.next',
        label: texts.keys.next,
        keys: ['j', 'ArrowDown'],
        ...only,
        run: () => onMove(Math.min(last, place + 1)),
      },
      {
        id: 'today.previous',
        label: texts.keys.previous,
        keys: ['k', 'ArrowUp'],
        ...only,
        run: () => onMove(Math.max(0, place - 1)),
      },
      ...lineCommands(keys),
      ...draftCommands(keys),
      { id: 'today.print', label: texts.print, run: onPrint },
      { id: 'today.calendar', label: texts.importCalendar, run: onCalendar },
      ...(list.me === undefined
        ? []
        : [
            {
              id: 'today.scope.mine',
              label: texts.keys.scope(texts.mine),
              run: () => changeTodayScope('mine'),
            },
          ]),
      { id: 'today.scope.team', label: texts.keys.scope(texts.team), run: () => changeTodayScope('team') },
    ],
  });
}
