/** The history of a score as a chart, with what happened on the timeline under it. */
import { useMemo } from 'react';
import type { Happening } from '#renderer/data/health/happenings.ts';
import { useKinds } from '#renderer/data/notes.ts';
import { choiceLabel, kindLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Chart } from '#renderer/ui/chart.tsx';
import type { HealthSnapshot, Scorecard } from '#shared/model/health.ts';
import { historyOption } from './history-option.ts';

interface HistoryProps {
  readonly history: readonly HealthSnapshot[];
  readonly happenings: readonly Happening[];
  readonly card: Scorecard | undefined;
}

const AS_DELIVERED = { healthy: 70, watch: 40 };

export function History({ history, happenings, card }: HistoryProps) {
  const texts = useText('health');
  const words = useText('healthWords');
  const fields = useText('fields');
  const own = useKinds();
  const others = useText('timeline').kindOne;
  const { format } = useLocale();
  const bands = card?.bands ?? AS_DELIVERED;
  const option = useMemo(() => {
    const marks: Readonly<Record<string, string>> = others;
    // A stage is told by its id: the word is the reader's.
    const told = happenings.map(({ day, items }) => ({
      day,
      items: items.map((item) =>
        item.kind === 'stage' ? { ...item, title: choiceLabel(fields, 'stage', item.title) } : item,
      ),
    }));
    return historyOption(history, told, bands, {
      score: texts.scoreLine,
      events: texts.events,
      reconstructed: texts.reconstructed,
      format,
      pair: words.pair,
      kind: (kind) => marks[kind] ?? kindLabel(fields, own, kind),
    });
  }, [history, happenings, bands, texts, words, fields, own, others, format]);
  const [first, last] = [history[0], history.at(-1)];
  return (
    <section className="kz-health-section" aria-label={texts.history}>
      <h3>{texts.history}</h3>
      {first === undefined || last === undefined || history.length < 2 ? (
        <p className="kz-health-faint">{texts.historyNone}</p>
      ) : (
        <Chart
          label={texts.historyLabel(format.date(first.day), format.date(last.day), history.length)}
          option={option}
          height={220}
        />
      )}
    </section>
  );
}
