/** The changes that the values said in a meeting come to. */
import { useData } from '#renderer/data/data-context.ts';
import { type MeasurementInput, valueChanges } from '#renderer/data/plans.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { readNumber } from '#renderer/ui/number-field.tsx';
import type { Change } from '#shared/model/operation.ts';

/** `values`: as typed, by the id of the objective; `on`: 'YYYY-MM-DD' of the meeting. */
export type ReviewedChanges = (
  values: Readonly<Record<string, string>>,
  on: string,
) => Promise<readonly Change[] | 'unreadable'>;

export function useReviewedChanges(): ReviewedChanges {
  const { store } = useData();
  const { inMeeting } = useText('plans');
  return async (values, on) => {
    const inputs = new Map<string, MeasurementInput>();
    for (const [id, text] of Object.entries(values)) {
      const value = readNumber(text);
      if (value === undefined) return 'unreadable';
      if (value !== null) inputs.set(id, { on, value, source: inMeeting });
    }
    return valueChanges(store, inputs);
  };
}
