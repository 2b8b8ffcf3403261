import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import type { TestApp } from '../support/app.ts';
import { recorded } from '../support/build-recorder.ts';
import { institutions } from '../support/build-round.ts';
import { importVolumes, procured } from '../support/agreed-volume-sums.ts';
import { dashboardApp, expectQuiet, openPublic, seriousFindings } from './open-pages.ts';

/** The public's pages, with what stands on each once its figures are there. */
const pages = {
  '/': '国家组织冠脉支架集中带量采购',
  '/rounds/GH-HD2020-1': 'Firebird2',
  '/products/FIREBIRD2': '北京市',
  '/areas': '广东省',
  '/sign-in': '登录',
} as const;

// A browser on two cores that other tests use as well.
describe.skipIf(!chromiumIsThere())('the public pages in a browser that blocks every foreign host', { timeout: 90_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    [app, browser] = await Promise.all([dashboardApp(), startChromium()]);
    address = await app.listen(0);
    await institutions(app, { 'sz-1': '440300', 'gz-1': '440100' });
    await importVolumes(
      app.database,
      ['sz-1', 'gz-1'].map((institution) => ({ round: 'GH-HD2020-1', product: 'FIREBIRD2', institution, year: 2021, quantity: 60 })),
    );
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  test('a newcomer reads at once what the 2020 stent round did, and why the figure is what it is', async () => {
    const opened = await openPublic(browser, address, '/');
    const { page } = opened;
    const landmark = page.locator('.landmark');
    expect((await landmark.innerText()).replaceAll(/\s+/g, ' ')).toMatch(
      /国家组织冠脉支架集中带量采购 2020年11月5日 .*13,000\.00 .*700\.00 元\/个.*94\.62%.*1,070,000 个.*109\.00 亿元.*2,408/,
    );
    await landmark.getByRole('button', { name: '94.62%' }).click();
    const dialog = page.locator('dialog[open]');
    expect(await dialog.innerText()).toContain('由13000.0000元降至700.0000元，降幅94.62%。');
    expect(await dialog.innerText()).toContain('四舍五入至两位小数');
    await page.keyboard.press('Escape');
    await landmark.getByRole('link').click();
    await page.locator('h1', { hasText: '国家组织冠脉支架集中带量采购' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/rounds/GH-HD2020-1');
    expectQuiet(opened);
    await opened.context.close();
  });

  test('the figures of a round are those of the database, to the last digit', async () => {
    const { rows } = await app.database.pool.query<{ code: string; price: string | null; quantity: string | null }>(
      `select p.code, s.winning_price::text as price, (select sum(v.quantity) from agreed_volume v where v.selected_product_id = s.id)::text as quantity
         from selected_product s join round r on r.id = s.round_id join product p on p.id = s.product_id where r.code = 'GH-HD2020-1'`,
    );
    expect(rows).toHaveLength(10);
    const { page, context } = await openPublic(browser, address, '/rounds/GH-HD2020-1');
    for (const { code, price, quantity } of rows) {
      const row = page.locator('tr', { has: page.locator(`a[href="/products/${code}"]`) });
      const said = price === null ? '无记录' : `${price.replace(/00$/, '')} 元/个`;
      expect([code, (await row.locator('[data-head="中选价"]').innerText()).replaceAll(/\s+/g, ' ')]).toEqual([
        code,
        expect.stringContaining(said),
      ]);
      expect([code, await row.locator('[data-head="约定采购量"]').innerText()]).toEqual([
        code,
        quantity === null ? '无记录' : `${quantity} 个`,
      ]);
    }
    await context.close();
  });

  test('[F14] a province is the sum of its pooling areas; what the public is not told, and that data is old, is said', async () => {
    const { page, context } = await openPublic(browser, address, '/areas');
    const guangdong = page.locator('tr', { hasText: '广东省' });
    expect(await guangdong.locator('[data-head="约定采购量"]').innerText()).toBe('120');
    expect(await guangdong.locator('[data-head="完成率"]').innerText()).toBe('不公布');
    expect(await page.locator('.stamp.stale').count()).toBe(0);
    await page.getByRole('button', { name: /^广东/ }).click();
    await page.getByLabel('指标').selectOption('completionRatio');
    // A link that is passed on shows the same.
    const again = await context.newPage();
    await again.goto(page.url());
    await again.locator('tr[aria-selected="true"]', { hasText: '广东省' }).waitFor();
    expect(await again.getByLabel('指标').inputValue()).toBe('completionRatio');
    // Years later the same data is old.
    await again.clock.setFixedTime(new Date('2030-01-01T00:00:00Z'));
    await again.reload();
    await again.locator('.stamp.stale', { hasText: /^数据较旧，截至/ }).waitFor();
    await context.close();
  });

  test('a product that no standard holds for today shows the last on record, and says so', async () => {
    const { page, context } = await openPublic(browser, address, '/products/FIREBIRD2');
    await page.getByText('下面是最近一次记录在案的标准').waitFor();
    await page.getByRole('button', { name: /^广东/ }).click();
    await page.locator('.chart', { hasText: '广东省' }).waitFor();
    expect(new URL(page.url()).searchParams.get('area')).toBe('440000');
    await context.close();
  });

  test('a figure changes on the open page when a fact is recorded', async () => {
    const { page, context } = await openPublic(browser, address, '/areas');
    const zhejiang = page.locator('tr', { hasText: '浙江省' });
    expect(await zhejiang.count()).toBe(0);
    await procured(app, 'N');
    // 1,800 by the round itself.
    const volumes = [{ institutionCode: 'N-1', quantity: 7 }];
    await recorded(app, 'recordAgreedVolumes', { roundCode: 'N', productCode: 'N-a', agreementYear: 2023, volumes });
    await zhejiang.locator('[data-head="约定采购量"]', { hasText: /^1,807$/ }).waitFor();
    await context.close();
  });

  test('an address that leads nowhere, and a code that nobody has, are told', async () => {
    const { page, context } = await openPublic(browser, address, '/nowhere');
    await page.locator('h1', { hasText: '没有这个页面' }).waitFor();
    await page.goto(new URL('/rounds/NONE', address).href);
    await page.getByText('没有代码为 NONE 的采购批次。').waitFor();
    await context.close();
  });

  test('[F3] the first view loads at most 250 KB of script, compressed', async () => {
    const { page, context } = await openPublic(browser, address, '/');
    const scripts = await page.evaluate<{ name: string; encodedBodySize: number }[]>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).map(({ name, encodedBodySize }) => ({ name, encodedBodySize }))`,
    );
    const bytes = scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    expect(scripts.length).toBeGreaterThan(1);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(250 * 1024);
    await context.close();
  });

  test.each(Object.keys(pages))('%s asks for at most 200 KB of JSON', async (path) => {
    const { page, context } = await openPublic(browser, address, path);
    const bytes = await page.evaluate<number>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/graphql')).reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)`,
    );
    expect(bytes).toBeLessThanOrEqual(200 * 1024);
    await context.close();
  });

  test.each(Object.entries(pages))('[F2][F4] %s is accessible and needs nobody else; at 320 pixels nothing is cut', async (path, text) => {
    const opened = await openPublic(browser, address, path, { width: 1440 });
    const { page } = opened;
    await page.getByText(text).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    expectQuiet(opened);
    await opened.context.close();
  });
});
