/** When a task is due, as people say it: overdue, today, this week, later; and the days that one moves it to. */
import { addDays, type Day, dayNumber } from '../table/days.ts';

export const DUE_GROUPS = ['overdue', 'today', 'week', 'later', 'none'] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

/** 0 = Monday to 6 = Sunday. 1970-01-01 was a Thursday. */
function weekday(day: Day): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

/** A week ends on Sunday. Text that is no day counts as no date. */
export function dueGroup(due: string | undefined, today: Day): DueGroup {
  const days = dayNumber(due ?? '') - dayNumber(today);
  if (Number.isNaN(days)) return 'none';
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= 6 - weekday(today) ? 'week' : 'later';
}

export const DUE_CHOICES = ['today', 'tomorrow', 'nextWeek', 'inTwoWeeks', 'endOfMonth'] as const;
export type DueChoice = (typeof DUE_CHOICES)[number];

function endOfMonth(day: Day): Day {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The day that a quick choice means, seen from today; next week begins on Monday. */
export function dayOfChoice(choice: DueChoice, today: Day): Day {
  switch (choice) {
    case 'today':
      return today;
    case 'tomorrow':
      return addDays(today, 1);
    case 'nextWeek':
      return addDays(today, 7 - weekday(today));
    case 'inTwoWeeks':
      return addDays(today, 14);
    case 'endOfMonth':
      return endOfMonth(today);
  }
}

/** The choices with their days, each day once: on a Sunday "next week" is tomorrow. */
export function daysOfChoices<Choice extends DueChoice>(
  choices: readonly Choice[],
  today: Day,
): { readonly choice: Choice; readonly day: Day }[] {
  const days = new Set<Day>();
  return choices.flatMap((choice) => {
    const day = dayOfChoice(choice, today);
    if (days.has(day)) return [];
    days.add(day);
    return [{ choice, day }];
  });
}
