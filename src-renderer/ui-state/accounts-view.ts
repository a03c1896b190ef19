/** How the accounts table is arranged on this screen: view, search, open groups; kept in localStorage between starts. */
import { create } from 'zustand';
import {
  type Filter,
  parseViewDefinition,
  type SortKey,
  type ViewDefinition,
} from '#shared/domain/table/view-definition.ts';

export interface AccountsViewState {
  readonly definition: ViewDefinition;
  /** The view that the definition began as: a saved one's id, or `builtin:…`. */
  readonly viewId: string;
  readonly search: string;
  /** Values of the groups that are closed, '' for the one without a value. */
  readonly collapsed: ReadonlySet<string>;
}

export const DEFAULT_VIEW_ID = 'builtin:all';

export const DEFAULT_DEFINITION: ViewDefinition = {
  shown: [
    'name',
    'health',
    'healthChange',
    'owner',
    'stage',
    'segment',
    'arr',
    'renewalDate',
    'lastTouchAt',
    'openTickets',
    'nps',
    'tags',
  ],
  pinned: ['name'],
  widths: {},
  sort: [{ column: 'arr', descending: true }],
  filters: [],
  groupBy: null,
};

const STORAGE_KEY = 'kizuna.accounts-view';

/** Reads what an older or damaged version stored: whole, or not at all. */
export function parseStoredView(text: string | null): Pick<AccountsViewState, 'definition' | 'viewId'> {
  const otherwise = { definition: DEFAULT_DEFINITION, viewId: DEFAULT_VIEW_ID };
  try {
    const stored: unknown = JSON.parse(text ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('definition' in stored)) return otherwise;
    const definition = parseViewDefinition(stored.definition);
    if (definition === undefined) return otherwise;
    const viewId = 'viewId' in stored && typeof stored.viewId === 'string' ? stored.viewId : DEFAULT_VIEW_ID;
    return { definition, viewId };
  } catch {
    return otherwise;
  }
}

function readStored(): string | null {
  try {
    return globalThis.localStorage?.getItem(STORAGE_KEY) ?? null;
  } catch {
    // Storage that is switched off is no reason not to start.
    return null;
  }
}

export const useAccountsView = create<AccountsViewState>()(() => ({
  ...parseStoredView(readStored()),
  search: '',
  collapsed: new Set<string>(),
}));

useAccountsView.subscribe((now, before) => {
  if (now.definition === before.definition && now.viewId === before.viewId) return;
  try {
    const { definition, viewId } = now;
    globalThis.localStorage?.setItem(STORAGE_KEY, JSON.stringify({ definition, viewId }));
  } catch {
    // The arrangement then lasts until the window closes.
  }
});

export function changeDefinition(change: Partial<ViewDefinition>): void {
  useAccountsView.setState((state) => ({ definition: { ...state.definition, ...change } }));
}

/** Takes on a whole view; the search goes with the old one. */
export function openView(viewId: string, definition: ViewDefinition): void {
  useAccountsView.setState({ viewId, definition, search: '', collapsed: new Set() });
}

export function setSearch(search: string): void {
  useAccountsView.setState({ search });
}

/** A new sort by one column; `add` keeps the others and turns or appends this one. */
export function sortBy(column: string, descending: boolean | undefined, add: boolean): void {
  const { sort } = useAccountsView.getState().definition;
  const key: SortKey[] = descending === undefined ? [] : [{ column, descending }];
  if (!add) {
    changeDefinition({ sort: key });
    return;
  }
  const at = sort.findIndex((other) => other.column === column);
  changeDefinition({
    sort: at === -1 ? [...sort, ...key] : [...sort.slice(0, at), ...key, ...sort.slice(at + 1)],
  });
}

export function setFilterAt(index: number, filter: Filter | undefined): void {
  const { filters } = useAccountsView.getState().definition;
  changeDefinition({
    filters: [
      ...filters.slice(0, index),
      ...(filter === undefined ? [] : [filter]),
      ...filters.slice(index + 1),
    ],
  });
}

export function addFilter(filter: Filter): void {
  const { filters } = useAccountsView.getState().definition;
  changeDefinition({ filters: [...filters, filter] });
}

export function clearFilters(): void {
  useAccountsView.setState((state) => ({ search: '', definition: { ...state.definition, filters: [] } }));
}

export function groupBy(column: string | null): void {
  useAccountsView.setState((state) => ({
    collapsed: new Set(),
    definition: { ...state.definition, groupBy: column },
  }));
}

export function toggleGroup(value: string): void {
  useAccountsView.setState(({ collapsed }) => {
    const next = new Set(collapsed);
    if (!next.delete(value)) next.add(value);
    return { collapsed: next };
  });
}

export function setCollapsed(values: readonly string[]): void {
  useAccountsView.setState({ collapsed: new Set(values) });
}

/** Puts the column where `before` stands now; undefined = at the end. Pinned columns stay among themselves. */
export function moveColumn(id: string, before: string | undefined): void {
  const { shown, pinned } = useAccountsView.getState().definition;
  const place = (list: readonly string[]) => {
    const rest = list.filter((other) => other !== id);
    const at = before === undefined ? -1 : rest.indexOf(before);
    return at === -1 ? [...rest, id] : [...rest.slice(0, at), id, ...rest.slice(at)];
  };
  changeDefinition({ shown: place(shown), ...(pinned.includes(id) ? { pinned: place(pinned) } : {}) });
}

export function showColumn(id: string, isShown: boolean): void {
  const { shown, pinned } = useAccountsView.getState().definition;
  const without = shown.filter((other) => other !== id);
  changeDefinition({
    shown: isShown ? [...without, id] : without,
    pinned: isShown ? pinned : pinned.filter((other) => other !== id),
  });
}

export function pinColumn(id: string, isPinned: boolean): void {
  const { pinned } = useAccountsView.getState().definition;
  const without = pinned.filter((other) => other !== id);
  changeDefinition({ pinned: isPinned ? [...without, id] : without });
}

const NARROWEST = 56;
const WIDEST = 800;

/** Undefined = as wide as the column is by itself. */
export function setColumnWidth(id: string, width: number | undefined): void {
  const { [id]: _old, ...rest } = useAccountsView.getState().definition.widths;
  const clamped =
    width === undefined ? {} : { [id]: Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) };
  changeDefinition({ widths: { ...rest, ...clamped } });
}
