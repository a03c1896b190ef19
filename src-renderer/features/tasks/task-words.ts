/** What rows, panels and toasts of tasks are said with: the texts, the formats and the day that is today. */
import { useMemo } from 'react';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import type { Formats } from '#renderer/i18n/format.ts';
import { daysBetween } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { useToday } from '#renderer/ui/use-today.ts';
import { type Clock, systemClock } from '#shared/base/clock.ts';

export interface TaskWords {
  readonly texts: Texts['tasks'];
  readonly format: Formats;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

export function useTaskWords(clock: Clock = systemClock): TaskWords {
  const texts = useText('tasks');
  const { format } = useLocale();
  const today = useToday(clock);
  return useMemo(() => ({ texts, format, today }), [texts, format, today]);
}

/** Days near today in words, others as a date; another year is named. */
export function dueText({ texts, format, today }: TaskWords, due: string | undefined): string {
  if (due === undefined) return texts.noDate;
  const days = daysBetween(today, due);
  if (Number.isNaN(days)) return due;
  if (Math.abs(days) <= 1) return format.relativeDays(days);
  return due.slice(0, 4) === today.slice(0, 4) ? format.dateShort(due) : format.date(due);
}
