/** Arrow keys inside a group that is one tab stop (tabs, toolbars), after the ARIA authoring practices. */
import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** Moves the focus among the elements matching `selector` inside the group; returns where it went. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, selector: string): HTMLElement | undefined {
  const step = STEPS[event.key];
  if (step === undefined) return undefined;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const from = event.target instanceof HTMLElement ? items.indexOf(event.target) : -1;
  const next = from === -1 ? undefined : items[step(from, items.length)];
  if (next === undefined) return undefined;
  event.preventDefault();
  next.focus();
  return next;
}
