/** Objectives for tests: a plain one, and any that may occur. */
import fc from 'fast-check';
import { addDays } from '#shared/domain/table/days.ts';
import {
  DIRECTIONS,
  type Measurement,
  OBJECTIVE_KINDS,
  OBJECTIVE_STATES,
  type Objective,
} from '#shared/model/objective.ts';

export const START = '2026-01-01';

/** Mis-shipments from 4 % to 1 % within the year 2026. */
export function anObjective(fields: Partial<Objective> = {}): Objective {
  return {
    id: 'o',
    account: 'a',
    kind: 'early-win',
    title: 'Fewer mis-shipments',
    why: 'Each one costs a customer',
    unit: '%',
    direction: 'down',
    baseline: 4,
    target: 1,
    startsOn: START,
    due: '2026-12-31',
    measurements: [],
    milestones: [],
    state: 'open',
    createdAt: 0,
    updatedAt: 0,
    ...fields,
  };
}

export function aMeasurement(on: string, value: number, fields: Partial<Measurement> = {}): Measurement {
  return { id: `${on} ${value}`, on, value, source: 'Mori', ...fields };
}

const someDay = fc.integer({ min: -30, max: 500 }).map((days) => addDays(START, days));
const someFigure = fc.integer({ min: -50, max: 50 });

/** Also those that contradict themselves: nothing that a person types may break a rule. */
export const someObjective: fc.Arbitrary<Objective> = fc
  .record({
    kind: fc.constantFrom(...OBJECTIVE_KINDS),
    direction: fc.constantFrom(...DIRECTIONS),
    state: fc.constantFrom(...OBJECTIVE_STATES),
    startsOn: fc.oneof({ weight: 9, arbitrary: someDay }, { weight: 1, arbitrary: fc.constant('soon') }),
    measured: fc.array(fc.tuple(someDay, someFigure), { maxLength: 5 }),
    ticks: fc.array(fc.option(someDay), { maxLength: 4 }),
    baseline: fc.option(someFigure),
    target: fc.option(someFigure),
    due: fc.option(someDay),
    closedOn: fc.option(someDay),
  })
  .map(({ measured, ticks, baseline, target, due, closedOn, ...fields }) => {
    const { baseline: _baseline, target: _target, due: _due, ...rest } = anObjective();
    return {
      ...rest,
      ...fields,
      measurements: measured.map(([on, value], i) => aMeasurement(on, value, { id: String(i) })),
      milestones: ticks.map((doneOn, i) => ({
        id: String(i),
        title: `Step ${i}`,
        ...(doneOn === null ? {} : { doneOn }),
      })),
      // Absent, not undefined: as it is stored.
      ...(baseline === null ? {} : { baseline }),
      ...(target === null ? {} : { target }),
      ...(due === null ? {} : { due }),
      ...(closedOn === null ? {} : { closedOn }),
    };
  });
