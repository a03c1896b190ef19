/** Commands from the menu to the window: every open `app.events` stream hears them, in order. */
import type { CancelSignal, StreamItem } from '#shared/ipc/contract.ts';

type AppEvent = StreamItem<'app.events'>;

/** A window that does not listen loses the oldest; a menu command of a minute ago is of no use to anybody. */
const MAX_WAITING = 20;

export interface CommandEvents {
  send(command: string): void;
  listen(signal: CancelSignal): AsyncGenerator<AppEvent, void, undefined>;
}

export function createCommandEvents(): CommandEvents {
  const listeners = new Set<(event: AppEvent) => void>();
  return {
    send(command) {
      for (const listener of listeners) listener({ type: 'command', command });
    },
    async *listen(signal) {
      const waiting: AppEvent[] = [];
      let wake: () => void = () => {};
      const hear = (event: AppEvent): void => {
        if (waiting.length >= MAX_WAITING) waiting.shift();
        waiting.push(event);
        wake();
      };
      const stop = (): void => wake();
      listeners.add(hear);
      signal.addEventListener('abort', stop);
      try {
        while (!signal.aborted) {
          const event = waiting.shift();
          if (event !== undefined) yield event;
          else
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
        }
      } finally {
        listeners.delete(hear);
        signal.removeEventListener('abort', stop);
      }
    },
  };
}
