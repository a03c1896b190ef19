/** The picture as ECharts draws it: a shape and colour for each band, size by revenue, names of the largest. Pure. */
import type { AccountRow } from '#renderer/data/book.ts';
import type { Band } from '#shared/model/health.ts';
import { type Frame, frameOf, NAME_WIDTH, namesOf } from './picture-names.ts';
import type { Point } from './picture-points.ts';

/** As the signs of the bands are: ● ▲ ◆ ○. */
const SYMBOLS: Readonly<Record<Band, string>> = {
  healthy: 'circle',
  watch: 'triangle',
  'at-risk': 'diamond',
  unknown: 'emptyCircle',
};
const BANDS: readonly Band[] = ['healthy', 'watch', 'at-risk', 'unknown'];

const SMALLEST = 7;
const LARGEST = 34;
/** From here on marks are drawn in a few sizes, and nothing is raised under the pointer. */
const MANY = 2000;

export interface PictureWords {
  readonly axes: 'renewal' | 'revenue';
  readonly reach: 'quarter' | 'year' | 'all';
  readonly days: string;
  readonly health: string;
  readonly revenue: string;
  readonly bands: Readonly<Record<Band, string>>;
  readonly money: (major: number) => string;
  /** Several lines about an account. */
  readonly tip: (row: AccountRow) => string;
}

type Token = (name: string) => string;

/** The area of a mark is in proportion to the revenue. */
function sizeOf(points: readonly Point[]): (arr: number) => number {
  const most = points.reduce((max, { arr }) => Math.max(max, arr), 0);
  const scale = points.length > MANY ? 0.6 : 1;
  return (arr) =>
    most <= 0 ? SMALLEST : scale * (SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.max(0, arr) / most));
}

interface Style {
  readonly token: Token;
  readonly size: (arr: number) => number;
}

function dataOf(points: readonly Point[]) {
  // Small marks lie on top of large ones.
  return [...points].sort((a, b) => b.arr - a.arr).map(({ x, y, arr, index }) => [x, y, arr, index]);
}

/** One series a band; each mark has its own size. */
function pointSeries(points: readonly Point[], band: Band, words: PictureWords, { token, size }: Style) {
  return {
    type: 'scatter',
    name: words.bands[band],
    symbol: SYMBOLS[band],
    itemStyle: {
      color: token(`${band}-mark`),
      opacity: 0.78,
      borderColor: token('surface'),
      borderWidth: 0.5,
    },
    symbolSize: (value: readonly number[]) => size(value[2] ?? 0),
    emphasis: { itemStyle: { opacity: 1 } },
    data: dataOf(points.filter((point) => point.band === band)),
  };
}

/** Place, revenue and the account's place, one after the other: read without an object for each point. */
function flatData(points: readonly Point[]): Float64Array {
  const data = new Float64Array(points.length * 4);
  for (const [i, { x, y, arr, index }] of points.entries()) data.set([x, y, arr, index], i * 4);
  return data;
}

/** Sizes of marks where they are many: the marks of one size are drawn in one go. */
const STEPS = [5, 8, 12, 18] as const;

/** Largest first, so that small marks lie on top. */
function manySeries(points: readonly Point[], words: PictureWords, { token, size }: Style) {
  const stepOf = ({ arr }: Point) => STEPS.findLast((step) => size(arr) >= step) ?? STEPS[0];
  const parts = new Map<string, Point[]>();
  for (const point of points) {
    const key = `${point.band} ${stepOf(point)}`;
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [point]);
    else part.push(point);
  }
  return STEPS.toReversed().flatMap((step) =>
    BANDS.flatMap((band) => {
      const part = parts.get(`${band} ${step}`);
      if (part === undefined) return [];
      const itemStyle = { color: token(`${band}-mark`), opacity: 0.6 };
      return {
        type: 'scatter',
        name: words.bands[band],
        symbol: SYMBOLS[band],
        symbolSize: step,
        large: true,
        largeThreshold: 0,
        itemStyle,
        emphasis: { disabled: true },
        dimensions: ['x', 'y', 'arr', 'index'],
        data: flatData(part),
      };
    }),
  );
}

/** Names without marks of their own. */
function nameSeries(
  points: readonly Point[],
  rows: readonly AccountRow[],
  words: PictureWords,
  { token, size }: Style,
) {
  return {
    type: 'scatter',
    silent: true,
    symbol: 'circle',
    // Not by opacity, which the name would share.
    itemStyle: { color: 'transparent' },
    symbolSize: (value: readonly number[]) => size(value[2] ?? 0),
    data: namesOf(points, rows, frameOf(points, words)).map(({ point, name, side }) => ({
      value: [point.x, point.y, point.arr, point.index],
      label: {
        show: true,
        position: side,
        formatter: () => name,
        color: token('ink-soft'),
        fontSize: 12,
        width: NAME_WIDTH,
        overflow: 'truncate',
      },
    })),
  };
}

function axesOf({ axes, days, health, revenue, money }: PictureWords, { x }: Frame, token: Token) {
  const name = { nameLocation: 'middle', nameTextStyle: { color: token('ink-soft'), fontSize: 12 } };
  const score = { type: 'value', min: 0, max: 100, interval: 20, name: health, ...name };
  if (axes === 'renewal')
    return {
      xAxis: {
        type: 'value',
        name: days,
        ...name,
        nameGap: 28,
        splitLine: { show: false },
        min: x[0],
        max: x[1],
        interval: x[1] - x[0] > 400 ? 90 : x[1] - x[0] > 150 ? 60 : 30,
        axisLabel: { showMaxLabel: x[1] % 30 === 0, hideOverlap: true },
      },
      yAxis: { ...score, nameGap: 34 },
    };
  return {
    xAxis: { ...score, nameGap: 28, splitLine: { show: false } },
    yAxis: { type: 'value', name: revenue, ...name, nameGap: 64, axisLabel: { formatter: money } },
  };
}

export function pictureOption(
  points: readonly Point[],
  rows: readonly AccountRow[],
  words: PictureWords,
): (token: Token) => Record<string, unknown> {
  const size = sizeOf(points);
  const isMany = points.length > MANY;
  return (token) => {
    const marks = isMany
      ? manySeries(points, words, { token, size })
      : BANDS.map((band) => pointSeries(points, band, words, { token, size }));
    return {
      animation: false,
      grid: { left: 4, right: 24, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      ...axesOf(words, frameOf(points, words), token),
      tooltip: {
        trigger: 'item',
        renderMode: 'richText',
        formatter: ({ value }: { value?: readonly number[] }) => {
          const row = rows[value?.[3] ?? -1];
          return row === undefined ? '' : words.tip(row);
        },
      },
      brush: {
        toolbox: [],
        // Where marks are many, those outside of the area keep their colour: asking each would hold the screen up.
        seriesIndex: isMany ? [] : [...marks.keys()],
        xAxisIndex: 0,
        yAxisIndex: 0,
        transformable: true,
        throttleType: 'debounce',
        throttleDelay: 120,
        outOfBrush: { colorAlpha: 0.25 },
        brushStyle: { borderWidth: 1, color: `${token('accent')}14`, borderColor: token('accent') },
      },
      series: [...marks, nameSeries(points, rows, words, { token, size })],
    };
  };
}

/** The account's place of a point that was clicked. */
export function pickedIndex(data: unknown): number | undefined {
  const index: unknown = Array.isArray(data) ? data[3] : undefined;
  return typeof index === 'number' ? index : undefined;
}
