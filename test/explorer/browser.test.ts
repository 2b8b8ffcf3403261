import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readExamples } from '../../src/platform/explorer/read-examples.ts';
import { examplesFolder } from '../../src/platform/explorer/serve-explorer.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { chromiumIsThere, startChromium } from './chromium.ts';

const { examples } = readExamples(examplesFolder);

/** Run in the page: what its policy refuses is said on the console, where the test listens. */
const reportRefusals = `document.addEventListener('securitypolicyviolation', (event) => {
  console.error('refused by the policy: ' + event.violatedDirective + ' ' + event.blockedURI);
});`;

interface OpenedPage {
  readonly page: Page;
  /** Requests to other hosts; every one was blocked. */
  readonly foreign: string[];
  /** What the console, the policy and the page's scripts complained of. */
  readonly complaints: string[];
}

// A browser on two cores that other tests use as well.
const patience = { timeout: 90_000 };

describe.skipIf(!chromiumIsThere())('[F2] the explorer in a browser that blocks every foreign host', patience, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    app = await testApp();
    address = await app.listen(0);
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  async function open(colorScheme: 'light' | 'dark' = 'light'): Promise<OpenedPage> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', colorScheme });
    const page = await context.newPage();
    const foreign: string[] = [];
    const complaints: string[] = [];
    await context.route('**/*', (route) => {
      const { host, protocol } = new URL(route.request().url());
      if (host === new URL(address).host || protocol === 'data:') return route.continue();
      foreign.push(route.request().url());
      return route.abort();
    });
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.addInitScript(reportRefusals);
    page.setDefaultTimeout(30_000);
    await page.goto(new URL('/explorer', address).href);
    await page.waitForSelector('.graphiql-query-editor .view-line');
    return { page, foreign, complaints };
  }

  /** Waits until the answer that is shown contains a text; Monaco shows its blanks as no-break spaces. */
  const answer = (page: Page, text: string) =>
    expect
      .poll(async () => (await page.locator('.graphiql-response .view-lines').innerText()).replaceAll('\u00a0', ' '), { timeout: 30_000 })
      .toContain(text);

  test('says what it is in both languages and lists every example', async () => {
    const { page, foreign, complaints } = await open();
    expect(await page.title()).toBe('Accord 查询浏览器 · Explorer');
    expect(await page.locator('.introduction').innerText()).toMatch(/集中带量采购.*Volume-based procurement/s);
    expect(await page.locator('.examples button code').allInnerTexts()).toEqual(examples.map(({ name }) => name));
    expect(await page.locator('.examples button').count()).toBeGreaterThanOrEqual(10);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a click runs an example and shows the real answer; the schema is known to the editor', async () => {
    const { page, foreign, complaints } = await open();
    await page.locator('.examples button', { hasText: 'BidEvaluation' }).click();
    await answer(page, '"ceilingPrice": "1.0924"');
    await answer(page, '"price": "3.8200"');
    await page.locator('.examples button', { hasText: 'EnterpriseProducts' }).click();
    await answer(page, '浙江华海药业');
    expect(await page.locator('.graphiql-tab').allInnerTexts()).toEqual(['Round', 'BidEvaluation', 'EnterpriseProducts']);
    // The other way to run one: its tab, then GraphiQL's own button.
    await page.locator('.graphiql-tab-button', { hasText: /^Round$/ }).click();
    await page.locator('.graphiql-execute-button').click();
    await answer(page, '国家组织冠脉支架集中带量采购');
    // The workers run: a field that the schema does not have is marked.
    await page.locator('.graphiql-query-editor .view-lines').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('query Wrong { nosuchfield ', { delay: 5 });
    await page.waitForSelector('.graphiql-query-editor .squiggly-error');
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a token in the box goes with the next request, and is not stored', async () => {
    const { page } = await open();
    await page.locator('#token').fill('Bearer abc.def.ghi\n');
    const sent = page.waitForRequest((request) => request.url().endsWith('/graphql'));
    await page.locator('.graphiql-execute-button').click();
    expect((await sent).headers()['authorization']).toBe('Bearer abc.def.ghi');
    await page.waitForTimeout(700);
    expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).not.toContain('abc.def.ghi');
    await page.context().close();
  });
});
