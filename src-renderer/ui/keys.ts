/** Commands and their shortcuts, by scope: one registry that the keyboard, the help overlay and the palette read. */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { MenuCommand } from '#shared/ipc/menu-commands.ts';
import { isComposing } from './ime.ts';

export interface Command {
  /** Unique within its scope, e.g. `accounts.new-note`. */
  readonly id: string;
  /** In the user's language; a verb: "New note". */
  readonly label: string;
  /** `mod+k` (⌘ or Ctrl), `shift+j`, `n`, `?`, `F2`, `Escape`; the first one is shown. */
  readonly keys?: readonly string[];
  readonly run: () => void;
  /** Left out of the palette (moving a cursor makes no sense there). Still in the keyboard map. */
  readonly keyboardOnly?: boolean;
  /** Only in the palette's "Go to" group. */
  readonly kind?: 'go';
  /** Names by which the system's menu bar calls it. */
  readonly menu?: readonly MenuCommand[];
}

export interface CommandScope {
  readonly id: string;
  /** Heading in the keyboard map, in the user's language. */
  readonly title: string;
  readonly commands: readonly Command[];
}

/** Finds records for the palette (accounts, contacts); asked on each keystroke, so it must be quick. */
export interface CommandSource {
  readonly id: string;
  readonly title: string;
  readonly find: (query: string) => readonly Command[] | Promise<readonly Command[]>;
}

const scopes = new Map<symbol, CommandScope>();
const sources = new Map<symbol, CommandSource>();
const listeners = new Set<() => void>();
let scopeList: readonly CommandScope[] = [];
let sourceList: readonly CommandSource[] = [];

function changed(): void {
  scopeList = [...scopes.values()];
  sourceList = [...sources.values()];
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the command says, apart from what it does: a new closure alone is no reason to tell everybody. */
function signature(scope: CommandScope): string {
  return JSON.stringify([scope.id, scope.title, scope.commands.map((c) => [c.id, c.label, c.keys, c.kind])]);
}

/** Offers commands while the component is mounted; of two with the same key the later mounted scope wins. */
export function useCommands(scope: CommandScope): void {
  const latest = useRef(scope);
  useEffect(() => {
    latest.current = scope;
  });
  const said = signature(scope);
  useEffect(() => {
    const token = Symbol(said);
    const current = latest.current;
    const commands = current.commands.map((command) => ({
      ...command,
      run: () => latest.current.commands.find((other) => other.id === command.id)?.run(),
    }));
    scopes.set(token, { ...current, commands });
    changed();
    return () => {
      scopes.delete(token);
      changed();
    };
  }, [said]);
}

/** Lets the palette find records while the component is mounted. Keep `source` stable (module level or memo). */
export function useCommandSource(source: CommandSource): void {
  useEffect(() => {
    const token = Symbol(source.id);
    sources.set(token, source);
    changed();
    return () => {
      sources.delete(token);
      changed();
    };
  }, [source]);
}

/** All scopes now on offer, in the order in which they were mounted. */
export function useCommandScopes(): readonly CommandScope[] {
  return useSyncExternalStore(listen, () => scopeList);
}

export function useCommandSources(): readonly CommandSource[] {
  return useSyncExternalStore(listen, () => sourceList);
}

interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const isApple: boolean = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** A key press in the notation of `Command.keys`. */
export function strokeName(event: KeyStroke, apple: boolean = isApple): string {
  const letter = event.key.length === 1;
  const key = letter ? event.key.toLowerCase() : event.key;
  // On a symbol the shift key is part of how the symbol is typed; on a letter it is a modifier.
  const shift = event.shiftKey && (!letter || event.key.toLowerCase() !== event.key.toUpperCase());
  return [
    (apple ? event.metaKey : event.ctrlKey) ? 'mod+' : '',
    (apple ? event.ctrlKey : event.metaKey) ? 'other+' : '',
    event.altKey ? 'alt+' : '',
    shift ? 'shift+' : '',
    key,
  ].join('');
}

const TEXT_INPUTS = 'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select';

/** In a text field undo, redo, copy and the like are about the text. */
const TEXT_STROKES = /^mod\+(shift\+)?[acvxyz]$/;

/** True where a letter is text: fields, rich text, and lists that jump to what is typed. */
function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches(TEXT_INPUTS) || target.closest('[role=menu]') !== null;
}

/** The latest mounted scope comes first, so that a screen can take over what the frame offers. */
function findCommand(fits: (command: Command) => boolean): Command | undefined {
  for (const scope of scopeList.toReversed()) {
    const found = scope.commands.find(fits);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Does what an entry of the system's menu bar asks for; false when nothing on screen answers to it. */
export function runMenuCommand(name: string): boolean {
  const command = findCommand((candidate) => candidate.menu?.some((each) => each === name) === true);
  command?.run();
  return command !== undefined;
}

/** Does what the command of this id does, if it is on offer now: for a button far from where the command lives. */
export function runCommand(id: string): boolean {
  const command = findCommand((candidate) => candidate.id === id);
  command?.run();
  return command !== undefined;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return;
  const stroke = strokeName(event);
  const plain = !stroke.startsWith('mod+') && !/^F\d+$/.test(stroke);
  if ((plain || TEXT_STROKES.test(stroke)) && takesLetters(event.target)) return;
  // A dialog owns the keyboard while it is open.
  if (document.querySelector('.kz-modal-scrim') !== null) return;
  const command = findCommand((candidate) => candidate.keys?.includes(stroke) === true);
  if (command === undefined) return;
  event.preventDefault();
  command.run();
}

/** Begins to listen; called once by the frame. Returns the way to stop. */
export function listenForKeys(target: Window): () => void {
  target.addEventListener('keydown', onKeyDown);
  return () => target.removeEventListener('keydown', onKeyDown);
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '⏎',
  Escape: 'Esc',
  ' ': 'Space',
};

/** The parts of a stroke as keys are labelled on this machine: ['⌘', 'K'] or ['Ctrl', 'K']. */
export function keyCaps(stroke: string, apple: boolean = isApple): readonly string[] {
  const modifiers: string[] = [];
  let rest = stroke;
  const take = (prefix: string, cap: string) => {
    if (!rest.startsWith(prefix)) return;
    modifiers.push(cap);
    rest = rest.slice(prefix.length);
  };
  take('mod+', apple ? '⌘' : 'Ctrl');
  take('alt+', apple ? '⌥' : 'Alt');
  take('shift+', apple ? '⇧' : 'Shift');
  return [...modifiers, NAMES[rest] ?? (rest.length === 1 ? rest.toUpperCase() : rest)];
}
