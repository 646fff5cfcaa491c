import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WIDTHS = [320, 1280];
/** Room for a whole page: a bar that stays at the foot of the window would else stand over whatever happens to be there, which scrolls away. */
const HEIGHT = 6000;
const SCHEMES = ['light', 'dark'] as const;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules of accessibility that the page in view breaks, as it is shown now. */
export async function brokenRules(page: Page): Promise<string[]> {
  // No page of ours holds a frame, so one run in the page says all. Of what passes, nothing is wanted: writing it up takes longest.
  const looked = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .analyze();
  return looked.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

/**
 * What is wrong with the page in view at 320 and 1280 px, in light and dark: broken rules, and scrolling sideways. One visit serves all
 * four looks, because the same page is meant to serve them all.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      faults.push(...(await brokenRules(page)).map((fault) => `${width} px, ${colorScheme}: ${fault}`));
    }
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (beyond !== 0) faults.push(`${width} px: ${beyond} px scroll sideways`);
  }
  return faults;
}
