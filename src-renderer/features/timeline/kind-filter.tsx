/** Which kinds the timeline shows: one button per kind that the account has, with its count; several may be pressed. */
import type { LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale } from '#renderer/i18n/locale.ts';
import { Toolbar } from '#renderer/ui/tabs.tsx';
import { type TimelineFilter, withFilter } from '#shared/domain/timeline/filter.ts';
import { isBuiltInKind, TIMELINE_KINDS, type TimelineKind } from '#shared/domain/timeline/kinds.ts';
import { kindIcon, kindsWord } from './kind-look.ts';
import { toggledKind } from './timeline-kinds.ts';
import type { KindBook } from './use-kind-book.ts';

interface KindFilterProps {
  readonly counts: ReadonlyMap<TimelineKind, number>;
  readonly filter: TimelineFilter;
  readonly kinds: KindBook;
  readonly onChange: (filter: TimelineFilter) => void;
}

interface ChipProps {
  readonly label: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly icon?: LucideIcon;
}

function Chip({ label, count, pressed, onPress, icon: Icon }: ChipProps) {
  const { format } = useLocale();
  return (
    <button type="button" className="kz-tl-chip" aria-pressed={pressed} onClick={onPress}>
      {Icon !== undefined && <Icon size={14} strokeWidth={1.75} aria-hidden />}
      {label}
      <span className="kz-tl-chip-count">{format.numberShort(count)}</span>
    </button>
  );
}

/** Built-in kinds in their order, then the user's own. */
function offered(counts: ReadonlyMap<TimelineKind, number>, filter: TimelineFilter): readonly TimelineKind[] {
  const there = new Set([...counts.keys(), ...(filter.kinds ?? [])]);
  return [
    ...TIMELINE_KINDS.filter((kind) => there.has(kind)),
    ...[...there].filter((kind) => !isBuiltInKind(kind)),
  ];
}

export function KindFilterBar({ counts, filter, kinds, onChange }: KindFilterProps) {
  const { texts, touches } = kinds;
  const sums = useMemo(() => {
    let all = 0;
    let touching = 0;
    for (const [kind, count] of counts) {
      all += count;
      if (touches(kind)) touching += count;
    }
    return { all, touching };
  }, [counts, touches]);
  const shown = offered(counts, filter);
  const touchKinds = shown.filter(touches).length;
  const onlyTouches = filter.touch === 'touch' && filter.kinds === undefined;
  const free = filter.kinds === undefined && filter.touch === undefined;
  return (
    <Toolbar label={texts.filter}>
      <Chip
        label={texts.all}
        count={sums.all}
        pressed={free}
        onPress={() => onChange(withFilter(filter, { kinds: undefined, touch: undefined }))}
      />
      {touchKinds > 1 && (
        <Chip
          label={texts.touches}
          count={sums.touching}
          pressed={onlyTouches}
          onPress={() =>
            onChange(withFilter(filter, { kinds: undefined, touch: onlyTouches ? undefined : 'touch' }))
          }
        />
      )}
      {shown.map((kind) => (
        <Chip
          key={kind}
          icon={kindIcon(kind, kinds)}
          label={kindsWord(kind, kinds)}
          count={counts.get(kind) ?? 0}
          pressed={filter.kinds?.includes(kind) === true}
          onPress={() => onChange(toggledKind(filter, kind))}
        />
      ))}
    </Toolbar>
  );
}
