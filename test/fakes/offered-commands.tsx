/** What the palette would offer now: mounted beside a stage, asked by its test. */
import { createRoot } from 'react-dom/client';
import { type Command, type CommandScope, useCommandScopes } from '#renderer/ui/keys.ts';

export interface OfferedCommands {
  labels(): string[];
  /** Does what the command of this label does, as the palette would. */
  run(label: string): void;
  end(): void;
}

let scopes: readonly CommandScope[] = [];

function Scopes() {
  scopes = useCommandScopes();
  return null;
}

export function offeredCommands(): OfferedCommands {
  const root = createRoot(document.createElement('div'));
  root.render(<Scopes />);
  const offered = (): Command[] =>
    scopes.flatMap((scope) => scope.commands).filter((command) => command.keyboardOnly !== true);
  return {
    labels: () => offered().map((command) => command.label),
    run(label) {
      const command = offered().find((each) => each.label === label);
      if (command === undefined) throw new Error(`No command is called ${label}.`);
      command.run();
    },
    end: () => root.unmount(),
  };
}
