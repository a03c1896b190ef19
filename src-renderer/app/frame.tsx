/** What surrounds every screen: navigation, breadcrumb, the way to search, save and link state, notices, toasts. */
import { Search } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useText } from '#renderer/i18n/locale.ts';
import { catchKeys } from '#renderer/ui/caught-keys.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { listenForKeys } from '#renderer/ui/keys.ts';
import { Skeleton } from '#renderer/ui/states.tsx';
import { ToastRegion } from '#renderer/ui/toast.tsx';
import { watchTooltips } from '#renderer/ui/tooltip.ts';
import { useCrumbList } from '#renderer/ui-state/crumbs.ts';
import { watchNetwork } from '#renderer/ui-state/link-state.ts';
import { applyScheme, setPreferences, usePreferences } from '#renderer/ui-state/preferences.ts';
import { useAppCommands } from './app-commands.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import './frame.css';
import { NoticeArea } from './notice-area.tsx';
import { Rail } from './rail.tsx';
import { sectionOf } from './sections.ts';
import { LinkStatus, SaveStatus, WorkStatus } from './status.tsx';

const Palette = lazy(() => import('./palette.tsx').then((file) => ({ default: file.Palette })));
const KeyboardMap = lazy(() => import('./keyboard-map.tsx').then((file) => ({ default: file.KeyboardMap })));

function Breadcrumb() {
  const texts = useText('app');
  const [path] = useLocation();
  const section = sectionOf(path);
  const trail = useCrumbList((state) => state.crumbs);
  const name = section === undefined ? texts.name : texts[section.id];
  const last = trail.at(-1)?.label;
  useEffect(() => {
    document.title = [last, name, texts.name].filter((part) => part !== undefined).join(' · ');
  }, [last, name, texts.name]);
  return (
    <nav className="kz-crumbs" aria-label={texts.breadcrumb}>
      <ol>
        {section !== undefined && trail.length > 0 && (
          <li>
            <Link href={section.href}>{name}</Link>
          </li>
        )}
        {trail.slice(0, -1).map((crumb) => (
          <li key={crumb.label}>
            {crumb.href === undefined ? crumb.label : <Link href={crumb.href}>{crumb.label}</Link>}
          </li>
        ))}
        <li aria-current="page">
          {/* The one heading of the first rank: screens begin with the second. */}
          <h1>{last ?? name}</h1>
        </li>
      </ol>
    </nav>
  );
}

/** The side effects that last as long as the window. */
function useWindowWatchers(): void {
  const scheme = usePreferences((state) => state.scheme);
  const [path] = useLocation();
  useEffect(() => listenForKeys(window), []);
  useEffect(() => watchTooltips(document), []);
  useEffect(() => watchNetwork(window), []);
  useEffect(() => applyScheme(scheme, document.documentElement), [scheme]);
  useEffect(() => {
    if (sectionOf(path) !== undefined) setPreferences({ lastRoute: path });
  }, [path]);
}

export interface FrameProps {
  readonly children: ReactNode;
  /** What stands above the screen and does not scroll with it. */
  readonly notices?: ReactNode;
  /** Takes a bug that a screen threw. */
  readonly onCaught: (message: string) => void;
}

export function Frame({ children, notices, onCaught }: FrameProps) {
  const texts = useText('app');
  const [path] = useLocation();
  const [open, setOpen] = useState<'palette' | 'keys' | undefined>(undefined);
  const close = () => setOpen(undefined);
  useWindowWatchers();
  const openPalette = () => {
    catchKeys(close);
    setOpen('palette');
  };
  useAppCommands({ openPalette, openKeyboardMap: () => setOpen('keys') });
  return (
    <div className="kz-frame">
      <button
        type="button"
        className="kz-skip"
        onClick={() => document.getElementById('kz-content')?.focus()}
      >
        {texts.skipToContent}
      </button>
      <Rail />
      <header className="kz-topbar">
        <Breadcrumb />
        <button
          type="button"
          className="kz-palette-button"
          aria-keyshortcuts="Control+K Meta+K"
          aria-haspopup="dialog"
          onClick={openPalette}
        >
          <Search size={14} strokeWidth={1.75} aria-hidden />
          <span>{texts.search}</span>
          <Kbd keys="mod+k" />
        </button>
        <div className="kz-statuses">
          <WorkStatus />
          <SaveStatus />
          <LinkStatus />
        </div>
      </header>
      <main className="kz-content" id="kz-content" tabIndex={-1}>
        <NoticeArea>{notices}</NoticeArea>
        <div className="kz-screen">
          <ErrorBoundary resetKey={path} onCaught={onCaught}>
            <Suspense fallback={<Skeleton />}>{children}</Suspense>
          </ErrorBoundary>
        </div>
      </main>
      <ToastRegion place={path} />
      <Suspense fallback={null}>
        {open === 'palette' && <Palette onClose={close} />}
        {open === 'keys' && <KeyboardMap onClose={close} />}
      </Suspense>
    </div>
  );
}
