import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import type { TestApp } from '../support/app.ts';
import { agencyOf, institutionOf } from '../support/build-agreement.ts';
import { supplied } from '../support/build-deliveries.ts';
import { data } from '../support/build-recorder.ts';
import { byAgency, indicators } from '../support/build-retention.ts';
import { holders, institutions } from '../support/build-round.ts';
import { approvedOf, capOf, traded } from '../support/build-standard.ts';
import { dashboardApp, expectQuiet, expectWordsAndWidth, openAs, seriousFindings } from './open-pages.ts';

/** SYNTHETIC: a stent that nobody selected, made for the test. */
const stent = 'SYNTHETIC-STENT';
const area = '330100';

// A browser on two cores that other tests use as well.
describe.skipIf(!chromiumIsThere())('what institutions and agencies do and see', { timeout: 60_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    [app, browser] = await Promise.all([dashboardApp(), startChromium()]);
    await institutions(app, { 'hz-1': area, 'hz-2': area });
    const deliveries = ['D-1', 'D-2'].map((number) => ({ number, on: '2021-03-01', quantity: 20 }));
    await supplied(app, { institution: 'hz-1', deliveries });
    await supplied(app, { institution: 'hz-2', deliveries });
    await byAgency(app, 'assessInstitution', {
      institutionCode: 'hz-1',
      agreementYear: 2021,
      assessedOn: '2022-03-01',
      indicators: indicators('85'),
      source: '考核办法',
    });
    await holders(app, 'STENT', [stent]);
    expect((await traded(app, area, { productCode: stent, price: '2990' })).userErrors).toEqual([]);
    address = await app.listen(0);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const onRecord = async () => {
    const { rows } = await app.database.pool.query<{ row: unknown[] }>(
      `select array[i.code, d.number, d.accepted_on::text, d.accepted_quantity::text, d.rejected_quantity::text, d.rejection_reason] as row
       from delivery d join agreement a on a.area_code = d.area_code and a.id = d.agreement_id join institution i on i.id = a.institution_id
       where d.accepted_on is not null order by 1`,
    );
    return rows.map(({ row }) => row);
  };
  const fill = async (form: Locator, typed: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(typed)) await form.locator(`[name=${name}]`).fill(value);
  };

  test('an institution accepts what came: a refusal is said at the field and changes nothing, then it is on record once', async () => {
    const opened = await openAs(browser, address, institutionOf('hz-1'), '/institution');
    const { page } = opened;
    // Found in either language: the goods, and the form below them.
    const form = page.locator('#accept li', { hasText: 'D-1' }).locator('form');
    await fill(form, { acceptedOn: '2021-03-02', acceptedQuantity: '18', rejectedQuantity: '2' });
    await form.getByRole('button').click();
    const refused = form.locator('.field:has([name=rejectionReason])');
    await refused.locator('[role=alert]').waitFor();
    expect(await refused.locator('[role=alert]').innerText()).toMatch(/拒收.*原因|原因/);
    expect(await refused.locator('input').getAttribute('aria-invalid')).toBe('true');
    expect(await onRecord()).toEqual([]);

    // The same refusal in the reader's language.
    await page.locator('.choices button[lang]').click();
    expect(await refused.locator('[role=alert]').innerText()).toMatch(/reason/);
    await page.locator('.choices button[lang]').click();

    // The answer is lost on its way; whoever presses again records nothing twice.
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      const isAct = route.request().postData()?.includes('rejectionReason') && lost === 0;
      if (!isAct) return route.fallback();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await fill(form, { rejectionReason: '破损' });
    await page.keyboard.press('Enter');
    await form.locator('.refused').waitFor();
    expect(await onRecord()).toEqual([['hz-1', 'D-1', '2021-03-02', '18', '2', '破损']]);
    await form.getByRole('button').last().click();
    await page.getByText('到货单 D-1 已验收，合格 18').waitFor();
    expect(await page.locator('#accept [role=status]').first().innerText()).toContain('应付 10,620.00 元，最迟 2021年4月30日付清');
    expect(await onRecord()).toHaveLength(1);
    const { payables } = await data<{ payables: { nodes: unknown[] } }>(
      app,
      '{ payables { nodes { amount dueOn } } }',
      {},
      institutionOf('hz-1'),
    );
    expect(payables.nodes).toEqual([{ amount: '10620.00', dueOn: '2021-04-30' }]);
    // What is shown was asked anew: the payable stands below, and the delivery waits no more.
    await expect.poll(() => page.locator('#due tbody').innerText()).toContain('10,620.00');
    expect(await page.getByRole('form', { name: /验收到货单/ }).count()).toBe(1);
    expect(opened.foreign).toEqual([]);
    // The browser itself says that a connection broke, as it should; nothing else.
    expect(opened.complaints.filter((each) => !each.includes('net::ERR_FAILED'))).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
    await expectWordsAndWidth(page);
    await opened.context.close();
  });

  test('an agency sees who is below the minimum and by how much, caps with their steps, and assessments', async () => {
    await approvedOf(app, area, 'proposeConvergence', capOf(stent, area));
    const opened = await openAs(browser, address, agencyOf(area), '/agency?year=2021&asOf=2021-12-31&product=SYNTHETIC-STENT');
    const { page } = opened;
    const { prepaymentMonitor } = await data<{
      prepaymentMonitor: { missingAmount: string; institutions: { requiredMinimum: string; missingAmount: string }[] };
    }>(
      app,
      '{ prepaymentMonitor(agreementYear: 2021, asOf: "2021-12-31") { missingAmount institutions { requiredMinimum missingAmount } } }',
      {},
      agencyOf(area),
    );
    expect(prepaymentMonitor.institutions).toHaveLength(2);
    const section = page.locator('#prepayment');
    const text = async () => (await section.innerText()).replaceAll(',', '');
    await expect.poll(text).toContain(prepaymentMonitor.missingAmount);
    for (const { requiredMinimum, missingAmount } of prepaymentMonitor.institutions) {
      expect(await text()).toContain(requiredMinimum);
      expect(await text()).toContain(missingAmount);
    }
    await section.locator('.why').first().click();
    await expect.poll(() => page.locator('dialog[open]').innerText()).toContain('payment.prepayment-minimum');
    await page.keyboard.press('Escape');

    expect(await page.locator('#caps figure circle').count()).toBeGreaterThan(2);
    expect((await page.locator('#caps').innerText()).replaceAll(',', '')).toContain('2850.00');
    expect(await page.locator('#assessments tbody').innerText()).toMatch(/85.*A 级/s);
    expect(await seriousFindings(page)).toEqual([]);
    await expectWordsAndWidth(page);
    expectQuiet(opened);
    await opened.context.close();
  });
});
