/** Checkpoints of the stages [ステージ], as data: what should be there by then, by which figure, and when it is asked for. */
import type { STAGES } from '../../model/account.ts';

/** What is looked at; `open-checkpoint.ts` says how each is read. */
export type CheckpointFigure =
  /** Of the last 8 full weeks those with any use. */
  | 'weeks-in-use'
  /** Share of the users who are active. */
  | 'active-rate'
  /** Outcomes of the success plan that were measured; not known in a book without plans. */
  | 'outcomes-measured'
  /** 1 when there was a conversation within 120 days before the renewal, else 0. */
  | 'talk-before-renewal';

export interface Checkpoint {
  readonly reason: `checkpoint-${Exclude<(typeof STAGES)[number], 'onboarding'>}`;
  readonly stage: (typeof STAGES)[number];
  readonly figure: CheckpointFigure;
  /** Below this the checkpoint is open. */
  readonly least: number;
  /** Nobody asks for it before: days as a customer, because nobody knows when a stage began. */
  readonly customerDays: number;
  /** It is asked for only this many days before the renewal. */
  readonly renewalDays?: number;
  /** 0 to 1. */
  readonly urgency: number;
}

/** Onboarding has its own: how long it takes is counted from the contract's start (see find-alerts.ts). */
export const CHECKPOINTS: readonly Checkpoint[] = [
  {
    reason: 'checkpoint-operation',
    stage: 'operation',
    figure: 'weeks-in-use',
    least: 6,
    customerDays: 90,
    urgency: 0.55,
  },
  {
    reason: 'checkpoint-field-use',
    stage: 'field-use',
    figure: 'active-rate',
    least: 0.5,
    customerDays: 180,
    urgency: 0.35,
  },
  {
    reason: 'checkpoint-outcome',
    stage: 'outcome',
    figure: 'outcomes-measured',
    least: 1,
    customerDays: 180,
    urgency: 0.45,
  },
  {
    reason: 'checkpoint-renewal',
    stage: 'renewal',
    figure: 'talk-before-renewal',
    least: 1,
    customerDays: 0,
    renewalDays: 60,
    urgency: 0.75,
  },
];
