/** Asks the port something when the screen opens, and again on demand; an answer that came too late is dropped. */
import { useCallback, useEffect, useState } from 'react';
import type { Result } from '#shared/base/result.ts';
import type { SettingsFailure } from './settings-port.ts';

export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: SettingsFailure };

/** `ask` must be stable. While asking again the earlier answer stays on screen. */
export function useAnswer<T>(
  ask: () => Promise<Result<T, SettingsFailure>>,
): readonly [Answer<T>, () => void] {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'waiting' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = turn >= 0;
    void ask().then((result) => {
      if (!current) return;
      setAnswer(
        result.ok ? { state: 'here', value: result.value } : { state: 'failed', failure: result.error },
      );
    });
    return () => {
      current = false;
    };
  }, [ask, turn]);
  const again = useCallback(() => setTurn((count) => count + 1), []);
  return [answer, again];
}
