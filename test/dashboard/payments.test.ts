import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import type { TestApp } from '../support/app.ts';
import { enterpriseOf } from '../support/build-agreement.ts';
import { recordedRows } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { data } from '../support/build-recorder.ts';
import { institutions } from '../support/build-round.ts';
import { dashboardApp, expectQuiet, expectWordsAndWidth, goTo, openAs, seriousFindings, type OpenedPage } from './open-pages.ts';

const areas = { 'hz-1': '330100', 'hz-2': '330100', 'nj-1': '320100', 'nj-2': '320100', 'other-1': '330100' };
type Payer = keyof typeof areas;

/** Days of acceptance, so that payables fall due from February to August. */
const acceptedOn = Array.from({ length: 7 }, (_, at) => `2021-0${at + 1}-15`);

/** The day of the tests that look back: some payables are due in the future of it. */
const asOf = '2021-06-20';

// A browser on two cores that other tests use as well.
const patience = { timeout: 60_000 };

describe.skipIf(!chromiumIsThere())('what an enterprise sees of its agreements and payments', patience, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;
  let opened: OpenedPage | undefined;
  const caller = enterpriseOf('microport');

  beforeAll(async () => {
    app = await dashboardApp();
    await institutions(app, areas);
    for (const [at, institution] of (Object.keys(areas) as Payer[]).entries()) {
      const deliveries = acceptedOn.map((on, day) => ({ number: `D-${day}`, on, quantity: 37 + 11 * at + day }));
      const product = institution === 'other-1' ? 'EXCROSSAL' : 'FIREBIRD2';
      await supplied(app, { institution, product, unitPrice: `590.${1370 + at}`, deliveries });
      const rows = deliveries.map(({ number, on, quantity }) => ({
        ...named(institution, number, areas[institution]),
        acceptedOn: on,
        acceptedQuantity: quantity,
        rejectedQuantity: 0,
      }));
      await recordedRows(app, 'acceptDeliveries', rows);
    }
    const pay = (institution: Payer, day: number, amount: string, paidOn: string) => ({
      ...named(institution, `D-${day}`, areas[institution]),
      amount,
      paidOn,
      reference: `V-${paidOn}`,
    });
    await recordedRows(app, 'recordPayments', [
      pay('hz-1', 0, '10000.01', '2021-02-20'),
      pay('hz-1', 1, '99.99', '2021-05-02'),
      pay('nj-1', 0, '1234.56', '2021-04-01'),
    ]);
    browser = await startChromium();
    address = await app.listen(0);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  /** Signs in once for all tests, and goes to an address. */
  async function enter(path: string): Promise<OpenedPage> {
    opened ??= await openAs(browser, address, caller, '/');
    await goTo(opened.page, path);
    return opened;
  }

  interface Late {
    readonly institution: { readonly name: string };
    readonly overdueAmount: string;
    readonly overdueCount: number;
    readonly longestOverdueDays: number;
  }
  const lateOn = async (day: string, who = caller) =>
    (
      await data<{ latePayers: Late[] }>(
        app,
        'query($day: Date!) { latePayers(asOf: $day) { institution { name } overdueAmount overdueCount longestOverdueDays } }',
        { day },
        who,
      )
    ).latePayers;

  /** The cells of a table's rows, as they are read. */
  const cellsOf = (page: Page, caption: string) =>
    page
      .locator('table', { has: page.locator('caption', { hasText: caption }) })
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim())));

  /** A figure as the API gives it, from one as it is shown. */
  const exact = (shown: string) => shown.replaceAll(',', '');

  test('a newcomer finds who is late, with how much and for how many days, and then each payable of it', async () => {
    const { page } = await enter('/');
    await page.getByRole('link', { name: '回款时间表' }).click();
    await page.getByRole('heading', { name: /逾期医疗机构/ }).waitFor();
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const late = await lateOn(today);
    expect(late).toHaveLength(4);
    const shown = await cellsOf(page, '逾期医疗机构');
    expect(shown.map((cells) => cells.slice(1, 4).map(exact))).toEqual(
      late.map((each) => [`逾期 ${each.longestOverdueDays} 天`, each.overdueAmount, String(each.overdueCount)]),
    );
    await page.getByRole('link', { name: late[0]!.institution.name }).click();
    await page.waitForURL(/institution=.*state=overdue/);
    await expect.poll(async () => (await cellsOf(page, '逐笔货款')).length).toBe(late[0]!.overdueCount);
    const states = (await cellsOf(page, '逐笔货款')).map((cells) => cells[3]!.split('\n')[0]);
    expect(new Set(states)).toEqual(new Set(['逾期']));
    // The part of the page that the press changed has the focus, for whoever goes on by keyboard.
    expect(await page.evaluate('document.activeElement.id')).toBe('payables');
    expectQuiet(opened!);
  });

  test('every figure shown is the API’s to the last digit, on days taken at random; a link keeps what is chosen', async () => {
    const { page } = await enter('/payments');
    const document = `query($day: Date!, $area: TextFilter) {
      payablesByMonth(asOf: $day, filter: { areaCode: $area }) { payableCount amount paidAmount openAmount overdueAmount overdueCount settledLateCount }
      payables(first: 25, filter: { acceptedOn: { lte: $day }, areaCode: $area }, orderBy: [{ field: DUE_ON, direction: ASC }]) {
        totalCount nodes { amount paidAmount(asOf: $day) openAmount(asOf: $day) } } }`;
    for (const area of [undefined, '330100']) {
      const day = `2021-0${3 + Math.floor(Math.random() * 6)}-${10 + Math.floor(Math.random() * 20)}`;
      await goTo(page, `/payments?asOf=${day}${area ? `&area=${area}` : ''}`);
      type Row = Record<string, string | number>;
      const answer = await data<{ payablesByMonth: Row[]; payables: { totalCount: number; nodes: Row[] } }>(
        app,
        document,
        { day, area: area && { eq: area } },
        caller,
      );
      const texts = (row: Row) => Object.values(row).map(String);
      await page.locator('summary', { hasText: '以表格查看各月' }).click();
      const months = async () => (await cellsOf(page, '各到期月份')).map(([, ...cells]) => cells.map(exact));
      await expect.poll(months, { message: day }).toEqual(answer.payablesByMonth.map(texts));
      const payables = async () => (await cellsOf(page, '逐笔货款')).map((cells) => cells.slice(4).map(exact));
      await expect.poll(payables, { message: day }).toEqual(answer.payables.nodes.map(texts));
      expect(await page.locator('#payables').innerText()).toContain(`共 ${answer.payables.totalCount} 行`);
      expect(await page.locator('input[type=date]').inputValue()).toBe(day);
      await page.locator('summary', { hasText: '以表格查看各月' }).click();
    }
    // Pressed, a due date says by which rule, and from which document.
    await page.locator('#payables .why').first().click();
    expect(await page.locator('dialog[open]').innerText()).toMatch(/付清.*payment\.settlement-deadline/s);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expectQuiet(opened!);
  });

  test.each([
    ['逾期未付', 'payment.payable-status'],
    ['验收货款', 'payment.payable-amount'],
    ['按到期月份', 'payment.settlement-deadline'],
  ])('pressed, “%s” says by which rule it is reckoned, with document and clause', async (name, id) => {
    const { page } = await enter(`/payments?asOf=${asOf}`);
    const asked = 'query($id: ID!) { rule(id: $id) { statementZh source { document clause } } }';
    const { rule } = await data<{ rule: { statementZh: string; source: { document: string }[] } }>(app, asked, { id });
    await page.getByRole('button', { name, exact: true }).click();
    const told = page.locator('dialog[open]');
    await told.getByText(rule.statementZh).waitFor();
    for (const text of [id, ...rule.source.map(({ document }) => document)]) expect(await told.innerText()).toContain(text);
    await page.keyboard.press('Escape');
    expectQuiet(opened!);
  });

  test('the file has as many rows as is told, and they are all of them', async () => {
    const { page } = await enter(`/payments?asOf=${asOf}&area=330100`);
    const save = async (button: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
      const status = page.locator('#payables [role=status]');
      await expect.poll(() => status.innerText()).toContain(download.suggestedFilename());
      return { told: /共 (\d+) 行/.exec(await status.innerText())?.[1], content: await readFile(await download.path()) };
    };
    const { rows } = await app.database.pool.query<{ n: number }>(
      `select count(*)::int as n from payable t join enterprise e on e.id = t.enterprise_id
       where e.code = 'microport' and t.area_code = '330100' and t.accepted_on <= $1`,
      [asOf],
    );
    const csv = await save('导出 CSV');
    expect([csv.told, csv.content.toString('utf8').trimEnd().split('\n').length - 1]).toEqual([String(rows[0]!.n), rows[0]!.n]);
    const xlsx = await save('导出 XLSX');
    expect([xlsx.told, xlsx.content.subarray(0, 2).toString()]).toEqual([String(rows[0]!.n), 'PK']);
    expectQuiet(opened!);
  });

  test('agreements stand with what was ordered, delivered and accepted, as the API says', async () => {
    const { page } = await enter(`/enterprise?asOf=${asOf}&by=area`);
    const answer = await data<{
      procurementStatistics: { rows: Record<string, string | number>[] };
      agreements: { nodes: { agreedQuantity: number; progress: Record<string, number> }[] };
    }>(
      app,
      `query($day: Date!) {
        procurementStatistics(groupBy: [AREA], asOf: $day) { rows { agreedQuantity orderedQuantity deliveredQuantity acceptedQuantity acceptedAmount overdueAmount } }
        agreements(first: 25, orderBy: [{ field: NUMBER, direction: ASC }]) { nodes {
          agreedQuantity progress(asOf: $day) { orderedQuantity deliveredQuantity purchasedQuantity shortfallQuantity } } } }`,
      { day: asOf },
      caller,
    );
    const sums = async () => (await cellsOf(page, '约定、订购')).map((cells) => [...cells.slice(1, 5), ...cells.slice(6)].map(exact));
    await expect.poll(sums).toEqual(answer.procurementStatistics.rows.map((row) => Object.values(row).map(String)));
    const agreements = async () =>
      (await cellsOf(page, '购销协议')).map((cells) => [cells[2]!.split(' ')[0]!, ...cells.slice(3, 6), cells[7]!].map(exact));
    await expect
      .poll(agreements)
      .toEqual(answer.agreements.nodes.map(({ agreedQuantity, progress }) => [agreedQuantity, ...Object.values(progress)].map(String)));
    // By institution once an area is chosen; until then it says so.
    await page.getByRole('link', { name: '按医疗机构' }).click();
    await expect.poll(() => page.locator('main').innerText()).toContain('请先选择统筹区');
    // What there is to choose is asked for once somebody turns to it.
    await page.getByLabel('统筹区').focus();
    await page.getByLabel('统筹区').selectOption('330100');
    await expect.poll(async () => (await cellsOf(page, '约定、订购')).length).toBe(2);
    expectQuiet(opened!);
  });

  test('every page says whose it is to whoever may not see it, and holds nothing of others', async () => {
    const other = await openAs(browser, address, { role: 'SETTLEMENT', subject: 's' }, '/payments', { lang: 'en' });
    const { page } = other;
    for (const path of ['/payments', '/enterprise', '/institution', '/agency']) {
      await goTo(page, path);
      await page.locator('main').getByText('This is shown to:').waitFor();
      expect(await page.locator('main table').count()).toBe(0);
    }
    expectQuiet(other);
    await other.context.close();
  });

  test('its pages have nothing serious against them, in both languages, light and dark, and fit 320 px', async () => {
    for (const path of ['/payments', '/enterprise']) {
      const { page } = await enter(`${path}?asOf=${asOf}&area=320100`);
      await page.locator('section table').last().waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await expectWordsAndWidth(page);
    }
    expectQuiet(opened!);
  });
});
