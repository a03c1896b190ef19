/** Which kinds the timeline shows: one button per kind that the account has, with its count; several may be pressed. */
import { useMemo } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Toolbar } from '#renderer/ui/tabs.tsx';
import { KIND_ICONS, kindsWord } from './kind-look.ts';
import { type KindFilter, TIMELINE_KINDS, type TimelineKind, TOUCH_FILTER } from './timeline-kinds.ts';

interface KindFilterProps {
  readonly counts: ReadonlyMap<TimelineKind, number>;
  readonly filter: KindFilter;
  readonly onChange: (filter: KindFilter) => void;
}

interface ChipProps {
  readonly label: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly kind?: TimelineKind;
}

function Chip({ label, count, pressed, onPress, kind }: ChipProps) {
  const { format } = useLocale();
  const Icon = kind === undefined ? undefined : KIND_ICONS[kind];
  return (
    <button type="button" className="kz-tl-chip" aria-pressed={pressed} onClick={onPress}>
      {Icon !== undefined && <Icon size={14} strokeWidth={1.75} aria-hidden />}
      {label}
      <span className="kz-tl-chip-count">{format.numberShort(count)}</span>
    </button>
  );
}

function toggled(filter: KindFilter, kind: TimelineKind): KindFilter {
  const next = new Set(filter === TOUCH_FILTER ? undefined : filter);
  if (!next.delete(kind)) next.add(kind);
  return next.size === 0 ? undefined : next;
}

export function KindFilterBar({ counts, filter, onChange }: KindFilterProps) {
  const texts = useText('timeline');
  const fields = useText('fields');
  const sums = useMemo(() => {
    let all = 0;
    let touches = 0;
    for (const [kind, count] of counts) {
      all += count;
      if (TOUCH_FILTER.has(kind)) touches += count;
    }
    return { all, touches };
  }, [counts]);
  const present = TIMELINE_KINDS.filter((kind) => counts.has(kind) || filter?.has(kind) === true);
  const kinds = filter === TOUCH_FILTER ? TIMELINE_KINDS.filter((kind) => counts.has(kind)) : present;
  const touchKinds = kinds.filter((kind) => TOUCH_FILTER.has(kind)).length;
  return (
    <Toolbar label={texts.filter}>
      <Chip
        label={texts.all}
        count={sums.all}
        pressed={filter === undefined}
        onPress={() => onChange(undefined)}
      />
      {touchKinds > 1 && (
        <Chip
          label={texts.touches}
          count={sums.touches}
          pressed={filter === TOUCH_FILTER}
          onPress={() => onChange(filter === TOUCH_FILTER ? undefined : TOUCH_FILTER)}
        />
      )}
      {kinds.map((kind) => (
        <Chip
          key={kind}
          kind={kind}
          label={kindsWord(kind, { texts, fields })}
          count={counts.get(kind) ?? 0}
          pressed={filter !== TOUCH_FILTER && filter?.has(kind) === true}
          onPress={() => onChange(toggled(filter, kind))}
        />
      ))}
    </Toolbar>
  );
}
