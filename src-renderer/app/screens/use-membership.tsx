/** Who belongs to the segments that playbooks are offered for; nothing is worked out while no playbook names one. */
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import type { InSegment } from '#renderer/features/playbooks/offers.ts';
import type { SegmentOfAccounts } from '#renderer/features/playbooks/start-many-dialog.tsx';
import { usePlaybooks } from '#renderer/features/playbooks/use-playbooks.ts';

const SegmentCounter = lazy(() =>
  import('./segment-counter.tsx').then((file) => ({ default: file.SegmentCounter })),
);

export interface Membership {
  readonly inSegment: InSegment;
  /** Undefined until they are counted. */
  readonly segments: readonly SegmentOfAccounts[] | undefined;
  /** Shows nothing; to be mounted so that somebody counts. */
  readonly counter: ReactNode;
}

/** `always`: even while no playbook names a segment. */
export function useMembership(always = false): Membership {
  const playbooks = usePlaybooks();
  const [segments, setSegments] = useState<readonly SegmentOfAccounts[]>();
  const isAsked =
    playbooks.state === 'ready' && playbooks.value.some(({ playbook }) => playbook.segment !== undefined);
  const members = useMemo(
    () => new Map(segments?.map(({ id, accounts }) => [id, new Set(accounts)])),
    [segments],
  );
  const inSegment = useCallback<InSegment>(
    (segment, account) => (segments === undefined ? undefined : members.get(segment)?.has(account) === true),
    [segments, members],
  );
  const counter = (always || isAsked) && (
    <Suspense fallback={null}>
      <SegmentCounter onCounted={setSegments} />
    </Suspense>
  );
  return { inSegment, segments, counter };
}
