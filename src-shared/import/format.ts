/** Guesses how a text table is laid out: its delimiter, where the header row is, what is a footer. */

export const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface DelimiterGuess {
  readonly delimiter: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface HeaderGuess {
  /** Rows above the header, blank lines not counted. */
  readonly headerRow: number;
  readonly confidence: number;
}

/** Splits a sample into rows, blank lines left out; an unfinished last row is kept when nothing else is there. */
export function splitSample(text: string, delimiter: string, maxRows: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.some((c) => c.trim() !== '')) rows.push(row);
    row = [];
    cell = '';
  };
  for (let i = 0; i < text.length && rows.length < maxRows; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === delimiter) {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') endRow();
    else cell += char;
  }
  if (rows.length === 0 || (rows.length < maxRows && !quoted)) endRow();
  return rows;
}

function mostCommon(widths: readonly number[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    const bestCount = counts.get(best) ?? 0;
    if (count > bestCount || (count === bestCount && width > best)) best = width;
  }
  return { width: best, share: widths.length === 0 ? 0 : (counts.get(best) ?? 0) / widths.length };
}

/** The delimiter that cuts the sample into the most even rows. */
export function guessDelimiter(sample: string): DelimiterGuess {
  let best: DelimiterGuess = { delimiter: ',', confidence: 0 };
  for (const delimiter of DELIMITERS) {
    const rows = splitSample(sample, delimiter, 200);
    const { width, share } = mostCommon(rows.map((row) => row.length));
    if (width < 2) continue;
    // Wider tables are less likely to be even by chance.
    const confidence = share * (1 - 1 / (width + 1));
    if (confidence > best.confidence) best = { delimiter, confidence };
  }
  return best.confidence === 0 ? { delimiter: ',', confidence: 0.5 } : best;
}

const NUMBER_LIKE = /^[\s"'¥￥$€£()+\-−▲]*[\d０-９][\d０-９.,:/\s%年月日円TZ+-]*\)?$/;

function isLabel(cell: string): boolean {
  const text = cell.trim();
  return text !== '' && text.length <= 120 && !NUMBER_LIKE.test(text) && !text.includes('@');
}

function filledOf(row: readonly string[]): number {
  let filled = 0;
  for (const cell of row) if (cell.trim() !== '') filled++;
  return filled;
}

/** The first row whose cells are mostly distinct words and which is as wide as the body. */
export function guessHeader(rows: readonly (readonly string[])[]): HeaderGuess {
  const sample = rows.slice(0, 100);
  const { width } = mostCommon(sample.map((row) => row.length));
  const widest = Math.max(width, ...sample.map((row) => row.length));
  for (let i = 0; i < Math.min(sample.length, 30); i++) {
    const row = sample[i]!;
    const filled = filledOf(row);
    if (row.length < width * 0.8 || filled < Math.min(widest, width) * 0.6) continue;
    if (width > 1 && filled < 2) continue;
    const labels = row.filter(isLabel);
    const distinct = new Set(labels.map((label) => label.trim().toLowerCase())).size;
    if (labels.length < filled * 0.7 || distinct < labels.length * 0.7) continue;
    return { headerRow: i, confidence: (distinct / filled) * (i === 0 ? 1 : 0.9) };
  }
  return { headerRow: 0, confidence: 0.2 };
}

const FOOTER_PATTERNS = [
  /^grand totals?\b/i,
  /^(sub)?totals?(\s*\(\d[\d,]* records?\))?:?$/i,
  /^confidential information - do not distribute/i,
  /^copyright (\(c\)|©)/i,
  /^generated (by|on|at)\b/i,
  /^(report|as of|exported?|filtered by)\b.*[:：]/i,
  /^(総計|合計|小計)(\s*[(（].*[)）])?$/,
  /^(出力日時|作成日時|出力者)[:：]/,
  /^\d[\d,]* (records?|rows?)\.?$/i,
];

/** Digits, and what may stand before them in a total. */
const TOTAL_CELL = /^[\s\d,.()%¥￥$€£円-]*$/;

/** A line that a report prints under its rows: the only words on it say so. */
export function isFooterRow(row: readonly string[]): boolean {
  const first = row[0]!;
  if (first === '' || first.length > 200) return false;
  // A record may be called "Total …": then it has other words beside it. Most rows end here.
  for (let i = 1; i < row.length; i++) if (row[i] !== '' && !TOTAL_CELL.test(row[i]!)) return false;
  const text = first.trim();
  return FOOTER_PATTERNS.some((pattern) => pattern.test(text));
}

export function isRepeatedHeader(row: readonly string[], header: readonly string[]): boolean {
  if (row[0]!.trim() !== header[0] || row.length < header.length) return false;
  for (let i = 1; i < header.length; i++) if (row[i]!.trim() !== header[i]) return false;
  return header.some((cell) => cell !== '');
}
