/** What the rules found on an account, as strips on its page: alerts and contradictions, each with what one says to it. */
import { type ReactNode, useState } from 'react';
import { settle, unsettle } from '#renderer/data/health/settlements.ts';
import type { AccountFindings as Found } from '#renderer/data/today/account-findings.ts';
import { useStore } from '#renderer/data/use-store.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { refusalText, tell } from '#renderer/ui/refusal.ts';
import { type Clock, systemClock } from '#shared/base/clock.ts';
import type { Alert, Contradiction } from '#shared/model/alert.ts';
import './contradictions.css';
import { AlertRow, ContradictionRow, SettledRow } from './finding-rows.tsx';
import { type SettleChoice, SettleDialog, type SettleSubject } from './settle-dialog.tsx';
import { type FindingWords, useAccountFindings, useFindingWords } from './use-account-findings.ts';

/** More would push the page away; the rest is one click off. */
const MOST_ALERTS = 2;

/** Another feature: a playbook against it. */
export interface PlayDoor {
  readonly onPlay: (contradiction: Contradiction) => void;
  readonly onPlayAlert: (alert: Alert) => void;
}

interface Asked {
  readonly subject: SettleSubject;
  readonly choices: readonly SettleChoice[];
}

function askOfAlert(alert: Alert, words: FindingWords): Asked {
  const { id, account, mark } = alert;
  const { title, sentence } = words.alert(alert);
  return { subject: { id, account, mark, about: 'alert', title, sentence }, choices: ['snoozed'] };
}

function askOfContradiction(contradiction: Contradiction, words: FindingWords): Asked {
  const { id, account, mark } = contradiction;
  const { title, sentence } = words.contradiction(contradiction);
  return {
    subject: { id, account, mark, about: 'contradiction', title, sentence },
    choices: ['accepted', 'explained', 'dismissed', 'snoozed'],
  };
}

function useDone(words: FindingWords): (alert: Alert) => void {
  const store = useStore();
  const { refused } = useText('ui');
  return ({ id, account, mark, ...alert }) => {
    const { title } = words.alert({ id, account, mark, ...alert });
    void settle(store, [{ id, account, mark, about: 'alert', state: 'done', reason: '' }]).then((done) =>
      tell(done, words.today.saidDone(title), (error) =>
        error.type === 'required' ? refused.failed : refusalText(refused, error),
      ),
    );
  };
}

interface CommandsInput {
  readonly findings: Found;
  readonly words: FindingWords;
  readonly onAsk: (asked: Asked) => void;
  readonly onDone: (alert: Alert) => void;
}

/** Everything that the strips offer is in the palette by its name. */
function useFindingCommands({ findings, words, onAsk, onDone }: CommandsInput): void {
  const { actions } = words.today;
  useCommands({
    id: 'account-findings',
    title: words.texts.findingsTitle,
    commands: [
      ...findings.open.map((each) => ({
        id: `account.settle.${each.id}`,
        label: `${actions.settle}: ${words.contradiction(each).title}`,
        run: () => onAsk(askOfContradiction(each, words)),
      })),
      ...findings.alerts.flatMap((each) => [
        {
          id: `account.snooze.${each.id}`,
          label: `${actions.snooze}: ${words.alert(each).title}`,
          run: () => onAsk(askOfAlert(each, words)),
        },
        {
          id: `account.done.${each.id}`,
          label: `${actions.done}: ${words.alert(each).title}`,
          run: () => onDone(each),
        },
      ]),
    ],
  });
}

interface StripProps {
  readonly label: string;
  readonly children: ReactNode;
}

function Strip({ label, children }: StripProps) {
  return (
    <section className="kz-con-strip" aria-label={label}>
      {children}
    </section>
  );
}

interface AccountFindingsProps {
  readonly accountId: string;
  readonly clock?: Clock;
  readonly play?: PlayDoor;
  readonly onlyContradictions?: boolean;
}

const NO_ALERTS = { alerts: [], quiet: [] };

export function AccountFindings(props: AccountFindingsProps) {
  const { accountId, clock = systemClock, play, onlyContradictions = false } = props;
  const store = useStore();
  const found = useAccountFindings(accountId, clock);
  const findings = onlyContradictions ? { ...found, ...NO_ALERTS } : found;
  const words = useFindingWords(found);
  const [asked, setAsked] = useState<Asked>();
  const [all, setAll] = useState(false);
  const onDone = useDone(words);
  useFindingCommands({ findings, words, onAsk: setAsked, onDone });
  const { alerts, quiet, open, settled, today } = findings;
  const { texts } = words;
  const shown = all ? alerts : alerts.slice(0, MOST_ALERTS);
  const reopen = (id: string) => void unsettle(store, id);
  return (
    <>
      {alerts.length + quiet.length > 0 && (
        <Strip label={texts.alertsLabel}>
          <ul>
            {shown.map((each) => (
              <AlertRow
                key={each.id}
                alert={each}
                words={words}
                onSnooze={() => setAsked(askOfAlert(each, words))}
                onDone={() => onDone(each)}
                onPlay={play && (() => play.onPlayAlert(each))}
              />
            ))}
            {quiet.map(({ alert, said }) => (
              <SettledRow
                key={alert.id}
                title={words.alert(alert).title}
                said={said}
                words={words}
                onReopen={() => reopen(alert.id)}
              />
            ))}
          </ul>
          {alerts.length > MOST_ALERTS && (
            <Button size="small" variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? texts.fewerAlerts : texts.moreAlerts(alerts.length - MOST_ALERTS)}
            </Button>
          )}
        </Strip>
      )}
      {open.length + settled.length > 0 && (
        <Strip label={texts.stripLabel}>
          <ul>
            {open.map((each) => (
              <ContradictionRow
                key={each.id}
                contradiction={each}
                words={words}
                onSettle={() => setAsked(askOfContradiction(each, words))}
                onPlay={play && (() => play.onPlay(each))}
              />
            ))}
            {settled.map(({ contradiction, said }) => (
              <SettledRow
                key={contradiction.id}
                title={words.contradiction(contradiction).title}
                said={said}
                words={words}
                onReopen={() => reopen(contradiction.id)}
              />
            ))}
          </ul>
        </Strip>
      )}
      {asked !== undefined && <SettleDialog {...asked} today={today} onClose={() => setAsked(undefined)} />}
    </>
  );
}
