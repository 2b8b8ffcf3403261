import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import type { TestApp } from '../support/app.ts';
import { priceOfEach, purchased, type Purchase } from '../support/build-performance.ts';
import { dashboardApp, expectQuiet, expectWordsAndWidth, openAs, openPublic, seriousFindings } from './open-pages.ts';

/** Four institutions of one pooling area and two of another; one of the four pays nothing. */
const given = Object.entries({ 110000: 4, 120000: 2 }).flatMap(([area, institutions]) =>
  Array.from({ length: institutions }, (_none, index) =>
    ['FIREBIRD2', 'EXCROSSAL', 'TIVOLI'].map((product): Purchase => ({
      area,
      institution: `${area}-${index}`,
      product,
      quantity: 100,
      acceptedOn: '2021-02-10',
      dueOn: '2021-03-31',
      paidOn: index === 0 ? null : '2021-03-31',
    })),
  ).flat(),
);
const pages = ['/', '/rounds/GH-HD2020-1', '/products/FIREBIRD2', '/areas', '/areas?told=prepayments'];

// A browser on two cores that other tests use as well.
describe.skipIf(!chromiumIsThere())('what a bulletin tells the public', { timeout: 90_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    [app, browser] = await Promise.all([dashboardApp(), startChromium()]);
    address = await app.listen(0);
    await purchased(app, given);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  test.each(pages)('%s says that none is published yet, in both languages', async (path) => {
    const opened = await openPublic(browser, address, path);
    await opened.page.getByText(/尚未发布(?:包含这个产品的)?通报/).waitFor();
    expect(await opened.page.getByRole('button', { name: '发布通报' }).count()).toBe(0);
    await opened.page.locator('.choices button[lang]').click();
    await opened.page.getByText(/No bulletin (?:with this product )?is published yet/).waitFor();
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an expert publishes it at the areas, once', async () => {
    const opened = await openAs(browser, address, { role: 'EXPERT', subject: 'li' }, '/areas');
    const form = opened.page.getByRole('form', { name: '发布通报' });
    const send = async (asOf: string) => {
      await form.getByLabel('截止日（月末）').fill(asOf);
      await form.getByLabel('通报事由').fill('季度通报');
      await form.getByRole('button').click();
    };
    await send('2021-04-29');
    await form.getByText('通报截止日须为月末（2021-04-30），而不是2021-04-29。').waitFor();
    await send('2021-04-30');
    await form.getByText('已发布截止2021年4月30日的通报。').waitFor();
    await send('2021-04-30');
    await form.getByText('最近一期通报截止2021-04-30').waitFor();
    await opened.page.locator('#bulletin tr', { hasText: '北京市' }).waitFor();
    expect(opened.complaints).toEqual([]);
    await opened.context.close();
  });

  test('the areas show how punctually each pays and what it prepays; few are withheld, and why', async () => {
    const { page, context } = await openPublic(browser, address, '/areas');
    const told = (name: string) => page.locator('#bulletin tr', { hasText: name });
    const cell = async (name: string, head: string) =>
      (await told(name).locator(`[data-head="${head}"]`).innerText()).replaceAll(/\s+/g, ' ');
    // Nine of twelve payables of 59,000 yuan.
    expect(await cell('北京市', '按时结清率')).toBe('75.0% 按笔数 75.0%');
    expect([await cell('北京市', '到期货款'), await cell('北京市', '其中已付'), await cell('北京市', '逾期未付')]).toEqual([
      '70.80 万元',
      '53.10 万元',
      '17.70 万元',
    ]);
    expect(await cell('天津市', '按时结清率')).toBe('不公布 涉及的机构或企业过少');
    await page.getByLabel('通报内容').selectOption('prepayments');
    await page.locator('h2', { hasText: '各统筹区预付' }).waitFor();
    // 30 % of what four institutions agreed to buy of three products.
    expect(await cell('北京市', '应预付')).toBe(`${((4 * 3 * 1000 * Number(priceOfEach) * 0.3) / 10_000).toFixed(2)} 万元`);
    expect([await cell('北京市', '已预付'), await cell('北京市', '低于下限的机构')]).toEqual(['0.00 元', '4/4 家']);
    expect(await cell('天津市', '预付差额')).toBe('不公布 涉及的机构或企业过少');
    expect(await page.locator('#bulletin .stamp').count()).toBe(1);
    await context.close();
  });

  test('a round and a product show completion beside the time gone, and why', async () => {
    const { rows } = await app.database.pool.query<{ code: string; suppressed: string | null; accepted: string | null }>(
      `select c.product_code as code, c.suppressed, c.accepted_quantity::text as accepted from published_completion c`,
    );
    const { page, context } = await openPublic(browser, address, '/rounds/GH-HD2020-1');
    for (const { code, suppressed, accepted } of rows) {
      const row = page.locator('#bulletin tr', { has: page.locator(`a[href="/products/${code}"]`) });
      expect(await row.locator('[data-head="时间进度"]').innerText()).toBe('32.88%');
      // 600 of the 6,000 that six institutions agreed to buy.
      expect([code, await row.locator('[data-head="已验收数量"]').innerText()]).toEqual([
        code,
        suppressed === null ? `${accepted} 个` : expect.stringContaining('不公布'),
      ]);
      expect([code, await row.locator('[data-head="完成率"]').innerText()]).toEqual([
        code,
        suppressed === null ? '10%' : expect.stringContaining('不公布'),
      ]);
    }
    expect(rows.some(({ suppressed }) => suppressed === null)).toBe(true);
    // What follows each recording stays out of the table of prices.
    expect(await page.locator('section').first().locator('[data-head="完成率"]').count()).toBe(0);
    const shown = rows.find(({ suppressed }) => suppressed === null)!.code;
    await page.goto(new URL(`/products/${shown}?lang=zh`, address).href);
    await page.locator('#bulletin').getByRole('button', { name: '10%' }).click();
    expect(await page.locator('dialog[open]').innerText()).toContain('时间进度32.88%，完成约定采购量的10.00%。');
    await context.close();
  });

  test('the first page sums what is told, and says how much is not', async () => {
    const { page, context } = await openPublic(browser, address, '/');
    const bulletin = page.locator('#bulletin');
    await bulletin.getByText('截止2021年4月30日').waitFor();
    expect((await bulletin.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/按时结清率 75\.0% 按笔数 75\.0% .*70\.80 万元 .*17\.70 万元/);
    expect(await bulletin.innerText()).toContain('2 项数据因涉及过少而不公布');
    await bulletin.getByRole('link').click();
    await page.locator('h1', { hasText: /地区|各省/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/areas');
    await context.close();
  });

  // What is the same without a bulletin is looked at in public.test.ts.
  test.each(pages.filter((path) => path.startsWith('/areas') || path.startsWith('/rounds')))(
    '[F2][F4] %s is accessible with it, in both languages and at 320 pixels',
    async (path) => {
      const opened = await openPublic(browser, address, path, { width: 1440 });
      await opened.page.locator('#bulletin .stamp').waitFor();
      expect(await seriousFindings(opened.page)).toEqual([]);
      await expectWordsAndWidth(opened.page);
      expectQuiet(opened);
      await opened.context.close();
    },
  );

  test.each(pages)('%s asks at most 12 statements with it, and 200 KB of JSON', async (path) => {
    app.database.forget();
    const { page, context } = await openPublic(browser, address, path);
    const asked = app.database.statements.length;
    const bytes = await page.evaluate<number>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/graphql')).reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)`,
    );
    expect(asked, app.database.statements.join('\n')).toBeLessThanOrEqual(12);
    expect(bytes).toBeLessThanOrEqual(200 * 1024);
    await context.close();
  });
});
