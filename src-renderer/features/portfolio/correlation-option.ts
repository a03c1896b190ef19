/** Two measures against each other, and ρ by lag, as ECharts draws them. Pure. */
import type { Lag } from '#shared/domain/correlation/lags.ts';
import type { NumericMeasure } from './numeric-measures.ts';

type Token = (name: string) => string;

export interface PairPoint {
  readonly name: string;
  readonly a: number;
  readonly b: number;
  /** Called by its name in the picture. */
  readonly named: boolean;
}

const MANY = 2000;

export function pairOption(points: readonly PairPoint[], a: NumericMeasure, b: NumericMeasure) {
  const most = points.reduce((max, point) => Math.max(max, point.a), Number.NEGATIVE_INFINITY);
  const least = points.reduce((min, point) => Math.min(min, point.a), Number.POSITIVE_INFINITY);
  const isAtRight = (value: number) => value > least + (most - least) * 0.75;
  return (token: Token): Record<string, unknown> => {
    const name = { nameLocation: 'middle', nameTextStyle: { color: token('ink-soft'), fontSize: 12 } };
    const label = (measure: NumericMeasure) => ({
      axisLabel: { formatter: (value: number) => measure.text(value), hideOverlap: true },
    });
    return {
      animation: false,
      grid: { left: 4, right: 24, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
      xAxis: { type: 'value', scale: true, name: a.label, ...name, nameGap: 28, ...label(a) },
      yAxis: { type: 'value', scale: true, name: b.label, ...name, nameGap: 58, ...label(b) },
      tooltip: {
        trigger: 'item',
        renderMode: 'richText',
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const point = points[dataIndex];
          if (point === undefined) return '';
          return `${point.name}\n${a.label}: ${a.text(point.a)}\n${b.label}: ${b.text(point.b)}`;
        },
      },
      series: [
        {
          type: 'scatter',
          symbolSize: points.length > MANY ? 5 : 9,
          itemStyle: { color: token('chart-1'), opacity: 0.7 },
          emphasis: { disabled: points.length > MANY, itemStyle: { opacity: 1 } },
          data: points.map((point) =>
            point.named
              ? {
                  value: [point.a, point.b],
                  itemStyle: { color: token('at-risk-mark'), opacity: 1 },
                  symbol: 'diamond',
                  symbolSize: 11,
                  label: {
                    show: true,
                    position: isAtRight(point.a) ? 'left' : 'right',
                    formatter: () => point.name,
                    color: token('ink'),
                    width: 150,
                    overflow: 'truncate',
                  },
                }
              : [point.a, point.b],
          ),
        },
      ],
    };
  };
}

export function lagOption(lags: readonly Lag[], weeks: (weeks: number) => string, tip: (lag: Lag) => string) {
  return (): Record<string, unknown> => ({
    animation: false,
    grid: { left: 8, right: 16, top: 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    xAxis: {
      type: 'category',
      data: lags.map((lag) => weeks(lag.weeks)),
      axisLine: { onZero: false },
      axisLabel: { hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: -1,
      max: 1,
      interval: 0.5,
      axisLabel: { formatter: (value: number) => String(value).replace('-', '−') },
    },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const lag = lags[dataIndex];
        return lag === undefined ? '' : tip(lag);
      },
    },
    series: [
      {
        type: 'bar',
        data: lags.map(({ correlation }) => (correlation.type === 'found' ? correlation.rho : null)),
      },
    ],
  });
}
