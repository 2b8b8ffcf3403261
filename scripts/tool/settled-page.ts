import type { Page } from 'playwright-core';

/**
 * Waits until every figure of a page of the dashboard is there or refused. (The page listens for changes, so its network is
 * never idle.)
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  const busy = page.locator('.opening, main .state[role=status], main [aria-busy=true]');
  while ((await busy.count()) > 0) await busy.first().waitFor({ state: 'detached' });
}
