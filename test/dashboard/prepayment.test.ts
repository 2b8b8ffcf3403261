import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import type { TestApp } from '../support/app.ts';
import { accepted, agencyOf, agreements } from '../support/build-prepayment.ts';
import { institutions } from '../support/build-round.ts';
import { dashboardApp, expectQuiet, expectWordsAndWidth, openAs, seriousFindings } from './open-pages.ts';

const area = '330100';

// A browser on two cores that other tests use as well.
describe.skipIf(!chromiumIsThere())('what an agency prepays, by its page', { timeout: 60_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    [app, browser] = await Promise.all([dashboardApp(), startChromium()]);
    await institutions(app, { 'hz-1': area, 'hz-2': area });
    const [bought] = await agreements(app, { institution: 'hz-1', lines: [{ quantity: 1000, unitPrice: '469.5' }] });
    await accepted(app, bought!, 100, '2021-05-01');
    await agreements(app, { institution: 'hz-2', lines: [{ quantity: 10, unitPrice: '469.5' }] });
    address = await app.listen(0);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const movements = async () => {
    const { rows } = await app.database.pool.query<{ row: string[] }>(
      `select array[i.code, m.kind, m.amount::text, m.occurred_on::text, m.reference] as row from prepayment_movement m
       join prepayment p on p.area_code = m.area_code and p.id = m.prepayment_id join institution i on i.id = p.institution_id
       order by m.recorded_at, m.id`,
    );
    return rows.map(({ row }) => row);
  };
  const fill = async (form: Locator, typed: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(typed)) await form.locator(`[name="${name}"]`).fill(value);
  };

  test('it prepays from the row of whoever is short: too little is refused at the amount, then the figures are fresh', async () => {
    const opened = await openAs(browser, address, agencyOf(area), '/agency?year=2021&asOf=2021-12-31');
    const { page } = opened;
    const row = page.locator('#prepayment tbody tr', { hasText: 'hz-1' });
    await row.getByRole('button', { name: '录入预付' }).click();
    const form = page.locator('dialog[open] form.act');
    // 30 % of 469,500.00 yuan.
    expect(await form.locator('[name=amount]').inputValue()).toBe('140850.00');
    await fill(form, { amount: '140849.99', reference: 'P-1', on: '2021-02-01' });
    const before = await app.database.contents();
    await form.getByRole('button').click();
    const refused = form.locator('.field:has([name=amount]) [role=alert]');
    await refused.waitFor();
    expect(await refused.innerText()).toContain('140850.00');
    expect(await app.database.contents()).toEqual(before);

    await fill(form, { amount: '140850' });
    await form.locator('[name=amount]').press('Enter');
    await page.getByText('已录入对医院 hz-1的预付 140,850.00 元。').waitFor();
    expect(await movements()).toEqual([['hz-1', 'PREPAID', '140850.00', '2021-02-01', 'P-1']]);
    await row.waitFor({ state: 'detached' });
    expect((await page.locator('#prepayment .figures').innerText()).replaceAll(/\s+/g, ' ')).toMatch(/1,408\.50 元.* 1 家/);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('it tops up whoever it names, and is told at the field of a name that nobody has', async () => {
    const opened = await openAs(browser, address, agencyOf(area), '/agency?year=2021&asOf=2021-12-31');
    const { page } = opened;
    await page.locator('summary', { hasText: '补充预付' }).click();
    const form = page.getByRole('form', { name: '补充预付' });
    expect(await form.locator('[name=agreementYear]').inputValue()).toBe('2021');
    await fill(form, { payeeCode: 'nobody', amount: '0.01', reference: 'P-2', on: '2021-03-01' });
    await form.getByRole('button').click();
    await form.locator('.field:has([name=payeeCode]) [role=alert]').waitFor();
    expect(await movements()).toHaveLength(1);
    await fill(form, { payeeCode: 'hz-1' });
    await form.getByRole('button').click();
    await form.getByText('已完成。').waitFor();
    expect(await movements()).toEqual([
      ['hz-1', 'PREPAID', '140850.00', '2021-02-01', 'P-1'],
      ['hz-1', 'TOP_UP', '0.01', '2021-03-01', 'P-2'],
    ]);
    for (const summary of await page.locator('#prepayment summary').all()) await summary.click();
    expect(await seriousFindings(page)).toEqual([]);
    await expectWordsAndWidth(page);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('it offsets and closes a prepayment, and sets what it prepays at least', async () => {
    const opened = await openAs(browser, address, agencyOf(area), '/agency?year=2021&asOf=2021-12-31');
    const { page } = opened;
    const open = async (name: string) => {
      await page.locator('#prepayment summary', { hasText: name }).click();
      return page.getByRole('form', { name });
    };
    const refusedAt = async (form: Locator, field: string) => {
      const before = await app.database.contents();
      await form.getByRole('button').click();
      await form.locator(`.field:has([name=${field}]) [role=alert]`).waitFor();
      expect(await app.database.contents()).toEqual(before);
    };
    const ratio = await open('设定预付比例下限');
    await fill(ratio, { effectiveFrom: '2026-12-01', ratioPercent: '29.99', source: '通知' });
    await refusedAt(ratio, 'ratioPercent');
    await fill(ratio, { ratioPercent: '35.5' });
    await ratio.getByRole('button').click();
    await ratio.getByText('已完成。').waitFor();
    const { rows } = await app.database.pool.query<{ row: string[] }>(
      'select array[area_code, effective_from::text, ratio_percent::text, source] as row from prepayment_ratio',
    );
    expect(rows.map(({ row }) => row)).toEqual([[area, '2026-12-01', '35.50', '通知']]);

    // A tenth was bought: so much of what was prepaid is used up.
    const offset = await open('冲抵预付金');
    await fill(offset, { institutionCode: 'hz-2', reference: 'O-1', on: '2026-11-01' });
    await refusedAt(offset, 'institutionCode');
    await fill(offset, { institutionCode: 'hz-1' });
    await offset.getByRole('button').click();
    await offset.getByText('已完成。').waitFor();
    expect((await movements()).at(-1)).toEqual(['hz-1', 'OFFSET', '14085.00', '2026-11-01', 'O-1']);

    const close = await open('清结预付金');
    await fill(close, { institutionCode: 'nobody', reference: 'C-1', on: '2026-11-01' });
    await close.locator('[name=rest]').selectOption('RETURN');
    await refusedAt(close, 'institutionCode');
    await fill(close, { institutionCode: 'hz-1' });
    await close.getByRole('button').click();
    await close.getByText('已完成。').waitFor();
    expect((await movements()).at(-1)?.slice(0, 3)).toEqual(['hz-1', 'RETURNED', '126765.01']);
    expectQuiet(opened);
    await opened.context.close();
  });
});
