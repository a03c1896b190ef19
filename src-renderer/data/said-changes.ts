/** What a meeting changed in the plan and in its people, as changes of the operation that logs its note. */

import { sameValue } from '#shared/base/same-value.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { Milestone, Objective } from '#shared/model/objective.ts';
import type { Change, Json } from '#shared/model/operation.ts';
import type { Draft, SaidPerson, SaidStep } from '#shared/model/stored.ts';
import { toJson, toJsonRecord } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';

/** Beside those of the note itself. */
export const SAID_TABLES = ['objectives', 'contacts', 'conflicts'] as const;

function setting(
  table: string,
  record: Objective | Contact,
  wanted: Readonly<Record<string, Json>>,
): { readonly change: Change; readonly fields: ReadonlySet<string> } | undefined {
  const row = toJsonRecord({ ...record });
  const fields = Object.entries(wanted).flatMap(([field, to]): [string, [Json, Json]][] => {
    const from = row[field] ?? null;
    return sameValue(from, to) ? [] : [[field, [from, to]]];
  });
  if (fields.length === 0) return undefined;
  return {
    change: { type: 'set', table, id: record.id, fields: Object.fromEntries(fields) },
    fields: new Set(fields.map(([field]) => field)),
  };
}

/** '' = none any more. */
const valueOrNone = (day: string): Json => (day === '' ? null : day);

function milestoneAfter(
  milestone: Milestone,
  { met = [], milestoneDue = {} }: SaidStep,
  on: string,
): Milestone {
  const { due: before, ...rest } = milestone;
  const due = milestoneDue[milestone.id] ?? before ?? '';
  const doneOn = milestone.doneOn ?? (met.includes(milestone.id) ? on : undefined);
  return { ...rest, ...(due === '' ? {} : { due }), ...(doneOn === undefined ? {} : { doneOn }) };
}

function objectiveChanges(objective: Objective, said: SaidStep, on: string): Change[] {
  const { due } = said;
  // A day before its beginning is no due date: the form says so, and it is not taken.
  const fits = due !== undefined && (due === '' || due >= objective.startsOn);
  const change = setting('objectives', objective, {
    ...(fits ? { due: valueOrNone(due) } : {}),
    milestones: toJson(objective.milestones.map((each) => milestoneAfter(each, said, on))),
  });
  return change === undefined ? [] : [change.change];
}

async function personChanges(
  db: KizunaDatabase,
  contact: Contact,
  said: SaidPerson,
  on: string,
): Promise<Change[]> {
  const { role, sentiment, left } = said;
  const done = setting('contacts', contact, {
    ...(role === undefined ? {} : { role: valueOrNone(role) }),
    ...(sentiment === undefined ? {} : { sentiment }),
    ...(left === true && contact.leftOn === undefined ? { leftOn: on } : {}),
  });
  if (done === undefined) return [];
  // Whoever says how it is has answered what a source asked about it.
  const asked = await db.conflicts.where('recordId').equals(contact.id).toArray();
  const answered = asked.filter(({ field }) => done.fields.has(field));
  return [
    done.change,
    ...answered.map((conflict): Change => {
      return { type: 'remove', table: 'conflicts', record: toJsonRecord({ ...conflict }) };
    }),
  ];
}

type Said = Pick<Draft, 'saidSteps' | 'saidPeople'>;

export function saysOfPlanOrPeople({ saidSteps = {}, saidPeople = {} }: Said): boolean {
  return Object.keys(saidSteps).length > 0 || Object.keys(saidPeople).length > 0;
}

/** Inside a transaction over SAID_TABLES; `on`: 'YYYY-MM-DD' of the meeting. What is no longer there is left out. */
export async function saidChanges(
  db: KizunaDatabase,
  { saidSteps = {}, saidPeople = {} }: Said,
  on: string,
): Promise<Change[]> {
  // Most notes say nothing of them, and their transaction does not open these tables.
  if (!saysOfPlanOrPeople({ saidSteps, saidPeople })) return [];
  const objectives = await db.objectives.bulkGet(Object.keys(saidSteps));
  const contacts = await db.contacts.bulkGet(Object.keys(saidPeople));
  const changes: Change[] = objectives.flatMap((objective) =>
    objective === undefined ? [] : objectiveChanges(objective, saidSteps[objective.id] ?? {}, on),
  );
  for (const contact of contacts)
    if (contact !== undefined)
      changes.push(...(await personChanges(db, contact, saidPeople[contact.id] ?? {}, on)));
  return changes;
}
