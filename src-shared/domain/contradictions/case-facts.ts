/** What a case says to several rules: where use goes, what the newest answer was, whether an executive was spoken to. */
import type { Fact } from '../../model/alert.ts';
import type { MeasureId } from '../../model/health.ts';
import type { AccountCase } from './account-case.ts';
import { daysSince, measureFact, plainFact, signalFact } from './facts.ts';

/** Use counts as up or down from here on: four weeks against the eight before. */
const USAGE_STEP = 0.1;
/** The same over half a year. */
const USAGE_HALF_YEAR_STEP = 0.2;
export const LOW_ANSWER = 6;
const HIGH_ANSWER = 9;
const HIGH_NPS = 50;
/** Days for which an answer speaks. */
const ANSWER_DAYS = 180;
const EXECUTIVE_SILENT_DAYS = 90;

/** 1 up, −1 down, 0 neither or unknown. Half a year tells what short windows are too short for. */
export function usageGoes({ signals, usageHalfYear }: AccountCase): number {
  const short = signals['usage-trend']?.value ?? 0;
  const long = usageHalfYear?.value ?? 0;
  if (short >= USAGE_STEP) return 1;
  if (short <= -USAGE_STEP) return -1;
  if (long >= USAGE_HALF_YEAR_STEP) return 1;
  return long <= -USAGE_HALF_YEAR_STEP ? -1 : 0;
}

/** The stronger of the two that point that way. */
export function usageFact({ signals, usageHalfYear }: AccountCase, goes: number): Fact {
  const short = signals['usage-trend'];
  if (usageHalfYear !== undefined && usageHalfYear.value * goes >= (short?.value ?? 0) * goes)
    return plainFact(
      'usage-half-year',
      usageHalfYear.plain ?? usageHalfYear.value,
      'usage',
      usageHalfYear.at,
    );
  return measureFact(signals, 'usage-trend');
}

/** The newest answer, while it still speaks. */
export function newestAnswer({ answers }: AccountCase, now: number) {
  const answer = answers?.[0];
  return answer !== undefined && daysSince(answer.at, now) <= ANSWER_DAYS ? answer : undefined;
}

export const has = ({ signals }: AccountCase, measure: MeasureId) => signals[measure] !== undefined;

/** One answer is enough; the measure wants two. */
export function hasNps(each: AccountCase, now: number): boolean {
  return newestAnswer(each, now) !== undefined || has(each, 'nps');
}

/** Another answer is another fact, however like the one before. */
export function answerMark(fact: Fact): string {
  return fact.what === 'nps-answer' ? String(fact.at ?? '') : '';
}

export function lowNps(each: AccountCase, now: number): Fact | undefined {
  const answer = newestAnswer(each, now);
  if (answer !== undefined)
    return answer.score <= LOW_ANSWER
      ? plainFact('nps-answer', answer.score, 'survey', answer.at, answer.contact)
      : undefined;
  const nps = each.signals.nps;
  return each.answers === undefined && nps !== undefined && nps.value < 0
    ? signalFact('nps', nps)
    : undefined;
}

export function highNps(each: AccountCase, now: number): Fact | undefined {
  const answer = newestAnswer(each, now);
  if (answer !== undefined)
    return answer.score >= HIGH_ANSWER
      ? plainFact('nps-answer', answer.score, 'survey', answer.at, answer.contact)
      : undefined;
  const nps = each.signals.nps;
  return each.answers === undefined && nps !== undefined && nps.value >= HIGH_NPS
    ? signalFact('nps', nps)
    : undefined;
}

/** Nobody with power on their side has been spoken to; undefined = somebody has, or roles are not known at all. */
export function executiveGap(each: AccountCase, now: number): Fact | undefined {
  const { people } = each;
  const contact = each.signals['executive-contact'];
  if (contact !== undefined && contact.value <= EXECUTIVE_SILENT_DAYS) return undefined;
  if (people !== undefined && people.withRole > 0 && people.executives.length === 0)
    return plainFact('no-executive', 0, 'contact', people.at);
  if (contact !== undefined) return signalFact('executive-contact', contact);
  return people !== undefined && people.executives.length > 0
    ? plainFact('executive-days', 'never', 'activity', now, people.executives[0])
    : undefined;
}
