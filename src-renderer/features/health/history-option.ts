/** The options of the history chart: the score over the days, its bands, and what happened below it. Pure. */

import type { Happening } from '#renderer/data/health/happenings.ts';
import { type Formats, isoDateOf } from '#renderer/i18n/format.ts';
import type { HealthSnapshot, Scorecard } from '#shared/model/health.ts';

interface HistoryWords {
  readonly score: string;
  readonly events: string;
  readonly reconstructed: string;
  readonly format: Formats;
  readonly pair: (value: number, coverage: number) => string;
  readonly kind: (kind: string) => string;
}

/** Where the happenings stand: under the score's own axis. */
const BELOW = -10;

function dots(happenings: readonly Happening[], { kind, format }: HistoryWords) {
  return happenings.map(({ day, items }) => ({
    value: [day, BELOW],
    symbolSize: Math.min(12, 5 + items.length),
    tip: `${format.date(day)}\n${items
      .slice(0, 6)
      .map((item) => `${kind(item.kind)}: ${item.title}`)
      .join('\n')}${items.length > 6 ? `\n… ${items.length}` : ''}`,
  }));
}

export function historyOption(
  history: readonly HealthSnapshot[],
  happenings: readonly Happening[],
  bands: Scorecard['bands'],
  words: HistoryWords,
) {
  const { format, pair } = words;
  const line = (isFilledIn: boolean) =>
    history.map(({ day, value, coverage, reconstructed }, i) => ({
      // The two lines meet: a kept day also ends the stretch that was filled in before it.
      value: [
        day,
        reconstructed === isFilledIn || (isFilledIn && history[i - 1]?.reconstructed) ? value : null,
      ],
      tip:
        value === undefined
          ? ''
          : `${format.date(day)}\n${pair(value, coverage)}${reconstructed ? `\n${words.reconstructed}` : ''}`,
    }));
  return {
    animation: false,
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      formatter: ({ data }: { data?: { tip?: string } }) => data?.tip ?? '',
    },
    grid: { left: 8, right: 8, top: 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'time',
      minInterval: 28 * 86_400_000,
      axisLabel: { hideOverlap: true, formatter: (at: number) => format.month(isoDateOf(at)) },
    },
    yAxis: {
      type: 'value',
      min: -20,
      max: 100,
      interval: 20,
      axisLabel: { formatter: (value: number) => (value < 0 ? '' : String(value)) },
      splitLine: { show: false },
    },
    series: [
      {
        type: 'line',
        name: words.score,
        data: line(false),
        connectNulls: false,
        symbolSize: 5,
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { type: 'dotted' },
          data: [{ yAxis: bands.healthy }, { yAxis: bands.watch }],
        },
      },
      {
        type: 'line',
        name: words.reconstructed,
        data: line(true),
        connectNulls: false,
        symbolSize: 3,
        lineStyle: { type: 'dashed', width: 1.5 },
      },
      { type: 'scatter', name: words.events, data: dots(happenings, words) },
    ],
  };
}
