/** The timeline as files: a table for spreadsheets, in which no cell is ever a formula, and Markdown to read. Pure. */
import type { TimelineEntry } from '#renderer/data/timeline.ts';
import { factsOfEntry } from '#renderer/data/timeline-facts.ts';
import { plainText } from '#shared/domain/notes/plain-text.ts';
import { csvOf, type SheetCell, type SheetColumn } from '#shared/domain/table/export-sheet.ts';
import { isWholeDay, WRITTEN_HERE } from '#shared/domain/timeline/filter.ts';
import { type LineWords, lineOf } from './entry-line.ts';
import { type KindWords, kindWord } from './kind-look.ts';
import { dayOf } from './timeline-rules.ts';

export interface TextWords extends LineWords, KindWords {
  readonly localDay: (at: number) => string;
  readonly sources: ReadonlyMap<string, string>;
}

function cell(text: string): SheetCell {
  return text === '' ? { type: 'blank' } : { type: 'text', text };
}

/** The same without the signs of Markdown: for cells and for paper. */
export function plainTextOf(entry: TimelineEntry): string {
  const text = longTextOf(entry);
  return entry.type === 'activity' ? plainText(text) : text;
}

/** What the entry says at length. */
export function longTextOf(entry: TimelineEntry): string {
  if (entry.type === 'activity') return entry.activity.body ?? '';
  if (entry.type === 'event') {
    const { body, comment } = entry.event.values;
    const text = body ?? comment;
    return typeof text === 'string' ? text : '';
  }
  if (entry.type === 'extra') {
    return (entry.facts ?? []).map(({ label, text }) => `${label}: ${text}`).join('\n');
  }
  return '';
}

function sourceName(entry: TimelineEntry, words: TextWords): string {
  const { source } = factsOfEntry(entry, words.names);
  if (source === undefined) return '';
  return source === WRITTEN_HERE ? words.texts.here : (words.sources.get(source) ?? source);
}

function sheetColumns(words: TextWords): readonly SheetColumn<TimelineEntry>[] {
  const { texts, names, localDay, format } = words;
  const { columns } = texts;
  const column = (title: string, value: (entry: TimelineEntry) => SheetCell) => ({ title, cell: value });
  return [
    column(columns.date, ({ at }) => ({ type: 'date', day: dayOf(at, localDay) })),
    column(columns.time, ({ at }) => cell(isWholeDay(at) ? '' : format.time(at))),
    column(columns.kind, (entry) => cell(kindWord(factsOfEntry(entry, names).kind, words))),
    column(columns.title, (entry) => cell(lineOf(entry, words).title)),
    column(columns.text, (entry) => cell(plainTextOf(entry) || lineOf(entry, words).rest)),
    column(columns.people, (entry) => cell([...new Set(factsOfEntry(entry, names).people())].join('; '))),
    column(columns.sentiment, (entry) => {
      const step = factsOfEntry(entry, names).sentiment();
      return step === undefined ? { type: 'blank' } : { type: 'number', value: step, digits: 0 };
    }),
    column(columns.source, (entry) => cell(sourceName(entry, words))),
    column(columns.key, (entry) => cell(entry.key)),
  ];
}

/** Pieces of one file: the first has the headings. */
export function csvPiece(entries: readonly TimelineEntry[], words: TextWords, isFirst: boolean): string {
  const columns = sheetColumns(words);
  const noInstant = () => '';
  const whole = csvOf(columns, entries, noInstant);
  return isFirst ? whole : whole.slice(csvOf(columns, [], noInstant).length);
}

/** Signs that Markdown, or the HTML that it may carry, would read as its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function markdownEntry(entry: TimelineEntry, words: TextWords): string {
  const { names, localDay, format } = words;
  const facts = factsOfEntry(entry, names);
  const line = lineOf(entry, words);
  const day = format.date(dayOf(entry.at, localDay));
  const time = isWholeDay(entry.at) ? '' : ` ${format.time(entry.at)}`;
  const head = `### ${day}${time} · ${escaped(kindWord(facts.kind, words))} · ${escaped(line.title)}`;
  const under = [line.aside, sourceName(entry, words)].filter((part) => part !== '').map(escaped);
  const long = longTextOf(entry);
  // What a person wrote here is Markdown already; anything else is text.
  const body = long === '' ? [] : [quote(entry.type === 'activity' ? long : escaped(long))];
  return [head, ...(under.length === 0 ? [] : [under.join(' · ')]), ...body].join('\n\n');
}

export function markdownPiece(entries: readonly TimelineEntry[], words: TextWords): string {
  return entries.map((entry) => `${markdownEntry(entry, words)}\n\n`).join('');
}

export function markdownHead(title: string, shown: string): string {
  return `# ${escaped(title)}\n\n${shown === '' ? '' : `${escaped(shown)}\n\n`}`;
}
