/** The entries of the navigation: only what exists in this release. The id is also the key of the label. */
import { Building2, Database, type LucideIcon, Settings } from 'lucide-react';

export interface Section {
  readonly id: 'accounts' | 'sources' | 'settings';
  readonly href: string;
  readonly icon: LucideIcon;
}

export const SECTIONS: readonly Section[] = [
  { id: 'accounts', href: '/accounts', icon: Building2 },
  { id: 'sources', href: '/sources', icon: Database },
  { id: 'settings', href: '/settings', icon: Settings },
];

export function sectionOf(path: string): Section | undefined {
  return SECTIONS.find((section) => path === section.href || path.startsWith(`${section.href}/`));
}
