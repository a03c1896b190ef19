/** What search finds for the palette, as one types: asked of the index, told in the user's words, opened where it is. */
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { GroupHits, Wanted } from '#renderer/data/search/find-documents.ts';
import type { SearchHit } from '#renderer/data/search/hits.ts';
import { kindNames } from '#renderer/data/search/kind-names.ts';
import type { SearchState } from '#renderer/data/search/messages.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { choiceLabel, fieldLabel, kindLabel } from '#renderer/i18n/field-label.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import type { SearchGroup } from '#shared/domain/search/document.ts';
import { mayHaveSlip } from '#shared/domain/search/near-words.ts';
import {
  hasFilters,
  type KindNames,
  parseQuery,
  type SearchQuery,
} from '#shared/domain/search/parse-query.ts';
import { searchText } from '#shared/domain/search/search-text.ts';
import type { OpenedData } from './open-data.ts';
import { type PaletteGroup, type PaletteRow, plainLabel } from './palette-row.ts';

/** Of each group; one more letter or a filter shows the others. */
const SHOWN = 6;
/** Finding fewer than this, words that are spelled nearly so are looked for as well. */
const FEW = 3;

export interface Asked {
  readonly query: SearchQuery;
  /** Nothing but what search can answer: no command is called so. */
  readonly filtered: boolean;
  /** Names of kinds that users made or renamed. */
  readonly names: KindNames;
}

export function useAsked(typed: string, opened: OpenedData | undefined): Asked {
  const [names, setNames] = useState<KindNames>({});
  useEffect(() => {
    // Without the names of own kinds the built-in ones still work.
    if (opened !== undefined) kindNames(opened.data.db).then(setNames, () => undefined);
  }, [opened]);
  return useMemo(() => {
    const query = parseQuery(typed, names);
    return { query, filtered: hasFilters(query), names };
  }, [typed, names]);
}

function startOf(day: string): number {
  return new Date(`${day}T00:00`).getTime();
}

function wantedOf(query: SearchQuery, { data }: OpenedData): Wanted {
  const { chunks, kinds, owner, account, since, until } = query;
  const named = (name: string) => searchText(name).includes(account ?? '');
  const accounts = data.book.get().rows.map((row) => row.account);
  return {
    chunks,
    ...(kinds === undefined ? {} : { kinds }),
    ...(owner === undefined ? {} : { owner }),
    ...(since === undefined ? {} : { from: startOf(since) }),
    ...(until === undefined ? {} : { to: startOf(until) + 86_399_999 }),
    ...(account === undefined
      ? {}
      : {
          accounts: accounts
            .filter((each) => named(each.name) || named(each.nameKana ?? ''))
            .map((each) => each.id),
        }),
  };
}

function together(exact: readonly GroupHits[], near: readonly GroupHits[]): GroupHits[] {
  const known = new Set(exact.flatMap((group) => group.hits.map((hit) => hit.key)));
  const merged = exact.map((group) => {
    const others = near.find((each) => each.group === group.group)?.hits ?? [];
    return { ...group, hits: [...group.hits, ...others.filter((hit) => !known.has(hit.key))] };
  });
  return [...merged, ...near.filter((each) => !exact.some((group) => group.group === each.group))];
}

async function ask(query: SearchQuery, opened: OpenedData): Promise<readonly GroupHits[]> {
  const wanted = wantedOf(query, opened);
  const { groups } = await opened.search.find(wanted, SHOWN, false);
  const count = groups.reduce((sum, group) => sum + group.hits.length, 0);
  if (count >= FEW || !query.chunks.some((chunk) => mayHaveSlip(chunk.text))) return groups;
  return together(groups, (await opened.search.find(wanted, SHOWN, true)).groups);
}

interface Answered {
  readonly query: SearchQuery | undefined;
  readonly groups: readonly GroupHits[];
}

const NOTHING: Answered = { query: undefined, groups: [] };

/** The answer to the latest question; until it comes, the one before stays on the screen. */
export function useHits({ query, filtered }: Asked, opened: OpenedData | undefined, state: SearchState) {
  const [answered, setAnswered] = useState(NOTHING);
  // Told anew each time that the index has taken something in; how far a long work is tells nothing of the answer.
  const step = state.type === 'building' ? state.type : state;
  const asks = query.chunks.length > 0 || filtered;
  useEffect(() => {
    let current = true;
    // Asked again when the index is whole, and when what was just written is in it.
    void step;
    if (opened === undefined || !asks) {
      setAnswered(NOTHING);
      return;
    }
    const take = (groups: readonly GroupHits[]) => current && setAnswered({ query, groups });
    ask(query, opened).then(take, () => take([]));
    return () => {
      current = false;
    };
  }, [query, opened, asks, step]);
  return { groups: answered.groups, settled: !asks || opened === undefined || answered.query === query };
}

/** Those that a person named are asked first. */
const NO_KINDS = [] as const;

/** What has a day of its own. */
const DATED: ReadonlySet<SearchGroup> = new Set(['activity', 'ticket', 'survey', 'churnEvent']);

/** Where a hit is seen. */
export function pathOf({ group, kind, id, account }: SearchHit): string {
  const page = `/accounts/${encodeURIComponent(account)}`;
  if (group === 'task') return `/tasks?task=${encodeURIComponent(id)}`;
  if (account === '') return '/accounts';
  if (group === 'account') return page;
  if (kind === 'draft') return `${page}?draft=${encodeURIComponent(id)}`;
  if (group === 'contact') return `${page}?tab=people&person=${encodeURIComponent(id)}`;
  if (group === 'plan') return `${page}?tab=plan&objective=${encodeURIComponent(id)}`;
  if (group === 'opportunity') return `${page}?tab=money`;
  return `${page}?entry=${encodeURIComponent(id)}`;
}

function planField(field: string, { planFields }: Texts['search']): string {
  return Object.hasOwn(planFields, field) ? planFields[field as keyof typeof planFields] : '';
}

function useHitWords(opened: OpenedData | undefined, kinds: KindNames) {
  const texts = useText('search');
  const fields = useText('fields');
  const tasks = useText('tasks');
  const { format } = useLocale();
  return useMemo(() => {
    const rows = opened?.data.book.get().rows ?? [];
    const names = new Map(rows.map(({ account }) => [account.id, account.name]));
    const kindOf = ({ group, kind }: SearchHit) => {
      if (group === 'survey') return kind === group ? undefined : choiceLabel(fields, 'surveyKind', kind);
      if (group !== 'activity') return undefined;
      return kind === 'draft' ? texts.draft : (kinds[kind]?.[0] ?? kindLabel(fields, NO_KINDS, kind));
    };
    return {
      about: (hit: SearchHit) => {
        const parts = [
          hit.near ? texts.near : undefined,
          kindOf(hit),
          hit.group === 'account' ? undefined : names.get(hit.account),
          DATED.has(hit.group) ? format.date(isoDateOf(hit.at)) : undefined,
        ];
        return parts.filter((part) => part !== undefined).join(' · ');
      },
      field: ({ group, field = '' }: SearchHit) => {
        if (group === 'task') return field === 'owner' ? tasks.columns.owner : tasks.columns.title;
        return group === 'plan' ? planField(field, texts) : fieldLabel(fields, group, field);
      },
      title: (hit: SearchHit) => (hit.title.text === '' ? plainLabel(texts.untitled) : hit.title),
      group: texts.groups,
    };
  }, [opened, kinds, texts, fields, tasks, format]);
}

/** The hits as lines of the palette. */
export function useHitGroups(
  hits: readonly GroupHits[],
  { names }: Asked,
  opened: OpenedData | undefined,
): PaletteGroup[] {
  const words = useHitWords(opened, names);
  const [, navigate] = useLocation();
  return useMemo(() => {
    const rowOf = (hit: SearchHit): PaletteRow => ({
      id: hit.group === 'account' ? `account.${hit.id}` : `hit.${hit.group}.${hit.id}`,
      label: words.title(hit),
      about: words.about(hit),
      ...(hit.snippet === undefined ? {} : { snippet: hit.snippet, field: words.field(hit) }),
      run: () => navigate(pathOf(hit)),
    });
    return hits.map(({ group, hits: found, more }) => ({
      id: group,
      title: words.group[group],
      rows: found.map(rowOf),
      more,
    }));
  }, [hits, words, navigate]);
}
