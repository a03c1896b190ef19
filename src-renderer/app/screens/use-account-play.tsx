/** Starting a playbook from an account's page: proposed is what was found on the account, asked for when it opens. */
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { findForAccount } from '#renderer/data/today/account-findings.ts';
import { useToday } from '#renderer/ui/use-today.ts';
import { systemClock } from '#shared/base/clock.ts';
import { reasonOfAlert, reasonOfContradiction } from '#shared/domain/playbooks/propose.ts';
import type { Alert, Contradiction } from '#shared/model/alert.ts';
import { useMembership } from './use-membership.tsx';

const PlayDialog = lazy(() =>
  import('#renderer/features/playbooks/play-dialog.tsx').then((file) => ({ default: file.PlayDialog })),
);

interface AccountPlay {
  readonly open: () => void;
  readonly onPlay: (contradiction: Contradiction) => void;
  readonly onPlayAlert: (alert: Alert) => void;
  readonly dialog: ReactNode;
}

export function useAccountPlay(accountId: string): AccountPlay {
  const { book, db, health, store } = useData();
  const today = useToday(systemClock);
  const { inSegment, counter } = useMembership();
  const [reasons, setReasons] = useState<readonly string[]>();
  const find = async (): Promise<readonly string[]> => {
    // Before the first scores are there nothing is proposed; every playbook can be chosen all the same.
    const scores = health.store.get();
    if (scores === undefined) return [];
    const { alerts, open } = await findForAccount(
      db,
      scores,
      accountId,
      systemClock.now(),
      book.get().customFields.keys(),
    );
    const urgent = [...alerts].sort((a, b) => b.urgency - a.urgency);
    return [...urgent.map((alert) => reasonOfAlert(alert, today)), ...open.map(reasonOfContradiction)];
  };
  const open = (...first: readonly string[]) => {
    find().then(
      (found) => setReasons([...first, ...found]),
      (error: unknown) => {
        store.noteFailure(error);
        setReasons(first);
      },
    );
  };
  return {
    open: () => open(),
    onPlay: (contradiction) => open(reasonOfContradiction(contradiction)),
    onPlayAlert: (alert) => open(reasonOfAlert(alert, today)),
    dialog: (
      <>
        {counter}
        {reasons !== undefined && (
          <Suspense fallback={null}>
            <PlayDialog
              accountId={accountId}
              reasons={reasons}
              today={today}
              inSegment={inSegment}
              onClose={() => setReasons(undefined)}
            />
          </Suspense>
        )}
      </>
    ),
  };
}
