import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import type { TestApp } from '../support/app.ts';
import { enterpriseOf, institutionOf, signed, under, type PromiseGiven } from '../support/build-agreement.ts';
import { recordedRows } from '../support/build-batch.ts';
import { recorded } from '../support/build-recorder.ts';
import { inBidding, inDemandReporting, round7, stents2022, theLot } from '../support/build-round.ts';
import { settled } from '../../scripts/tool/settled-page.ts';
import { dashboardApp, expectQuiet, expectWordsAndWidth, openAs, seriousFindings, type OpenedPage } from './open-pages.ts';

const promise: PromiseGiven = {
  round: 'W-1',
  product: 'maker',
  price: '469.5',
  promised: { 'hz-1': { area: '330100', quantity: 50 }, 'nj-1': { area: '320100', quantity: 40 } },
};
const agreement = { hz: '2021-hz-1-maker', nj: '2021-nj-1-maker' };

// A browser on two cores that other tests use as well.
describe.skipIf(!chromiumIsThere())('a purchase by the pages, from its distributor to its payment', { timeout: 60_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    [app, browser] = await Promise.all([dashboardApp(), startChromium()]);
    await signed(app, promise, 'carrier');
    await recorded(app, 'recordEnterprise', { code: 'carrier-2', kind: 'DISTRIBUTOR', name: '第二配送' });
    await inDemandReporting(app, { code: 'D-1', scheme: 'national-drug', days: round7 });
    address = await app.listen(0);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const enter = (caller: Partial<Caller>, path: string): Promise<OpenedPage> => openAs(browser, address, caller, path);
  const rowOf = (page: Page, part: string, text: string) => page.locator(`${part} tbody tr`, { hasText: text });
  const onRecord = async (columns: string, from: string) => {
    const { rows } = await app.database.pool.query<{ row: string[] }>(`select array[${columns}] as row from ${from}`);
    return rows.map(({ row }) => row);
  };
  const fill = async (form: Locator, typed: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(typed)) await form.locator(`[name="${name}"]`).fill(value);
  };
  /** Presses Enter in a form and gives what is refused at one of its fields, once it is; nothing is changed by it. */
  async function refusedAt(page: Page, field: string): Promise<string> {
    const before = await app.database.contents();
    await page.keyboard.press('Enter');
    const refused = page.locator(`.field:has([name="${field}"])`).filter({ has: page.locator('[role=alert]') });
    await refused.waitFor();
    expect(await refused.locator(`[name="${field}"]`).getAttribute('aria-invalid')).toBe('true');
    expect(await app.database.contents()).toEqual(before);
    return refused.locator('[role=alert]').innerText();
  }

  test('an enterprise appoints a distributor from the row of an agreement, by keyboard, and ends the appointment', async () => {
    const opened = await enter(enterpriseOf('maker'), '/enterprise?asOf=2021-06-30');
    const { page } = opened;
    const row = rowOf(page, '#agreements', agreement.nj);
    await row.getByRole('button', { name: '选定配送企业' }).focus();
    await page.keyboard.press('Enter');
    // The form has the focus as soon as it is there; what it is about stands above it.
    await page.locator('dialog[open] form.act').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('distributorCode');
    expect(await page.locator('dialog[open]').innerText()).toMatch(/产品 maker.*批次 W-1.*南京.*配送 carrier/s);
    await page.keyboard.type('carrier-2');
    await expect.poll(() => page.locator('dialog[open] datalist option').allInnerTexts()).toEqual(['第二配送 (carrier-2)']);
    // The day is the browser's own, which is later than the server's.
    expect(await refusedAt(page, 'effectiveFrom')).toMatch(/晚于|未来/);
    await page.locator('dialog[open] [name=effectiveFrom]').fill('2021-07-01');
    await page.keyboard.press('Enter');
    await page.getByText('已选定配送企业，适用于南京市。').waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.className')).toBe('done');
    const appointments = () =>
      onRecord(
        `e.code, d.effective_from::text, d.effective_to::text, d.payee, coalesce(d.reason, '')`,
        `distributor_appointment d join enterprise e on e.id = d.distributor_id where d.area_code = '320100' order by e.code`,
      );
    expect(await appointments()).toEqual([
      ['carrier', '2021-01-20', null, 'ENTERPRISE', ''],
      ['carrier-2', '2021-07-01', null, 'ENTERPRISE', ''],
    ]);
    await expect.poll(() => row.innerText()).toContain('配送 第二配送');

    await row.getByRole('button', { name: '终止配送' }).click();
    await page.locator('dialog[open] [name=effectiveTo]').fill('2021-08-01');
    await page.locator('dialog[open] [name=reason]').fill('合同到期');
    await page.keyboard.press('Enter');
    await page.getByText('已终止配送企业选定：南京市。').waitFor();
    expect(await appointments()).toContainEqual(['carrier-2', '2021-07-01', '2021-08-01', 'ENTERPRISE', '合同到期']);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an institution orders under an agreement, whose distributor is named; the figures are fresh', async () => {
    const opened = await enter(institutionOf('hz-1'), '/institution?asOf=2021-12-31');
    const { page } = opened;
    const row = rowOf(page, '#agreements', agreement.hz);
    await row.getByRole('button', { name: '下达订单' }).click();
    const form = page.locator('dialog[open] form.act');
    await fill(form, { number: 'O-7', orderedOn: '2020-12-31', quantity: '30' });
    expect(await refusedAt(page, 'orderedOn')).toContain('2021-01-20');
    await fill(form, { orderedOn: '2021-03-01' });
    await form.getByRole('button').click();
    await page.getByText('订单 O-7 已下达：30 片，由配送 carrier配送。').waitFor();
    expect(
      await onRecord(
        'o.number, o.ordered_on::text, o.quantity::text, e.code',
        'purchase_order o join enterprise e on e.id = o.distributor_id',
      ),
    ).toEqual([['O-7', '2021-03-01', '30', 'carrier']]);
    await expect.poll(() => row.locator('td').nth(3).innerText()).toBe('30');
    expect(await rowOf(page, '#orders', 'O-7').innerText()).toContain('30');
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an enterprise records what came of an order, from the row of the order or of its agreement', async () => {
    const opened = await enter(enterpriseOf('maker'), '/enterprise?asOf=2021-12-31');
    const { page } = opened;
    await rowOf(page, '#orders', 'O-7').getByRole('button', { name: '录入到货' }).click();
    const form = page.locator('dialog[open] form.act');
    // What is still to come is filled in.
    expect(await form.locator('[name=quantity]').inputValue()).toBe('30');
    await fill(form, { number: 'D-1', deliveredOn: '2021-03-05', quantity: '31' });
    expect(await refusedAt(page, 'quantity')).toContain('30');
    await fill(form, { quantity: '20' });
    await page.keyboard.press('Enter');
    await page.getByText('到货单 D-1 已录入：20 片，待医疗机构验收。').waitFor();
    await expect.poll(() => rowOf(page, '#orders', 'O-7').locator('td').nth(5).innerText()).toBe('20');

    await rowOf(page, '#agreements', agreement.hz).getByRole('button', { name: '录入到货' }).click();
    await form.locator('[name=orderNumber]').selectOption('O-7');
    expect(await form.locator('[name=orderNumber] option:checked').innerText()).toContain('20/30');
    await fill(form, { number: 'D-2', deliveredOn: '2021-03-09', quantity: '10' });
    await page.keyboard.press('Enter');
    await page.getByText('到货单 D-2 已录入：10 片').waitFor();
    const deliveries = await onRecord('d.number, d.delivered_on::text, d.quantity::text', 'delivery d order by d.number');
    expect(deliveries).toEqual([
      ['D-1', '2021-03-05', '20'],
      ['D-2', '2021-03-09', '10'],
    ]);
    // All of the order has come: nothing more can be recorded of it.
    await expect.poll(() => rowOf(page, '#orders', 'O-7').getByRole('button').count()).toBe(0);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an institution pays what is open to the cent, takes the payment back, and sends goods back', async () => {
    const row = (deliveryNumber: string, quantity: number) => ({
      ...under(promise, 'hz-1'),
      orderNumber: 'O-7',
      deliveryNumber,
      acceptedOn: '2021-03-10',
      acceptedQuantity: quantity,
      rejectedQuantity: 0,
    });
    await recordedRows(app, 'acceptDeliveries', [row('D-1', 20), row('D-2', 10)]);
    const opened = await enter(institutionOf('hz-1'), '/institution?asOf=2021-12-31');
    const { page } = opened;
    const entries = () =>
      onRecord(
        'n.kind, n.amount::text, n.occurred_on::text, n.reference',
        `payable_entry n where n.kind <> 'RETURN' order by n.recorded_at`,
      );
    const due = rowOf(page, '#due', 'D-1');
    await due.getByRole('button', { name: '付款' }).click();
    const form = page.locator('dialog[open] form.act');
    expect(await form.locator('[name=amount]').inputValue()).toBe('9390.00');
    expect(await page.locator('dialog[open]').innerText()).toMatch(/企业 maker.*配送 carrier.*9,390\.00/s);
    await fill(form, { amount: '9390.01', paidOn: '2021-03-20', reference: 'V-1' });
    expect(await refusedAt(page, 'amount')).toContain('9390.00');
    await fill(form, { amount: '9390.00' });
    await page.keyboard.press('Enter');
    await page.getByText('到货单 D-1 已付清，收款方企业 maker。').waitFor();
    expect(await entries()).toEqual([['PAYMENT', '9390.00', '2021-03-20', 'V-1']]);
    await expect.poll(() => due.count()).toBe(0);

    await page.getByRole('link', { name: '已付清' }).click();
    await due.getByRole('button', { name: '冲销付款' }).click();
    await fill(form, { reversedOn: '2021-03-19', reason: '付错' });
    await form.locator('[name=reversedOn]').focus();
    expect(await refusedAt(page, 'reversedOn')).toContain('2021-03-20');
    await fill(form, { reversedOn: '2021-03-21' });
    await form.getByRole('button').click();
    await page.getByText('到货单 D-1 的付款已冲销').waitFor();
    expect(await entries()).toEqual([
      ['PAYMENT', '9390.00', '2021-03-20', 'V-1'],
      ['REVERSAL', '9390.00', '2021-03-21', 'V-1'],
    ]);

    await page.getByRole('link', { name: '未付清' }).click();
    await due.getByRole('button', { name: '退货' }).click();
    await fill(form, { quantity: '21', returnedOn: '2021-03-25', reason: '破损' });
    await form.locator('[name=quantity]').focus();
    expect(await refusedAt(page, 'quantity')).toContain('20');
    await fill(form, { quantity: '5' });
    // The answer is lost on its way; whoever closes the form, opens it and presses again sends nothing back twice.
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      if (lost > 0 || !route.request().postData()?.includes('破损')) return route.fallback();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await form.getByRole('button').click();
    await form.locator('.refused').waitFor();
    const returns = () => onRecord('r.quantity::text, r.returned_on::text, r.reason', 'goods_return r');
    expect(await returns()).toEqual([['5', '2021-03-25', '破损']]);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await due.getByRole('button', { name: '退货' }).click();
    await form.getByRole('button').first().click();
    await page.getByText('到货单 D-1 的退货已录入').waitFor();
    await expect.poll(() => due.locator('td').nth(6).innerText()).toBe('7,042.50');
    expect(await returns()).toHaveLength(1);
    expect(opened.foreign).toEqual([]);
    // The browser itself says that a connection broke, as it should; nothing else.
    expect(opened.complaints.filter((each) => !each.includes('net::ERR_FAILED'))).toEqual([]);
    await opened.context.close();
  });

  test('an institution reports its demand, once, and what it was not supplied with', async () => {
    const opened = await enter(institutionOf('nj-1'), '/institution?round=D-1&asOf=2021-12-31');
    const { page } = opened;
    const form = page.getByRole('form', { name: '报量' });
    await fill(form, { quantity: '0' });
    expect(await refusedAt(page, 'quantity')).toMatch(/大于|0/);
    await fill(form, { quantity: '1200' });
    await page.keyboard.press('Enter');
    await page.locator('#demand tbody', { hasText: '1,200' }).waitFor();
    const reports = () =>
      onRecord(
        'i.code, l.code, d.quantity::text',
        'demand_report d join institution i on i.id = d.institution_id join lot l on l.id = d.lot_id',
      );
    expect(await reports()).toEqual([['nj-1', theLot, '1200']]);
    await fill(form, { quantity: '1200' });
    await page.keyboard.press('Enter');
    await form.locator('.outcome').getByText('已报过该项需求').waitFor();
    expect(await reports()).toHaveLength(1);

    await rowOf(page, '#agreements', agreement.nj).getByRole('button', { name: '反映供应问题' }).click();
    await fill(page.locator('dialog[open] form.act'), { missingQuantity: '4', notSuppliedSince: '2021-05-01', evidence: '两次催货未到' });
    await page.locator('dialog[open] form.act').getByRole('button').click();
    await page.getByText(`协议 ${agreement.nj} 的供应问题已录入`).waitFor();
    expect(await onRecord('c.missing_quantity::text, c.not_supplied_since::text, c.evidence', 'supply_complaint c')).toEqual([
      ['4', '2021-05-01', '两次催货未到'],
    ]);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an enterprise lists what it supplies at the winning price, and at no other', async () => {
    const opened = await enter(enterpriseOf('maker'), '/enterprise?asOf=2021-12-31');
    const { page } = opened;
    await rowOf(page, '#agreements', agreement.hz).getByRole('button', { name: '挂网' }).click();
    const form = page.locator('dialog[open] form.act');
    expect(await form.locator('[name=price]').inputValue()).toBe('469.5000');
    await fill(form, { effectiveFrom: '2021-02-01', price: '469.5001' });
    expect(await refusedAt(page, 'price')).toContain('469.5');
    await fill(form, { price: '469.5' });
    await page.keyboard.press('Enter');
    await page.getByText(`协议 ${agreement.hz} 的产品已挂网。`).waitFor();
    const listings = await onRecord(
      'p.code, g.area_code, g.price::text, g.price_unit, g.effective_from::text',
      'listing g join product p on p.id = g.product_id',
    );
    expect(listings).toEqual([['maker', '330000', '469.5000', '个', '2021-02-01']]);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an enterprise bids, sealed, and is given its receipt; a bid that is not declared above cost is refused', async () => {
    await inBidding(app, { code: 'B-1', category: 'STENT', scheme: 'national-stent', days: stents2022 });
    const opened = await enter(enterpriseOf('maker'), '/enterprise');
    const { page } = opened;
    await page.locator('#bids').getByRole('button', { name: '录入密封申报' }).click();
    const form = page.locator('dialog[open] form.act');
    await fill(form, { price: '9.5', priceUnit: '片', declaredCapacity: '100000' });
    expect(await refusedAt(page, 'declaredNotBelowCost')).toContain('成本');
    await form.locator('[name=declaredNotBelowCost]').check();
    await form.getByRole('button').click();
    await page.locator('#bids .done', { hasText: '已密封。回执' }).waitFor();
    const [bid, ...others] = await onRecord(
      'p.code, b.price::text, b.declared_capacity::text, b.commitment',
      "bid b join product p on p.id = b.product_id join lot l on l.id = b.lot_id join round r on r.id = l.round_id where r.code = 'B-1'",
    );
    expect([bid?.slice(0, 3), others]).toEqual([['maker', null, '100000'], []]);
    expect(await page.locator('#bids .done').innerText()).toContain(bid![3]);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('forms in rows have nothing serious against them, in both languages, light and dark, and fit 320 px', async () => {
    const acts = [
      { caller: institutionOf('hz-1'), path: '/institution?asOf=2021-12-31', parts: ['#due', '#agreements'] },
      { caller: enterpriseOf('maker'), path: '/enterprise?asOf=2021-12-31', parts: ['#agreements', '#bids'] },
    ];
    for (const { caller, path, parts } of acts) {
      const opened = await enter(caller, path);
      const { page } = opened;
      expect(await seriousFindings(page)).toEqual([]);
      await expectWordsAndWidth(page);
      await page.setViewportSize({ width: 320, height: 900 });
      for (const part of parts) {
        const buttons = page.locator(`${part} button.act`);
        for (let at = 0; at < (await buttons.count()); at += 1) {
          await buttons.nth(at).click();
          const dialog = page.locator('dialog[open]');
          await dialog.locator('form').first().waitFor();
          await settled(page);
          const { scrollWidth, clientWidth } = await dialog.evaluate((box) => ({
            scrollWidth: box.scrollWidth,
            clientWidth: box.clientWidth,
          }));
          expect({ part, at, scrollWidth }).toEqual({ part, at, scrollWidth: clientWidth });
          await page.keyboard.press('Escape');
        }
      }
      expectQuiet(opened);
      await opened.context.close();
    }
  });
});
