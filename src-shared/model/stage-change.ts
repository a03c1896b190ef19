/** Stages that an account has gone through: noted at both doors whenever its stage changes, whoever changed it. */

export interface StageChange {
  /** Milliseconds since 1970 UTC: when Kizuna learned of it. */
  readonly at: number;
  /** Absent = none. */
  readonly from?: string;
  readonly to?: string;
  /** Id of the source that said so; absent = changed here. */
  readonly source?: string;
}

/** The newest ones; more would be no story any more. */
const MOST = 100;
/** What goes back within so many milliseconds was a slip, or its undo: neither leaves a trace. */
const SLIP = 86_400_000;

interface Staged {
  readonly stage?: unknown;
  readonly stages?: unknown;
}

function stageOf({ stage }: Staged): string | undefined {
  return typeof stage === 'string' && stage !== '' ? stage : undefined;
}

/** Stored rows are taken as they are: what is no list counts as none. */
export function stagesOf({ stages }: Staged): readonly StageChange[] {
  return Array.isArray(stages) ? (stages as readonly StageChange[]) : [];
}

/** The changes to be kept with `after`, or undefined where there is nothing to change about them. */
export function notedStages(
  before: Staged,
  after: Staged,
  { at, source }: { readonly at: number; readonly source?: string },
): readonly StageChange[] | undefined {
  const from = stageOf(before);
  const to = stageOf(after);
  if (from === to) return undefined;
  const known = stagesOf(after);
  const last = known.at(-1);
  if (last !== undefined && last.to === from && last.from === to && Math.abs(at - last.at) < SLIP)
    return known.slice(0, -1);
  const change = {
    at,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(source === undefined ? {} : { source }),
  };
  return [...known, change].slice(-MOST);
}
