import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import type { TestApp } from '../support/app.ts';
import { agencyOf, agreements } from '../support/build-prepayment.ts';
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
    await agreements(app, { institution: 'hz-1', lines: [{ quantity: 1000, unitPrice: '469.5' }] });
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
});
