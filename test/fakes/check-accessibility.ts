/** axe over a part of a page, for the browser tests. */
import axe from 'axe-core';

/** Fails with the rule, and the first element that breaks it. */
export async function checkAccessibility(element: HTMLElement): Promise<void> {
  // A toast that fades in is not what a reader will see.
  await Promise.allSettled(element.getAnimations({ subtree: true }).map((each) => each.finished));
  const { violations } = await axe.run(element, { resultTypes: ['violations'] });
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} (${nodes.length})`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
