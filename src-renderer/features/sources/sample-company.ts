/** Brings the sample company in: main opens its files, the plan that belongs to them needs no guess. */
import type { AppData } from '#renderer/data/data-context.ts';
import type { ImportReport } from '#renderer/data/ingest/messages.ts';
import type { ImportPlan } from '#shared/model/import-plan.ts';

function isPlan(value: unknown): value is ImportPlan {
  return (
    typeof value === 'object' &&
    value !== null &&
    'sourceId' in value &&
    typeof value.sourceId === 'string' &&
    'tables' in value &&
    Array.isArray(value.tables)
  );
}

export async function importSample({
  bridge,
  importer,
}: Pick<AppData, 'bridge' | 'importer'>): Promise<ImportReport> {
  const { files, plan } = await bridge.call('sample.open', {});
  if (!isPlan(plan)) throw new Error('the sample company has no plan');
  return importer.apply({ ...plan, confirmedLinks: plan.confirmedLinks ?? {} }, files);
}
