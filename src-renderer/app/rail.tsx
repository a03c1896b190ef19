/** The navigation at the left edge: the mark, the sections, and the way to fold it. */
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { useText } from '#renderer/i18n/locale.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { setPreferences, usePreferences } from '#renderer/ui-state/preferences.ts';
import { SECTIONS, sectionOf } from './sections.ts';

export function Rail() {
  const texts = useText('app');
  const [path] = useLocation();
  const collapsed = usePreferences((state) => state.railCollapsed);
  const current = sectionOf(path);
  return (
    <nav className="kz-rail" data-collapsed={collapsed} aria-label={texts.navigation}>
      <div className="kz-rail-mark">
        <span className="kz-rail-glyph" lang="ja" aria-hidden="true">
          絆
        </span>
        {!collapsed && <span>{texts.name}</span>}
      </div>
      <ul>
        {SECTIONS.map(({ id, href, icon: Icon }) => (
          <li key={id}>
            <Link
              href={href}
              className="kz-rail-link"
              aria-current={current?.id === id ? 'page' : undefined}
              aria-label={collapsed ? texts[id] : undefined}
              data-tip={collapsed ? texts[id] : undefined}
              data-tip-side="right"
            >
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              {!collapsed && <span className="kz-rail-label">{texts[id]}</span>}
            </Link>
          </li>
        ))}
      </ul>
      <IconButton
        className="kz-rail-fold"
        icon={collapsed ? PanelLeftOpen : PanelLeftClose}
        label={collapsed ? texts.expandNavigation : texts.collapseNavigation}
        aria-expanded={!collapsed}
        keys="mod+b"
        data-tip-side="right"
        onClick={() => setPreferences({ railCollapsed: !collapsed })}
      />
    </nav>
  );
}
