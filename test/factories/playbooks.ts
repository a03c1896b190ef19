/** The delivered playbooks in both languages, and random steps, people and accounts for them. */
import fc from 'fast-check';
import { deliveredPlaybooks } from '#shared/domain/playbooks/delivered.ts';
import { deliveredEn } from '#shared/domain/playbooks/delivered-en.ts';
import { deliveredJa } from '#shared/domain/playbooks/delivered-ja.ts';
import { changeStep } from '#shared/domain/playbooks/edit-playbook.ts';
import type { AccountFacts } from '#shared/domain/playbooks/start-playbook.ts';
import { addDays } from '#shared/domain/table/days.ts';
import { CONTACT_ROLES } from '#shared/model/contact.ts';
import { type PlaybookStep, STEP_OWNERS } from '#shared/model/playbook.ts';

export const ENGLISH = deliveredPlaybooks(deliveredEn);
export const JAPANESE = deliveredPlaybooks(deliveredJa);

export const day = fc.integer({ min: 17_000, max: 24_000 }).map((n) => addDays('1970-01-01', n));
export const step: fc.Arbitrary<PlaybookStep> = fc
  .record({
    id: fc.uuid(),
    title: fc.string({ minLength: 1 }),
    side: fc.constantFrom('ours' as const, 'theirs' as const),
    owner: fc.constantFrom(...STEP_OWNERS),
    days: fc.oneof(fc.integer({ min: -50, max: 500 }), fc.double()),
    from: fc.constantFrom('start' as const, 'renewal' as const),
  })
  .map((each) => changeStep(each, {}));
export const steps = fc.uniqueArray(step, { maxLength: 8, selector: ({ id }) => id });
export const contact = fc.record(
  {
    id: fc.uuid(),
    name: fc.string({ minLength: 1 }),
    role: fc.constantFrom(...CONTACT_ROLES),
    influence: fc.integer({ min: 1, max: 3 }),
    leftOn: day,
  },
  { requiredKeys: ['id', 'name'] },
);
export const facts: fc.Arbitrary<AccountFacts> = fc.record(
  { owner: fc.string(), renewal: day, contacts: fc.array(contact, { maxLength: 5 }) },
  { requiredKeys: ['contacts'] },
);
