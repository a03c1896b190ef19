/** Which measures stood differently before a loss: the clearest first. Pure. */

import type { Look } from '#shared/domain/correlation/churn.ts';
import { compareGroups, type GroupDifference } from '#shared/domain/correlation/compare-groups.ts';
import type { MeasureId } from '#shared/model/health.ts';

export interface RankedMeasure {
  readonly measure: MeasureId;
  /** A = lost, B = stayed. */
  readonly difference: GroupDifference;
}

/** How far the interval stays away from no difference; 0 when it includes it. */
export function clearness(difference: GroupDifference): number {
  if (difference.type !== 'found') return -1;
  const { from, to } = difference.interval;
  return from > 0 ? from : to < 0 ? -to : 0;
}

function size(difference: GroupDifference): number {
  return difference.type === 'found' ? Math.abs(difference.delta) : -1;
}

/** `valuesOf`: a measure's value for each look, NaN where it was not known then. */
export function rankMeasures(
  looks: readonly Look[],
  measures: readonly MeasureId[],
  valuesOf: (measure: MeasureId) => Float64Array,
): readonly RankedMeasure[] {
  return measures
    .map((measure): RankedMeasure => {
      const values = valuesOf(measure);
      const side = (group: Look['group']) => values.filter((_, i) => looks[i]?.group === group);
      return { measure, difference: compareGroups(side('lost'), side('stayed')) };
    })
    .sort(
      (p, q) => clearness(q.difference) - clearness(p.difference) || size(q.difference) - size(p.difference),
    );
}
