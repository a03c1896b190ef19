/** Why the CSM judged the account so, who and when: beside the measure that counts it. */
import { useData } from '#renderer/data/data-context.ts';
import { readJudgement } from '#renderer/data/health/judgement.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import type { Signal } from '#shared/model/health.ts';

interface JudgementReasonsProps {
  readonly accountId: string;
  readonly signal: Signal;
}

export function JudgementReasons({ accountId, signal }: JudgementReasonsProps) {
  const { db } = useData();
  const texts = useText('health');
  const { format } = useLocale();
  const live = useLive(() => readJudgement(db, accountId, signal), [db, accountId, signal]);
  if (live.state !== 'ready' || live.value === undefined) return null;
  const { reasons, by, at, until } = live.value;
  const said = texts.judgedOn(by, format.date(isoDateOf(at)));
  return (
    <p className="kz-health-faint">
      {reasons.length === 0 ? texts.judgedPlainly(said) : texts.judgedBecause(said, format.list(reasons))}
      {until !== undefined && texts.judgedUntil(format.date(until))}
    </p>
  );
}
