/** A chart: ECharts is fetched with the first one; colours follow the scheme, the size follows the element. */
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { usePreferences } from '#renderer/ui-state/preferences.ts';
import { Button } from './button.tsx';
import './chart.css';
import { ErrorState } from './states.tsx';

/** A chosen stretch of the horizontal axis, as fractions of the whole. */
export interface ChartRange {
  readonly start: number;
  readonly end: number;
}

/** A stretch of both value axes. */
export interface ChartArea {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
}

type Token = (name: string) => string;

export interface ChartProps {
  /** What the chart shows, for those who cannot see it; say the finding: "Active users, 42 in June, falling". */
  readonly label: string;
  /**
   * Keep it stable (`useMemo`): a new object draws the chart anew. Bars begin at zero. As a function it is given the
   * colours of the scheme, by the names of their tokens: `token('at-risk-mark')`.
   */
  readonly option: EChartsCoreOption | ((token: Token) => EChartsCoreOption);
  readonly height: number;
  /** Told when the person zooms by a `dataZoom` of the option. */
  readonly onRange?: (range: ChartRange) => void;
  /** With a `brush` in the option: dragging chooses an area; told when it was drawn, moved or taken away. */
  readonly onArea?: (area: ChartArea | undefined) => void;
  /** The area that is chosen now, whoever chose it. */
  readonly area?: ChartArea | undefined;
  /** Told the data of a point that was clicked. */
  readonly onPick?: (data: unknown) => void;
  /** A point whose tip is shown, as if the pointer were there. */
  readonly pointed?: { readonly series: number; readonly place: number } | undefined;
}

type Told = Pick<ChartProps, 'onRange' | 'onArea' | 'onPick' | 'area'>;

interface ZoomEvent {
  readonly start?: number;
  readonly end?: number;
  readonly batch?: readonly { readonly start?: number; readonly end?: number }[];
}

function watchRange(chart: EChartsType, tell: (range: ChartRange) => void): void {
  chart.on('datazoom', (event) => {
    const zoom: ZoomEvent = typeof event === 'object' && event !== null ? event : {};
    const { start, end } = zoom.batch?.[0] ?? zoom;
    if (start !== undefined && end !== undefined) tell({ start: start / 100, end: end / 100 });
  });
}

interface BrushEvent {
  readonly areas?: readonly { readonly coordRange?: readonly (readonly [number, number])[] }[];
}

function watchArea(chart: EChartsType, tell: (area: ChartArea | undefined) => void): void {
  chart.on('brushEnd', (event) => {
    const brush: BrushEvent = typeof event === 'object' && event !== null ? event : {};
    const [x, y] = brush.areas?.[0]?.coordRange ?? [];
    tell(x === undefined || y === undefined ? undefined : { x, y });
  });
}

/** Dragging draws an area from the first moment, without a button to press before. */
function startBrush(chart: EChartsType): void {
  const brushOption = { brushType: 'rect', brushMode: 'single' };
  chart.dispatchAction({ type: 'takeGlobalCursor', key: 'brush', brushOption });
}

function showArea(chart: EChartsType, area: ChartArea | undefined): void {
  const areas =
    area === undefined
      ? []
      : [{ brushType: 'rect', coordRange: [[...area.x], [...area.y]], xAxisIndex: 0, yAxisIndex: 0 }];
  chart.dispatchAction({ type: 'brush', areas });
}

/** What a chart that is drawn can be asked for afterwards. */
interface Drawn {
  showArea(area: ChartArea | undefined): void;
  point(pointed: ChartProps['pointed']): void;
}

/** Makes the chart and keeps it in step with the element's size and the system's scheme; returns the way to end it. */
async function mount(
  element: HTMLElement,
  option: ChartProps['option'],
  told: () => Told,
  signal: AbortSignal,
): Promise<Drawn | undefined> {
  const [{ init }, { chartTheme }] = await Promise.all([
    import('./chart-core.ts'),
    import('./chart-theme.ts'),
  ]);
  if (signal.aborted) return undefined;
  let chart: EChartsType | undefined;
  const draw = () => {
    chart?.dispose();
    chart = init(element, chartTheme(element), { renderer: 'canvas' });
    const style = getComputedStyle(element);
    const token: Token = (name) => style.getPropertyValue(`--kz-${name}`).trim();
    const drawn = typeof option === 'function' ? option(token) : option;
    watchRange(chart, (range) => told().onRange?.(range));
    chart.setOption(drawn);
    chart.on('click', ({ data }) => told().onPick?.(data));
    if (!('brush' in drawn)) return;
    watchArea(chart, (area) => told().onArea?.(area));
    startBrush(chart);
    showArea(chart, told().area);
  };
  draw();
  const sizes = new ResizeObserver(() => chart?.resize());
  sizes.observe(element);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw, { signal });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    chart?.dispose();
  });
  return {
    showArea: (area) => {
      if (chart !== undefined && !signal.aborted) showArea(chart, area);
    },
    point: (pointed) => {
      if (signal.aborted) return;
      if (pointed === undefined) chart?.dispatchAction({ type: 'hideTip' });
      else chart?.dispatchAction({ type: 'showTip', seriesIndex: pointed.series, dataIndex: pointed.place });
    },
  };
}

function Drawing({
  label,
  option,
  height,
  onFailed,
  ...told
}: ChartProps & { readonly onFailed: () => void }) {
  const { area, pointed } = told;
  const texts = useText('ui');
  const scheme = usePreferences((state) => state.scheme);
  const box = useRef<HTMLDivElement>(null);
  const tell = useRef({ ...told, onFailed });
  const drawn = useRef<Drawn>(undefined);
  useEffect(() => {
    tell.current = { ...told, onFailed };
  });
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const stop = new AbortController();
    // The scheme is read from the element's own style; naming it here draws anew when the setting changes.
    element.dataset.drawnFor = scheme;
    mount(element, option, () => tell.current, stop.signal).then(
      (made) => {
        if (!stop.signal.aborted) drawn.current = made;
      },
      () => {
        // Its code could not be fetched: a window that outlived its files, or a disk that does not answer.
        if (!stop.signal.aborted) tell.current.onFailed();
      },
    );
    return () => stop.abort();
  }, [option, scheme]);
  useEffect(() => drawn.current?.showArea(area), [area]);
  useEffect(() => drawn.current?.point(pointed), [pointed]);
  return (
    <div ref={box} className="kz-chart" role="img" aria-label={texts.chartOf(label)} style={{ height }} />
  );
}

export function Chart(props: ChartProps) {
  const texts = useText('ui');
  const [failed, setFailed] = useState(false);
  if (!failed) return <Drawing {...props} onFailed={() => setFailed(true)} />;
  return (
    <ErrorState
      title={texts.chartFailed}
      actions={<Button onClick={() => setFailed(false)}>{texts.retry}</Button>}
    >
      {texts.chartFailedBody}
    </ErrorState>
  );
}
