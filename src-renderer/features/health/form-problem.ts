/** Why a band or a sentiment could not be set, beside the field that it is about. */
import type { HealthEditError } from '#renderer/data/health/health-edits.ts';
import type { health } from '#renderer/i18n/en/health.ts';

export interface FormProblem {
  readonly reason?: string;
  readonly until?: string;
  /** About no field. */
  readonly other?: string;
}

export function problemOf(error: HealthEditError, words: (typeof health)['problem']): FormProblem {
  switch (error.type) {
    case 'required':
      return { [error.field]: words.required };
    case 'in-the-past':
      return { until: words.past };
    case 'read-only':
      return { other: words.readOnly };
    default:
      return { other: words.failed };
  }
}
