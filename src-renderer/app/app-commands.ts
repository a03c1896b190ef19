/** The commands that every screen has: where to go, how the app looks and speaks, and help. */
import { useLocation } from 'wouter';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { useCommands } from '#renderer/ui/keys.ts';
import { setPreferences, usePreferences } from '#renderer/ui-state/preferences.ts';
import { SECTIONS } from './sections.ts';

/** Parts of the settings that one looks for by name. */
const NOTES_PARTS = ['templates', 'kinds', 'bin'] as const;

interface AppDoors {
  readonly openPalette: () => void;
  readonly openKeyboardMap: () => void;
}

export function useAppCommands({ openPalette, openKeyboardMap }: AppDoors): void {
  const texts = useText('app');
  const { language } = useLocale();
  const collapsed = usePreferences((state) => state.railCollapsed);
  const [, navigate] = useLocation();
  useCommands({
    id: 'app',
    title: texts.everywhere,
    commands: [
      {
        id: 'app.palette',
        label: texts.openPalette,
        keys: ['mod+k'],
        keyboardOnly: true,
        // A screen with a search of its own takes this over.
        menu: ['palette', 'find'],
        run: openPalette,
      },
      {
        id: 'app.keys',
        label: texts.showKeyboardMap,
        keys: ['?', 'mod+/'],
        menu: ['keyboard'],
        run: openKeyboardMap,
      },
      ...SECTIONS.map(({ id, href, keys, menu }, index) => ({
        id: `app.go.${id}`,
        label: texts[id],
        kind: 'go' as const,
        keys: [`alt+${index + 1}`, ...keys],
        menu,
        run: () => navigate(href),
      })),
      ...NOTES_PARTS.map((part) => ({
        id: `app.go.notes.${part}`,
        label: texts[part],
        kind: 'go' as const,
        run: () => navigate(`/settings/notes/${part}`),
      })),
      {
        id: 'app.go.scorecards',
        label: texts.scorecards,
        kind: 'go' as const,
        run: () => navigate('/settings/scorecards'),
      },
      {
        id: 'app.go.playbooks',
        label: texts.playbooks,
        kind: 'go' as const,
        run: () => navigate('/tasks/playbooks'),
      },
      {
        id: 'app.go.cadence',
        label: texts.cadence,
        kind: 'go' as const,
        run: () => navigate('/settings/cadence'),
      },
      {
        id: 'app.go.contradictions',
        label: texts.contradictionRules,
        kind: 'go' as const,
        run: () => navigate('/settings/contradictions'),
      },
      {
        id: 'app.rail',
        label: collapsed ? texts.expandNavigation : texts.collapseNavigation,
        keys: ['mod+b'],
        run: () => setPreferences({ railCollapsed: !collapsed }),
      },
      {
        id: 'app.language',
        label: texts.languageCommand,
        run: () => setPreferences({ language: language === 'en' ? 'ja' : 'en' }),
      },
      {
        id: 'app.scheme.light',
        label: texts.schemeLight,
        run: () => setPreferences({ scheme: 'light' }),
      },
      { id: 'app.scheme.dark', label: texts.schemeDark, run: () => setPreferences({ scheme: 'dark' }) },
      {
        id: 'app.scheme.system',
        label: texts.schemeSystem,
        run: () => setPreferences({ scheme: 'system' }),
      },
    ],
  });
}
