/** What stands above the timeline: its kinds, the other conditions, the way to a date, and print and export. */
import { CalendarSearch, Download, FileText, ListFilter, Printer, Sheet } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { IconMenuButton } from '#renderer/ui/menu.tsx';
import { IconPopoverButton, PopoverButton } from '#renderer/ui/popover.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import type { TimelineFilter } from '#shared/domain/timeline/filter.ts';
import type { TimelineKind } from '#shared/domain/timeline/kinds.ts';
import { KindFilterBar } from './kind-filter.tsx';
import type { KindBook } from './use-kind-book.ts';
import type { TakeAway } from './use-take-away.ts';

const FilterPanel = lazy(() => import('./filter-panel.tsx').then((file) => ({ default: file.FilterPanel })));
const JumpPanel = lazy(() => import('./jump-panel.tsx').then((file) => ({ default: file.JumpPanel })));

const JUMP = 'kz-tl-jump-button';
const FILTER = 'kz-tl-filter-button';

/** Presses a button of the bar; a menu or palette that is just closing gets its time to do so. */
function press(id: string): void {
  setTimeout(() => document.getElementById(id)?.click(), 0);
}

export function openJump(): void {
  press(JUMP);
}

export function openFilters(): void {
  press(FILTER);
}

interface TimelineBarProps {
  readonly counts: ReadonlyMap<TimelineKind, number>;
  readonly filter: TimelineFilter;
  readonly grouped: boolean;
  readonly lanes: boolean;
  readonly kinds: KindBook;
  readonly people: readonly string[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
  readonly takeAway: TakeAway;
  readonly onFilter: (filter: TimelineFilter) => void;
  readonly onGrouped: (grouped: boolean) => void;
  readonly onLanes: (lanes: boolean) => void;
  readonly onJump: (day: string) => void;
}

/** Conditions that the kinds' buttons do not show. */
function otherConditions({ kinds: _kinds, touch, ...others }: TimelineFilter): number {
  return Object.keys(others).length + (touch === 'other' ? 1 : 0);
}

function ViewMenu(props: TimelineBarProps) {
  const { kinds, grouped, lanes, takeAway, onGrouped, onLanes } = props;
  const { texts } = kinds;
  return (
    <IconMenuButton
      icon={Download}
      label={texts.take}
      groups={[
        {
          id: 'take',
          entries: [
            { id: 'print', label: texts.print, icon: Printer, keys: 'mod+p', run: takeAway.print },
            { id: 'md', label: texts.exportMarkdown, icon: FileText, run: takeAway.exportMarkdown },
            { id: 'csv', label: texts.exportCsv, icon: Sheet, run: takeAway.exportCsv },
          ],
        },
        {
          id: 'look',
          entries: [
            { id: 'group', label: texts.group, checked: grouped, run: () => onGrouped(!grouped) },
            { id: 'lanes', label: texts.showLanes, checked: lanes, run: () => onLanes(!lanes) },
          ],
        },
      ]}
    />
  );
}

export function TimelineBar(props: TimelineBarProps) {
  const { counts, filter, kinds, people, sources, today, onFilter, onJump } = props;
  const { texts } = kinds;
  return (
    <div className="kz-tl-bar">
      <div className="kz-tl-kinds">
        <KindFilterBar counts={counts} filter={filter} kinds={kinds} onChange={onFilter} />
      </div>
      <div className="kz-tl-buttons">
        <PopoverButton
          id={FILTER}
          variant="quiet"
          size="small"
          icon={ListFilter}
          aria-pressed={otherConditions(filter) > 0}
          panelLabel={texts.moreFiltersLong}
          panel={() => (
            <Suspense fallback={<Skeleton lines={6} />}>
              <FilterPanel filter={filter} people={people} sources={sources} onChange={onFilter} />
            </Suspense>
          )}
        >
          {texts.moreFilters}
        </PopoverButton>
        <IconPopoverButton
          id={JUMP}
          size="small"
          icon={CalendarSearch}
          label={texts.jump}
          keys="g"
          panelLabel={texts.jump}
          panel={(close) => (
            <Suspense fallback={<Skeleton lines={2} />}>
              <JumpPanel
                today={today}
                onJump={(day) => {
                  close();
                  onJump(day);
                }}
              />
            </Suspense>
          )}
        />
        <ViewMenu {...props} />
      </div>
    </div>
  );
}
