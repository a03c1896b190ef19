/** A playbook on an account becomes tasks: each step gets its day and its person. */
import type { Contact } from '../../model/contact.ts';
import type { Playbook, PlaybookStep } from '../../model/playbook.ts';
import { addDays, type Day, dayNumber } from '../table/days.ts';

export interface AccountFacts {
  readonly owner?: string | undefined;
  /** 'YYYY-MM-DD'. */
  readonly renewal?: Day | undefined;
  readonly contacts: readonly Pick<Contact, 'id' | 'name' | 'role' | 'influence' | 'leftOn'>[];
}

export interface PlannedTask {
  readonly step: string;
  readonly title: string;
  readonly side: PlaybookStep['side'];
  /** '' = nobody yet. */
  readonly owner: string;
  /** Of `theirs`: the contact's id where one is known. */
  readonly contact?: string;
  /** Absent where it counts from a renewal that nobody knows. */
  readonly due?: Day;
}

/** Ten years: whatever is written there, it stays a day of the calendar. */
const MOST_DAYS = 3653;

/** 0 = Monday to 6 = Sunday. */
function weekday(day: Day): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

/** Saturdays and Sundays move to the Monday. Public holidays are not known here. */
export function workingDay(day: Day): Day {
  const late = weekday(day) - 4;
  return late > 0 ? addDays(day, 3 - late) : day;
}

function wholeDays(days: number): number {
  return Number.isFinite(days) ? Math.min(MOST_DAYS, Math.max(0, Math.round(days))) : 0;
}

/** Never before today: what should have been done already is to be done now. */
export function dueOf(
  { days, from }: Pick<PlaybookStep, 'days' | 'from'>,
  renewal: Day | undefined,
  today: Day,
): Day | undefined {
  if (from === 'start') return workingDay(addDays(today, wholeDays(days)));
  if (renewal === undefined || Number.isNaN(dayNumber(renewal))) return undefined;
  const day = addDays(renewal, -wholeDays(days));
  return workingDay(day < today ? today : day);
}

type Person = Pick<PlannedTask, 'owner' | 'contact'>;

const NOBODY: Person = { owner: '' };

function toPerson(contact: AccountFacts['contacts'][number] | undefined): Person {
  return contact === undefined ? NOBODY : { owner: contact.name, contact: contact.id };
}

/** Of several who hold a role the most influential one; then by name, so that the answer is always the same. */
function holderOf(role: string, { contacts }: AccountFacts, today: Day): Person {
  const holders = contacts.filter(
    (each) => each.role === role && (each.leftOn === undefined || each.leftOn > today),
  );
  holders.sort(
    (a, b) => (b.influence ?? 0) - (a.influence ?? 0) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  return toPerson(holders[0]);
}

function personOf({ side, owner, name = '' }: PlaybookStep, facts: AccountFacts, today: Day): Person {
  switch (owner) {
    case 'account-owner':
      return side === 'ours' ? { owner: facts.owner ?? '' } : NOBODY;
    case 'name': {
      const known = side === 'theirs' ? facts.contacts.find((each) => each.name === name) : undefined;
      return known === undefined ? { owner: name } : toPerson(known);
    }
    case 'nobody':
      return NOBODY;
    default:
      return side === 'theirs' ? holderOf(owner, facts, today) : NOBODY;
  }
}

/** One task for each step, in the order of the steps. */
export function startPlaybook(
  playbook: Pick<Playbook, 'steps'>,
  facts: AccountFacts,
  today: Day,
): readonly PlannedTask[] {
  return playbook.steps.map((step) => {
    const due = dueOf(step, facts.renewal, today);
    const { id, title, side } = step;
    const task = { step: id, title, side, ...personOf(step, facts, today) };
    return due === undefined ? task : { ...task, due };
  });
}
