/** The tasks that a playbook would make on an account, with what a person ticked off or moved before they are made. */
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { missingSteps, type PlaybookRun } from '#shared/domain/playbooks/runs.ts';
import {
  type AccountFacts,
  type PlannedTask,
  startPlaybook,
} from '#shared/domain/playbooks/start-playbook.ts';
import type { Playbook, PlaybookStep } from '#shared/model/playbook.ts';
import { ownerName } from './play-words.ts';

export interface PlanLine {
  readonly task: PlannedTask;
  readonly step: PlaybookStep;
}

/** What a person changed of the plan; gone when another playbook is chosen. */
export interface PlanEdits {
  readonly left: ReadonlySet<string>;
  /** null = without a day. */
  readonly days: ReadonlyMap<string, string | null>;
}

export const NO_EDITS: PlanEdits = { left: new Set(), days: new Map() };

export function planLines(
  playbook: Playbook,
  run: PlaybookRun | undefined,
  facts: AccountFacts,
  today: string,
): readonly PlanLine[] {
  const steps = missingSteps(playbook, run);
  return startPlaybook({ steps }, facts, today).flatMap((task, i) => {
    const step = steps[i];
    return step === undefined ? [] : [{ task, step }];
  });
}

/** The line's day as it stands now. */
export function dayOf({ task }: PlanLine, { days }: PlanEdits): string | undefined {
  const moved = days.get(task.step);
  return moved === undefined ? task.due : (moved ?? undefined);
}

export function tasksToMake(lines: readonly PlanLine[], edits: PlanEdits): readonly PlannedTask[] {
  return lines.flatMap((line) => {
    const { due: _planned, ...task } = line.task;
    if (edits.left.has(task.step)) return [];
    const due = dayOf(line, edits);
    return due === undefined ? task : { ...task, due };
  });
}

/** Who does it, in words: the person and what they are, or that nobody is known. */
export function whoText({ task, step }: PlanLine, texts: Pick<Texts, 'playbooks' | 'fields'>): string {
  const { playbooks } = texts;
  const named = step.owner === 'name' || step.owner === 'nobody';
  if (task.owner === '') return named ? playbooks.nobody : playbooks.nobodyOf(ownerName(step.owner, texts));
  if (named || step.owner === 'account-owner') return task.owner;
  return playbooks.withRole(task.owner, ownerName(step.owner, texts));
}
