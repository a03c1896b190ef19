/** A delivered playbook and what a person changed of it, put together and taken apart again; and changes to its steps. */
import type { Playbook, PlaybookRow, PlaybookStep } from '../../model/playbook.ts';

export type PlaybookFields = Omit<PlaybookRow, 'id' | 'createdAt' | 'updatedAt'>;

/** A step whose title was not changed is stored with an empty one: it is said in the reader's language. */
function withTitles(
  steps: readonly PlaybookStep[],
  delivered: Playbook | undefined,
): readonly PlaybookStep[] {
  if (delivered === undefined) return steps;
  const titles = new Map(delivered.steps.map(({ id, title }) => [id, title]));
  return steps.map((step) => (step.title === '' ? { ...step, title: titles.get(step.id) ?? '' } : step));
}

function withoutTitles(
  steps: readonly PlaybookStep[],
  delivered: Playbook | undefined,
): readonly PlaybookStep[] {
  const titles = new Map(delivered?.steps.map(({ id, title }) => [id, title]));
  return steps.map((step) => (titles.get(step.id) === step.title ? { ...step, title: '' } : step));
}

/** What a playbook is: the row where it says something, what was delivered otherwise. */
export function composePlaybook(delivered: Playbook | undefined, row: PlaybookRow | undefined): Playbook {
  const { id, name, purpose, steps, proposedFor, segment, off } = { ...row, id: row?.id ?? delivered?.id };
  const playbook = {
    id: id ?? '',
    name: name ?? delivered?.name ?? '',
    purpose: purpose ?? delivered?.purpose ?? '',
    steps: steps === undefined ? (delivered?.steps ?? []) : withTitles(steps, delivered),
    proposedFor: proposedFor ?? delivered?.proposedFor ?? [],
    off: off ?? delivered?.off ?? false,
  };
  return segment === undefined ? playbook : { ...playbook, segment };
}

function sameStep(a: PlaybookStep, b: PlaybookStep | undefined): boolean {
  return (
    b !== undefined &&
    a.id === b.id &&
    a.title === b.title &&
    a.side === b.side &&
    a.owner === b.owner &&
    a.name === b.name &&
    a.days === b.days &&
    a.from === b.from
  );
}

function sameSteps(a: readonly PlaybookStep[], b: readonly PlaybookStep[]): boolean {
  return a.length === b.length && a.every((step, i) => sameStep(step, b[i]));
}

/** What has to be stored so that `composePlaybook` gives `wanted`: of a delivered one only what differs. */
export function fieldsToStore(delivered: Playbook | undefined, wanted: Playbook): PlaybookFields {
  const { name, purpose, steps, proposedFor, segment, off } = wanted;
  const own = segment === undefined ? {} : { segment };
  if (delivered === undefined) return { name, purpose, steps, proposedFor, off, ...own };
  const sameReasons =
    proposedFor.length === delivered.proposedFor.length &&
    proposedFor.every((reason) => delivered.proposedFor.includes(reason));
  return {
    ...(name === delivered.name ? {} : { name }),
    ...(purpose === delivered.purpose ? {} : { purpose }),
    ...(sameSteps(steps, delivered.steps) ? {} : { steps: withoutTitles(steps, delivered) }),
    ...(sameReasons ? {} : { proposedFor }),
    ...(off === delivered.off ? {} : { off }),
    ...own,
  };
}

/** Who can do a step: our people do ours, the customer's theirs. */
export function ownerFits({ side, owner }: Pick<PlaybookStep, 'side' | 'owner'>): boolean {
  if (owner === 'name' || owner === 'nobody') return true;
  return (owner === 'account-owner') === (side === 'ours');
}

/** A step that goes to the other side is for whoever usually does it there. */
export function changeStep(step: PlaybookStep, patch: Partial<Omit<PlaybookStep, 'id'>>): PlaybookStep {
  const next = { ...step, ...patch };
  const fitting = ownerFits(next)
    ? next
    : { ...next, owner: next.side === 'ours' ? ('account-owner' as const) : ('champion' as const) };
  if (fitting.owner === 'name') return fitting;
  const { name: _gone, ...rest } = fitting;
  return rest;
}

/** Moves a step by one place; at the end of the list nothing changes. */
export function moveStep(steps: readonly PlaybookStep[], id: string, by: -1 | 1): readonly PlaybookStep[] {
  const at = steps.findIndex((step) => step.id === id);
  const [step, other] = [steps[at], steps[at + by]];
  if (step === undefined || other === undefined) return steps;
  const moved = [...steps];
  moved[at] = other;
  moved[at + by] = step;
  return moved;
}
