import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import { encoded, workbook } from '../import/made-files.ts';
import { expert, type TestApp } from '../support/app.ts';
import { dashboardApp, expectQuiet, expectWordsAndWidth, openAs, seriousFindings, type OpenedPage } from './open-pages.ts';

// A browser on two cores that other tests use as well.
describe.skipIf(!chromiumIsThere())('[I1] a file is given on a page', { timeout: 90_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    [app, browser] = await Promise.all([dashboardApp(), startChromium()]);
    address = await app.listen(0);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const holders = async () => {
    const { rows } = await app.database.pool.query<{ code: string }>(`select code from enterprise where code like 'page-%' order by code`);
    return rows.map(({ code }) => code);
  };
  const choose = (page: Page, name: string, content: string | Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  const cells = (page: Page) => page.locator('section[aria-labelledby=file-report] table tbody tr').allInnerTexts();

  let opened: OpenedPage;
  test('let fall on the page it is checked and shown, and recorded at a press', async () => {
    opened = await openAs(browser, address, expert, '/files');
    const { page } = opened;
    const content = encoded('企业代码,类型,名称\npage-1,持有人,甲药业\npage-2,配送企业,乙医药\n', 'gbk');
    await page.evaluate(`{
      const given = new DataTransfer();
      given.items.add(new File([new Uint8Array(${JSON.stringify([...content])})], '企业.csv'));
      document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true }));
    }`);
    await page.getByText('核对无误：将新增 2 行（录入企业），0 行已在记录中。尚未录入。').waitFor();
    expect((await cells(page)).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      '2 page-1 HOLDER 甲药业',
      '3 page-2 DISTRIBUTOR 乙医药',
    ]);
    expect(await holders()).toEqual([]);

    await page.getByRole('button', { name: '录入 2 行' }).click();
    await page.getByText('已录入 2 行；0 行原已在记录中。').waitFor();
    expect(await holders()).toEqual(['page-1', 'page-2']);
    expect(await page.getByRole('button', { name: /^录入 / }).count()).toBe(0);
  });

  test('with errors it is refused: where, what, why, as a list to save; mended and grown, its new rows are recorded', async () => {
    const { page } = opened;
    await choose(page, '企业.csv', 'code,kind,name\npage-1,HOLDER,甲药业\npage-3,HOLDR,丙药业\npage-4,HOLDER,\n');
    await page.getByText('有 2 处错误，未录入任何内容').waitFor();
    const [kind, name] = (await cells(page)).map((text) => text.split('\t').map((cell) => cell.trim()));
    expect(kind).toEqual(['3', '类型', 'HOLDR', expect.stringContaining('HOLDER')]);
    expect(name!.slice(0, 2)).toEqual(['4', '名称']);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载错误清单' }).click()]);
    expect(download.suggestedFilename()).toBe('错误清单-企业.csv.csv');
    const saved = await readFile(await download.path(), 'utf8');
    expect(saved.split('\r\n')[0]).toBe('\uFEFF行号,列,内容,原因,代码');
    expect(saved).toMatch(/\r\n3,类型,HOLDR,.*,NOT_IN_LIST\r\n/);
    expect(await holders()).toEqual(['page-1', 'page-2']);

    const file = await workbook([
      ['code', 'kind', 'name'],
      ['page-1', 'HOLDER', '甲药业'],
      ['page-3', 'HOLDER', '丙药业'],
    ]);
    await choose(page, '企业.xlsx', file);
    await page.getByText('将新增 1 行').waitFor();
    // By the keyboard.
    await page.getByRole('button', { name: '录入 1 行' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('已录入 1 行；1 行原已在记录中。').waitFor();
    expect(await holders()).toEqual(['page-1', 'page-2', 'page-3']);
  });

  test('what may be given is listed, with an empty file of each kind that the page takes', async () => {
    const { page } = opened;
    await page.locator('summary', { hasText: '竞价单元' }).click();
    expect(await page.locator('details[open] .columns').innerText()).toContain('最高有效申报价 ceiling_price');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载“竞价单元”空白表' }).click(),
    ]);
    await page.locator('input[type=file]').setInputFiles(await download.path());
    await page.getByText('文件只有表头,没有数据行').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await expectWordsAndWidth(page);
  });

  test('whoever is not signed in, or may give none, is told so; a server that is gone is said to be', async () => {
    const other = await openAs(browser, address, { role: 'AUDITOR', subject: 'a' }, '/files');
    expect(await other.page.locator('main').innerText()).toContain('专家');
    expect(await other.page.locator('input[type=file]').count()).toBe(0);
    expectQuiet(other);
    await other.context.close();
    const { page, context } = opened;
    expectQuiet(opened);
    await context.route('**/files?*', (route) => route.abort());
    await choose(page, '企业.csv', 'code,kind,name\npage-9,HOLDER,九\n');
    await page.getByText('无法连接服务器').waitFor();
    await context.unroute('**/files?*');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('将新增 1 行').waitFor();
    await context.close();
  });
});
