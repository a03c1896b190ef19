/** The current line of Today, and the focus on it. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { TodayLine } from '#shared/domain/today/order-today.ts';

/** The current line keeps its place when it leaves the list: the next one to look at moves up. */
export function useCursor(lines: readonly TodayLine[]) {
  const [cursor, setCursor] = useState<{ readonly id: string; readonly place: number }>();
  const found = cursor === undefined ? -1 : lines.findIndex(({ id }) => id === cursor.id);
  const place = cursor === undefined ? -1 : found !== -1 ? found : Math.min(cursor.place, lines.length - 1);
  const moveTo = (next: number) => {
    const line = lines[next];
    if (line !== undefined) setCursor({ id: line.id, place: next });
  };
  return { place, moveTo };
}

/** After a line was settled the focus is on whatever took its place, not lost on the page. */
export function useFocus(page: RefObject<HTMLElement | null>, id: string | undefined) {
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current || id === undefined) return;
    const line = page.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`);
    if (line === null || line === undefined) return;
    wanted.current = false;
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: 'nearest' });
  });
  return () => {
    wanted.current = true;
  };
}
