import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import { expert, type TestApp } from '../support/app.ts';
import { promised } from '../support/build-agreement.ts';
import { evaluated, holders, institutions, pilot2018, round7, stents2020, theLot } from '../support/build-round.ts';
import { dashboardApp, expectQuiet, expectWordsAndWidth, openAs, seriousFindings } from './open-pages.ts';

const areas = { 'hz-1': '330100', 'nj-1': '320100' };

// A browser on two cores that other tests use as well.
describe.skipIf(!chromiumIsThere())(
  'what an expert proposes and agrees of quantities, by the steps of a round',
  { timeout: 60_000 },
  () => {
    let app: TestApp;
    let browser: Browser;
    let address: string;

    beforeAll(async () => {
      [app, browser] = await Promise.all([dashboardApp(), startChromium()]);
      await promised(app, { round: 'V-1', product: 'maker', price: '469.5', promised: { 'hz-1': { area: areas['hz-1'], quantity: 50 } } });
      await institutions(app, { 'nj-1': areas['nj-1'] });
      await holders(app, 'DRUG', ['ent-a', 'ent-b']);
      await holders(app, 'STENT', ['stent-a', 'stent-b']);
      address = await app.listen(0);
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      await app?.stop();
    });

    const onRecord = async (columns: string, from: string) => {
      const { rows } = await app.database.pool.query<{ row: string[] }>(`select array[${columns}] as row from ${from}`);
      return rows.map(({ row }) => row);
    };
    const volumesOf = (round: string) =>
      onRecord(
        'p.code, i.code, v.agreement_year::text, v.quantity::text',
        `agreed_volume v join institution i on i.id = v.institution_id join selected_product s on s.id = v.selected_product_id
       join product p on p.id = s.product_id join round r on r.id = s.round_id where r.code = '${round}' order by 1`,
      );
    const fill = async (form: Locator, typed: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(typed)) await form.locator(`[name="${name}"]`).fill(value);
    };
    const press = (form: Locator, name: string) => form.getByRole('button', { name, exact: true }).click();

    test('agreed volumes are typed row by row: one refused row is said at its field, and none is recorded', async () => {
      const opened = await openAs(browser, address, expert, '/rounds/V-1/steps');
      const form = opened.page.getByRole('form', { name: '录入约定采购量' });
      await fill(form, { agreementYear: '2022', 'volumes.0.institutionCode': 'hz-1', 'volumes.0.quantity': '60' });
      await press(form, '增加一家');
      expect(await opened.page.evaluate('document.activeElement.name')).toBe('volumes.1.institutionCode');
      await opened.page.keyboard.type('gone');
      await press(form, '增加一家');
      await fill(form, { 'volumes.1.quantity': '1' });
      await fill(form, { 'volumes.2.institutionCode': 'nobody', 'volumes.2.quantity': '7' });
      // What stands in a row stays with it when one before it goes.
      await press(form, '删除第 2 家');
      expect(await opened.page.evaluate('document.activeElement.innerText')).toBe('增加一家');
      expect(await form.locator('[name="volumes.1.institutionCode"]').inputValue()).toBe('nobody');
      const before = await app.database.contents();
      await press(form, '录入约定采购量');
      const refused = form.locator('.field:has([name="volumes.1.institutionCode"])');
      await refused.locator('[role=alert]').waitFor();
      expect(await refused.locator('input').getAttribute('aria-invalid')).toBe('true');
      expect(await form.locator('[role=alert]').count()).toBe(1);
      expect(await app.database.contents()).toEqual(before);
      await fill(form, { 'volumes.1.institutionCode': 'nj-1' });
      await press(form, '录入约定采购量');
      await opened.page.getByText('已办理：录入约定采购量。').waitFor();
      expect(await volumesOf('V-1')).toEqual(
        expect.arrayContaining([
          ['maker', 'hz-1', '2021', '50'],
          ['maker', 'hz-1', '2022', '60'],
          ['maker', 'nj-1', '2022', '7'],
        ]),
      );
      // The form is as it was before anything was typed: one row, and it is empty.
      expect(await form.locator('[name$=".quantity"]').count()).toBe(1);
      expect(await form.locator('[name="volumes.0.quantity"]').inputValue()).toBe('');

      const amend = opened.page.getByRole('form', { name: '变更约定采购量' });
      await fill(amend, { agreementYear: '2022', institutionCode: 'nj-1', quantity: '7', reason: '复核' });
      await press(amend, '变更约定采购量');
      await amend.locator('.field:has([name=quantity]) [role=alert]').waitFor();
      await fill(amend, { quantity: '9' });
      await press(amend, '变更约定采购量');
      await opened.page.getByText('已办理：变更约定采购量。').waitFor();
      expect(await volumesOf('V-1')).toContainEqual(['maker', 'nj-1', '2022', '9']);
      expect(await onRecord('a.quantity_before::text, a.quantity_after::text, a.reason', 'agreed_volume_amendment a')).toEqual([
        ['7', '9', '复核'],
      ]);
      expectQuiet(opened);
      await opened.context.close();
    });

    test('winners’ regions are picked in order; where they do not suffice, it is said at the lot', async () => {
      const demand = [
        { institution: 'hz-1', quantity: 100 },
        { institution: 'nj-1', quantity: 40 },
      ];
      const bids = [
        { product: 'ent-a', price: '1' },
        { product: 'ent-b', price: '1.5' },
      ];
      await evaluated(app, { code: 'V-2', scheme: 'national-drug', days: round7, demand, bids });
      const opened = await openAs(browser, address, expert, '/rounds/V-2/steps');
      const { page } = opened;
      const form = page.getByRole('form', { name: '提出拟中选结果' });
      await fill(form, { agreementYear: '2022' });
      const before = await app.database.contents();
      // Nothing said of the lot: the refusal names it.
      await press(form, '提出拟中选结果');
      await form
        .locator('fieldset [role=alert]', { hasText: `竞价单元 ${theLot}` })
        .first()
        .waitFor();

      await press(form, '增加竞价单元');
      await press(form, '增加选区意愿');
      await press(form, '增加选区意愿');
      const pick = async (at: number, list: string, ...provinces: string[]) => {
        const field = form.locator('.field', { has: page.locator(`[name="lots.0.choices.${at}.${list}"]`) });
        for (const province of provinces) {
          await field.locator('select').selectOption(province);
          await field.getByRole('button', { name: '加入' }).click();
        }
        return field;
      };
      await form.locator('[name="lots.0.choices.0.productCode"]').selectOption('ent-a');
      await form.locator('[name="lots.0.choices.1.productCode"]').selectOption('ent-b');
      const wishes = await pick(0, 'wishes', '320000', '330000');
      await press(form, '提出拟中选结果');
      const choices = form.locator('fieldset', { has: page.locator('legend', { hasText: /^中选企业选区意愿$/ }) }).last();
      await choices.locator('[role=alert]').first().waitFor();
      expect(await app.database.contents()).toEqual(before);

      // Picked by mistake: it goes, and is picked behind the other.
      await wishes.getByRole('button', { name: '去掉江苏省' }).click();
      await pick(0, 'wishes', '320000');
      expect((await wishes.locator('li').allInnerTexts()).map((each) => each.replace(/\s*✕$/, ''))).toEqual(['浙江省', '江苏省']);
      await pick(0, 'backupWishes', '320000');
      await pick(1, 'wishes', '320000');
      // Chosen, and not yet added: it counts.
      await form
        .locator('.field', { has: page.locator('[name="lots.0.choices.1.backupWishes"]') })
        .locator('select')
        .selectOption('330000');
      expect(await seriousFindings(page)).toEqual([]);
      await expectWordsAndWidth(page);
      await press(form, '提出拟中选结果');
      await page.getByText('已办理：提出拟中选结果。').waitFor();
      const regions = await onRecord(
        'p.code, g.area_code, g.role',
        `supply_region g join selected_product s on s.id = g.selected_product_id join product p on p.id = s.product_id
       join round r on r.id = s.round_id where r.code = 'V-2' order by p.code, g.role desc`,
      );
      expect(regions).toEqual([
        ['ent-a', '330000', 'PRIMARY'],
        ['ent-a', '320000', 'BACKUP'],
        ['ent-b', '320000', 'PRIMARY'],
        ['ent-b', '330000', 'BACKUP'],
      ]);
      expectQuiet(opened);
      await opened.context.close();
    });

    test('a share is chosen where the scheme names a range, to the decimal that was typed', async () => {
      const demand = [{ institution: 'hz-1', quantity: 1000 }];
      const bids = [
        { product: 'ent-a', price: '1' },
        { product: 'ent-b', price: '1.5' },
        { product: 'maker-2', price: '2' },
      ];
      await holders(app, 'DRUG', ['maker-2']);
      await evaluated(app, { code: 'V-3', scheme: 'pilot-4plus7', days: pilot2018, demand, bids });
      const opened = await openAs(browser, address, expert, '/rounds/V-3/steps');
      const form = opened.page.getByRole('form', { name: '提出拟中选结果' });
      await fill(form, { agreementYear: '2019' });
      await press(form, '增加竞价单元');
      await fill(form, { 'lots.0.chosenPercent': '70.01' });
      await press(form, '提出拟中选结果');
      const refused = form.locator('.field:has([name="lots.0.chosenPercent"]) [role=alert]');
      await refused.waitFor();
      expect(await refused.innerText()).toContain('70');
      await fill(form, { 'lots.0.chosenPercent': '62.5' });
      await press(form, '提出拟中选结果');
      await opened.page.getByText('已办理：提出拟中选结果。').waitFor();
      expect(await volumesOf('V-3')).toEqual([['ent-a', 'hz-1', '2019', '625']]);
      expectQuiet(opened);
      await opened.context.close();
    });

    test('what institutions move to a selected product is typed row by row', async () => {
      const demand = [
        { institution: 'hz-1', product: 'stent-a', quantity: 100 },
        { institution: 'hz-1', product: 'stent-b', quantity: 30 },
      ];
      const bids = [
        { product: 'stent-a', price: '469' },
        { product: 'stent-b', price: '2850.0001' },
      ];
      const lots = [{ code: theLot, ceilingPrice: '2850' }];
      await evaluated(app, { code: 'V-4', category: 'STENT', scheme: 'national-stent', days: stents2020, lots, demand, bids });
      const opened = await openAs(browser, address, expert, '/rounds/V-4/steps');
      const { page } = opened;
      const form = page.getByRole('form', { name: '提出拟中选结果' });
      await fill(form, { agreementYear: '2021' });
      await press(form, '增加竞价单元');
      await press(form, '增加再分配');
      await fill(form, { 'lots.0.reassignments.0.institutionCode': 'hz-1', 'lots.0.reassignments.0.quantity': '29' });
      await press(form, '提出拟中选结果');
      const moved = form.locator('fieldset', { has: page.locator('legend', { hasText: /^再分配数量$/ }) }).last();
      await moved.locator('[role=alert]').waitFor();
      expect(await volumesOf('V-4')).toEqual([]);
      await fill(form, { 'lots.0.reassignments.0.quantity': '30' });
      await press(form, '提出拟中选结果');
      await page.getByText('已办理：提出拟中选结果。').waitFor();
      expect(await volumesOf('V-4')).toEqual([['stent-a', 'hz-1', '2021', '130']]);
      expectQuiet(opened);
      await opened.context.close();
    });
  },
);
