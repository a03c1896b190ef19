/** The Today screen, joined with what settles findings and with who the user is. */
import { ContradictionFacts } from '#renderer/features/contradictions/contradiction-facts.tsx';
import { SettleDialog } from '#renderer/features/contradictions/settle-dialog.tsx';
import { useOurSide, useTaskAccounts } from '#renderer/features/tasks/use-tasks.ts';
import '#renderer/features/tasks/tasks.css';
import { AskWhoIAm } from '#renderer/features/tasks/who-am-i.tsx';
import type { SettleParts } from '#renderer/features/today/today-dialogs.tsx';
import { TodayPage } from '#renderer/features/today/today-page.tsx';
import type { TodayWords } from '#renderer/features/today/today-words.ts';
import type { Contradiction } from '#shared/model/alert.ts';
import { useTodayPlays } from './use-today-plays.tsx';

function Settle(parts: SettleParts) {
  const { about } = parts.subject;
  return (
    <SettleDialog
      {...parts}
      choices={about === 'alert' ? ['snoozed'] : ['accepted', 'explained', 'dismissed', 'snoozed']}
    />
  );
}

function WhoAmI() {
  const ourSide = useOurSide(useTaskAccounts());
  return ourSide.asked && ourSide.me === undefined ? <AskWhoIAm ourSide={ourSide} /> : null;
}

const contradiction = (each: Contradiction, words: TodayWords) => (
  <ContradictionFacts contradiction={each} text={words.contradiction(each)} words={words.facts} />
);

export function TodayScreen() {
  const { plays, counter } = useTodayPlays();
  return (
    <>
      {counter}
      <TodayPage
        settle={(parts) => <Settle {...parts} />}
        contradiction={contradiction}
        plays={plays}
        whoAmI={<WhoAmI />}
      />
    </>
  );
}
