/** Dragging a heading to another place and its edge to another width, by pointer. */
import { type PointerEvent, useRef, useState } from 'react';
import { moveColumn, pinColumn, setColumnWidth } from '#renderer/ui-state/accounts-view.ts';
import type { GridColumn } from './use-grid-columns.ts';

/** Less than this is a click. */
const DRAG_START = 5;

interface Drag {
  readonly column: GridColumn;
  readonly startX: number;
  moved: boolean;
}

/** Where a dragged column would land: before this one (undefined = at the end), shown as a line at its left edge. */
export interface DropMark {
  readonly before: GridColumn | undefined;
  /** In the grid's own coordinates. */
  readonly left: number;
}

export interface ColumnDrag {
  readonly mark: DropMark | undefined;
  readonly dragging: string | undefined;
  /** True right after a drag: the click that ends it is none. */
  readonly wasDrag: () => boolean;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>, column: GridColumn) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
}

/** `scroller` is the element that scrolls; its left edge and offset turn the pointer into a place in the grid. */
export function useColumnDrag(
  columns: readonly GridColumn[],
  scroller: () => HTMLElement | null,
): ColumnDrag {
  const drag = useRef<Drag>(undefined);
  const ended = useRef(false);
  const [mark, setMark] = useState<DropMark>();
  const [dragging, setDragging] = useState<string>();

  function markAt(clientX: number): DropMark {
    const box = scroller();
    const seen = clientX - (box?.getBoundingClientRect().left ?? 0);
    const offset = box?.scrollLeft ?? 0;
    for (const column of columns) {
      const left = column.pinned ? column.left : column.left - offset;
      if (seen < left + column.width / 2) return { before: column, left: left + offset };
    }
    const last = columns.at(-1);
    return { before: undefined, left: last === undefined ? 0 : last.left + last.width };
  }

  function finish(): void {
    drag.current = undefined;
    setMark(undefined);
    setDragging(undefined);
  }

  return {
    mark,
    dragging,
    wasDrag: () => {
      const was = ended.current;
      ended.current = false;
      return was;
    },
    onPointerDown(event, column) {
      ended.current = false;
      if (event.button === 0) drag.current = { column, startX: event.clientX, moved: false };
    },
    onPointerMove(event) {
      const current = drag.current;
      if (current === undefined) return;
      if (!current.moved) {
        if (Math.abs(event.clientX - current.startX) < DRAG_START) return;
        current.moved = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(current.column.shown.id);
      }
      setMark(markAt(event.clientX));
    },
    onPointerUp(event) {
      const current = drag.current;
      finish();
      if (current === undefined || !current.moved) return;
      ended.current = true;
      const { before } = markAt(event.clientX);
      const { id } = current.column.shown;
      if (before?.shown.id === id) return;
      const isPinned = before?.pinned ?? false;
      if (isPinned !== current.column.pinned) pinColumn(id, isPinned);
      moveColumn(id, before?.shown.id);
    },
    onPointerCancel: finish,
  };
}

/** Handlers of the grip at a heading's right edge. Where it began is kept on the element: the width changes as it moves. */
export function gripHandlers({ shown, width }: GridColumn) {
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.stopPropagation();
      const grip = event.currentTarget;
      grip.setPointerCapture(event.pointerId);
      grip.dataset.startX = String(event.clientX);
      grip.dataset.startWidth = String(width);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const grip = event.currentTarget;
      if (!grip.hasPointerCapture(event.pointerId)) return;
      const { startX, startWidth } = grip.dataset;
      setColumnWidth(shown.id, Number(startWidth) + event.clientX - Number(startX));
    },
    onDoubleClick: () => setColumnWidth(shown.id, undefined),
  };
}
