/** The rows in a virtual list: only what is seen is in the document; older ones are read before the reader comes to them. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { useCommands } from '#renderer/ui/keys.ts';
import { withOpened } from '#shared/domain/timeline/group.ts';
import { TimelineRowView } from './timeline-row.tsx';
import type { TimelineRow, TimelineRules } from './timeline-rules.ts';
import { type TimelineTools, ToolsContext } from './timeline-tools.ts';

/** Where the list is to go as soon as the row is there: an entry, or the first row of a day or of what is older. */
export type ListTarget = { readonly key: string; readonly open: boolean } | { readonly day: string };

interface TimelineListProps {
  readonly rows: readonly TimelineRow[];
  readonly rules: TimelineRules;
  readonly tools: Omit<TimelineTools, 'onToggle' | 'onFocus'>;
  readonly readTo: (rows: number) => void;
  readonly target: ListTarget | undefined;
  /** It is there, or was not found among the rows that are. */
  readonly onReached: () => void;
  /** Above the first row: the way to newer entries. */
  readonly top?: ReactNode;
  /** Below the last one: reading on, or where the history begins. */
  readonly foot: ReactNode;
  /** Steps above the first row. */
  readonly onAbove: (() => void) | undefined;
}

const ROW = 34;
const MONTH = 36;
/** Rows that are read ahead of the reader: what a fast wheel passes in a second. */
const AHEAD = 240;

/** The nearest row from `from` in the direction that is an entry. */
function nextEntry(rows: readonly TimelineRow[], from: number, step: 1 | -1): number | undefined {
  for (let index = from + step; index >= 0 && index < rows.length; index += step) {
    if (rows[index]?.type !== 'month') return index;
  }
  return undefined;
}

/** The row of the target, and the group that has to be opened for it to be there. */
function findTarget(
  rows: readonly TimelineRow[],
  target: ListTarget,
): { readonly index: number; readonly group?: string } | undefined {
  if ('day' in target) {
    const index = rows.findIndex((row) => row.type !== 'month' && row.day <= target.day);
    return index === -1 ? undefined : { index };
  }
  const index = rows.findIndex((row) => row.key === target.key);
  if (index !== -1) return { index };
  const around = rows.findIndex(
    (row) => row.type === 'group' && row.members.some((member) => member.key === target.key),
  );
  const group = rows[around]?.key;
  return group === undefined ? undefined : { index: around, group };
}

export function TimelineList(props: TimelineListProps) {
  const { rules, tools, readTo, target, onReached, top, foot, onAbove } = props;
  const texts = useText('timeline');
  const { format } = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | undefined>(undefined);
  /** Key of the row that gets the focus as soon as it is drawn. */
  const wantsFocus = useRef<string | undefined>(undefined);
  const rows = useMemo(() => withOpened(props.rows, open, rules), [props.rows, open, rules]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (rows[index]?.type === 'month' ? MONTH : ROW),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const read = props.rows.length;
  useEffect(() => {
    if (last >= rows.length - AHEAD) readTo(read + AHEAD);
  }, [last, rows.length, read, readTo]);

  const found = useMemo(() => rows.findIndex((row) => row.key === current), [rows, current]);
  const place = found === -1 ? (nextEntry(rows, -1, 1) ?? 0) : found;
  const goTo = (index: number, align: 'auto' | 'start' = 'auto') => {
    const key = rows[index]?.key;
    setCurrent(key);
    wantsFocus.current = key;
    virtual.scrollToIndex(index, { align });
  };
  const move = (step: 1 | -1) => {
    const next = found === -1 ? place : nextEntry(rows, found, step);
    if (next !== undefined) goTo(next);
    else if (step === -1) onAbove?.();
  };
  useEffect(() => {
    if (wantsFocus.current === undefined || wantsFocus.current !== current) return;
    const button = box.current?.querySelector<HTMLElement>('[data-current=true]');
    if (button === null || button === undefined) return;
    wantsFocus.current = undefined;
    button.focus({ preventScroll: true });
  });
  // After each drawing: what is looked for may have come with the newest rows.
  useEffect(() => {
    if (target === undefined) return;
    const wanted = findTarget(rows, target);
    if (wanted === undefined) return;
    if (wanted.group !== undefined && !open.has(wanted.group)) {
      const { group } = wanted;
      setOpen((before) => new Set(before).add(group));
      // Its rows are there at the next drawing.
      return;
    }
    goTo(wanted.index, 'start');
    if ('key' in target && target.open) setOpen((before) => new Set(before).add(target.key));
    onReached();
  });

  const onToggle = useCallback((key: string) => {
    setCurrent(key);
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const wasOpen = useRef(open);
  useEffect(() => {
    const closed = [...wasOpen.current].filter((key) => !open.has(key));
    wasOpen.current = open;
    for (const key of closed) {
      const index = rows.findIndex((row) => row.key === key);
      if (index !== -1) virtual.resizeItem(index, ROW);
    }
  }, [open, rows, virtual]);
  const all = useMemo(() => ({ ...tools, onToggle, onFocus: setCurrent }), [tools, onToggle]);
  useCommands({
    id: 'timeline-rows',
    title: texts.keysTitle,
    commands: [
      { id: 'timeline.next', label: texts.next, keys: ['j'], keyboardOnly: true, run: () => move(1) },
      {
        id: 'timeline.previous',
        label: texts.previous,
        keys: ['k'],
        keyboardOnly: true,
        run: () => move(-1),
      },
    ],
  });
  return (
    <ToolsContext value={all}>
      <div ref={box} className="kz-tl-scroll kz-scroll">
        {top}
        <ul className="kz-tl-list" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <li
                key={item.key}
                // Closed rows are all of one height; asking each for its own would cost most of a scroll.
                ref={open.has(row.key) ? virtual.measureElement : undefined}
                data-index={item.index}
                className="kz-tl-item"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.type === 'month' ? (
                  <h3 className="kz-tl-month">{format.month(row.day)}</h3>
                ) : (
                  <TimelineRowView row={row} isOpen={open.has(row.key)} isCurrent={item.index === place} />
                )}
              </li>
            );
          })}
        </ul>
        {foot}
      </div>
    </ToolsContext>
  );
}
