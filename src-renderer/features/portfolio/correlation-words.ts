/** A correlation in a sentence, with all that has to stand beside it. */
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { Correlation } from '#shared/domain/correlation/spearman.ts';

type Words = Texts['portfolio'];

/** 0.42, −0.30: two digits, a true minus. */
export function rhoText(rho: number): string {
  const text = Math.abs(rho).toFixed(2);
  return rho < 0 && text !== '0.00' ? `−${text}` : text;
}

export function correlationText(
  correlation: Correlation,
  labels: { readonly a: string; readonly b: string },
  texts: Words,
): string {
  switch (correlation.type) {
    case 'found': {
      const { rho, n, interval } = correlation;
      const between =
        interval === undefined
          ? texts.noInterval
          : texts.interval(rhoText(interval.from), rhoText(interval.to));
      return texts.rho(rhoText(rho), n, between);
    }
    case 'too-few':
      return texts.tooFew(correlation.n, correlation.need);
    case 'constant':
      return texts.constant(labels[correlation.which], correlation.n);
    default:
      return assertNever(correlation);
  }
}

/** What the sign and the interval say, in plain words; '' where nothing can be said. */
export function meaningText(
  correlation: Correlation,
  labels: { readonly a: string; readonly b: string },
  texts: Words,
): string {
  if (correlation.type !== 'found') return '';
  const { rho, interval } = correlation;
  if (interval !== undefined && interval.from <= 0 && interval.to >= 0) return texts.noLink;
  return rho > 0 ? texts.goTogether(labels.a, labels.b) : texts.goAgainst(labels.a, labels.b);
}
