/** The new values that are being written down after a meeting, and the changes that they come to. */
import { useRef, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { type MeasurementInput, valueChanges } from '#renderer/data/plans.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { readNumber } from '#renderer/ui/number-field.tsx';
import type { Change } from '#shared/model/operation.ts';

export interface ReviewedValues {
  /** As typed, by the id of the objective. */
  readonly values: ReadonlyMap<string, string>;
  readonly set: (values: ReadonlyMap<string, string>) => void;
  /** `on`: 'YYYY-MM-DD' of the meeting. */
  readonly changes: (on: string) => Promise<readonly Change[] | 'unreadable'>;
}

export function useReviewValues(): ReviewedValues {
  const { store } = useData();
  const { inMeeting } = useText('plans');
  const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());
  /** Enter may follow the last digit before the screen has drawn it. */
  const latest = useRef(values);
  return {
    values,
    set: (next) => {
      latest.current = next;
      setValues(next);
    },
    changes: async (on) => {
      const inputs = new Map<string, MeasurementInput>();
      for (const [id, text] of latest.current) {
        const value = readNumber(text);
        if (value === undefined) return 'unreadable';
        if (value !== null) inputs.set(id, { on, value, source: inMeeting });
      }
      return valueChanges(store, inputs);
    },
  };
}
