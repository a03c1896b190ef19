/** Two medians as they are said beside each other. */

/** A median may lie between two counts: half a person is said of few, and where the two would read the same. */
export function typicalPair(now: number, before: number): readonly [now: number, before: number] {
  const whole = (value: number) => (value >= 10 ? Math.round(value) : value);
  return whole(now) === whole(before) ? [now, before] : [whole(now), whole(before)];
}
