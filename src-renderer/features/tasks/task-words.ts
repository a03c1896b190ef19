/** What rows, panels and toasts of tasks are said with: the texts, the formats and the day that is today. */
import { useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { readPlaybookNames } from '#renderer/data/playbooks.ts';
import { useLive } from '#renderer/data/use-live.ts';
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
  /** Of one that is no longer here: that it was deleted. */
  playbookName(id: string): string;
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

export function useTaskWords(clock: Clock = systemClock): TaskWords {
  const texts = useText('tasks');
  const { format, language } = useLocale();
  const today = useToday(clock);
  const { db } = useData();
  const live = useLive(() => readPlaybookNames(db, language), [db, language]);
  const names = live.state === 'ready' ? live.value : NO_NAMES;
  return useMemo(() => {
    const playbookName = (id: string) => names.get(id) ?? texts.gonePlaybook;
    return { texts, format, today, playbookName };
  }, [texts, format, today, names]);
}

/** Days near today in words, others as a date; another year is named. */
export function dueText({ texts, format, today }: TaskWords, due: string | undefined): string {
  if (due === undefined) return texts.noDate;
  const days = daysBetween(today, due);
  if (Number.isNaN(days)) return due;
  if (Math.abs(days) <= 1) return format.relativeDays(days);
  return due.slice(0, 4) === today.slice(0, 4) ? format.dateShort(due) : format.date(due);
}
