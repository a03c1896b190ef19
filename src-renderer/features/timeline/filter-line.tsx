/** What is filtered, in words, and the one action that shows everything again. */
import type { Formats } from '#renderer/i18n/format.ts';
import { useLocale } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { type TimelineFilter, WRITTEN_HERE } from '#shared/domain/timeline/filter.ts';
import { kindsWord } from './kind-look.ts';
import type { KindBook } from './use-kind-book.ts';

type Sources = readonly { readonly id: string; readonly name: string }[];

/** Each condition in the reader's words. */
export function filterWords(
  filter: TimelineFilter,
  kinds: KindBook,
  sources: Sources,
  format: Formats,
): readonly string[] {
  const { texts } = kinds;
  const { touch, person, source, sentiment, from, to } = filter;
  const words: string[] = (filter.kinds ?? []).map((kind) => kindsWord(kind, kinds));
  if (touch !== undefined) words.push(touch === 'touch' ? texts.onlyTouches : texts.noTouches);
  if (person !== undefined) words.push(person);
  if (source !== undefined) {
    const name = sources.find(({ id }) => id === source)?.name ?? source;
    words.push(source === WRITTEN_HERE ? texts.here : name);
  }
  const steps: Readonly<Record<number, string>> = texts.sentimentSteps;
  for (const step of sentiment ?? []) words.push(`${texts.sentiment}: ${steps[step] ?? step}`);
  if (from !== undefined && to !== undefined) words.push(texts.range(format.date(from), format.date(to)));
  else if (from !== undefined) words.push(texts.since(format.date(from)));
  else if (to !== undefined) words.push(texts.until(format.date(to)));
  return words;
}

interface FilterLineProps {
  readonly filter: TimelineFilter;
  readonly kinds: KindBook;
  readonly sources: Sources;
  /** Entries found so far. */
  readonly count: number;
  readonly more: boolean;
  readonly onClear: () => void;
}

export function FilterLine({ filter, kinds, sources, count, more, onClear }: FilterLineProps) {
  const { format } = useLocale();
  const { texts } = kinds;
  const words = filterWords(filter, kinds, sources, format);
  return (
    <p className="kz-tl-filtered" role="status">
      <span>{texts.shown(words.join(texts.comma))}</span>
      <span className="kz-tl-found">{texts.showingCount(count, more)}</span>
      <Button size="small" variant="quiet" onClick={onClear}>
        {texts.clear}
      </Button>
    </p>
  );
}
