/** What the rules found on one account, following its scores and what is said to it; and the words for it. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import type { HealthStore } from '#renderer/data/health/health-store.ts';
import { type AccountFindings, findForAccount } from '#renderer/data/today/account-findings.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { type AlertText, alertText } from '#renderer/i18n/alert-words.ts';
import { type ContradictionText, contradictionText } from '#renderer/i18n/contradiction-words.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { type FactWords, factWords } from '#renderer/i18n/fact-words.ts';
import type { Formats } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import type { Clock } from '#shared/base/clock.ts';
import type { Alert, Contradiction } from '#shared/model/alert.ts';

const NOTHING = () => () => undefined;
const NONE: AccountFindings = {
  alerts: [],
  quiet: [],
  open: [],
  settled: [],
  contacts: [],
  rules: [],
  today: '',
};

/** The scores come a moment after the page. */
function useHealthStore(): HealthStore | undefined {
  const { health } = useData();
  useEffect(() => {
    void health.start();
  }, [health]);
  return useSyncExternalStore(health.store.subscribe, health.store.get);
}

export function useAccountFindings(accountId: string, clock: Clock): AccountFindings {
  const { book, db } = useData();
  const health = useHealthStore();
  const columns = useSyncExternalStore(book.subscribe, () => book.get().customFields);
  const trace = useSyncExternalStore(health?.subscribe ?? NOTHING, () => {
    const figure = health?.figureOf(accountId);
    return figure === undefined ? '' : [figure.value, figure.band, figure.trend.days30].join(' ');
  });
  const live = useLive(
    async () =>
      health === undefined || trace === ''
        ? NONE
        : findForAccount(db, health, accountId, clock.now(), columns.keys()),
    [db, health, accountId, trace, clock, columns],
  );
  return live.state === 'ready' ? live.value : NONE;
}

export interface FindingWords {
  readonly texts: Texts['contradictions'];
  readonly today: Texts['today'];
  readonly format: Formats;
  readonly facts: FactWords;
  contradiction(contradiction: Contradiction): ContradictionText;
  alert(alert: Alert): AlertText;
}

export function useFindingWords(findings: AccountFindings): FindingWords {
  const texts = useText('contradictions');
  const today = useText('today');
  const alerts = useText('alerts');
  const fields = useText('fields');
  const health = useText('healthWords');
  const { format } = useLocale();
  return useMemo(() => {
    const { contacts, rules } = findings;
    const names = new Map(contacts.map((each) => [each.id, each.name]));
    const facts = factWords({ alerts, health, fields, format, names });
    const contradiction = (each: Contradiction) =>
      contradictionText(each, { texts, fields, facts, contacts, rules, today: findings.today });
    const alert = (each: Alert) => alertText(each, { texts: alerts, facts, contradiction });
    return { texts, today, format, facts, contradiction, alert };
  }, [findings, texts, today, alerts, fields, health, format]);
}
