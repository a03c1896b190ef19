/** The keyboard of the accounts table, offered to the key registry while the table (or nothing else) has the focus. */
import { type RefObject, useEffect, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { type Command, useCommands } from '#renderer/ui/keys.ts';
import { toggleGroup, useAccountsView } from '#renderer/ui-state/accounts-view.ts';
import type { GridHandle } from './accounts-grid.tsx';
import { type Grid, lineAt } from './grid-lines.ts';
import {
  clearSelection,
  cursorIndex,
  extendTo,
  type GridSelection,
  moveTo,
  selectAll,
  toggle,
} from './grid-selection.ts';

export interface GridKeysProps {
  readonly grid: Grid;
  readonly selection: GridSelection;
  readonly onSelection: (next: GridSelection) => void;
  readonly onOpen: (id: string) => void;
  readonly onCopy: () => void;
  readonly handle: RefObject<GridHandle | null>;
}

/**
 * Enter and Space belong to whichever button has the focus; only on the grid itself, or when nothing has the focus,
 * are they the table's. A dialog changes nothing, so that the keyboard map can show these keys.
 */
export function useGridHasKeys(): boolean {
  const [has, setHas] = useState(true);
  useEffect(() => {
    const look = () => {
      const active = document.activeElement;
      if (active?.closest('.kz-modal-scrim') != null) return;
      setHas(active === null || active === document.body || active.matches('[data-grid], #kz-content'));
    };
    // The new element has the focus only after focusout; one task later it is settled.
    const later = () => setTimeout(look, 0);
    look();
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', later);
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', later);
    };
  }, []);
  return has;
}

/** Left closes the group under the cursor, right opens it; elsewhere they scroll. */
function sideways(props: GridKeysProps, step: -1 | 1): void {
  const { grid, selection, handle, onSelection } = props;
  const at = cursorIndex(grid, selection);
  const line = lineAt(grid, at);
  const { collapsed } = useAccountsView.getState();
  if (line?.type === 'group') {
    const value = line.group.value ?? '';
    if (collapsed.has(value) === (step === 1)) toggleGroup(value);
    return;
  }
  if (line !== undefined && step === -1 && grid.arranged.groups !== undefined) {
    let heading = at;
    while (heading > 0 && lineAt(grid, heading)?.type === 'row') heading--;
    onSelection(moveTo(grid, selection, heading));
    handle.current?.reveal(heading);
    return;
  }
  handle.current?.scrollSideways(step);
}

function moves(props: GridKeysProps) {
  const { grid, selection, onSelection, handle } = props;
  const at = cursorIndex(grid, selection);
  const go = (index: number, extend = false) => {
    const to = Math.max(0, Math.min(grid.lines.length - 1, index));
    onSelection(extend ? extendTo(grid, selection, to) : moveTo(grid, selection, to));
    handle.current?.focus();
    handle.current?.reveal(to);
  };
  const page = () => handle.current?.page() ?? 10;
  return {
    up: () => go(at === -1 ? 0 : at - 1),
    down: () => go(at + 1),
    first: () => go(0),
    last: () => go(grid.lines.length - 1),
    pageUp: () => go(at - page()),
    pageDown: () => go(at + page()),
    extendUp: () => go(at - 1, true),
    extendDown: () => go(at + 1, true),
  };
}

function open({ grid, selection, onOpen }: GridKeysProps): void {
  const line = lineAt(grid, cursorIndex(grid, selection));
  if (line?.type === 'row') onOpen(line.row.account.id);
  else if (line !== undefined) toggleGroup(line.group.value ?? '');
}

/** Mounted only while the table has the keys. */
export function GridKeys(props: GridKeysProps) {
  const texts = useText('accounts');
  const { grid, selection, onSelection } = props;
  const move = moves(props);
  const key = (id: string, label: string, keys: readonly string[], run: () => void): Command => ({
    id: `accounts.${id}`,
    label,
    keys,
    run,
    keyboardOnly: true,
  });
  useCommands({
    id: 'accounts.table',
    title: texts.keysTitle,
    commands: [
      key('down', texts.keyDown, ['ArrowDown', 'j'], move.down),
      key('up', texts.keyUp, ['ArrowUp', 'k'], move.up),
      key('first', texts.keyFirst, ['Home'], move.first),
      key('last', texts.keyLast, ['End'], move.last),
      key('page-down', texts.keyPageDown, ['PageDown'], move.pageDown),
      key('page-up', texts.keyPageUp, ['PageUp'], move.pageUp),
      key('open', texts.keyOpen, ['Enter'], () => open(props)),
      key('select', texts.keySelect, [' ', 'x'], () =>
        onSelection(toggle(grid, selection, cursorIndex(grid, selection))),
      ),
      key('extend-down', texts.keyExtendDown, ['shift+ArrowDown', 'shift+j'], move.extendDown),
      key('extend-up', texts.keyExtendUp, ['shift+ArrowUp', 'shift+k'], move.extendUp),
      key('all', texts.keySelectAll, ['mod+a'], () => onSelection(selectAll(grid, selection))),
      key('none', texts.clearSelection, ['Escape'], () => onSelection(clearSelection(selection))),
      key('left', texts.keyLeft, ['ArrowLeft'], () => sideways(props, -1)),
      key('right', texts.keyRight, ['ArrowRight'], () => sideways(props, 1)),
      key('copy', texts.keyCopy, ['mod+c'], props.onCopy),
      key('headings', texts.keyHeadings, ['h'], focusHeadings),
    ],
  });
  return null;
}

function focusHeadings(): void {
  document.querySelector<HTMLElement>('[data-grid] [data-column][tabindex="0"]')?.focus();
}
