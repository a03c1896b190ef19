/** One tooltip for the whole window: any element with `data-tip` shows it on hover and on keyboard focus. */
import { keyCaps } from './keys.ts';
import './tooltip.css';

const HOVER_DELAY = 500;
const GAP = 6;

/** Below the anchor, above it where there is no room; at its right with `data-tip-side="right"` (upright lists). */
function place(box: HTMLElement, anchor: HTMLElement): void {
  const target = anchor.getBoundingClientRect();
  const own = box.getBoundingClientRect();
  if (anchor.dataset.tipSide === 'right') {
    box.style.top = `${target.top + target.height / 2 - own.height / 2}px`;
    box.style.left = `${target.right + GAP}px`;
    return;
  }
  const below = target.bottom + GAP + own.height <= window.innerHeight;
  const left = target.left + target.width / 2 - own.width / 2;
  box.style.top = `${below ? target.bottom + GAP : target.top - GAP - own.height}px`;
  box.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - own.width - GAP))}px`;
}

function fill(box: HTMLElement, anchor: HTMLElement): void {
  box.textContent = anchor.dataset.tip ?? '';
  const keys = anchor.dataset.tipKeys;
  if (keys === undefined) return;
  const caps = document.createElement('span');
  caps.className = 'kz-tooltip-keys';
  caps.textContent = keyCaps(keys).join(' ');
  box.append(caps);
}

/** Begins to watch; called once by the frame. The text is also the element's accessible name, so the box is hidden from it. */
export function watchTooltips(root: Document): () => void {
  const box = root.createElement('div');
  box.className = 'kz-tooltip';
  box.hidden = true;
  box.setAttribute('aria-hidden', 'true');
  root.body.append(box);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shownFor: HTMLElement | undefined;

  const hide = () => {
    clearTimeout(timer);
    shownFor = undefined;
    box.hidden = true;
  };
  const show = (anchor: HTMLElement) => {
    shownFor = anchor;
    fill(box, anchor);
    box.hidden = false;
    place(box, anchor);
  };
  const tipOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null;
  const onOver = (event: Event) => {
    const anchor = tipOf(event);
    if (anchor === shownFor) return;
    hide();
    if (anchor !== null) timer = setTimeout(() => anchor.isConnected && show(anchor), HOVER_DELAY);
  };
  const onFocus = (event: Event) => {
    const anchor = tipOf(event);
    if (anchor?.matches(':focus-visible')) show(anchor);
  };

  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  root.addEventListener('pointerover', onOver, options);
  root.addEventListener('focusin', onFocus, options);
  for (const type of ['focusout', 'pointerdown', 'keydown', 'scroll'])
    root.addEventListener(type, hide, options);
  return () => {
    hide();
    stop.abort();
    box.remove();
  };
}
