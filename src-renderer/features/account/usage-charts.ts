/** The options of the two usage charts: months with a brush below them, and weeks. Pure. */
import type { Formats } from '#renderer/i18n/format.ts';
import type { UsageMonth } from './usage-months.ts';

interface Words {
  readonly uses: string;
  readonly format: Formats;
}

const GRID = { left: 8, right: 8, top: 12, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' };

function base({ format }: Words, labels: readonly string[], values: readonly number[], name: string) {
  return {
    animation: false,
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? format.number(value) : ''),
    },
    xAxis: { type: 'category', data: labels },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 3,
      axisLabel: { formatter: (value: number) => format.numberShort(value) },
    },
    series: [{ type: 'bar', name, data: values }],
  };
}

/** Brushed by the slider below the bars; the wheel stays with the page. */
export function monthsOption(months: readonly UsageMonth[], start: number, words: Words) {
  const { format, uses } = words;
  return {
    ...base(
      words,
      months.map((month) => format.month(month.day)),
      months.map((month) => month.uses),
      uses,
    ),
    grid: { ...GRID, bottom: 52 },
    dataZoom: [
      {
        type: 'slider',
        height: 26,
        bottom: 8,
        start: start * 100,
        end: 100,
        brushSelect: true,
        showDetail: false,
      },
    ],
  };
}

export function weeksOption(weeks: readonly (readonly [string, number])[], words: Words) {
  const { format, uses } = words;
  return {
    ...base(
      words,
      weeks.map(([day]) => format.dateShort(day)),
      weeks.map(([, count]) => count),
      uses,
    ),
    grid: { ...GRID, bottom: 8 },
  };
}
