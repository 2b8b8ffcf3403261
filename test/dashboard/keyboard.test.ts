import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import { expert, type TestApp } from '../support/app.ts';
import { agencyOf, enterpriseOf, institutionOf } from '../support/build-agreement.ts';
import { recordedRows } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { talkAt } from '../support/build-negotiation.ts';
import { approver, recorded } from '../support/build-recorder.ts';
import { evaluated, holders, institutions, round7 } from '../support/build-round.ts';
import { approvedOf, capOf, traded } from '../support/build-standard.ts';
import { dashboardApp, expectQuiet, openAs, openPublic } from './open-pages.ts';
import { focusGoesThrough, focused, pressUntil } from './keys.ts';
import { settled } from '../../scripts/tool/settled-page.ts';

/** SYNTHETIC: a stent that nobody selected, made for the test. */
const stent = 'SYNTHETIC-STENT';
const area = '330100';
const auditor: Partial<Caller> = { role: 'AUDITOR', subject: 'auditor-1' };

// A browser on two cores that other tests use as well.
describe.skipIf(!chromiumIsThere())('[F4] with the keyboard alone', { timeout: 90_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    [app, browser] = await Promise.all([dashboardApp(), startChromium()]);
    address = await app.listen(0);
    await institutions(app, { 'hz-1': area, 'hz-2': area });
    const deliveries = ['D-1', 'D-2'].map((number) => ({ number, on: '2021-03-01', quantity: 20 }));
    await supplied(app, { institution: 'hz-1', deliveries });
    await supplied(app, { institution: 'hz-2', product: 'EXCROSSAL', deliveries });
    const accepted = { acceptedOn: '2021-03-02', acceptedQuantity: 20, rejectedQuantity: 0 };
    await recordedRows(app, 'acceptDeliveries', [{ ...named('hz-1', 'D-1', area), ...accepted }]);
    await holders(app, 'DRUG', ['ent-a', 'maker']);
    await holders(app, 'STENT', [stent]);
    expect((await traded(app, area, { productCode: stent, price: '2990' })).userErrors).toEqual([]);
    await approvedOf(app, area, 'proposeConvergence', capOf(stent, area));
    await talkAt(app, 'T-1', null);
    await evaluated(app, {
      code: 'A-1',
      scheme: 'national-drug',
      days: round7,
      demand: [{ institution: 'hz-1', quantity: 100 }],
      bids: [{ product: 'ent-a', price: '8' }],
    });
    await recorded(app, 'proposeSelection', { roundCode: 'A-1', agreementYear: 2022 });
    await recorded(app, 'publiciseSelection', { roundCode: 'A-1' });
    await recorded(app, 'finaliseSelection', { roundCode: 'A-1', reason: '公示无异议' });
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Goes down the choices of the select that has the focus. */
  const choose = async (page: Page, value: string) => {
    for (let pressed = 0; pressed < 80; pressed += 1) {
      if ((await page.evaluate('document.activeElement.value')) === value) return;
      await press(page, 'ArrowDown');
    }
    throw new Error(`${value} is not among the choices`);
  };
  const dialogs = (page: Page) => page.locator('dialog[open]').count();

  test('the public reads why a figure is what it is, and goes on to the round', async () => {
    const opened = await openPublic(browser, address, '/');
    const { page } = opened;
    await pressUntil(page, 'Tab', /94\.62%/);
    await press(page, 'Enter');
    expect(await dialogs(page)).toBe(1);
    // What is behind an open dialog has no focus, in either direction.
    for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await press(page, key);
      expect(await page.evaluate(`document.activeElement === document.body || document.activeElement.closest('dialog') !== null`)).toBe(
        true,
      );
    }
    await press(page, 'Escape');
    expect(await dialogs(page)).toBe(0);
    expect((await focused(page)).name).toMatch(/94\.62%/);
    await press(page, 'Enter');
    await pressUntil(page, 'Tab', /关闭/);
    await press(page, 'Space');
    expect(await dialogs(page)).toBe(0);
    expect((await focused(page)).name).toMatch(/94\.62%/);
    await pressUntil(page, 'Shift+Tab', /冠脉支架集中带量采购/);
    await press(page, 'Enter');
    await page.waitForURL('**/rounds/GH-HD2020-1');
    await settled(page);
    // The link is not there any more; reading goes on at the top of the page, not of the document.
    expect((await focused(page)).id).toBe('page');
    // A column is put in order by its head.
    await pressUntil(page, 'Tab', /^产品/);
    await press(page, 'Space');
    expect(await page.locator('th', { hasText: '产品' }).getAttribute('aria-sort')).toBe('ascending');
    expectQuiet(opened);
    await opened.context.close();
  });

  test('whoever skips the menu stands at the content, and can set language and colours', async () => {
    const opened = await openPublic(browser, address, '/areas');
    const { page } = opened;
    await press(page, 'Tab');
    expect(await focused(page)).toMatchObject({ name: '跳到正文', isSeen: true });
    await press(page, 'Enter');
    expect((await focused(page)).id).toBe('page');
    await press(page, 'Tab');
    expect((await focused(page)).isInMain).toBe(true);
    await pressUntil(page, 'Shift+Tab', /^English$/);
    await press(page, 'Enter');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await press(page, 'Tab', 'ArrowDown', 'ArrowDown');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an enterprise finds its late payer, what that has not paid, and why it is due', async () => {
    const opened = await openAs(browser, address, enterpriseOf('microport'), '/payments');
    const { page } = opened;
    await pressUntil(page, 'Tab', /hz-1/);
    await press(page, 'Enter');
    await page.waitForURL(/institution=hz-1/);
    await settled(page);
    expect((await focused(page)).id).toBe('payables');
    await pressUntil(page, 'Tab', /^2021年/);
    await press(page, 'Enter');
    expect(await page.locator('dialog[open]').innerText()).toContain('payment.settlement-deadline');
    await press(page, 'Escape');
    expect((await focused(page)).name).toMatch(/^2021年/);
    // What is paid opens what changed it.
    await pressUntil(page, 'Tab', /^0\.00$/);
    await press(page, 'Enter');
    await page.locator('dialog[open]', { hasText: '尚无付款' }).waitFor();
    await press(page, 'Escape');
    expect((await focused(page)).name).toBe('0.00');
    // A filter is chosen by its arrows.
    await pressUntil(page, 'Shift+Tab', /^状态/);
    await press(page, 'Home');
    await page.waitForURL((url) => !url.searchParams.has('state'));
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an institution accepts a delivery', async () => {
    const opened = await openAs(browser, address, institutionOf('hz-1'), '/institution');
    const { page } = opened;
    await pressUntil(page, 'Tab', /^验收日期/);
    await page.keyboard.type('03052021');
    await pressUntil(page, 'Tab', /^验收合格数量/);
    await page.keyboard.type('20');
    await pressUntil(page, 'Tab', /^验收$/);
    await press(page, 'Enter');
    await page.getByText('到货单 D-2 已验收').waitFor();
    const { rows } = await app.database.pool.query(
      `select d.accepted_quantity::int as n from delivery d join agreement a on a.id = d.agreement_id where a.number = 'A-hz-1' and d.number = 'D-2'`,
    );
    expect(rows).toEqual([{ n: 20 }]);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an agency tries a cap and reads what is wrong with it', async () => {
    const opened = await openAs(browser, address, agencyOf(area), `/convergence?round=GH-HD2020-1&product=${stent}&area=${area}`);
    const { page } = opened;
    await pressUntil(page, 'Tab', /^支付上限/);
    await page.keyboard.type('2850');
    await page.getByText('没有不符合规定之处').waitFor();
    await pressUntil(page, 'Tab', /^调整方式/);
    await choose(page, 'OWN_STEPS');
    await pressUntil(page, 'Tab', /增加一步/);
    await press(page, 'Space');
    await pressUntil(page, 'Tab', /第 1 步：金额/, 'Shift+Tab');
    await page.keyboard.type('2900');
    await page
      .getByText(/不符合规定/)
      .first()
      .waitFor();
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an expert takes a step of a round', async () => {
    const opened = await openAs(browser, address, expert, '/draft-round');
    const { page } = opened;
    for (const [label, typed] of [
      [/^代码/, 'K-1'],
      [/^中文名称/, '键盘批次'],
    ] as const) {
      await pressUntil(page, 'Tab', label);
      await page.keyboard.type(typed);
    }
    for (const label of [/^类别/, /^组织方/]) {
      await pressUntil(page, 'Tab', label);
      await press(page, 'ArrowDown');
    }
    await pressUntil(page, 'Tab', /^规则方案/);
    await page.keyboard.type('national-drug');
    await press(page, 'Enter');
    await page.waitForURL('**/rounds/K-1/steps');
    await settled(page);
    expect((await focused(page)).id).toBe('page');
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an approver decides, and an auditor finds it in the journal', async () => {
    const opened = await openAs(browser, address, approver, '/proposals');
    const { page } = opened;
    await pressUntil(page, 'Tab', /^批准并执行/);
    await press(page, 'Enter');
    await page.getByText('已记录：公布中选结果，已批准。').waitFor();
    expectQuiet(opened);
    await opened.context.close();
    const audit = await openAs(browser, address, auditor, '/journal');
    await pressUntil(audit.page, 'Tab', /^操作/);
    await choose(audit.page, 'decideProposal');
    await audit.page.locator('.proposal', { hasText: '对提案作出决定' }).first().waitFor();
    expectQuiet(audit);
    await audit.context.close();
  });

  test.each<[string, Partial<Caller> | null, readonly string[]]>([
    ['the public', null, ['/', '/rounds/GH-HD2020-1', '/products/FIREBIRD2', '/areas', '/sign-in', '/rounds/A-1/bids']],
    ['an enterprise', enterpriseOf('microport'), ['/payments', '/enterprise', '/negotiations']],
    ['an institution', institutionOf('hz-2'), ['/institution']],
    [
      'an agency',
      agencyOf(area),
      [`/agency?year=2021&asOf=2021-12-31&product=${stent}`, `/convergence?round=GH-HD2020-1&product=${stent}&area=${area}`],
    ],
    ['an expert', expert, ['/draft-round', '/rounds/A-1/steps', '/negotiations/T-1']],
    ['an auditor', auditor, ['/journal?operation=decideProposal', '/proposals']],
  ])('everything that %s can press is reached in the order in which it is read, seen, and left again', async (_who, caller, paths) => {
    for (const path of paths) {
      const opened = caller ? await openAs(browser, address, caller, path) : await openPublic(browser, address, path);
      expect(await focusGoesThrough(opened.page), path).toBe('');
      await opened.context.close();
    }
  });
});
