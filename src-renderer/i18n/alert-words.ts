/** How an alert is told: what it is called, what and why now in a sentence, and what one would do about it. */
import { ALERT_REASONS, type AlertReason } from '#shared/domain/alerts/find-alerts.ts';
import type { Alert, Contradiction } from '#shared/model/alert.ts';
import type { ContradictionText } from './contradiction-words.ts';
import type { Texts } from './dictionaries.ts';
import type { FactWords } from './fact-words.ts';

export interface AlertText {
  readonly title: string;
  readonly sentence: string;
  /** '' where that is plain. */
  readonly nextStep: string;
}

interface AlertWords {
  readonly texts: Texts['alerts'];
  readonly facts: FactWords;
  readonly contradiction: (contradiction: Contradiction) => Omit<ContradictionText, 'hypothesis' | 'ask'>;
}

const ACCEPTED = 'accepted:';

/** An accepted contradiction is an alert that keeps the two facts and their words. */
function contradictionOf(alert: Alert): Contradiction | undefined {
  const [a, b, ...context] = alert.facts;
  if (!alert.reason.startsWith(ACCEPTED) || a === undefined || b === undefined) return undefined;
  const { id, account, mark } = alert;
  return { id, account, mark, rule: alert.reason.slice(ACCEPTED.length), facts: [a, b], context };
}

function reasonOf(reason: string): AlertReason | undefined {
  return ALERT_REASONS.find((each) => each === reason);
}

export function alertText(alert: Alert, { texts, facts, contradiction }: AlertWords): AlertText {
  const accepted = contradictionOf(alert);
  if (accepted !== undefined) return contradiction(accepted);
  const reason = reasonOf(alert.reason);
  if (reason === undefined) return { title: alert.reason, sentence: alert.reason, nextStep: '' };
  const said = facts.sentence(alert.facts);
  return {
    title: texts.reasons[reason],
    sentence: texts.sentences[reason](said),
    nextStep: texts.nextSteps[reason](said),
  };
}
