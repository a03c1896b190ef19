/** What the stories write into the timeline by hand, and where they make ordinary contact stop. */
import { SCRIPTED_EN } from './stories-en.mjs';
import { SCRIPTED_JA } from './stories-ja.mjs';

/** Ordinary touches end so many days before the reference day (0: they go on). */
export const TOUCHES_STOP = {
  'champion-left': 24,
  'quiet-account': 131,
  'stalled-onboarding': 152,
  'early-win': 70,
  escalation: 26,
  churn: 240,
  'churn-unavoidable': 263,
  'notice-given': 47,
  'detractor-no-follow-up': 38,
};

/** Accounts that never see an executive in the timeline. */
export const NO_EXECUTIVE = new Set(['renewal-no-executive']);

/** By story, in the language of its customer. */
export const SCRIPTED = { ...SCRIPTED_JA, ...SCRIPTED_EN };
