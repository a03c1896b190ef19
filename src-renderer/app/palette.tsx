/** The command palette: screens, actions of the present screen, and records, found as one types. */
import { CornerDownLeft, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { isCommitKey, isComposing } from '#renderer/ui/ime.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { type Command, type CommandSource, useCommandScopes, useCommandSources } from '#renderer/ui/keys.ts';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import { type CommandGroup, findCommands } from './find-commands.ts';
import './palette.css';

/** Records that the sources find, as they come in; an answer to an older query is dropped. */
function useFound(query: string, sources: readonly CommandSource[]): readonly CommandGroup[] {
  const [found, setFound] = useState<readonly CommandGroup[]>([]);
  useEffect(() => {
    let current = true;
    const asked = query.trim() === '' ? [] : sources;
    const answers = asked.map(async (source) => ({
      id: source.id,
      title: source.title,
      commands: await source.find(query),
    }));
    void Promise.all(answers).then((groups) => current && setFound(groups));
    return () => {
      current = false;
    };
  }, [query, sources]);
  return found;
}

function useGroups(query: string): readonly CommandGroup[] {
  const texts = useText('app');
  const scopes = useCommandScopes();
  const found = useFound(query, useCommandSources());
  return useMemo(() => {
    const titles = { go: texts.goTo, actions: texts.actions };
    const groups = [...found, ...findCommands(query, scopes, titles)];
    return groups.filter((group) => group.commands.length > 0);
  }, [query, scopes, found, texts]);
}

interface RowsProps {
  readonly groups: readonly CommandGroup[];
  readonly active: Command | undefined;
  readonly idOf: (command: Command) => string;
  readonly onPoint: (command: Command) => void;
  readonly onRun: (command: Command) => void;
}

function Rows({ groups, active, idOf, onPoint, onRun }: RowsProps) {
  return groups.map((group) => (
    <fieldset key={group.id} className="kz-palette-group" aria-label={group.title}>
      <div className="kz-palette-heading" aria-hidden="true">
        {group.title}
      </div>
      {group.commands.map((command) => (
        <div
          key={command.id}
          id={idOf(command)}
          role="option"
          tabIndex={-1}
          className="kz-palette-row"
          aria-selected={command === active}
          ref={command === active ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
          onPointerMove={() => onPoint(command)}
          onClick={() => onRun(command)}
          onKeyDown={(event) => isCommitKey(event) && onRun(command)}
        >
          <span>{command.label}</span>
          {command.keys?.[0] !== undefined && <Kbd keys={command.keys[0]} />}
          {command === active && <CornerDownLeft size={14} aria-hidden />}
        </div>
      ))}
    </fieldset>
  ));
}

function PaletteBody({ onClose }: { readonly onClose: () => void }) {
  const texts = useText('app');
  const listId = useId();
  const [query, setQuery] = useState('');
  const [cursor, setCursor] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  // Before the dialog looks for its focus, so that the first letter typed is the first letter searched.
  useEffect(() => field.current?.focus(), []);
  const groups = useGroups(query);
  const all = groups.flatMap((group) => group.commands);
  const active = all[Math.min(cursor, all.length - 1)];
  const idOf = (command: Command) => `${listId}-${command.id}`;
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    // After the dialog has given the focus back, so that the command may move it.
    requestAnimationFrame(() => command.run());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && all.length > 0)
      setCursor((Math.min(cursor, all.length - 1) + step + all.length) % all.length);
    else if (isCommitKey(event)) run(active);
    else return;
    event.preventDefault();
  };
  return (
    <div className="kz-palette">
      <div className="kz-palette-field">
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={texts.searchOrCommand}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={active === undefined ? undefined : idOf(active)}
          aria-autocomplete="list"
          placeholder={texts.searchOrCommand}
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setCursor(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} className="kz-palette-list kz-scroll" role="listbox" aria-label={texts.search}>
        <Rows
          groups={groups}
          active={active}
          idOf={idOf}
          onPoint={(command) => setCursor(all.indexOf(command))}
          onRun={run}
        />
      </div>
      {all.length === 0 && <p className="kz-palette-empty">{texts.noCommand(query)}</p>}
      <div role="status">
        <VisuallyHidden>{texts.results(all.length)}</VisuallyHidden>
      </div>
    </div>
  );
}

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const texts = useText('app');
  return (
    <Dialog isOpen hideTitle title={texts.searchOrCommand} onClose={onClose}>
      <PaletteBody onClose={onClose} />
    </Dialog>
  );
}
