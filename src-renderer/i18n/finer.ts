/** More digits where two figures that differ would read alike. */

/** Beyond these no two figures of a book differ. */
const MOST_DIGITS = 6;

const formats = new Map<number, Intl.NumberFormat>();

/** Exactly so many digits after the point, in the notation that both languages share. */
export function fixed(value: number, digits: number): string {
  let format = formats.get(digits);
  if (format === undefined) {
    format = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(digits, format);
  }
  return format.format(value);
}

/** Signed, to the tenth, for parts that sum to a figure beside them: +3.0, −11.2. */
export function tenths(change: number): string {
  const text = Math.abs(change).toFixed(1);
  if (text === '0.0') return '±0.0';
  return `${change < 0 ? '−' : '+'}${text}`;
}

/** Two figures as texts that differ where they do; `say` gives one with so many digits more than usual. */
export function toldApart(
  say: (value: number, finer: number) => string,
  a: number,
  b: number,
): readonly [a: string, b: string] {
  for (let finer = 0; ; finer++) {
    const texts = [say(a, finer), say(b, finer)] as const;
    if (a === b || texts[0] !== texts[1] || finer === MOST_DIGITS) return texts;
  }
}
