/** The sign of an entry: a shape and a tone by what it is; the word stands beside it. */
import {
  CalendarClock,
  CircleCheck,
  FilePen,
  GitCompareArrows,
  type LucideIcon,
  PhoneCall,
  RefreshCw,
  Route,
  Scale,
  Sprout,
  TriangleAlert,
} from 'lucide-react';
import type { TodayEntry } from '#shared/domain/today/entry.ts';

export interface LineLook {
  readonly icon: LucideIcon;
  readonly tone: 'danger' | 'warning' | 'good' | 'plain';
}

const LOOKS = {
  risk: { icon: TriangleAlert, tone: 'danger' },
  opportunity: { icon: Sprout, tone: 'good' },
  lifecycle: { icon: Route, tone: 'warning' },
  activity: { icon: PhoneCall, tone: 'warning' },
  contradiction: { icon: Scale, tone: 'warning' },
  task: { icon: CircleCheck, tone: 'plain' },
  draft: { icon: FilePen, tone: 'plain' },
  conflict: { icon: GitCompareArrows, tone: 'warning' },
  unsent: { icon: RefreshCw, tone: 'warning' },
  meeting: { icon: CalendarClock, tone: 'plain' },
} as const satisfies Readonly<Record<string, LineLook>>;

export function lookOf({ item }: TodayEntry): LineLook {
  return LOOKS[item.kind === 'alert' ? item.alert.type : item.kind];
}
