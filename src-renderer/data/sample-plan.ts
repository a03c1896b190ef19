/** The sample company's import plan, its dates moved so that its stories happen around today. */
import type { ImportPlan } from '#shared/model/import-plan.ts';

interface SamplePlan extends ImportPlan {
  /** 'YYYY-MM-DD': the day that the files think is today. */
  readonly referenceDate: string;
}

function isSamplePlan(plan: unknown): plan is SamplePlan {
  return (
    typeof plan === 'object' &&
    plan !== null &&
    'tables' in plan &&
    'sourceId' in plan &&
    'referenceDate' in plan
  );
}

/** The resources are ours and tested; a plan of another shape is a broken build. */
export function readSamplePlan(plan: unknown, today: string): ImportPlan {
  if (!isSamplePlan(plan)) throw new Error('the sample plan is not one');
  const shiftDays = Math.round((Date.parse(today) - Date.parse(plan.referenceDate)) / 86_400_000);
  return {
    sourceId: plan.sourceId,
    sourceName: plan.sourceName,
    tables: plan.tables,
    confirmedLinks: plan.confirmedLinks,
    shiftDays,
  };
}
