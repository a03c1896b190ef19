/** The Today screen, joined with what settles findings, with notes and people, and with who the user is. */
import { lazy, Suspense } from 'react';
import { ContradictionFacts } from '#renderer/features/contradictions/contradiction-facts.tsx';
import { SettleDialog } from '#renderer/features/contradictions/settle-dialog.tsx';
import { PersonPanel } from '#renderer/features/tasks/person-panel.tsx';
import { useOurSide, useTaskAccounts } from '#renderer/features/tasks/use-tasks.ts';
import '#renderer/features/tasks/tasks.css';
import { AskWhoIAm } from '#renderer/features/tasks/who-am-i.tsx';
import type { PeopleParts } from '#renderer/features/today/assign-dialog.tsx';
import type { SettleParts } from '#renderer/features/today/today-dialogs.tsx';
import { TodayPage } from '#renderer/features/today/today-page.tsx';
import type { TodayWords } from '#renderer/features/today/today-words.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Skeleton } from '#renderer/ui/states.tsx';
import type { Contradiction } from '#shared/model/alert.ts';
import { useTodayPlays } from './use-today-plays.tsx';

/** With the first note that is begun from a line. */
const AccountNote = lazy(() => import('./account-note.tsx').then((file) => ({ default: file.AccountNote })));

function People(parts: PeopleParts) {
  const texts = useText('tasks');
  const ourSide = useOurSide(useTaskAccounts());
  return <PersonPanel {...parts} texts={texts} ourSide={ourSide} />;
}

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
        people={(parts) => <People {...parts} />}
        note={(parts) => (
          <Suspense fallback={<Skeleton lines={8} />}>
            <AccountNote {...parts} />
          </Suspense>
        )}
        whoAmI={<WhoAmI />}
      />
    </>
  );
}
