/** The tasks in a virtual grid: only the rows in sight are in the document; the current row is one stop of the Tab key. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { formatCount } from '#renderer/i18n/plural.ts';
import type { TaskAccount, TaskGrouping, TaskLine } from '#shared/domain/tasks/arrange-tasks.ts';
import { DUE_GROUPS } from '#shared/domain/tasks/due.ts';
import type { Task } from '#shared/model/task.ts';
import type { TaskParts } from './task-cells.tsx';
import { TaskRow } from './task-row.tsx';

export interface TaskListHandle {
  /** Brings the row into sight and, a moment later, presses the control of it that fits the selector. */
  press(id: string, selector: string): void;
  /** The focus goes to the current row. */
  focus(): void;
}

interface TaskListProps extends TaskParts {
  readonly lines: readonly TaskLine[];
  readonly grouping: TaskGrouping;
  readonly accounts: ReadonlyMap<string, TaskAccount>;
  readonly current: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly onPoint: (id: string, event: MouseEvent) => void;
  readonly onEdit: (id: string) => void;
  readonly onAccount: (id: string) => void;
  readonly onOpen: (path: string) => void;
  readonly handle: RefObject<TaskListHandle | null>;
}

const ROW = 40;
const GROUP = 40;

function groupTitle({ grouping, accounts, words }: TaskListProps, key: string): string {
  const { texts } = words;
  if (grouping === 'account')
    return key === '' ? texts.noAccount : (accounts.get(key)?.name ?? texts.goneAccount);
  if (key === 'done') return texts.groups.done;
  const group = DUE_GROUPS.find((candidate) => candidate === key);
  return group === undefined ? key : texts.groups[group];
}

const rowOf = (box: HTMLElement | null, id: string) =>
  [...(box?.querySelectorAll<HTMLElement>('[data-task]') ?? [])].find((row) => row.dataset.task === id);

interface Place {
  readonly rowIndex: number;
  readonly start: number;
}

type GroupLineProps = TaskListProps & Place & { readonly line: Extract<TaskLine, { type: 'group' }> };

function GroupLine({ line, rowIndex, start, ...props }: GroupLineProps) {
  return (
    <tr
      className="kz-task-group"
      data-group={line.key}
      aria-rowindex={rowIndex}
      style={{ transform: `translateY(${start}px)` }}
    >
      <td>
        {groupTitle(props, line.key)} <span className="kz-task-faint">{formatCount(line.count)}</span>
      </td>
    </tr>
  );
}

type TaskLineRowProps = TaskListProps & Place & { readonly task: Task };

function TaskLineRow({ task, rowIndex, start, ...props }: TaskLineRowProps) {
  const { words, actions, ourSide, accounts, onEdit, onAccount, onOpen, onPoint } = props;
  const isCurrent = task.id === props.current;
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <tr
      className="kz-task-row"
      data-task={task.id}
      data-current={isCurrent}
      aria-selected={props.chosen.has(task.id)}
      aria-label={task.title}
      aria-rowindex={rowIndex}
      tabIndex={tabIndex}
      style={{ transform: `translateY(${start}px)` }}
      onMouseDown={(event) => {
        // A stretch of chosen rows is no selected text.
        if (event.shiftKey) event.preventDefault();
      }}
      onClick={(event) => onPoint(task.id, event)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Enter') onEdit(task.id);
        else if (event.key === ' ') void actions.setDone([task], task.state !== 'done');
        else return;
        event.preventDefault();
      }}
    >
      <TaskRow
        task={task}
        words={words}
        actions={actions}
        ourSide={ourSide}
        accountName={props.grouping === 'account' ? '' : accounts.get(task.account)?.name}
        tabIndex={tabIndex}
        onEdit={onEdit}
        onAccount={onAccount}
        onOpen={onOpen}
      />
    </tr>
  );
}

export function TaskList(props: TaskListProps) {
  const { lines, current, words, handle } = props;
  const { texts } = words;
  const box = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (lines[index]?.type === 'group' ? GROUP : ROW),
    getItemKey: (index) => {
      const line = lines[index];
      return line === undefined ? index : line.type === 'group' ? `group ${line.key}` : line.task.id;
    },
    overscan: 10,
  });
  const lineOf = (id: string | undefined) =>
    lines.findIndex((line) => line.type === 'task' && line.task.id === id);
  useImperativeHandle(handle, () => ({
    press(id, selector) {
      const line = lineOf(id);
      if (line !== -1) virtual.scrollToIndex(line);
      requestAnimationFrame(() => rowOf(box.current, id)?.querySelector<HTMLElement>(selector)?.click());
    },
    focus() {
      wantsFocus.current = true;
      const line = lineOf(current);
      if (line !== -1) virtual.scrollToIndex(line);
    },
  }));
  useEffect(() => {
    if (!wantsFocus.current || current === undefined) return;
    const row = rowOf(box.current, current);
    if (row === undefined) {
      // The cursor went to a row that is out of sight: it is drawn after the scroll.
      const line = lineOf(current);
      if (line !== -1) virtual.scrollToIndex(line);
      return;
    }
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });
  const items = virtual.getVirtualItems();
  const grid = {
    role: 'grid',
    'aria-label': texts.listLabel,
    'aria-multiselectable': true,
    'aria-rowcount': lines.length,
  } as const;
  return (
    <div ref={box} className="kz-task-scroll kz-scroll">
      <table {...grid} className="kz-task-grid">
        <tbody className="kz-task-body" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const line = lines[item.index];
            if (line === undefined) return null;
            const place = { rowIndex: item.index + 1, start: item.start };
            return line.type === 'group' ? (
              <GroupLine key={item.key} {...props} line={line} {...place} />
            ) : (
              <TaskLineRow key={item.key} {...props} task={line.task} {...place} />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
