/** Cadence as the user has it: the delivered days with the changed ones over them. */
import { CADENCE_AS_DELIVERED, type CadenceSettings } from './cadence.ts';

/** For touch models that have no days of their own. */
export const OTHERWISE = 'days.otherwise';
/** Longer is no cadence. */
export const MOST_DAYS = 730;

/** Labels are people's own: what parts the name of the field is written otherwise in them. */
const part = (label: string) => encodeURIComponent(label).replaceAll('.', '%2E');

/** The field of a figure. `stage` '' = any other stage. */
export function figureOf(touchModel: string, stage: string): string {
  return `days.${part(touchModel)}.${part(stage)}`;
}

export function isDays(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_DAYS;
}

/** Undefined for what `figureOf` did not make, or what cannot be read. */
function placeOf(figure: string): readonly [touchModel: string, stage: string] | undefined {
  const [head, touchModel, stage, more] = figure.split('.');
  if (head !== 'days' || touchModel === undefined || stage === undefined || more !== undefined)
    return undefined;
  try {
    return [decodeURIComponent(touchModel), decodeURIComponent(stage)];
  } catch {
    return undefined;
  }
}

/** `row` as it is stored; figures that make no sense count as not changed. */
export function cadenceFrom(row: Readonly<Record<string, unknown>> | undefined): CadenceSettings {
  if (row === undefined) return CADENCE_AS_DELIVERED;
  const days = new Map(
    Object.entries(CADENCE_AS_DELIVERED.days).map(([model, stages]) => [
      model,
      new Map(Object.entries(stages)),
    ]),
  );
  for (const [figure, value] of Object.entries(row)) {
    const place = placeOf(figure);
    if (place === undefined || !isDays(value)) continue;
    const [model, stage] = place;
    const stages = days.get(model) ?? new Map<string, number>();
    days.set(model, stages.set(stage, value));
  }
  const otherwise = row[OTHERWISE];
  return {
    days: Object.fromEntries([...days].map(([model, stages]) => [model, Object.fromEntries(stages)])),
    otherwise: isDays(otherwise) ? otherwise : CADENCE_AS_DELIVERED.otherwise,
  };
}

/** The figures that a row changes, of those that can be read. */
export function changedFigures(row: Readonly<Record<string, unknown>> | undefined): ReadonlySet<string> {
  return new Set(
    Object.entries(row ?? {}).flatMap(([figure, value]) =>
      isDays(value) && (figure === OTHERWISE || placeOf(figure) !== undefined) ? [figure] : [],
    ),
  );
}
