/** "My day" on paper: every line, not only those that the screen shows so far. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

interface PrintDay {
  /** Everything is to be drawn now. */
  readonly isPrinting: boolean;
  /** It waits until all of it is there. */
  readonly isAsked: boolean;
  readonly print: () => void;
}

export function usePrint(): PrintDay {
  const [state, setState] = useState<'no' | 'asked' | 'printing'>('no');
  useEffect(() => {
    // The browser's own command comes unannounced: what is drawn by then is what is printed.
    const before = () => flushSync(() => setState('printing'));
    const after = () => setState('no');
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return { isPrinting: state !== 'no', isAsked: state === 'asked', print: () => setState('asked') };
}

/** Hands the page to the printer once all that was asked for stands on it. */
export function usePrintWhenReady(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    const frame = requestAnimationFrame(() => window.print());
    return () => cancelAnimationFrame(frame);
  }, [isReady]);
}
