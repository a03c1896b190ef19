/** The playbooks' screen: the chosen one stands in the address; segments tell on whom one can be started. */
import { type ReactNode, useCallback } from 'react';
import { useLocation } from 'wouter';
import { PlaybooksPage } from '#renderer/features/playbooks/playbooks-page.tsx';
import { StartManyDialog } from '#renderer/features/playbooks/start-many-dialog.tsx';
import { useToday } from '#renderer/ui/use-today.ts';
import { systemClock } from '#shared/base/clock.ts';
import type { Playbook } from '#shared/model/playbook.ts';
import { useMembership } from './use-membership.tsx';

interface StartManyProps {
  readonly playbook: Playbook;
  readonly onClose: () => void;
}

/** Members are counted while the dialog is open, never before. */
function StartMany(props: StartManyProps): ReactNode {
  const [, navigate] = useLocation();
  const today = useToday(systemClock);
  const { segments, counter } = useMembership(true);
  return (
    <>
      {counter}
      <StartManyDialog
        {...props}
        segments={segments}
        today={today}
        onPortfolio={() => navigate('/portfolio')}
      />
    </>
  );
}

export function PlaybooksScreen({ id }: { readonly id: string | undefined }) {
  const [, navigate] = useLocation();
  const startMany = useCallback(
    (playbook: Playbook, onClose: () => void) => <StartMany playbook={playbook} onClose={onClose} />,
    [],
  );
  return (
    <PlaybooksPage
      chosen={id === undefined ? undefined : decodeURIComponent(id)}
      onChoose={(chosen) => navigate(`/tasks/playbooks/${encodeURIComponent(chosen)}`)}
      startMany={startMany}
    />
  );
}
