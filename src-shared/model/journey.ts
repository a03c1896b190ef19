/** Journey [ジャーニー]: how the way of a customer is accompanied, as the user has it; what is not kept is as delivered. */

/** Where the settings of cadence are kept: one row, each changed figure a field of its own, so that each is undone alone. */
export const CADENCE_ROW = 'cadence';

export interface JourneyRow {
  id: string;
  /** `days.touchModel.stage` or `days.otherwise`: days between touches; see domain/cadence/cadence-settings.ts. */
  readonly [figure: `days.${string}`]: unknown;
  createdAt: number;
  updatedAt: number;
}
