/** Which playbooks an account is offered, the proposed ones first. */
import type { PlaybookView } from '#renderer/data/playbooks.ts';
import { proposeFor } from '#shared/domain/playbooks/propose.ts';
import type { PlaybookRun } from '#shared/domain/playbooks/runs.ts';
import type { Playbook } from '#shared/model/playbook.ts';

/** Whether an account belongs to a segment; undefined while that is being worked out. */
export type InSegment = (segment: string, account: string) => boolean | undefined;

export interface Offers {
  readonly proposed: readonly Playbook[];
  readonly others: readonly Playbook[];
}

export function offersFor(
  views: readonly PlaybookView[],
  account: string,
  reasons: readonly string[],
  inSegment: InSegment,
): Offers {
  const offered = views
    .map(({ playbook }) => playbook)
    .filter(
      ({ off, steps, segment }) =>
        !off && steps.length > 0 && (segment === undefined || inSegment(segment, account) === true),
    );
  const proposed = proposeFor(reasons, offered);
  return { proposed, others: offered.filter((each) => !proposed.includes(each)) };
}

/** What a line of Today says about playbooks: what it proposes, and how far that has come where it runs already. */
export interface LineOffer {
  readonly playbook: Playbook;
  readonly run: PlaybookRun | undefined;
}

export function lineOffer(
  { proposed }: Pick<Offers, 'proposed'>,
  runs: readonly PlaybookRun[] = [],
): LineOffer | undefined {
  const [playbook] = proposed;
  if (playbook === undefined) return undefined;
  return { playbook, run: runs.find((run) => run.playbook === playbook.id) };
}

/** What the dialog opens on: the first proposed one that does not run yet, else the first. */
export function firstChoice(
  { proposed, others }: Offers,
  runs: readonly PlaybookRun[],
): Playbook | undefined {
  const isNew = ({ id }: Playbook) => !runs.some((run) => run.playbook === id);
  return proposed.find(isNew) ?? proposed[0] ?? others.find(isNew) ?? others[0];
}
