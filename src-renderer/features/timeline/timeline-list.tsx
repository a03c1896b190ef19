/** The rows in a virtual list: only what is seen is in the document; the end of what is read asks for more. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { useCommands } from '#renderer/ui/keys.ts';
import type { RecordNames } from './entry-details.tsx';
import { TimelineRowView } from './timeline-row.tsx';
import type { TimelineRow } from './timeline-rows.ts';

interface TimelineListProps {
  readonly rows: readonly TimelineRow[];
  readonly more: boolean;
  readonly loadMore: () => void;
  readonly names: RecordNames;
  readonly onRemove: (id: string) => void;
  /** Puts the focus on the filter. */
  readonly onFilter: () => void;
}

const ROW = 34;
const MONTH = 36;
/** Rows before the end at which older ones are asked for. */
const AHEAD = 30;

/** The nearest row from `from` in the direction that is an entry. */
function nextEntry(rows: readonly TimelineRow[], from: number, step: 1 | -1): number | undefined {
  for (let index = from + step; index >= 0 && index < rows.length; index += step) {
    if (rows[index]?.type !== 'month') return index;
  }
  return undefined;
}

export function TimelineList({ rows, more, loadMore, names, onRemove, onFilter }: TimelineListProps) {
  const texts = useText('timeline');
  const { format } = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | undefined>(undefined);
  const wantsFocus = useRef(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (rows[index]?.type === 'month' ? MONTH : ROW),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= rows.length - AHEAD) loadMore();
  }, [more, last, rows.length, loadMore]);

  const found = rows.findIndex((row) => row.key === current);
  const place = found === -1 ? (nextEntry(rows, -1, 1) ?? 0) : found;
  const move = (step: 1 | -1) => {
    const target = found === -1 ? place : nextEntry(rows, found, step);
    if (target === undefined) return;
    setCurrent(rows[target]?.key);
    wantsFocus.current = true;
    virtual.scrollToIndex(target);
  };
  useEffect(() => {
    if (!wantsFocus.current) return;
    const button = box.current?.querySelector<HTMLElement>('[data-current=true]');
    if (button === null || button === undefined) return;
    wantsFocus.current = false;
    button.focus({ preventScroll: true });
  });
  const toggle = useCallback((key: string) => {
    setCurrent(key);
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  useCommands({
    id: 'timeline',
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
      { id: 'timeline.filter', label: texts.chooseKinds, keys: ['f'], run: onFilter },
    ],
  });
  const oldest = rows.at(-1);
  return (
    <div ref={box} className="kz-tl-scroll kz-scroll">
      <ul className="kz-tl-list" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="kz-tl-item"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row.type === 'month' ? (
                <h3 className="kz-tl-month">{format.month(row.day)}</h3>
              ) : (
                <TimelineRowView
                  row={row}
                  isOpen={open.has(row.key)}
                  isCurrent={item.index === place}
                  names={names}
                  onToggle={() => toggle(row.key)}
                  onFocus={() => setCurrent(row.key)}
                  onRemove={onRemove}
                />
              )}
            </li>
          );
        })}
      </ul>
      <p className="kz-tl-end">
        {more ? texts.loadingMore : oldest !== undefined && texts.end(format.date(oldest.day))}
      </p>
    </div>
  );
}
