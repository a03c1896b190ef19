/** The tokens of `theme.css` as ECharts wants them, read when a chart is drawn or the scheme changes. */

export function chartTheme(element: HTMLElement): Record<string, unknown> {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--kz-${name}`).trim();
  const axis = {
    axisLine: { lineStyle: { color: token('line-control') } },
    axisTick: { show: false },
    axisLabel: { color: token('ink-faint'), fontSize: 12 },
    splitLine: { lineStyle: { color: token('line') } },
  };
  return {
    color: [1, 2, 3, 4, 5, 6].map((hue) => token(`chart-${hue}`)),
    backgroundColor: 'transparent',
    // Otherwise labels get a light outline, which blurs them on a dark surface.
    darkMode: style.colorScheme === 'dark',
    textStyle: { fontFamily: style.fontFamily, color: token('ink') },
    animationDuration: 120,
    animationDurationUpdate: 120,
    categoryAxis: { ...axis, splitLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    line: {
      symbol: 'circle',
      symbolSize: 5,
      showSymbol: false,
      lineStyle: { width: 1.75 },
      endLabel: { color: token('ink-soft'), fontSize: 12, textBorderWidth: 0 },
    },
    bar: { barMaxWidth: 28, itemStyle: { borderRadius: [2, 2, 0, 0] } },
    tooltip: {
      // Text on the canvas: an HTML tooltip would need inline styles, which the CSP forbids.
      renderMode: 'richText',
      backgroundColor: token('surface-raised'),
      borderColor: token('line-control'),
      borderWidth: 1,
      textStyle: { color: token('ink'), fontSize: 12 },
      axisPointer: { lineStyle: { color: token('line-control') } },
    },
    dataZoom: {
      borderColor: token('line'),
      fillerColor: token('surface-selected'),
      handleStyle: { color: token('accent'), borderColor: token('accent') },
      moveHandleStyle: { color: token('line-control') },
      textStyle: { color: token('ink-faint') },
      dataBackground: {
        lineStyle: { color: token('line-control') },
        areaStyle: { color: token('surface-press') },
      },
      selectedDataBackground: {
        lineStyle: { color: token('accent') },
        areaStyle: { color: token('surface-selected') },
      },
    },
  };
}
