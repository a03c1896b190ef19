/** Playbooks as JSON files: what a colleague gives is checked as a whole before any of it is taken. */
import * as z from 'zod/mini';
import { type Playbook, STEP_OWNERS } from '../../model/playbook.ts';
import { changeStep } from './edit-playbook.ts';

/** A segment belongs to the book that it was made in, so it does not travel. */
export type PlaybookContent = Pick<Playbook, 'name' | 'purpose' | 'steps' | 'proposedFor'>;

const LONGEST = 500_000;
const FORMAT = 1;

const text = z.string().check(z.maxLength(500));
const step = z.object({
  title: text.check(z.minLength(1)),
  side: z.enum(['ours', 'theirs']),
  owner: z.enum(STEP_OWNERS),
  name: z.optional(text),
  days: z.int().check(z.gte(0), z.lte(3650)),
  from: z.enum(['start', 'renewal']),
});

const fileSchema = z.object({
  kizuna: z.literal('playbook'),
  /** A later format may mean something else by the same words. */
  format: z.literal(FORMAT),
  name: text.check(z.minLength(1)),
  purpose: z._default(text, ''),
  steps: z.array(step).check(z.maxLength(100)),
  proposedFor: z._default(z.array(text).check(z.maxLength(100)), []),
});

export function writePlaybookFile({ name, purpose, steps, proposedFor }: Playbook): string {
  const lines = steps.map(({ id: _own, ...rest }) => rest);
  return `${JSON.stringify({ kizuna: 'playbook', format: FORMAT, name, purpose, steps: lines, proposedFor }, null, 2)}\n`;
}

function parsed(content: string): unknown {
  try {
    const value: unknown = JSON.parse(content);
    return value;
  } catch {
    return undefined;
  }
}

/** Undefined for what is no playbook of this format: none of it is taken. */
export function readPlaybookFile(content: string): PlaybookContent | undefined {
  if (content.length > LONGEST) return undefined;
  const read = fileSchema.safeParse(parsed(content.replace(/^\uFEFF/, '')));
  if (!read.success) return undefined;
  const { name, purpose, steps, proposedFor } = read.data;
  return {
    name,
    purpose,
    proposedFor,
    // Their places name them: two readings of one file make the same playbook.
    steps: steps.map(({ name: person, ...rest }, i) =>
      changeStep({ ...rest, id: `step-${i + 1}`, ...(person === undefined ? {} : { name: person }) }, {}),
    ),
  };
}
