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

export interface ChartProps {
  /** What the chart shows, for those who cannot see it; say the finding: "Active users, 42 in June, falling". */
  readonly label: string;
  /** Keep it stable (`useMemo`): a new object draws the chart anew. Bars begin at zero. */
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** Told when the person zooms by a `dataZoom` of the option. */
  readonly onRange?: (range: ChartRange) => void;
}

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

/** Makes the chart and keeps it in step with the element's size and the system's scheme; returns the way to end it. */
async function mount(
  element: HTMLElement,
  option: EChartsCoreOption,
  tell: (range: ChartRange) => void,
  signal: AbortSignal,
): Promise<void> {
  const [{ init }, { chartTheme }] = await Promise.all([
    import('./chart-core.ts'),
    import('./chart-theme.ts'),
  ]);
  if (signal.aborted) return;
  let chart: EChartsType | undefined;
  const draw = () => {
    chart?.dispose();
    chart = init(element, chartTheme(element), { renderer: 'canvas' });
    watchRange(chart, tell);
    chart.setOption(option);
  };
  draw();
  const sizes = new ResizeObserver(() => chart?.resize());
  sizes.observe(element);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw, { signal });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    chart?.dispose();
  });
}

function Drawing({
  label,
  option,
  height,
  onRange,
  onFailed,
}: ChartProps & { readonly onFailed: () => void }) {
  const texts = useText('ui');
  const scheme = usePreferences((state) => state.scheme);
  const box = useRef<HTMLDivElement>(null);
  const tell = useRef({ onRange, onFailed });
  useEffect(() => {
    tell.current = { onRange, onFailed };
  });
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const stop = new AbortController();
    // The scheme is read from the element's own style; naming it here draws anew when the setting changes.
    element.dataset.drawnFor = scheme;
    mount(element, option, (range) => tell.current.onRange?.(range), stop.signal).catch(() => {
      // Its code could not be fetched: a window that outlived its files, or a disk that does not answer.
      if (!stop.signal.aborted) tell.current.onFailed();
    });
    return () => stop.abort();
  }, [option, scheme]);
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
