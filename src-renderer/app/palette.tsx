/** The command palette: records, screens and actions in one list, found as one types. */
import { Search } from 'lucide-react';
import {
  type KeyboardEvent,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { SearchState } from '#renderer/data/search/messages.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { takeKeys, typedLine } from '#renderer/ui/caught-keys.ts';
import { isCommitKey, isComposing } from '#renderer/ui/ime.ts';
import { ModalDialog } from '#renderer/ui/overlays/modal-dialog.tsx';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import type { OpenedData } from './open-data.ts';
import { Filters, SearchStateLine } from './palette-foot.tsx';
import { usePaletteGroups } from './palette-groups.ts';
import { PaletteList } from './palette-list.tsx';
import type { PaletteGroup, PaletteRow } from './palette-row.ts';
import './palette.css';
import { StartedDataContext } from './start-data.ts';

const NO_SUBSCRIPTION = () => () => undefined;
const STARTING: SearchState = { type: 'starting' };

/** Undefined until the data is open; then accounts and notes are found as well. */
function useOpened(): OpenedData | undefined {
  const opened = useContext(StartedDataContext)?.opened;
  return useSyncExternalStore(opened?.subscribe ?? NO_SUBSCRIPTION, () => opened?.get());
}

function useSearchState(opened: OpenedData | undefined): SearchState {
  const state = opened?.search.state;
  return useSyncExternalStore(state?.subscribe ?? NO_SUBSCRIPTION, () => state?.get() ?? STARTING);
}

/** Enter is for what was typed, not for what an older query found: it waits for the answer, but not for ever. */
const ANSWER_PATIENCE_MS = 600;

function useWaitingEnter(settled: boolean, take: () => void) {
  const [waits, setWaits] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (!waits) return;
    const done = () => {
      setWaits(false);
      latest.current();
    };
    const patience = setTimeout(done, settled ? 0 : ANSWER_PATIENCE_MS);
    return () => clearTimeout(patience);
  }, [waits, settled]);
  const start = useCallback(() => setWaits(true), []);
  return { waits: start, forget: () => setWaits(false) };
}

/** The line that Enter takes: the first, until somebody moves. */
function useCursor(groups: readonly PaletteGroup[]) {
  const [moved, setMoved] = useState<string | undefined>(undefined);
  const rows = groups.flatMap((group) => group.rows);
  const place = Math.max(
    0,
    rows.findIndex((row) => row.id === moved),
  );
  return {
    count: rows.length,
    active: rows[place],
    step: (by: number) => setMoved(rows[(place + by + rows.length) % rows.length]?.id),
    point: (row: PaletteRow) => setMoved(row.id),
    toTop: () => setMoved(undefined),
  };
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function PaletteBody({ onClose }: { readonly onClose: () => void }) {
  const app = useText('app');
  const texts = useText('search');
  const listId = useId();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const opened = useOpened();
  const state = useSearchState(opened);
  const { groups, settled, unclear } = usePaletteGroups(typed, opened, state);
  const cursor = useCursor(groups);
  const idOf = (row: PaletteRow) => `${listId}-${row.id}`;
  const run = (row: PaletteRow | undefined) => {
    if (row === undefined) return;
    onClose();
    // After the dialog has given the focus back, so that the command may move it.
    requestAnimationFrame(() => row.run());
  };
  const enter = useWaitingEnter(settled, () => run(cursor.active));
  const { waits } = enter;
  // Before the dialog looks for its focus: what was typed until now goes in, and the next letter goes to the field.
  useLayoutEffect(() => {
    field.current?.focus();
    const caught = typedLine(takeKeys());
    if (caught.text !== '') setTyped(caught.text);
    if (caught.enter) waits();
  }, [waits]);
  const change = (next: string) => {
    setTyped(next);
    cursor.toTop();
    enter.forget();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const step = STEPS[event.key];
    if (step !== undefined && cursor.count > 0) cursor.step(step);
    else if (isCommitKey(event)) enter.waits();
    else return;
    event.preventDefault();
  };
  const addFilter = (word: string) => {
    change(typed === '' || typed.endsWith(' ') ? typed + word : `${typed} ${word}`);
    field.current?.focus();
  };
  return (
    <div className="kz-palette">
      <div className="kz-palette-field">
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={app.searchOrCommand}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={cursor.active === undefined ? undefined : idOf(cursor.active)}
          aria-autocomplete="list"
          placeholder={texts.placeholder}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} className="kz-palette-list kz-scroll" role="listbox" aria-label={app.search}>
        <PaletteList groups={groups} active={cursor.active} idOf={idOf} onPoint={cursor.point} onRun={run} />
      </div>
      {cursor.count === 0 && settled && state.type !== 'building' && (
        <div className="kz-palette-empty">
          <p>{texts.nothing(typed.trim())}</p>
          <p>{texts.nothingHelp}</p>
        </div>
      )}
      <SearchStateLine state={state} />
      <Filters unclear={unclear} onAdd={addFilter} />
      <div role="status">
        <VisuallyHidden>{app.results(cursor.count)}</VisuallyHidden>
      </div>
    </div>
  );
}

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const texts = useText('app');
  return (
    <ModalDialog shape="dialog" width="wide" hideTitle title={texts.searchOrCommand} onClose={onClose}>
      <PaletteBody onClose={onClose} />
    </ModalDialog>
  );
}
