/** The curve over the book: bars of how the raw values lie, the line, and points that mouse and arrow keys move. */
import { useRef, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import type { Curve } from '#shared/model/health.ts';
import { type Distribution, ticksOf } from './distribution.ts';
import type { RawScale } from './raw-scale.ts';

const WIDTH = 560;
const HEIGHT = 190;
const LEFT = 30;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 24;
const INNER = { width: WIDTH - LEFT - RIGHT, height: HEIGHT - TOP - BOTTOM };
const LEVELS = [0, 100];

interface CurveChartProps {
  readonly name: string;
  readonly curve: Curve;
  readonly distribution: Distribution;
  readonly scale: RawScale;
  readonly bands: { readonly healthy: number; readonly watch: number };
  readonly value: (raw: number) => string;
  readonly onMove: (place: number, raw: number, gives: number) => void;
  readonly onSettle: () => void;
}

function places({ from, to }: Distribution) {
  return {
    x: (raw: number) => LEFT + ((raw - from) / (to - from)) * INNER.width,
    y: (gives: number) => TOP + (1 - gives / 100) * INNER.height,
    raw: (x: number) => from + ((x - LEFT) / INNER.width) * (to - from),
    gives: (y: number) => (1 - (y - TOP) / INNER.height) * 100,
  };
}

/** Level to both ends; by steps the line goes up or down at each point. */
function pathOf({ points, type }: Curve, at: ReturnType<typeof places>): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return '';
  const parts = [`M${LEFT} ${at.y(first[1])}`];
  for (const [raw, gives] of points) {
    if (type === 'steps') parts.push(`H${at.x(raw)}`, `V${at.y(gives)}`);
    else parts.push(`L${at.x(raw)} ${at.y(gives)}`);
  }
  parts.push(`H${WIDTH - RIGHT}`);
  return parts.join('');
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function Bars({ distribution }: { readonly distribution: Distribution }) {
  const { bars } = distribution;
  const highest = Math.max(1, ...bars);
  const width = INNER.width / bars.length;
  return bars.map((count, i) => {
    const height = (count / highest) * INNER.height * 0.85;
    return count === 0 ? null : (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
        key={i}
        className="kz-sc-bar"
        x={LEFT + i * width + 0.5}
        y={TOP + INNER.height - height}
        width={Math.max(1, width - 1)}
        height={height}
      />
    );
  });
}

function Axes({ distribution, bands, value }: Pick<CurveChartProps, 'distribution' | 'bands' | 'value'>) {
  const at = places(distribution);
  return (
    <>
      {[...LEVELS, bands.watch, bands.healthy].map((level) => (
        <g key={level}>
          <line
            className={LEVELS.includes(level) ? 'kz-sc-grid' : 'kz-sc-grid kz-sc-grid-band'}
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={at.y(level)}
            y2={at.y(level)}
          />
          <text className="kz-sc-tick" x={LEFT - 6} y={at.y(level) + 3.5} textAnchor="end">
            {level}
          </text>
        </g>
      ))}
      {ticksOf(distribution).map((tick) => (
        <text key={tick} className="kz-sc-tick" x={at.x(tick)} y={HEIGHT - 8} textAnchor="middle">
          {value(tick)}
        </text>
      ))}
    </>
  );
}

export function CurveChart(props: CurveChartProps) {
  const { name, curve, distribution, scale, bands, value, onMove, onSettle } = props;
  const texts = useText('scorecards');
  const svg = useRef<SVGSVGElement>(null);
  // The axis stays while a point is dragged: what moves is the point, not the paper.
  const [paper, setPaper] = useState<Distribution | undefined>(undefined);
  const shown = paper ?? distribution;
  const at = places(shown);
  const drag = (place: number, event: React.PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined || paper === undefined) return;
    const factor = WIDTH / box.width;
    onMove(place, at.raw((event.clientX - box.left) * factor), at.gives((event.clientY - box.top) * factor));
  };
  const settle = () => {
    setPaper(undefined);
    onSettle();
  };
  return (
    <svg ref={svg} className="kz-sc-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <title>{texts.curveChart(name)}</title>
      <Bars distribution={shown} />
      <Axes distribution={shown} bands={bands} value={value} />
      <path className="kz-sc-line" d={pathOf(curve, at)} />
      {curve.points.map(([raw, gives], place) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: points keep their order; a point is its place
          key={place}
          className="kz-sc-point"
          cx={at.x(raw)}
          cy={at.y(gives)}
          r={6}
          role="slider"
          tabIndex={0}
          aria-label={texts.pointLabel(place + 1)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={gives}
          aria-valuetext={texts.point(place + 1, value(raw), gives)}
          onPointerDown={(event) => {
            setPaper(distribution);
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => drag(place, event)}
          onPointerUp={settle}
          onPointerCancel={settle}
          onBlur={onSettle}
          onKeyDown={(event) => {
            const arrow = ARROWS[event.key];
            if (arrow === undefined) return;
            event.preventDefault();
            const far = event.shiftKey ? 10 : 1;
            onMove(place, raw + arrow[0] * far * scale.step, gives + arrow[1] * far);
          }}
        />
      ))}
    </svg>
  );
}
