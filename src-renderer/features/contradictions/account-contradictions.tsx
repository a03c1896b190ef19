/** The contradictions of one account, as a strip on its page: the sentence, its facts, and what one says to it. */
import { ChevronDown, ChevronUp, ListChecks, RotateCcw, Scale } from 'lucide-react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import type { HealthStore } from '#renderer/data/health/health-store.ts';
import { unsettle } from '#renderer/data/health/settlements.ts';
import { type AccountFindings, findForAccount } from '#renderer/data/today/account-findings.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { contradictionText } from '#renderer/i18n/contradiction-words.ts';
import { factWords } from '#renderer/i18n/fact-words.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { type Clock, systemClock } from '#shared/base/clock.ts';
import type { Contradiction, Settlement } from '#shared/model/alert.ts';
import { ContradictionFacts } from './contradiction-facts.tsx';
import './contradictions.css';
import { SettleDialog } from './settle-dialog.tsx';

const NOTHING = () => () => undefined;
const NONE: AccountFindings = { alerts: [], open: [], settled: [], contacts: [], rules: [], today: '' };

/** The scores come a moment after the page. */
function useHealthStore(): HealthStore | undefined {
  const { health } = useData();
  useEffect(() => {
    void health.start();
  }, [health]);
  return useSyncExternalStore(health.store.subscribe, health.store.get);
}

function useAccountFindings(accountId: string, clock: Clock): AccountFindings {
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

function useWords(findings: AccountFindings) {
  const texts = useText('contradictions');
  const alerts = useText('alerts');
  const fields = useText('fields');
  const health = useText('healthWords');
  const { format } = useLocale();
  return useMemo(() => {
    const { contacts, rules, today } = findings;
    const names = new Map(contacts.map((each) => [each.id, each.name]));
    const facts = factWords({ alerts, health, fields, format, names });
    const text = (each: Contradiction) =>
      contradictionText(each, { texts, fields, facts, contacts, rules, today });
    return { texts, format, facts, text };
  }, [findings, texts, alerts, fields, health, format]);
}

type Words = ReturnType<typeof useWords>;

/** Another feature: a playbook against it. */
export interface PlayDoor {
  readonly onPlay: (contradiction: Contradiction) => void;
}

interface RowProps {
  readonly contradiction: Contradiction;
  readonly words: Words;
  readonly onSettle: () => void;
  readonly play: PlayDoor | undefined;
}

function Row({ contradiction, words, onSettle, play }: RowProps) {
  const { command } = useText('playbooks');
  const { settle } = useText('today').actions;
  const [isOpen, setOpen] = useState(false);
  const text = words.text(contradiction);
  return (
    <li className="kz-con-strip-row">
      <div className="kz-con-strip-head">
        <Scale size={14} strokeWidth={1.75} aria-hidden />
        <span>{text.sentence}</span>
        <Button size="small" onClick={onSettle} aria-label={`${settle}: ${text.title}`}>
          {settle}
        </Button>
        {play !== undefined && (
          <IconButton
            icon={ListChecks}
            size="small"
            label={`${command}: ${text.title}`}
            onClick={() => play.onPlay(contradiction)}
          />
        )}
        <IconButton
          icon={isOpen ? ChevronUp : ChevronDown}
          size="small"
          label={`${words.texts.facts}: ${text.title}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && (
        <div className="kz-con-strip-more">
          <ContradictionFacts contradiction={contradiction} text={text} words={words.facts} />
        </div>
      )}
    </li>
  );
}

interface SettledProps {
  readonly contradiction: Contradiction;
  readonly said: Settlement;
  readonly words: Words;
}

/** What was said to it stays readable, and can be taken back later than undo reaches. */
function Settled({ contradiction, said, words }: SettledProps) {
  const { store } = useData();
  const { actions } = useText('today');
  const { texts, format } = words;
  const states = {
    snoozed: actions.snooze,
    explained: texts.explain,
    dismissed: texts.dismiss,
    accepted: texts.accept,
    done: actions.done,
  };
  const state = states[said.state];
  const until =
    said.until === undefined ? state : texts.settledUntil(state, format.date(said.until), said.by);
  return (
    <li className="kz-con-settled">
      <span>
        {words.text(contradiction).title}. {until}
        {said.reason !== '' && `: ${said.reason}`}
      </span>
      <IconButton
        icon={RotateCcw}
        size="small"
        label={`${texts.reopen}: ${words.text(contradiction).title}`}
        onClick={() => void unsettle(store, contradiction.id)}
      />
    </li>
  );
}

interface AccountContradictionsProps {
  readonly accountId: string;
  readonly clock?: Clock;
  readonly play?: PlayDoor;
}

export function AccountContradictions({ accountId, clock = systemClock, play }: AccountContradictionsProps) {
  const findings = useAccountFindings(accountId, clock);
  const words = useWords(findings);
  const [settling, setSettling] = useState<Contradiction>();
  const { open, settled, today } = findings;
  if (open.length + settled.length === 0) return null;
  return (
    <section className="kz-con-strip" aria-label={words.texts.stripLabel}>
      <ul>
        {open.map((each) => (
          <Row
            key={each.id}
            contradiction={each}
            words={words}
            play={play}
            onSettle={() => setSettling(each)}
          />
        ))}
        {settled.map(({ contradiction, said }) => (
          <Settled key={contradiction.id} contradiction={contradiction} said={said} words={words} />
        ))}
      </ul>
      {settling !== undefined && (
        <SettleDialog
          subject={{
            id: settling.id,
            account: settling.account,
            about: 'contradiction',
            mark: settling.mark,
            title: words.text(settling).title,
            sentence: words.text(settling).sentence,
          }}
          choices={['accepted', 'explained', 'dismissed', 'snoozed']}
          today={today}
          onClose={() => setSettling(undefined)}
        />
      )}
    </section>
  );
}
