/** Playbook [プレイブック]: a list of tasks with relative days and owners, for one kind of situation. */
import { CONTACT_ROLES } from './contact.ts';

/** `name`: exactly that person; a role: whoever holds it on the customer's side when it starts. */
export const STEP_OWNERS = ['account-owner', ...CONTACT_ROLES, 'name', 'nobody'] as const;
export type StepOwner = (typeof STEP_OWNERS)[number];

export interface PlaybookStep {
  /** Known again in tasks, so that a running playbook is never started twice over. */
  readonly id: string;
  readonly title: string;
  readonly side: 'ours' | 'theirs';
  readonly owner: StepOwner;
  /** Of the owner `name`. */
  readonly name?: string;
  /** Days after the start, or before the renewal. */
  readonly days: number;
  readonly from: 'start' | 'renewal';
}

export interface Playbook {
  readonly id: string;
  readonly name: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  readonly steps: readonly PlaybookStep[];
  /** Findings that propose it, as `proposalReason` names them. */
  readonly proposedFor: readonly string[];
  /** Offered for the accounts of this segment only. */
  readonly segment?: string;
  /** Neither offered nor proposed. */
  readonly off: boolean;
}

/**
 * As it is stored: one of the user's own with everything, or what differs from a delivered one of the same id, so that
 * the rest of that one is still said in the reader's language.
 */
export interface PlaybookRow {
  id: string;
  name?: string;
  purpose?: string;
  steps?: readonly PlaybookStep[];
  proposedFor?: readonly string[];
  segment?: string;
  off?: boolean;
  createdAt: number;
  updatedAt: number;
}
