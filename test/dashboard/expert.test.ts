import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import { expert, type TestApp } from '../support/app.ts';
import { talkAt } from '../support/build-negotiation.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { approver, recorded } from '../support/build-recorder.ts';
import { bidInput, evaluated, holders, inBidding, institutions, round7 } from '../support/build-round.ts';
import { traded } from '../support/build-standard.ts';
import { dashboardApp, expectQuiet, goTo, openAs, seriousFindings } from './open-pages.ts';

/** SYNTHETIC: a stent that nobody selected, made for the test; the round, its prices and its days are on record. */
const stent = 'SYNTHETIC-STENT';
const area = '330100';

// A browser on two cores that other tests use as well.
describe.skipIf(!chromiumIsThere())('[F5] the pages of experts, approvers and auditors in a browser', { timeout: 90_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    [app, browser] = await Promise.all([dashboardApp(), startChromium()]);
    address = await app.listen(0);
    await holders(app, 'DRUG', ['ent-a', 'ent-b', 'maker']);
    await holders(app, 'STENT', [stent]);
    await institutions(app, { 'hz-1': area });
    expect((await traded(app, area, { productCode: stent, price: '2990' })).userErrors).toEqual([]);
    await inBidding(app, { code: 'B-1', scheme: 'national-drug', days: round7, demand: [{ institution: 'hz-1', quantity: 100 }] });
    await recorded(app, 'submitBid', bidInput('B-1', { product: 'ent-a', price: '8' }));
    await recorded(app, 'submitBid', bidInput('B-1', { product: 'ent-b', price: '12' }));
    await talkAt(app, 'T-1', null);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  /** A round of one winner whose selection is proposed to be final. */
  async function proposed(code: string): Promise<void> {
    await evaluated(app, {
      code,
      scheme: 'national-drug',
      days: round7,
      demand: [{ institution: 'hz-1', quantity: 100 }],
      bids: [{ product: 'ent-a', price: '8' }],
    });
    await recorded(app, 'proposeSelection', { roundCode: code, agreementYear: 2022 });
    await recorded(app, 'publiciseSelection', { roundCode: code });
    await recorded(app, 'finaliseSelection', { roundCode: code, reason: '公示无异议' });
  }
  const statusOf = async (code: string) => {
    const { rows } = await app.database.pool.query<{ status: string }>('select status from round where code = $1', [code]);
    return rows[0]!.status;
  };

  test('an approver sees what would change, is told to give a reason for a rejection, and approves', async () => {
    await proposed('A-1');
    const opened = await openAs(browser, address, approver, '/proposals');
    const { page } = opened;
    const proposal = page.locator('.proposal', { hasText: 'A-1' });
    const round = proposal.locator('.changes li', { hasText: '批次 A-1' }).first();
    expect((await round.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/状态 .*公示中 → .*结果已确定/);
    expect(await proposal.locator('.facts').innerText()).toMatch(/中选价 lot-1 ent-a\s+8\.0000 元\/片/);
    expect(await proposal.innerText()).toContain('公示无异议');

    await proposal.getByRole('button', { name: '驳回' }).click();
    await proposal.locator('.user-errors').getByText('驳回须说明理由').waitFor();
    expect(await statusOf('A-1')).toBe('PUBLICISED');

    // By the keyboard: the reason, then the first button.
    await proposal.getByLabel('决定理由').focus();
    await page.keyboard.type('同意');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('已记录：公布中选结果，已批准。').waitFor();
    expect(await statusOf('A-1')).toBe('FINAL');
    expect(await page.locator('.proposal').count()).toBe(0);

    await page.getByLabel('状态').selectOption('APPROVED');
    await page.locator('.proposal').getByText('approver-1').waitFor();
    expect(new URL(page.url()).search).toBe('?status=APPROVED');
    expectQuiet(opened);
    await opened.context.close();
  });

  test('nobody approves their own: it is said, and nothing is changed', async () => {
    await proposed('A-2');
    const opened = await openAs(browser, address, { ...approver, subject: 'second-account', person: 'expert-1' }, '/proposals', {
      lang: 'en',
    });
    const before = await app.database.contents();
    const proposal = opened.page.locator('.proposal', { hasText: 'A-2' });
    await proposal.getByRole('button', { name: 'Approve and do it' }).click();
    await proposal.locator('.user-errors').getByText('The person who proposed this cannot approve').waitFor();
    expect(await app.database.contents()).toEqual(before);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('a proposal that would not do the same any more is stale: it is said, and nothing is changed', async () => {
    await proposed('A-4');
    const price = `update selected_product set winning_price = 7.9999 where round_id = (select id from round where code = 'A-4')`;
    await app.database.pool.query(price);
    const opened = await openAs(browser, address, approver, '/proposals');
    const before = await app.database.contents();
    const proposal = opened.page.locator('.proposal', { hasText: 'A-4' });
    await proposal.getByRole('button', { name: '批准并执行' }).click();
    await proposal.locator('.user-errors').getByText('提案内容的效果已与提出时不同,须重新提出。').waitFor();
    expect(await app.database.contents()).toEqual(before);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('violations appear as it is typed, vanish when mended, and what is left is proposed', async () => {
    const opened = await openAs(browser, address, agencyOf(area), '/convergence');
    const { page } = opened;
    expect(await page.getByLabel('统筹区（代码）').inputValue()).toBe(area);
    await page.getByLabel('批次').selectOption('GH-HD2020-1');
    await page.getByLabel('非中选支架（代码）').fill(stent);
    await page.getByLabel('支付上限（元）').fill('2850');
    await page.getByText('没有不符合规定之处').waitFor();
    expect(await page.locator('table.data tbody tr').count()).toBe(5);
    expect(await page.locator('.chart .main circle').count()).toBe(5);

    await page.getByLabel('调整方式').selectOption('OWN_STEPS');
    await page.getByRole('button', { name: '增加一步' }).click();
    await page.getByLabel('第 1 步：执行首日').fill('2022-01-31');
    await page.getByLabel('第 1 步：金额').fill('2900');
    await page.getByText('有 2 处不符合规定').waitFor();
    const violations = await page.locator('.user-errors').innerText();
    expect(violations).toMatch(/2900\.0000 元,高于此前的 2850\.0000 元/);
    expect(violations).toMatch(/末步金额\s+2900\.0000 元\/个\s+目标价\s+798\.0000 元\/个/);
    expect(await page.getByLabel('第 1 步：金额').getAttribute('aria-invalid')).toBe('true');

    await page.getByLabel('第 1 步：金额').fill('1500');
    await page.getByText('有 1 处不符合规定').waitFor();
    await page.getByRole('button', { name: '增加一步' }).click();
    await page.getByLabel('第 2 步：执行首日').fill('2023-01-31');
    await page.getByLabel('第 2 步：金额').fill('798');
    await page.getByText('没有不符合规定之处').waitFor();
    expect(await page.locator('.user-errors').count()).toBe(0);
    expect(new URL(page.url()).searchParams.getAll('step')).toEqual(['2022-01-31 1500', '2023-01-31 798']);

    await page.getByLabel('依据文件').fill('通知');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '查看提案' }).click();
    await page.locator('.proposal', { hasText: '设定非中选支架支付上限' }).getByText('1500.0000').first().waitFor();
    const { rows } = await app.database.pool.query(
      `select operation, proposed_by_person from proposal where operation = 'proposeConvergence'`,
    );
    expect(rows).toEqual([{ operation: 'proposeConvergence', proposed_by_person: `agency-${area}` }]);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('a link shows the same trial', async () => {
    const link = `/convergence?round=GH-HD2020-1&product=${stent}&area=${area}&cap=2850&mode=OWN_STEPS&step=2023-02-01+798`;
    const opened = await openAs(browser, address, expert, link);
    const { page } = opened;
    await page.getByText('有 1 处不符合规定').waitFor();
    expect(await page.locator('.user-errors').innerText()).toContain('须于 2023-01-31 前');
    expect(await page.locator('.warnings').innerText()).toContain('一步');
    expect(await page.getByText('提出方案').count()).toBe(0);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an expert drafts a round, adds a lot, and is told in words why a step is not possible yet', async () => {
    const opened = await openAs(browser, address, expert, '/draft-round');
    const { page } = opened;
    await page.getByLabel('代码', { exact: true }).fill('D-1');
    await page.getByLabel('中文名称').fill('新批次');
    await page.getByLabel('类别').selectOption('DRUG');
    await page.getByLabel('组织方').selectOption('NATIONAL');
    await page.getByLabel('规则方案').fill('no-such-scheme');
    await page.keyboard.press('Enter');
    await page.locator('.field', { hasText: '规则方案' }).locator('.user-errors').waitFor();
    await page.getByLabel('规则方案').fill('national-drug');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/rounds/D-1/steps');

    const lot = page.getByRole('form', { name: '加入竞价单元' });
    await lot.getByLabel('代码', { exact: true }).fill('lot-1');
    await lot.getByLabel('中文名称').fill('单元');
    await lot.getByLabel('计数单位').fill('片');
    await page.keyboard.press('Enter');
    await page.getByText('已办理：加入竞价单元。').waitFor();
    const { rows } = await app.database.pool.query(
      `select l.code, l.counting_unit, r.status from lot l join round r on r.id = l.round_id where r.code = 'D-1'`,
    );
    expect(rows).toEqual([{ code: 'lot-1', counting_unit: '片', status: 'DRAFT' }]);

    await page.locator('summary', { hasText: /^开标$/ }).click();
    await page.getByRole('form', { name: '开标' }).getByRole('button').click();
    await page.getByRole('form', { name: '开标' }).locator('.user-errors').waitFor();
    expectQuiet(opened);
    await opened.context.close();
  });

  test('an act whose answer was lost is sent again under its key: done once, and said to be done', async () => {
    const opened = await openAs(browser, address, expert, '/rounds/D-1/steps');
    const { page, context } = opened;
    let lost = 0;
    await context.route('**/graphql', async (route) => {
      if (lost > 0 || !route.request().postData()?.includes('lot-2')) return route.fallback();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    const lot = page.getByRole('form', { name: '加入竞价单元' });
    await lot.getByLabel('代码', { exact: true }).fill('lot-2');
    await lot.getByLabel('中文名称').fill('单元二');
    await lot.getByLabel('计数单位').fill('片');
    await lot.getByRole('button').click();
    await lot.getByText('无法连接服务器').waitFor();
    await lot.getByRole('button').click();
    await page.getByText('已办理：加入竞价单元。').waitFor();
    expect(lost).toBe(1);
    const { rows } = await app.database.pool.query(`select count(*)::int as count from lot where code = 'lot-2'`);
    expect(rows).toEqual([{ count: 1 }]);
    await context.close();
  });

  test('sealed prices are not shown; opened and evaluated, each bid has the clause that decided it', async () => {
    const opened = await openAs(browser, address, expert, '/rounds/B-1/bids');
    const { page } = opened;
    await page.getByText('没有可见的申报').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/12\.00|8\.00/);

    await page.getByRole('link', { name: '办理步骤' }).click();
    const opening = page.getByRole('form', { name: '开标' });
    await opening.getByLabel('办理日期').fill(round7.opening);
    await opening.getByRole('button').click();
    await page.getByText('已办理：开标。').waitFor();

    await page.getByRole('link', { name: '申报与评审', exact: true }).click();
    await page.getByText('尚未评审').first().waitFor();
    await page.getByRole('button', { name: '评审申报' }).click();
    const high = page.locator('tbody tr', { hasText: 'ent-b' });
    await high.getByText('高于最高有效申报价').first().waitFor();
    expect(await high.innerText()).toMatch(/无效/);
    expect(await high.locator('.decided > p').innerText()).toMatch(
      /申报价12\.0000元高于最高有效申报价10\.0000元。[\s\S]*medicaltrend\.org/,
    );
    await page.locator('tbody tr', { hasText: 'ent-a' }).getByText('拟中选').waitFor();
    const { rows } = await app.database.pool.query(
      `select e.outcome from bid_evaluation e join bid b on b.id = e.bid_id join lot l on l.id = b.lot_id join round r on r.id = l.round_id
       where r.code = 'B-1' order by e.outcome`,
    );
    expect(rows).toEqual([{ outcome: 'INVALID' }, { outcome: 'PROPOSED' }]);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('a talk goes on minute by minute; the sealed price is seen by nobody until it is opened, and then by its group', async () => {
    const opened = await openAs(browser, address, expert, '/negotiations/T-1');
    const { page } = opened;
    const shown = () => page.locator('main').innerText();
    const sealing = page.getByRole('form', { name: '密封底价' });
    expect(await sealing.getByLabel('底价').getAttribute('type')).toBe('password');
    await sealing.getByLabel('底价').fill('4.4321');
    await sealing.getByRole('button').click();
    await page.getByText('已密封，启封前任何人不可见').waitFor();
    expect(await shown()).not.toContain('4.43');

    const first = page.getByRole('form', { name: '录入第一次报价' });
    await first.getByLabel('价格').fill('5.62');
    await first.getByLabel('记录').fill('企业第一次报价，说明成本');
    await first.getByRole('button').click();
    await page.locator('.course li', { hasText: '说明成本' }).getByText('5.62 元/片').waitFor();
    expect(await shown()).not.toContain('4.43');

    await page.getByRole('form', { name: '启封底价' }).getByRole('button').click();
    await page.locator('.figure', { hasText: '底价' }).getByText('4.4321').waitFor();
    expect((await page.locator('.course strong').allInnerTexts()).map((each) => each.split(' · ')[0])).toEqual([
      '密封底价',
      '企业',
      '启封底价',
    ]);
    await goTo(page, '/negotiations?status=FIRST_QUOTE');
    await page.getByRole('link', { name: '产品 maker' }).waitFor();
    expectQuiet(opened);
    await opened.context.close();

    const other = await openAs(browser, address, { role: 'EXPERT', subject: 'expert-9' }, '/negotiations/T-1', { lang: 'en' });
    await other.page.getByText('opened; shown to the experts of the group, approvers and auditors only').waitFor();
    expect(await other.page.locator('main').innerText()).not.toContain('4.43');
    expectQuiet(other);
    await other.context.close();
  });

  test('the journal shows the act: who approved what, as it was and as it is', async () => {
    const opened = await openAs(
      browser,
      address,
      { role: 'AUDITOR', subject: 'auditor-1' },
      '/journal?operation=decideProposal&table=round',
    );
    const { page } = opened;
    const act = page.locator('.proposal', { hasText: '对提案作出决定 · 批次' }).first();
    expect((await act.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/审批人 approver-1 .*状态 改前 公示中 → 改后 结果已确定/);
    await act.getByRole('link', { name: '该记录的全部更改' }).click();
    await page.locator('.proposal', { hasText: '起草批次' }).waitFor();
    expect(new URL(page.url()).searchParams.get('table')).toBe('round');
    await page.getByLabel('操作').selectOption('openBids');
    await page.locator('.proposal', { hasText: '起草批次' }).waitFor({ state: 'detached' });
    expect((await page.locator('.proposal').allInnerTexts()).map((each) => each.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^开标 · 批次 .*状态 改前 申报中 → 改后 已开标/),
    ]);
    expectQuiet(opened);
    await opened.context.close();
  });

  test('whoever is not signed in, or in another role, is told whose page it is', async () => {
    const opened = await openAs(browser, address, expert, '/journal');
    await opened.page.getByText('此页面向以下角色开放：审批人，审计。').waitFor();
    await opened.page.getByRole('button', { name: '退出' }).click();
    await goTo(opened.page, '/proposals');
    await opened.page.getByText('此页面向以下角色开放').waitFor();
    expectQuiet(opened);
    await opened.context.close();
  });

  test('axe finds nothing serious in both languages, light and dark; at 320 px nothing is cut', async () => {
    await proposed('A-3');
    const pages = {
      EXPERT: [
        `/convergence?round=GH-HD2020-1&product=${stent}&area=${area}&cap=2850&mode=OWN_STEPS&step=2023-02-01+798`,
        '/rounds/B-1/steps',
        '/rounds/B-1/bids',
        '/draft-round',
        '/negotiations',
        '/negotiations/T-1',
      ],
      APPROVER: ['/proposals', '/journal?operation=decideProposal'],
    } as const;
    for (const role of ['EXPERT', 'APPROVER'] as const) {
      const opened = await openAs(browser, address, { role, subject: `${role.toLowerCase()}-1` }, pages[role][0], { width: 320 });
      for (const path of pages[role]) {
        await goTo(opened.page, path);
        await opened.page.locator('h1').waitFor();
        expect({ path, width: await opened.page.evaluate('document.documentElement.scrollWidth') }).toEqual({ path, width: 320 });
        expect({ path, found: await seriousFindings(opened.page) }).toEqual({ path, found: [] });
      }
      expectQuiet(opened);
      await opened.context.close();
    }
  });
});
