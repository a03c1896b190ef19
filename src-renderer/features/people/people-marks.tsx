/** Small shared pieces: the sentiment mark, the last contact with its date and source, the link that writes a mail. */
import { useData } from '#renderer/data/data-context.ts';
import { useKinds } from '#renderer/data/notes.ts';
import { kindLabel } from '#renderer/i18n/field-label.ts';
import { daysBetween, isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { DateText } from '#renderer/ui/figures.tsx';
import type { LastContact } from '#shared/domain/people/encounters.ts';
import type { Contact } from '#shared/model/contact.ts';
import { ago } from './ago.ts';

const SIGNS = { 1: '◆', 2: '▼', 3: '■', 4: '▲', 5: '●' } as const;
export type SentimentStep = keyof typeof SIGNS;
export const SENTIMENT_STEPS: readonly SentimentStep[] = [1, 2, 3, 4, 5];
export type InfluenceStep = 1 | 2 | 3;
export const INFLUENCE_STEPS: readonly InfluenceStep[] = [1, 2, 3];

export function asSentiment(value: number | undefined): SentimentStep | undefined {
  return SENTIMENT_STEPS.find((step) => step === value);
}

export function asInfluence(value: number | undefined): InfluenceStep | undefined {
  return INFLUENCE_STEPS.find((step) => step === value);
}

/** A shape, a colour and a word; the word can be left to its place (a column that says it). */
export function SentimentSign({ step }: { readonly step: SentimentStep }) {
  return (
    <span className={`kz-ppl-sign kz-ppl-sign-${step}`} aria-hidden="true">
      {SIGNS[step]}
    </span>
  );
}

export function SentimentMark({ value }: { readonly value: number | undefined }) {
  const texts = useText('people');
  const step = asSentiment(value);
  if (step === undefined) return <span className="kz-ppl-mark kz-ppl-faint">○ {texts.unknown}</span>;
  return (
    <span className="kz-ppl-mark">
      <SentimentSign step={step} />
      {texts.sentiments[step]}
    </span>
  );
}

export function useSourceOf(): (source: string) => string {
  const texts = useText('people');
  return (source) => (source === '' ? texts.here : texts.from(source));
}

export function LastContactText({ last }: { readonly last: LastContact | undefined }) {
  const texts = useText('people');
  const fields = useText('fields');
  const kinds = useKinds();
  const sourceOf = useSourceOf();
  if (last === undefined) return <span className="kz-ppl-faint">{texts.noContact}</span>;
  const about = `${kindLabel(fields, kinds, last.kind)} · ${sourceOf(last.source)}`;
  return (
    <span className="kz-ppl-last">
      <DateText value={isoDateOf(last.at)} />
      <span className="kz-ppl-faint kz-ppl-one-line" title={about}>
        {about}
      </span>
    </span>
  );
}

/** "left 3 weeks ago", or when it will be so. */
export function LeftText({ contact, today }: { readonly contact: Contact; readonly today: string }) {
  const texts = useText('people');
  const { format, locale } = useLocale();
  const { leftOn } = contact;
  if (leftOn === undefined) return null;
  const days = daysBetween(leftOn, today);
  const text = days < 0 ? texts.leaves(format.date(leftOn)) : texts.left(ago(days, locale));
  return (
    <span className="kz-ppl-left" title={format.date(leftOn)}>
      {Number.isNaN(days) ? leftOn : text}
    </span>
  );
}

export function Mail({ address }: { readonly address: string }) {
  const texts = useText('people');
  const { bridge } = useData();
  const url = `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`;
  return (
    <a
      href={url}
      className="kz-ppl-mail"
      title={texts.writeTo(address)}
      onClick={(event) => {
        event.preventDefault();
        bridge.call('app.openExternal', { url }).catch(() => undefined);
      }}
    >
      {address}
    </a>
  );
}
