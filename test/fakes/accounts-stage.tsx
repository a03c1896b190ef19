/** The accounts screen on a stage: rows from a factory, actions that only note what they were asked, keys and toasts. */
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { AccountRow, Book } from '#renderer/data/book.ts';
import type { AccountsActions } from '#renderer/features/accounts/accounts-actions.ts';
import { AccountsView } from '#renderer/features/accounts/accounts-view.tsx';
import type { TableSegments } from '#renderer/features/accounts/segment-column.ts';
import { listenForKeys, useCommands } from '#renderer/ui/keys.ts';
import '#renderer/ui/theme.css';
import { ToastRegion } from '#renderer/ui/toast.tsx';
import { UNDO_COMMAND } from '#renderer/ui/undo-toast.ts';
import { DEFAULT_DEFINITION, DEFAULT_VIEW_ID, openView } from '#renderer/ui-state/accounts-view.ts';
import type { Language } from '#renderer/ui-state/preferences.ts';
import { ok } from '#shared/base/result.ts';
import { speak } from './app-data.ts';

export const STAGE_NOW = Date.parse('2026-11-21T03:00:00Z');

export interface AccountsStage {
  readonly element: HTMLElement;
  /** What the actions were asked, in order. */
  readonly asked: readonly (readonly unknown[])[];
  readonly opened: readonly string[];
  readonly remembered: readonly (readonly string[])[];
  show(rows: readonly AccountRow[], book?: Partial<Book>): void;
  end(): void;
}

export interface StageParts {
  readonly language?: Language;
  readonly actions?: Partial<AccountsActions>;
  readonly loadSample?: () => Promise<void>;
  readonly segments?: TableSegments;
  readonly imported?: boolean;
}

function notingActions(asked: (readonly unknown[])[]): AccountsActions {
  const note =
    <T,>(name: string, value: T) =>
    async (...given: readonly unknown[]) => {
      asked.push([name, ...given]);
      return ok(value);
    };
  return {
    edit: note('edit', true),
    changeTags: note('changeTags', true),
    addView: note('addView', 'view-1'),
    changeView: note('changeView', true),
    removeView: note('removeView', true),
  };
}

/** Stands for the app's own undo. */
function NotingUndo({ asked }: { readonly asked: (readonly unknown[])[] }) {
  const run = () => void asked.push(['undo']);
  useCommands({ id: 'undo', title: '', commands: [{ id: UNDO_COMMAND, label: 'Undo', run }] });
  return null;
}

export async function stageAccounts(
  rows: readonly AccountRow[],
  { language = 'en', actions, loadSample, segments, imported = false }: StageParts = {},
): Promise<AccountsStage> {
  await speak(language);
  openView(DEFAULT_VIEW_ID, DEFAULT_DEFINITION);
  const asked: (readonly unknown[])[] = [];
  const opened: string[] = [];
  const remembered: (readonly string[])[] = [];
  const element = document.createElement('main');
  element.style.cssText = 'position:fixed;inset:0;height:100vh;overflow:hidden';
  document.body.append(element);
  const root = createRoot(element);
  const clock = { now: () => STAGE_NOW };
  const all = { ...notingActions(asked), ...actions };
  const fields: Book['customFields'] = new Map([
    ['地区', 'text'],
    ['Upgrade', 'boolean'],
  ]);
  const onTop = (ids: readonly string[]) => {
    remembered.push(ids);
  };
  let version = 0;
  const show: AccountsStage['show'] = (shown, book = {}) => {
    version++;
    const whole: Book = {
      state: 'ready',
      rows: shown,
      total: shown.length,
      customFields: fields,
      version,
      ...book,
    };
    root.render(
      <StrictMode>
        <Suspense fallback={null}>
          <AccountsView
            book={whole}
            views={[]}
            segments={segments}
            actions={all}
            clock={clock}
            imported={imported}
            loadSample={loadSample ?? (async () => undefined)}
            onOpen={(id) => opened.push(id)}
            onReload={() => asked.push(['reload'])}
            onTop={onTop}
          />
          <NotingUndo asked={asked} />
          <ToastRegion />
        </Suspense>
      </StrictMode>,
    );
  };
  show(rows);
  const stopKeys = listenForKeys(window);
  return {
    element,
    asked,
    opened,
    remembered,
    show,
    end() {
      stopKeys();
      root.unmount();
      element.remove();
    },
  };
}
