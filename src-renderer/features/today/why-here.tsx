/** Why a line stands where it stands: the three figures whose product orders the list, each in words. */
import type { useText } from '#renderer/i18n/locale.ts';
import type { Factor, TodayEntry } from '#shared/domain/today/entry.ts';
import type { TodayWords } from './today-words.ts';
import type { TodayAccountRow } from './use-today-list.ts';

interface WhyHereProps {
  readonly entry: TodayEntry;
  readonly account: TodayAccountRow | undefined;
  readonly usual: ReadonlyMap<string, number>;
  /** 1 is the first. */
  readonly place: number;
  readonly of: number;
  readonly words: TodayWords;
}

type Why = ReturnType<typeof useText<'today'>>['stake'];

function say(words: Why, { why, figures }: Factor): string {
  return Object.hasOwn(words, why) ? (words[why]?.(figures) ?? '') : '';
}

export function WhyHere({ entry, account, usual, place, of, words }: WhyHereProps) {
  const { texts, format } = words;
  const arr = account?.arr ?? [];
  const amounts = arr.map((money) => format.moneyShort(money));
  const medians = arr.flatMap(({ currency }) => {
    const minor = usual.get(currency);
    return minor === undefined ? [] : format.moneyShort({ minor: Math.round(minor), currency });
  });
  const stake = [...amounts, say(texts.stake, entry.stake)].filter((part) => part !== '');
  const factors = [
    { id: 'stake', name: texts.factors.stake, factor: entry.stake, said: stake.join(' · ') },
    {
      id: 'urgency',
      name: texts.factors.urgency,
      factor: entry.urgency,
      said: say(texts.urgency, entry.urgency),
    },
    { id: 'reach', name: texts.factors.reach, factor: entry.reach, said: say(texts.reach, entry.reach) },
  ];
  return (
    <section className="kz-today-why" aria-label={texts.why}>
      <h3>
        {texts.why} <span className="kz-today-faint">{texts.whyRank(place, of)}</span>
      </h3>
      <dl>
        {factors.map(({ id, name, factor, said }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <span className="kz-today-meter" aria-hidden="true">
                <span style={{ width: `${Math.round(factor.value * 100)}%` }} />
              </span>
              <span className="kz-figure">{format.percent(factor.value * 100)}</span>
              <span>{said}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="kz-today-faint">
        {texts.formula(format.percent(entry.score * 100))}
        {medians.length > 0 && ` ${texts.usual(medians.join(', '))}`}
      </p>
    </section>
  );
}
