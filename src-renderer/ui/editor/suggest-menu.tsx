/** The list beside the caret; the keyboard stays in the text, so the list only shows and takes clicks. */
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { SuggestControl, SuggestState } from './suggest-control.ts';

const GAP = 4;

interface SuggestMenuProps {
  readonly control: SuggestControl;
  readonly id: string;
}

/** Below the sign where there is room, else above it. */
function placeOf(menu: HTMLElement, state: SuggestState): void {
  const { width, height } = menu.getBoundingClientRect();
  const below = state.bottom + GAP + height <= globalThis.innerHeight;
  menu.style.top = `${Math.max(GAP, below ? state.bottom + GAP : state.top - GAP - height)}px`;
  menu.style.left = `${Math.max(GAP, Math.min(state.left, globalThis.innerWidth - width - GAP))}px`;
}

function choose(event: Event, control: SuggestControl): void {
  const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
  if (option !== null) control.choose(Number(option.dataset.index));
}

function OpenMenu({ control, id, state }: SuggestMenuProps & { readonly state: SuggestState }) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const stop = new AbortController();
    // The caret must not leave the text.
    element.addEventListener('mousedown', (event) => event.preventDefault(), { signal: stop.signal });
    element.addEventListener('click', (event) => choose(event, control), { signal: stop.signal });
    return () => stop.abort();
  }, [control]);
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    if (!element.matches(':popover-open')) element.showPopover();
    placeOf(element, state);
    element.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  return (
    <div ref={menu} id={id} popover="manual" role="listbox" aria-label={state.title} className="kz-suggest">
      {state.offers.map((offer, i) => (
        <div
          key={offer.id}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === state.active}
          className="kz-suggest-option"
          data-index={i}
          tabIndex={-1}
        >
          <span>{offer.label}</span>
          {offer.hint !== undefined && <span className="kz-suggest-hint">{offer.hint}</span>}
        </div>
      ))}
    </div>
  );
}

export function SuggestMenu({ control, id }: SuggestMenuProps) {
  const state = useSyncExternalStore(control.subscribe, control.get);
  return state === undefined ? null : <OpenMenu control={control} id={id} state={state} />;
}
