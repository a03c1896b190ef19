/** Two medians as they are said beside each other. */

/** Whole per cent, rounded as the change itself is said. */
function change(now: number, before: number): number {
  const share = now / before - 1;
  return Math.sign(share) * Math.round(Math.abs(share) * 100);
}

/**
 * A median may lie between two counts: half a person is said of few, and where whole ones would not give the change in
 * per cent that stands beside them.
 */
export function typicalPair(now: number, before: number, locale: string): readonly [string, string] {
  const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
  let digits = Math.min(now, before) >= 10 ? 0 : 1;
  while (digits < 2 && change(rounded(now, digits), rounded(before, digits)) !== change(now, before))
    digits++;
  const { format } = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  return [format(now), format(before)];
}
