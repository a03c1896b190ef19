/** Why a band or a sentiment could not be set, beside the field that it is about. */
import type { HealthEditError } from '#renderer/data/health/health-edits.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { refusalText } from '#renderer/ui/refusal.ts';

export interface FormProblem {
  readonly reason?: string;
  readonly until?: string;
  /** About no field. */
  readonly other?: string;
}

export function problemOf(
  error: HealthEditError,
  words: Texts['health']['problem'],
  { refused }: Texts['ui'],
): FormProblem {
  switch (error.type) {
    case 'required':
      return { [error.field]: words.required };
    case 'in-the-past':
      return { until: words.past };
    case 'out-of-range':
      return { other: refused.failed };
    default:
      return { other: refusalText(refused, error) };
  }
}
