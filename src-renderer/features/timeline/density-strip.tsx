/** How much happened in each month over the years; press a month to go there, drag or use the two handles to set dates. */
import { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { type Density, firstDayOf, type MonthNumber } from '#shared/domain/timeline/density.ts';

export interface MonthRange {
  readonly from: MonthNumber;
  readonly to: MonthNumber;
}

export interface StripLane {
  readonly id: string;
  readonly label: string;
  readonly density: Density;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

interface DensityStripProps {
  readonly density: Density;
  /** Said after the name of the strip: what it leaves out. */
  readonly note: string;
  readonly lanes: readonly StripLane[] | undefined;
  /** Months with a mark of health, stage or contract under them. */
  readonly marks: ReadonlySet<MonthNumber>;
  /** The months shown; undefined = all. */
  readonly range: MonthRange | undefined;
  readonly onRange: (range: MonthRange | undefined) => void;
  readonly onMonth: (month: MonthNumber) => void;
}

const TALL = 100;

function barsOf({ counts, most }: Density): string {
  return counts
    .map((count, i) =>
      count === 0 ? '' : `M${i + 0.1} ${TALL}V${(TALL * (1 - count / most)).toFixed(1)}h.8V${TALL}z`,
    )
    .join('');
}

const Bars = memo(({ density, className }: { readonly density: Density; readonly className: string }) => (
  <svg
    className={className}
    viewBox={`0 0 ${density.counts.length} ${TALL}`}
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <path d={barsOf(density)} />
  </svg>
));
Bars.displayName = 'Bars';

/** Every year where there is room, else every second, fifth or tenth one. */
function yearsOf({ first, counts }: Density): readonly { readonly year: number; readonly at: number }[] {
  const last = first + counts.length - 1;
  const years = Math.floor(last / 12) - Math.floor(first / 12) + 1;
  const step = [1, 2, 5, 10, 20].find((each) => years / each <= 14) ?? 50;
  const found: { year: number; at: number }[] = [];
  for (let year = Math.ceil(first / 12); year * 12 <= last; year++) {
    if (year % step === 0) found.push({ year, at: (year * 12 - first) / counts.length });
  }
  return found;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -12,
  PageUp: 12,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

interface HandleProps {
  readonly label: string;
  readonly value: MonthNumber;
  readonly low: MonthNumber;
  readonly high: MonthNumber;
  /** 0 to 1. */
  readonly place: number;
  readonly side: 'from' | 'to';
  readonly onMove: (month: MonthNumber) => void;
}

function Handle({ label, value, low, high, place, side, onMove }: HandleProps) {
  const { format } = useLocale();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(Math.min(high, Math.max(low, value + step)));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={`kz-tl-handle kz-tl-handle-${side}`}
      style={{ left: `${place * 100}%` }}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={value}
      aria-valuetext={format.month(firstDayOf(value))}
      onKeyDown={onKeyDown}
    />
  );
}

/** Months under the pointer, from where it went down to where it is. */
function useBrush(density: Density, done: (range: MonthRange, dragged: boolean) => void) {
  const [drag, setDrag] = useState<MonthRange | undefined>(undefined);
  const [under, setUnder] = useState<MonthNumber | undefined>(undefined);
  const start = useRef<MonthNumber | undefined>(undefined);
  const monthAt = (event: PointerEvent<HTMLElement>): MonthNumber => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left) / Math.max(1, width);
    const index = Math.floor(share * density.counts.length);
    return density.first + Math.min(density.counts.length - 1, Math.max(0, index));
  };
  const rangeTo = (month: MonthNumber): MonthRange | undefined =>
    start.current === undefined
      ? undefined
      : { from: Math.min(start.current, month), to: Math.max(start.current, month) };
  return {
    drag,
    under,
    onPointerLeave: () => setUnder(undefined),
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = monthAt(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const month = monthAt(event);
      setUnder(month);
      const range = rangeTo(month);
      if (range !== undefined) setDrag(range);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const range = rangeTo(monthAt(event));
      start.current = undefined;
      setDrag(undefined);
      if (range !== undefined) done(range, range.from !== range.to);
    },
    onPointerCancel: () => {
      start.current = undefined;
      setDrag(undefined);
    },
  };
}

export function DensityStrip(props: DensityStripProps) {
  const { density, note, lanes, marks, range, onRange, onMonth } = props;
  const texts = useText('timeline');
  const { format } = useLocale();
  const { first, counts } = density;
  const last = first + counts.length - 1;
  const years = useMemo(() => yearsOf(density), [density]);
  const change = ({ from, to }: MonthRange) =>
    onRange(from <= first && to >= last ? undefined : { from, to });
  const { drag, under, ...brush } = useBrush(density, (picked, dragged) =>
    dragged ? change(picked) : onMonth(picked.from),
  );
  const shown = drag ?? range;
  const from = Math.max(first, shown?.from ?? first);
  const to = Math.min(last, shown?.to ?? last);
  const share = (month: MonthNumber) => (month - first) / counts.length;
  return (
    <fieldset className="kz-tl-strip" data-lanes={lanes !== undefined}>
      <legend className="kz-visually-hidden">
        {[texts.strip, note, texts.stripHint].filter((part) => part !== '').join(texts.comma)}
      </legend>
      {lanes !== undefined && (
        <div className="kz-tl-lane-names">
          {lanes.map((lane) => (
            <button key={lane.id} type="button" aria-pressed={lane.pressed} onClick={lane.onPress}>
              {lane.label}
            </button>
          ))}
        </div>
      )}
      <div className="kz-tl-chart">
        <div className="kz-tl-plot" {...brush}>
          {lanes === undefined ? (
            <Bars density={density} className="kz-tl-bars" />
          ) : (
            lanes.map((lane) => (
              <Bars key={lane.id} density={lane.density} className="kz-tl-bars kz-tl-lane" />
            ))
          )}
          {shown !== undefined && (
            <>
              <span className="kz-tl-shade" style={{ left: 0, width: `${share(from) * 100}%` }} />
              <span className="kz-tl-shade" style={{ left: `${share(to + 1) * 100}%`, right: 0 }} />
            </>
          )}
          {[...marks].map((month) => (
            <i
              key={month}
              className="kz-tl-mark"
              style={{ left: `${(share(month) + 0.5 / counts.length) * 100}%` }}
            />
          ))}
        </div>
        <Handle
          side="from"
          label={texts.stripFrom}
          value={from}
          low={first}
          high={to}
          place={share(from)}
          onMove={(month) => change({ from: month, to })}
        />
        <Handle
          side="to"
          label={texts.stripTo}
          value={to}
          low={from}
          high={last}
          place={share(to + 1)}
          onMove={(month) => change({ from, to: month })}
        />
        <div className="kz-tl-years" aria-hidden="true">
          {years.map(({ year, at }) => (
            <span key={year} style={{ left: `${at * 100}%` }}>
              {year}
            </span>
          ))}
          {under !== undefined && (
            <output
              className="kz-tl-under"
              data-late={share(under) > 0.5}
              style={{ left: `${share(under) * 100}%` }}
            >
              {texts.stripMonth(format.month(firstDayOf(under)), counts[under - first] ?? 0)}
            </output>
          )}
        </div>
      </div>
    </fieldset>
  );
}
