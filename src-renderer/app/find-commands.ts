/** Which commands fit what was typed, best first; pure. */
import type { Command, CommandScope } from '#renderer/ui/keys.ts';

export interface CommandGroup {
  readonly id: string;
  readonly title: string;
  readonly commands: readonly Command[];
}

/** Width, case and kana width do not matter: ｱｶｳﾝﾄ finds アカウント. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** 3 = starts with it, 2 = a word starts with it, 1 = contains it, 0 = has its letters in order, -1 = does not fit. */
export function fitness(label: string, query: string): number {
  const text = fold(label);
  const wanted = fold(query).trim();
  if (wanted === '' || text.startsWith(wanted)) return 3;
  if (text.includes(` ${wanted}`)) return 2;
  if (text.includes(wanted)) return 1;
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return -1;
  }
  return 0;
}

/** What the label says where people look first: from here on a command is meant, below it may be. */
export const MEANT = 2;

function fitting(commands: readonly Command[], query: string): readonly Command[] {
  return commands
    .map((command) => ({ command, fit: fitness(command.label, query) }))
    .filter(({ fit }) => fit >= 0)
    .toSorted((a, b) => b.fit - a.fit)
    .map(({ command }) => command);
}

/** Places first, then actions, those of the present screen before those of every screen. */
export function findCommands(
  query: string,
  scopes: readonly CommandScope[],
  titles: { readonly go: string; readonly actions: string },
): readonly CommandGroup[] {
  const all = scopes
    .toReversed()
    .flatMap((scope) => scope.commands)
    .filter((command) => command.keyboardOnly !== true);
  const go = all.filter((command) => command.kind === 'go');
  const actions = all.filter((command) => command.kind !== 'go');
  return [
    { id: 'go', title: titles.go, commands: fitting(go, query) },
    { id: 'actions', title: titles.actions, commands: fitting(actions, query) },
  ];
}
