/** Playbooks on the lines of Today: what each proposes, what runs already, and the dialog that starts one. */
import { lazy, type ReactNode, Suspense } from 'react';
import { lineOffer, offersFor } from '#renderer/features/playbooks/offers.ts';
import { usePlaybooks, useRuns } from '#renderer/features/playbooks/use-playbooks.ts';
import type { TodayPlays } from '#renderer/features/today/today-dialogs.tsx';
import { useText } from '#renderer/i18n/locale.ts';
import { useToday } from '#renderer/ui/use-today.ts';
import { systemClock } from '#shared/base/clock.ts';
import { reasonsOf } from '#shared/domain/playbooks/propose.ts';
import type { TodayLine } from '#shared/domain/today/order-today.ts';
import { useMembership } from './use-membership.tsx';

const PlayDialog = lazy(() =>
  import('#renderer/features/playbooks/play-dialog.tsx').then((file) => ({ default: file.PlayDialog })),
);

export function useTodayPlays(): { readonly plays: TodayPlays; readonly counter: ReactNode } {
  const texts = useText('playbooks');
  const today = useToday(systemClock);
  const playbooks = usePlaybooks();
  const runs = useRuns();
  const { inSegment, counter } = useMembership();
  const views = playbooks.state === 'ready' ? playbooks.value : [];
  const reasonsIn = ({ head, also }: TodayLine) =>
    reasonsOf(
      [head, ...also].map(({ item }) => item),
      today,
    );
  const plays: TodayPlays = {
    label: texts.command,
    of(line) {
      const { account } = line.head;
      const offer = lineOffer(offersFor(views, account, reasonsIn(line), inSegment), runs.get(account));
      if (offer === undefined) return { label: texts.play, isProposed: false };
      const { playbook, run } = offer;
      const label =
        run === undefined ? texts.playNamed(playbook.name) : texts.run(playbook.name, run.done, run.total);
      return { label, isProposed: true };
    },
    dialog: (line, onClose) =>
      line.head.account !== '' && (
        <Suspense fallback={null}>
          <PlayDialog
            accountId={line.head.account}
            reasons={reasonsIn(line)}
            today={today}
            inSegment={inSegment}
            onClose={onClose}
          />
        </Suspense>
      ),
  };
  return { plays, counter };
}
