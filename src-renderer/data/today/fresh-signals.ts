/** Signals that still speak for today: rules say nothing by data that is too old. */
import type { MeasureId, Signal, SignalSource, Signals } from '#shared/model/health.ts';

const DAY = 86_400_000;

/** Days for which a source's data speak where no scorecard says otherwise; the others keep until they change. */
const SPEAKS: Readonly<Partial<Record<SignalSource, number>>> = { usage: 60, ticket: 60, survey: 365 };

function isFresh({ at, source, until }: Signal, now: number, today: string): boolean {
  if (until !== undefined && until < today) return false;
  const days = SPEAKS[source];
  return days === undefined || now - at <= days * DAY;
}

export function freshSignals(signals: Signals, now: number, today: string): Signals {
  const fresh: Partial<Record<MeasureId, Signal>> = {};
  for (const [measure, signal] of Object.entries(signals) as [MeasureId, Signal][])
    if (isFresh(signal, now, today)) fresh[measure] = signal;
  return fresh;
}
