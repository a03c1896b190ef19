/** The entries of the navigation: only what exists in this release. The id is also the key of the label. */
import { Building2, ChartScatter, Database, ListTodo, type LucideIcon, Settings, Sun } from 'lucide-react';
import type { MenuCommand } from '#shared/ipc/menu-commands.ts';

export interface Section {
  readonly id: 'today' | 'accounts' | 'tasks' | 'portfolio' | 'sources' | 'settings';
  readonly href: string;
  readonly icon: LucideIcon;
  /** Further keys besides Alt and its number, and the entries of the system's menu bar that lead here. */
  readonly keys: readonly string[];
  readonly menu: readonly MenuCommand[];
}

export const SECTIONS: readonly Section[] = [
  { id: 'today', href: '/today', icon: Sun, keys: [], menu: ['today'] },
  { id: 'accounts', href: '/accounts', icon: Building2, keys: [], menu: ['accounts'] },
  { id: 'tasks', href: '/tasks', icon: ListTodo, keys: [], menu: ['tasks'] },
  { id: 'portfolio', href: '/portfolio', icon: ChartScatter, keys: [], menu: [] },
  { id: 'sources', href: '/sources', icon: Database, keys: [], menu: ['import'] },
  {
    id: 'settings',
    href: '/settings',
    icon: Settings,
    keys: ['mod+,'],
    menu: ['settings', 'about'],
  },
];

export function sectionOf(path: string): Section | undefined {
  return SECTIONS.find((section) => path === section.href || path.startsWith(`${section.href}/`));
}
