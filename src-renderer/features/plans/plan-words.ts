/** How the figures of a plan are written: values with their unit, days, names of people. */
import { useMemo } from 'react';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import type { Formats } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { Objective } from '#shared/model/objective.ts';

export interface PlanWords {
  readonly texts: Texts['plans'];
  readonly format: Formats;
  /** "4.1%", "12 hours"; `none` where there is no value. */
  readonly figure: (objective: Pick<Objective, 'unit'>, value: number | undefined, none: string) => string;
  /** 0 to 1 as "40%"; what is nearly whole is not whole. */
  readonly share: (share: number) => string;
}

export function usePlanWords(): PlanWords {
  const texts = useText('plans');
  const { format } = useLocale();
  return useMemo(
    () => ({
      texts,
      format,
      figure: ({ unit }, value, none) =>
        value === undefined ? none : texts.figure(format.number(value), unit),
      share: (share) => format.percent(share < 1 ? Math.min(99, Math.round(share * 100)) : 100),
    }),
    [texts, format],
  );
}

/** By id, those that were merged into another one too. */
export function namesOf(contacts: readonly Contact[]): ReadonlyMap<string, string> {
  return new Map(
    contacts.flatMap(({ id, name, merged = [] }) => [
      ...merged.map((each): [string, string] => [each.id, name]),
      [id, name] as [string, string],
    ]),
  );
}
