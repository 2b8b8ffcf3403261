import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import type { TestApp } from '../support/app.ts';
import { enterpriseOf } from '../support/build-agreement.ts';
import { recordedRows } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { institutions } from '../support/build-round.ts';
import { dashboardApp, openAs, openPublic } from './open-pages.ts';

/** A4 upright less the margins that the styles ask for, in CSS pixels. */
const paper = { width: Math.floor(((210 - 24) / 25.4) * 96), height: Math.floor(((297 - 28) / 25.4) * 96) };

const light = { ground: 'rgb(245, 247, 250)', ink: 'rgb(29, 41, 57)', accent: 'rgb(9, 88, 217)' };
const dark = { ground: 'rgb(18, 25, 38)', ink: 'rgb(240, 243, 248)', accent: 'rgb(127, 178, 255)' };

/** The colours of the ground, of words and of a link, as the browser computes them. */
const coloursOf = (page: Page) =>
  page.evaluate<typeof light>(`(() => {
    const of = (selector) => getComputedStyle(document.querySelector(selector));
    return { ground: of('body').backgroundColor, ink: of('body').color, accent: of('main a').color };
  })()`);

// A browser on two cores that other tests use as well.
describe.skipIf(!chromiumIsThere())('pages by day, by night and on paper', { timeout: 90_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    [app, browser] = await Promise.all([dashboardApp(), startChromium()]);
    address = await app.listen(0);
    const payers = Array.from({ length: 40 }, (_, at) => `hz-${at + 1}`);
    await institutions(app, Object.fromEntries(payers.map((code) => [code, '330100'])));
    for (const institution of payers) {
      await supplied(app, { institution, deliveries: [{ number: 'D-1', on: '2021-03-01', quantity: 20 }] });
    }
    const accepted = { acceptedOn: '2021-03-02', acceptedQuantity: 20, rejectedQuantity: 0 };
    await recordedRows(
      app,
      'acceptDeliveries',
      payers.map((institution) => ({ ...named(institution, 'D-1'), ...accepted })),
    );
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  test('are light or dark as is chosen, or as the system is, and light on paper', async () => {
    const { page, context } = await openPublic(browser, address, '/rounds/GH-HD2020-1');
    const seen: Record<string, typeof light> = {};
    for (const system of ['light', 'dark'] as const) {
      for (const theme of ['system', 'light', 'dark']) {
        await page.emulateMedia({ colorScheme: system, media: 'screen' });
        await page.locator('.choices select').selectOption(theme);
        seen[`${theme}, ${system} system`] = await coloursOf(page);
        await page.emulateMedia({ colorScheme: system, media: 'print' });
        expect({ theme, system, ...(await coloursOf(page)) }).toEqual({
          theme,
          system,
          ...light,
          ground: 'rgb(255, 255, 255)',
          accent: light.ink,
        });
      }
    }
    expect(seen).toEqual({
      'system, light system': light,
      'light, light system': light,
      'dark, light system': dark,
      'system, dark system': dark,
      'light, dark system': light,
      'dark, dark system': dark,
    });
    await context.close();
  });

  test.each([
    ['/rounds/GH-HD2020-1', 1],
    ['/payments?asOf=2021-06-20', 3],
  ])('%s is printed with what it says and without what is pressed, and nothing is cut', async (path, pages) => {
    const { page, context } = await openAs(browser, address, enterpriseOf('microport'), path);
    await page.locator('.choices select').selectOption('dark');
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(paper);
    for (const pressed of ['header nav', '.choices', '.export', 'nav.pages', 'form.act', '.skip', 'footer a']) {
      for (const each of await page.locator(pressed).all())
        expect({ pressed, shown: await each.isVisible() }).toEqual({ pressed, shown: false });
    }
    expect(await page.locator('h1').isVisible()).toBe(true);
    // Wider than the paper would be cut, or the whole made smaller.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(paper.width);
    const wider = await page
      .locator('table.data, .chart svg')
      .evaluateAll((all, width) => all.filter((each) => each.getBoundingClientRect().right > width).length, paper.width);
    expect(wider).toBe(0);
    // The heads stand again on each sheet, and no row is torn.
    const styles = await page.evaluate<string[][]>(`[...document.querySelectorAll('table.data')].map((table) =>
      [getComputedStyle(table.querySelector('thead')).display, getComputedStyle(table.querySelector('tbody tr')).breakInside])`);
    expect(styles.length).toBeGreaterThan(0);
    expect(new Set(styles.map(String))).toEqual(new Set(['table-header-group,avoid']));
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect((pdf.match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThanOrEqual(pages);
    await context.close();
  });

  test('on paper stands what the page is narrowed to, and no filter that is not used', async () => {
    const { page, context } = await openAs(
      browser,
      address,
      enterpriseOf('microport'),
      '/payments?asOf=2021-06-20&state=overdue&institution=hz-1',
    );
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByLabel('截至日期').isVisible()).toBe(true);
    expect(await page.getByLabel('状态').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: /^仅看 / }).isVisible()).toBe(true);
    expect(await page.getByLabel('统筹区').isVisible()).toBe(false);
    expect(await page.locator('summary').isVisible()).toBe(false);
    await context.close();
  });
});
