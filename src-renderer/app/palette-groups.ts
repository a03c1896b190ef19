/** Everything that fits what was typed, in one list of groups: commands that are meant, records, other commands. */
import { useEffect, useMemo, useState } from 'react';
import type { SearchState } from '#renderer/data/search/messages.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { type Command, type CommandSource, useCommandScopes, useCommandSources } from '#renderer/ui/keys.ts';
import { marksIn } from '#shared/domain/search/snippet.ts';
import { type CommandGroup, findCommands, fitness, MEANT } from './find-commands.ts';
import type { OpenedData } from './open-data.ts';
import { type Asked, useAsked, useHitGroups, useHits } from './palette-hits.ts';
import { type PaletteGroup, type PaletteRow, plainLabel } from './palette-row.ts';

/** Beside records, of commands only the best. */
const MEANT_SHOWN = 4;

interface Found {
  readonly typed: string;
  readonly groups: readonly CommandGroup[];
}

/** Records that the sources find, as they come in; an answer to an older query is dropped. */
function useFound(typed: string, asked: Asked, sources: readonly CommandSource[]) {
  const [found, setFound] = useState<Found>({ typed: '', groups: [] });
  const asks = typed.trim() !== '' && !asked.filtered;
  useEffect(() => {
    let current = true;
    const answers = (asks ? sources : []).map(async (source) => ({
      id: source.id,
      title: source.title,
      commands: await source.find(typed),
    }));
    void Promise.all(answers).then((groups) => current && setFound({ typed, groups }));
    return () => {
      current = false;
    };
  }, [typed, asks, sources]);
  return { groups: found.groups, settled: found.typed === typed };
}

function rowOf(command: Command, asked: Asked): PaletteRow {
  const { id, label, run, keys } = command;
  const { chunks } = asked.query;
  return {
    id,
    run,
    label: chunks.length === 0 ? plainLabel(label) : { text: label, marks: marksIn(label, chunks) },
    ...(keys?.[0] === undefined ? {} : { keys: keys[0] }),
  };
}

interface Titles {
  readonly go: string;
  readonly actions: string;
  readonly others: string;
}

/** Commands whose label begins so, and all that fit otherwise. */
function useCommandGroups(typed: string, asked: Asked, titles: Titles) {
  const scopes = useCommandScopes();
  return useMemo(() => {
    const groups = asked.filtered ? [] : findCommands(typed, scopes, titles);
    const all = typed.trim() === '';
    const meant = groups.map(({ id, title, commands }) => {
      const fitting = commands.filter((command) => fitness(command.label, typed) >= MEANT);
      const best = all ? fitting : fitting.slice(0, MEANT_SHOWN);
      return { id, title, rows: best.map((command) => rowOf(command, asked)) };
    });
    const shown = new Set(meant.flatMap((group) => group.rows.map((row) => row.id)));
    const rest = groups.flatMap((group) => group.commands).filter((command) => !shown.has(command.id));
    const others = { id: 'others', title: titles.others, rows: rest.map((command) => rowOf(command, asked)) };
    return { meant, others };
  }, [typed, asked, scopes, titles]);
}

/** Accounts come from the book at once and from the index with all their texts: each is shown once. */
function joined(found: readonly PaletteGroup[], hits: readonly PaletteGroup[]): PaletteGroup[] {
  const known = new Set(found.flatMap((group) => group.rows.map((row) => row.id)));
  const accounts = hits.find((group) => group.id === 'account');
  const more = accounts?.rows.filter((row) => !known.has(row.id)) ?? [];
  const merged = found.map((group) =>
    group.id === 'accounts' ? { ...group, rows: [...group.rows, ...more] } : group,
  );
  const missing = found.some((group) => group.id === 'accounts')
    ? []
    : hits.filter((group) => group === accounts);
  return [...merged, ...missing, ...hits.filter((group) => group !== accounts)];
}

export function usePaletteGroups(typed: string, opened: OpenedData | undefined, state: SearchState) {
  const app = useText('app');
  const search = useText('search');
  const asked = useAsked(typed, opened);
  const found = useFound(typed, asked, useCommandSources());
  const hits = useHits(asked, opened, state);
  const hitGroups = useHitGroups(hits.groups, asked, opened);
  const titles = useMemo(
    () => ({ go: app.goTo, actions: app.actions, others: search.otherCommands }),
    [app, search],
  );
  const commands = useCommandGroups(typed, asked, titles);
  const groups = useMemo(() => {
    const records = found.groups.map(({ id, title, commands: some }) => ({
      id,
      title,
      rows: some.map((command) => rowOf(command, asked)),
    }));
    const all = [...commands.meant, ...joined(records, hitGroups), commands.others];
    return all.filter((group) => group.rows.length > 0);
  }, [found.groups, hitGroups, commands, asked]);
  return { groups, settled: found.settled && hits.settled, unclear: asked.query.unclear };
}
