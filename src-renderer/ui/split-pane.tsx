/** The screen and a context panel beside it; the border between them moves by pointer and by arrow keys. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import './split-pane.css';

const NARROWEST = 240;
const WIDEST = 640;
const STEP = 24;

function clamp(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}

export interface SplitPaneProps {
  readonly children: ReactNode;
  /** The context panel; without it the screen has all the room. */
  readonly side?: ReactNode;
  readonly startWidth?: number;
}

export function SplitPane({ children, side, startWidth = 340 }: SplitPaneProps) {
  const texts = useText('ui');
  const [width, setWidth] = useState(startWidth);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') setWidth(clamp(width + STEP));
    else if (event.key === 'ArrowRight') setWidth(clamp(width - STEP));
    else return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const right = event.currentTarget.parentElement?.getBoundingClientRect().right ?? window.innerWidth;
    setWidth(clamp(right - event.clientX));
  };
  return (
    <div className="kz-split">
      <div className="kz-split-main">{children}</div>
      {side !== undefined && (
        <>
          <hr
            className="kz-split-grip"
            aria-orientation="vertical"
            aria-label={texts.resizePanel}
            aria-valuemin={NARROWEST}
            aria-valuemax={WIDEST}
            aria-valuenow={width}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={onPointerMove}
          />
          <div className="kz-split-side kz-scroll" style={{ width }}>
            {side}
          </div>
        </>
      )}
    </div>
  );
}
