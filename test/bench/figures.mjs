/** Medians, percentiles and the shape of a printed figure. */

export function median(samples) {
  return percentile(samples, 0.5);
}

export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))];
}

/** `goal` is text such as '≥ 6' or '≤ 0.15' about the ratio (about the value where there is no reference). */
export function figure({ name, value, unit, reference, ratio, goal, samples }) {
  const measured = ratio ?? value;
  const bound = goal === undefined ? undefined : Number(goal.replace(/[^\d.]/g, ''));
  const holds = goal === undefined ? undefined : goal.startsWith('≥') ? measured >= bound : measured <= bound;
  return { name, value, unit, reference, ratio, goal, holds, samples };
}
