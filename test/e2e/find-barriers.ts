/** axe over what a page shows: each barrier as a line that names the rule and the element. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What can differ between two colour schemes of the same screen. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

interface Look {
  /** Only this part of the page, a CSS selector. */
  readonly within?: string;
  /** The other colour scheme of a screen that was looked through already: its structure is the same. */
  readonly otherScheme?: boolean;
}

export async function findBarriers(
  page: Page,
  { within, otherScheme = false }: Look = {},
): Promise<string[]> {
  // What still fades in is not what a reader will see.
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter((each) => each.effect?.getTiming().iterations !== Infinity);
    return Promise.allSettled(ending.map((animation) => animation.finished));
  });
  // The page has no frames: results need not be gathered in a page of their own.
  let axe = new AxeBuilder({ page }).setLegacyMode();
  if (within !== undefined) axe = axe.include(within);
  if (otherScheme) axe = axe.withRules(OF_COLOUR);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html}\n${node.failureSummary ?? ''}`),
  );
}
