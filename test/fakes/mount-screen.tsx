/** Puts a screen on a stage as the app does: its data, keys, toasts and an address of its own, but without the frame. */
import { type ReactNode, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { type AppData, DataContext } from '#renderer/data/data-context.ts';
import { listenForKeys } from '#renderer/ui/keys.ts';
import '#renderer/ui/theme.css';
import { ToastRegion } from '#renderer/ui/toast.tsx';

export interface Stage {
  readonly element: HTMLElement;
  /** As a link or a hit of the search does. */
  readonly navigate: (to: string) => void;
  /** Where the screen went to. */
  readonly history: readonly string[];
  end(): void;
}

interface StageParts {
  readonly data: AppData;
  readonly path: string;
  readonly screen: ReactNode;
  /** False in benchmarks: nothing is drawn twice. */
  readonly strict?: boolean;
}

export function mountScreen({ data, path, screen, strict = true }: StageParts): Stage {
  const element = document.createElement('main');
  element.style.cssText = 'position:fixed;inset:0;height:100vh;overflow:hidden';
  document.body.append(element);
  const { hook, searchHook, navigate, history } = memoryLocation({ path, record: true });
  const root = createRoot(element);
  const tree = (
    <Router hook={hook} searchHook={searchHook}>
      <DataContext value={data}>
        <Suspense fallback={null}>
          {screen}
          <ToastRegion />
        </Suspense>
      </DataContext>
    </Router>
  );
  root.render(strict ? <StrictMode>{tree}</StrictMode> : tree);
  const stopKeys = listenForKeys(window);
  return {
    element,
    navigate,
    history,
    end() {
      stopKeys();
      root.unmount();
      element.remove();
    },
  };
}
