import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openIssuer } from '../../src/platform/access/trusted-issuer.ts';
import { createVerifier } from '../../src/platform/access/verify-token.ts';
import { chromiumIsThere, startChromium } from '../explorer/chromium.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { codeFlowProvider, type CodeFlowProvider } from './code-flow-provider.ts';
import { dashboardDocuments } from './open-pages.ts';

// A browser on two cores that other tests use as well.
describe.skipIf(!chromiumIsThere())('signing in at an issuer, by code and PKCE', { timeout: 90_000 }, () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;
  let provider: CodeFlowProvider;

  beforeAll(async () => {
    provider = await codeFlowProvider('accord', { role: 'ENTERPRISE', enterprise: 'microport', sub: 'clerk-1', jti: 'token-1' });
    const tokens = { oidc: { issuer: provider.issuer, audience: 'accord', clientId: 'accord-pages' } };
    const verifyToken = createVerifier(await openIssuer(tokens), new Set());
    [app, browser] = await Promise.all([testApp({ tokens, verifyToken, trustedDocuments: dashboardDocuments() }), startChromium()]);
    address = await app.listen(0);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await provider?.stop();
  });

  async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(new URL(path, address).href);
    return { page, complaints };
  }

  test('comes back as who the issuer says one is, with nothing of the token left in the browser', async () => {
    const { page, complaints } = await open('/sign-in');
    await page.getByRole('button', { name: '前往登录' }).click();
    await page.locator('.who', { hasText: '企业 上海微创' }).waitFor();
    await page.getByRole('heading', { name: '回款时间表' }).waitFor();
    const request = provider.asked.at(-1)!;
    expect(Object.fromEntries(['response_type', 'client_id', 'code_challenge_method'].map((name) => [name, request.get(name)]))).toEqual({
      response_type: 'code',
      client_id: 'accord-pages',
      code_challenge_method: 'S256',
    });
    expect(new URL(page.url()).pathname).toBe('/payments');
    expect(page.url()).not.toContain('the-code');
    const kept = await page.evaluate<string>('JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie])');
    expect(kept).not.toMatch(/eyJ|verifier/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a reload of a page of one’s own says that one signs in again, and leads back to it as it was', async () => {
    const place = '/payments?asOf=2021-06-20&area=330100&state=overdue';
    const { page, complaints } = await open(place);
    const signsIn = async (from: string) => {
      const said = page.locator('main .state');
      await said.filter({ hasText: '此页面向以下角色开放' }).waitFor();
      expect(await said.innerText()).toContain('刷新或重新打开后需再次登录');
      await page.locator(from).getByRole('link', { name: '登录' }).click();
      await page.getByRole('button', { name: '前往登录' }).click();
      await page.locator('.who', { hasText: '企业 上海微创' }).waitFor();
      await page.getByRole('heading', { name: '逐笔货款' }).waitFor();
      const { pathname, search } = new URL(page.url());
      expect(`${pathname}${search}`).toBe(place);
      expect(await page.getByLabel('截至日期').inputValue()).toBe('2021-06-20');
      expect(await page.getByLabel('状态').inputValue()).toBe('overdue');
      await expect.poll(() => page.getByLabel('统筹区').locator('option:checked').innerText()).toBe('杭州市');
      expect(await page.evaluate('sessionStorage.length')).toBe(0);
    };
    await signsIn('main');
    await page.reload();
    await signsIn('header');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each(['https://elsewhere.example/', '//elsewhere.example/', String.raw`/\elsewhere.example/`, '/sign-in?to=/areas', 'areas'])(
    'goes on to no other place than a page of this host, whatever a link says: %s',
    async (to) => {
      const { page } = await open(`/sign-in?${new URLSearchParams({ to }).toString()}`);
      await page.getByRole('button', { name: '前往登录' }).click();
      await page.getByRole('heading', { name: '回款时间表' }).waitFor();
      expect(page.url()).toBe(new URL('/payments', address).href);
      await page.close();
    },
  );

  test('says what the issuer refused, and what this page never asked for', async () => {
    provider.refuse('access_denied');
    const { page } = await open('/sign-in');
    await page.getByRole('button', { name: '前往登录' }).click();
    await page.locator('.state.refused', { hasText: 'access_denied' }).waitFor();
    expect(await page.locator('.who').count()).toBe(0);
    await page.goto(new URL('/sign-in?code=stolen&state=none', address).href);
    await page.locator('.state.refused').waitFor();
    expect(await page.locator('.who').count()).toBe(0);
    provider.refuse(null);
    await page.close();
  });
});
