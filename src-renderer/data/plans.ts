/** Success plans as people change them: each intention one operation that undo takes back. */
import { err, ok, type Result } from '#shared/base/result.ts';
import { sameValue } from '#shared/base/same-value.ts';
import type {
  Direction,
  Measurement,
  Milestone,
  Objective,
  ObjectiveKind,
  ObjectiveValue,
} from '#shared/model/objective.ts';
import type { Change, Json, Operation } from '#shared/model/operation.ts';
import { scopeOf } from './apply-operation.ts';
import { intoBin } from './bin.ts';
import { toJson, toJsonRecord } from './operations.ts';
import type { Store } from './store.ts';
import type { WriteError } from './write-with-outbox.ts';

export interface ObjectiveInput {
  readonly kind: ObjectiveKind;
  readonly title: string;
  readonly why: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly baseline?: number | undefined;
  readonly target?: number | undefined;
  readonly startsOn: string;
  readonly due?: string | undefined;
  readonly value?: ObjectiveValue | undefined;
}

export type PlanError =
  | WriteError
  | { readonly type: 'required'; readonly field: 'title' | 'startsOn' | 'value' }
  /** The target is on the worse side of the baseline. */
  | { readonly type: 'wrong-way' }
  /** It would be due before it began. */
  | { readonly type: 'due-before-start' };

type PlanStore = Pick<Store, 'db' | 'decideAndWrite' | 'clock' | 'newId'>;
/** undefined: everything was already so, nothing was written. */
type PlanResult = Promise<Result<Operation | undefined, PlanError>>;

const TABLES = ['objectives', 'bin'] as const;
const SCOPE = scopeOf(TABLES.map((table): Change => ({ type: 'set', table, id: '', fields: {} })));

/** Undefined: it can be kept so. */
function problemIn(input: ObjectiveInput): PlanError | undefined {
  const { title, baseline, target, direction, startsOn, due } = input;
  if (title.trim() === '') return { type: 'required', field: 'title' };
  if (startsOn === '') return { type: 'required', field: 'startsOn' };
  if (baseline !== undefined && target !== undefined) {
    const isWrong = direction === 'up' ? target < baseline : target > baseline;
    if (isWrong) return { type: 'wrong-way' };
  }
  return due !== undefined && due < startsOn ? { type: 'due-before-start' } : undefined;
}

/** As stored; null = no value. */
function fieldsOf(input: ObjectiveInput): Record<string, Json> {
  const { kind, title, why, unit, direction, baseline, target, startsOn, due, value } = input;
  return {
    kind,
    title: title.trim(),
    why: why.trim(),
    unit: unit.trim(),
    direction,
    baseline: baseline ?? null,
    target: target ?? null,
    startsOn,
    due: due ?? null,
    value: value === undefined ? null : toJson(value),
  };
}

function present(fields: Readonly<Record<string, Json>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** The change that brings an objective to these fields; none where it is so already. */
function setting(objective: Objective, wanted: Readonly<Record<string, Json>>): Change[] {
  const row = toJsonRecord({ ...objective });
  const fields = Object.entries(wanted).flatMap(([field, to]): [string, [Json, Json]][] => {
    const from = row[field] ?? null;
    return sameValue(from, to) ? [] : [[field, [from, to]]];
  });
  if (fields.length === 0) return [];
  return [{ type: 'set', table: 'objectives', id: objective.id, fields: Object.fromEntries(fields) }];
}

function edit(
  store: PlanStore,
  intent: string,
  id: string,
  decide: (objective: Objective) => readonly Change[],
): PlanResult {
  return store.decideAndWrite<PlanError>(intent, SCOPE, async () => {
    const objective = await store.db.objectives.get(id);
    if (objective === undefined) return err({ type: 'no-such-record', table: 'objectives', id });
    return ok(decide(objective));
  });
}

/** The value is the new objective's id. */
export async function addObjective(
  store: PlanStore,
  account: string,
  input: ObjectiveInput,
): Promise<Result<string, PlanError>> {
  const problem = problemIn(input);
  if (problem !== undefined) return err(problem);
  const id = store.newId();
  const done = await store.decideAndWrite<PlanError>('objective.add', SCOPE, async () =>
    ok([adding(store, account, id, present(fieldsOf(input)))]),
  );
  return done.ok ? ok(id) : done;
}

function adding(
  { clock }: PlanStore,
  account: string,
  id: string,
  fields: Readonly<Record<string, Json>>,
): Change {
  const now = clock.now();
  const record = {
    id,
    account,
    measurements: [],
    milestones: [],
    ...fields,
    state: 'open',
    createdAt: now,
    updatedAt: now,
  };
  return { type: 'add', table: 'objectives', record };
}

export async function editObjective(store: PlanStore, id: string, input: ObjectiveInput): PlanResult {
  const problem = problemIn(input);
  if (problem !== undefined) return err(problem);
  return edit(store, 'objective.edit', id, (objective) => setting(objective, fieldsOf(input)));
}

/** Days do not move when a value is logged late: the newest day stays last, of one day the later one. */
function withMeasurement(objective: Objective, added: Measurement): Change[] {
  const list = [...objective.measurements, added].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return setting(objective, { measurements: toJson(list) });
}

export type MeasurementInput = Omit<Measurement, 'id'>;

export function logValue(store: PlanStore, id: string, { on, value, source }: MeasurementInput): PlanResult {
  const added = { id: store.newId(), on, value, source: source.trim() };
  return edit(store, 'objective.measure', id, (objective) => withMeasurement(objective, added));
}

export function removeValue(store: PlanStore, id: string, measurement: string): PlanResult {
  return edit(store, 'objective.unmeasure', id, (objective) => {
    const left = objective.measurements.filter((each) => each.id !== measurement);
    return setting(objective, { measurements: toJson(left) });
  });
}

/** New values as changes of another intention, such as the note of the meeting in which they were said. */
export async function valueChanges(
  { db, newId }: Pick<Store, 'db' | 'newId'>,
  values: ReadonlyMap<string, MeasurementInput>,
): Promise<Change[]> {
  const objectives = await db.objectives.bulkGet([...values.keys()]);
  return objectives.flatMap((objective) => {
    const input = objective === undefined ? undefined : values.get(objective.id);
    return objective === undefined || input === undefined
      ? []
      : withMeasurement(objective, { id: newId(), ...input, source: input.source.trim() });
  });
}

export async function addMilestone(
  store: PlanStore,
  id: string,
  title: string,
  due: string | undefined,
): PlanResult {
  const named = title.trim();
  if (named === '') return err({ type: 'required', field: 'title' });
  const added: Milestone = { id: store.newId(), title: named, ...(due === undefined ? {} : { due }) };
  return edit(store, 'milestone.add', id, (objective) =>
    setting(objective, { milestones: toJson([...objective.milestones, added]) }),
  );
}

/** `on`: 'YYYY-MM-DD' on which it was done; undefined = it is not done after all. */
export function tickMilestone(
  store: PlanStore,
  id: string,
  milestone: string,
  on: string | undefined,
): PlanResult {
  return edit(store, on === undefined ? 'milestone.reopen' : 'milestone.done', id, (objective) => {
    const list = objective.milestones.map((each) => {
      if (each.id !== milestone) return each;
      const { doneOn: _before, ...rest } = each;
      return on === undefined ? rest : { ...rest, doneOn: on };
    });
    return setting(objective, { milestones: toJson(list) });
  });
}

export function removeMilestone(store: PlanStore, id: string, milestone: string): PlanResult {
  return edit(store, 'milestone.remove', id, (objective) => {
    const left = objective.milestones.filter((each) => each.id !== milestone);
    return setting(objective, { milestones: toJson(left) });
  });
}

const STATE_INTENTS = {
  met: 'objective.met',
  dropped: 'objective.drop',
  open: 'objective.reopen',
} as const;

/** `today` is 'YYYY-MM-DD' in the user's zone. */
export function setState(
  store: PlanStore,
  id: string,
  state: keyof typeof STATE_INTENTS,
  today: string,
): PlanResult {
  return edit(store, STATE_INTENTS[state], id, (objective) =>
    setting(objective, { state, closedOn: state === 'open' ? null : today }),
  );
}

/** The one that was met keeps its story; the further one goes on from where it stands. The value is its id. */
export async function raiseObjective(
  store: PlanStore,
  id: string,
  input: ObjectiveInput,
  today: string,
): Promise<Result<string, PlanError>> {
  const problem = problemIn(input);
  if (problem !== undefined) return err(problem);
  const next = store.newId();
  const done = await edit(store, 'objective.raise', id, (objective) => [
    ...setting(objective, { state: 'raised', closedOn: objective.closedOn ?? today }),
    adding(store, objective.account, next, { ...present(fieldsOf(input)), raises: id }),
  ]);
  return done.ok ? ok(next) : done;
}

/** Into the bin, from which it can be put back for 30 days. */
export function removeObjective(store: PlanStore, id: string): PlanResult {
  return edit(store, 'objective.remove', id, (objective) =>
    intoBin('objectives', { ...objective }, store.clock.now()),
  );
}
