/** What the panel says first: the pair, the sentence, where it is going, and what a person set against it. */
import { Gauge, SmilePlus } from 'lucide-react';
import { useData } from '#renderer/data/data-context.ts';
import { clearOverride } from '#renderer/data/health/health-edits.ts';
import type { AccountHealth } from '#renderer/data/health/use-health.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { refusalText, tell } from '#renderer/ui/refusal.ts';
import { cardsBetween } from '#shared/domain/health/explain-change.ts';
import { summarySentence } from '#shared/domain/health/summary-sentence.ts';
import type { HealthScore, Scorecard } from '#shared/model/health.ts';
import { BandMark } from './band-mark.tsx';
import type { Earlier } from './change-view.ts';
import { OverrideForm } from './override-form.tsx';
import { SentimentForm } from './sentiment-form.tsx';
import { Spark } from './spark.tsx';
import { Trend } from './trend.tsx';

interface HealthHeadProps {
  readonly accountId: string;
  readonly today: string;
  readonly health: AccountHealth;
  readonly score: HealthScore;
  readonly earlier: Earlier;
}

/** Days back that the sentence looks. */
const SENTENCE_DAYS = 30;
const TRENDS = [
  { days: 7, of: 'days7' },
  { days: 30, of: 'days30' },
  { days: 90, of: 'days90' },
] as const;

/** Whose scores a parent's is made of: its own may be among them. */
function fromFamily(
  from: readonly string[],
  accountId: string,
  card: Scorecard | undefined,
  texts: Texts['health'],
): string {
  const isAmong = from.includes(accountId);
  if (card?.parents === 'worst') return isAmong ? texts.worstOwn : texts.worstBelow;
  return isAmong ? texts.fromOwnAndChildren(from.length - 1) : texts.fromChildren(from.length);
}

/** Of so many accounts that weigh nothing the names are given. */
const MOST_NAMES = 3;

/** By whose revenue a parent's score was weighed, and who weighs nothing. */
function Weighed({ weighed }: { readonly weighed: NonNullable<HealthScore['weighed']> }) {
  const texts = useText('health');
  const { format } = useLocale();
  const { book } = useData();
  const { currency, none } = weighed;
  if (currency === '') return <p className="kz-health-faint">{texts.weighedAlike}</p>;
  const gone = new Set(none);
  const names = book.get().rows.flatMap(({ account: { id, name } }) => (gone.has(id) ? [name] : []));
  return (
    <p className="kz-health-faint">
      {texts.weighedBy(currency)}
      {none.length > 0 &&
        texts.weighNothing(format.list(names.slice(0, MOST_NAMES)), names.length - MOST_NAMES, currency)}
    </p>
  );
}

function Override({ accountId, today, health, score }: HealthHeadProps) {
  const texts = useText('health');
  const words = useText('healthWords');
  const { refused } = useText('ui');
  const { format } = useLocale();
  const { store } = useData();
  const { override, computed } = health.band;
  if (override === undefined) return null;
  const value = score.value === undefined ? texts.noScore : words.pair(score.value, score.coverage);
  const clear = async () => {
    tell(await clearOverride(store, accountId, today), texts.didClear, (error) =>
      refusalText(refused, error),
    );
  };
  return (
    <div className="kz-health-override">
      <p>
        <strong>{texts.set(words.bands[override.band])}</strong>{' '}
        {texts.overrideBecause(
          texts.overrideUntil(format.date(override.until), override.by),
          override.reason,
        )}
      </p>
      <p className="kz-health-faint">{texts.computed(words.bands[computed], value)}</p>
      <Button size="small" onClick={() => void clear()}>
        {texts.clear}
      </Button>
    </div>
  );
}

function Trends({ health }: Pick<HealthHeadProps, 'health'>) {
  const texts = useText('health');
  return (
    <dl className="kz-health-trends">
      {TRENDS.map(({ days, of }) => (
        <div key={days}>
          <dt>{texts.against(days)}</dt>
          <dd>
            <Trend change={health.figure?.trend[of]} days={days} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function HealthHead(props: HealthHeadProps) {
  const { accountId, today, health, score, earlier } = props;
  const texts = useText('health');
  const words = useText('healthWords');
  const { format } = useLocale();
  const isScored = score.value !== undefined && health.band.computed !== 'unknown';
  const older = earlier.ago.get(SENTENCE_DAYS);
  const sentence = summarySentence(
    score,
    older === undefined
      ? undefined
      : { score: older, days: SENTENCE_DAYS, cards: cardsBetween(earlier.cards, older, score) },
  );
  return (
    <header className="kz-health-head">
      <div className="kz-health-figure">
        {isScored && score.value !== undefined && (
          <span className="kz-health-big kz-figure">{Math.round(score.value)}</span>
        )}
        <div>
          <BandMark band={health.band.band} />
          <p className="kz-health-faint">{texts.from(format.percent(score.coverage * 100))}</p>
        </div>
        <Spark history={earlier.history} />
        <Trends health={health} />
        <div className="kz-health-actions">
          <PopoverButton
            icon={SmilePlus}
            panelLabel={texts.judge}
            panel={(close) => <SentimentForm accountId={accountId} today={today} onDone={close} />}
          >
            {texts.judge}
          </PopoverButton>
          <PopoverButton
            icon={Gauge}
            panelLabel={texts.setBand}
            panel={(close) => <OverrideForm accountId={accountId} today={today} onDone={close} />}
          >
            {texts.setBand}
          </PopoverButton>
        </div>
      </div>
      <p className="kz-health-sentence">{words.sentence(sentence)}</p>
      {score.from !== undefined && (
        <p className="kz-health-faint">{fromFamily(score.from, accountId, health.card, texts)}</p>
      )}
      {score.weighed !== undefined && <Weighed weighed={score.weighed} />}
      <Override {...props} />
    </header>
  );
}
