/** What the keyboard and the palette can do with a timeline. */
import { useText } from '#renderer/i18n/locale.ts';
import { useCommands } from '#renderer/ui/keys.ts';
import { showLanes } from '#renderer/ui-state/timeline-view.ts';
import { openFilters, openJump } from './timeline-bar.tsx';
import type { TakeAway } from './use-take-away.ts';

interface TimelineCommands {
  readonly grouped: boolean;
  readonly lanes: boolean;
  readonly takeAway: TakeAway;
  readonly onGrouped: (grouped: boolean) => void;
  readonly onClear: () => void;
  readonly onNewest: () => void;
}

function toKinds(): void {
  document.querySelector<HTMLElement>('.kz-tl-kinds [aria-pressed=true]')?.focus();
}

export function useTimelineCommands(input: TimelineCommands): void {
  const texts = useText('timeline');
  const { grouped, lanes, takeAway, onGrouped, onClear, onNewest } = input;
  useCommands({
    id: 'timeline',
    title: texts.keysTitle,
    commands: [
      { id: 'timeline.filter', label: texts.chooseKinds, keys: ['f'], run: toKinds },
      { id: 'timeline.more-filters', label: texts.moreFiltersLong, keys: ['shift+f'], run: openFilters },
      { id: 'timeline.jump', label: texts.jump, keys: ['g'], run: openJump },
      { id: 'timeline.newest', label: texts.newest, keys: ['shift+g'], run: onNewest },
      { id: 'timeline.clear', label: texts.clear, run: onClear },
      {
        id: 'timeline.group',
        label: grouped ? texts.ungroup : texts.group,
        run: () => onGrouped(!grouped),
      },
      { id: 'timeline.lanes', label: texts.showLanes, run: () => showLanes(!lanes) },
      { id: 'timeline.print', label: texts.print, keys: ['mod+p'], run: takeAway.print },
      { id: 'timeline.markdown', label: texts.exportMarkdown, run: takeAway.exportMarkdown },
      { id: 'timeline.csv', label: texts.exportCsv, run: takeAway.exportCsv },
    ],
  });
}
