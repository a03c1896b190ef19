/** The one dialog that is open on Today: settling a finding, a task from it, whose it is, another day, or a playbook. */
import type { ReactNode } from 'react';
import type { TodayEntry } from '#shared/domain/today/entry.ts';
import type { TodayLine } from '#shared/domain/today/order-today.ts';
import type { Settlement } from '#shared/model/alert.ts';
import { AssignTaskDialog, HandOverDialog, type People } from './assign-dialog.tsx';
import { MoveDialog, TaskDialog } from './task-dialog.tsx';
import type { TodayActions } from './today-actions.ts';
import type { LinePlay } from './today-line.tsx';
import type { TodayWords } from './today-words.ts';
import type { TodayList } from './use-today-list.ts';

export interface SettleParts {
  readonly subject: Pick<Settlement, 'id' | 'account' | 'about' | 'mark'> & {
    readonly title: string;
    readonly sentence: string;
  };
  readonly today: string;
  readonly onClose: () => void;
}

/** Playbooks: another feature. */
export interface TodayPlays {
  /** What the command is called. */
  readonly label: string;
  readonly of: (line: TodayLine) => LinePlay;
  readonly dialog: (line: TodayLine, onClose: () => void) => ReactNode;
}

export type Asked =
  | { readonly type: 'settle' | 'task' | 'assign'; readonly entry: TodayEntry }
  | { readonly type: 'play'; readonly line: TodayLine }
  | undefined;

interface TodayDialogsProps {
  readonly settle: (parts: SettleParts) => ReactNode;
  readonly plays: TodayPlays;
  readonly people: People;
  readonly asked: Asked;
  readonly list: TodayList;
  readonly words: TodayWords;
  readonly actions: TodayActions;
  readonly onClose: () => void;
}

/** Hands a task on, or what a finding is about. */
function Assign({ entry, list, words, actions, people, onClose }: TodayDialogsProps & { entry: TodayEntry }) {
  const { item, account } = entry;
  if (item.kind === 'task') {
    const { task } = item;
    return (
      <AssignTaskDialog
        sentence={words.sentence(entry)}
        account={account}
        people={people}
        onClose={onClose}
        onAssign={(person) => {
          onClose();
          void actions.assignTask(task, person);
        }}
      />
    );
  }
  const about = list.accounts.get(account);
  if (about === undefined) return null;
  return (
    <HandOverDialog
      name={about.name}
      account={account}
      owner={about.owner ?? ''}
      proposal={words.nextStep(entry)}
      today={words.today}
      people={people}
      onClose={onClose}
      onTask={(person, title, due) => {
        onClose();
        void actions.addTask({ title, account, person, due });
      }}
      onOwner={({ owner }) => {
        onClose();
        void actions.assignAccount(account, about.name, owner);
      }}
    />
  );
}

export function TodayDialogs(props: TodayDialogsProps) {
  const { asked, list, words, actions, settle, plays, people, onClose } = props;
  if (asked === undefined) return null;
  if (asked.type === 'play') return plays.dialog(asked.line, onClose);
  const { today } = words;
  const { entry, type } = asked;
  const { item, account } = entry;
  const name = list.accounts.get(account)?.name;
  if (type === 'assign') return <Assign {...props} entry={entry} />;
  if (type === 'task') {
    const { texts } = words;
    const owner = list.me ?? list.accounts.get(account)?.owner ?? '';
    return (
      <TaskDialog
        title={name === undefined ? texts.taskTitle : `${texts.taskTitle}: ${name}`}
        proposal={words.nextStep(entry)}
        today={today}
        account={account}
        person={{ side: 'ours', owner }}
        people={people}
        onClose={onClose}
        onAdd={(title, due, person) => {
          onClose();
          void actions.addTask({ title, account, person, due });
        }}
      />
    );
  }
  if (item.kind === 'task') {
    const { task } = item;
    return (
      <MoveDialog
        sentence={words.sentence(entry)}
        today={today}
        onClose={onClose}
        onMove={(due) => {
          onClose();
          void actions.moveTask(task, due);
        }}
      />
    );
  }
  if (item.kind !== 'alert' && item.kind !== 'contradiction') return null;
  const found = item.kind === 'alert' ? item.alert : item.contradiction;
  const { id, mark } = found;
  const title = [name, words.title(entry)].filter((part) => part !== undefined).join(', ');
  const sentence = words.sentence(entry);
  return settle({ subject: { id, account, mark, about: item.kind, title, sentence }, today, onClose });
}
