/** Views that are there from the start, and how the current arrangement compares with the one it began as. */

import { DEFAULT_DEFINITION, DEFAULT_VIEW_ID } from '#renderer/ui-state/accounts-view.ts';
import type { ViewDefinition } from '#shared/domain/table/view-definition.ts';
import { parseViewDefinition } from '#shared/domain/table/view-definition.ts';
import type { SavedView } from '#shared/model/stored.ts';

export interface BuiltInView {
  readonly id: string;
  readonly label: 'viewAll' | 'viewHealth' | 'viewRenewals' | 'viewQuiet' | 'viewStages';
  readonly definition: ViewDefinition;
}

export const BUILT_IN_VIEWS: readonly BuiltInView[] = [
  { id: DEFAULT_VIEW_ID, label: 'viewAll', definition: DEFAULT_DEFINITION },
  {
    id: 'builtin:health',
    label: 'viewHealth',
    definition: {
      ...DEFAULT_DEFINITION,
      shown: ['name', 'health', 'healthChange', 'owner', 'stage', 'arr', 'renewalDate', 'lastTouchAt'],
      sort: [{ column: 'health', descending: false }],
      groupBy: 'healthBand',
    },
  },
  {
    id: 'builtin:renewals',
    label: 'viewRenewals',
    definition: {
      ...DEFAULT_DEFINITION,
      shown: ['name', 'renewalDate', 'arr', 'owner', 'stage', 'lastTouchAt', 'openTickets', 'nps'],
      sort: [{ column: 'renewalDate', descending: false }],
      filters: [{ op: 'nextDays', column: 'renewalDate', days: 90 }],
    },
  },
  {
    id: 'builtin:quiet',
    label: 'viewQuiet',
    definition: {
      ...DEFAULT_DEFINITION,
      shown: ['name', 'lastTouchAt', 'owner', 'stage', 'arr', 'renewalDate', 'openTickets', 'usageLastMonth'],
      sort: [{ column: 'lastTouchAt', descending: false }],
      filters: [{ op: 'notPastDays', column: 'lastTouchAt', days: 30 }],
    },
  },
  {
    id: 'builtin:stages',
    label: 'viewStages',
    definition: { ...DEFAULT_DEFINITION, groupBy: 'stage' },
  },
];

/** The definition behind a view id; undefined when the view is gone or cannot be read. */
export function definitionOf(viewId: string, saved: readonly SavedView[]): ViewDefinition | undefined {
  const builtIn = BUILT_IN_VIEWS.find(({ id }) => id === viewId);
  if (builtIn !== undefined) return builtIn.definition;
  return parseViewDefinition(saved.find(({ id }) => id === viewId)?.definition);
}

export function sameDefinition(a: ViewDefinition, b: ViewDefinition): boolean {
  const ordered = ({ shown, pinned, widths, sort, filters, groupBy }: ViewDefinition) =>
    JSON.stringify([shown, pinned, Object.entries(widths).sort(), sort, filters, groupBy]);
  return ordered(a) === ordered(b);
}
