import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { settled } from '../../scripts/tool/settled-page.ts';
import { anonymous, type Caller } from '../../src/platform/access/caller.ts';
import { openDevelopmentIssuer } from '../../src/platform/access/development-issuer.ts';
import type { VerifyToken } from '../../src/platform/access/verify-token.ts';
import { readTrustedDocuments } from '../../src/platform/graphql/trusted-documents.ts';
import { testApp, type TestApp } from '../support/app.ts';

const documents = fileURLToPath(new URL('../../schema/dashboard/persisted-documents.json', import.meta.url));

/** A token of the shape that the page reads, unsigned: the caller that it names is believed by the test's server. */
const tokenOf = (caller: Partial<Caller>) => {
  const claims = { exp: Math.floor(Date.now() / 1000) + 3600, ...caller };
  return ['{}', JSON.stringify(claims), 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.');
};

/** Who asks: the caller in a token of the page, or the one that tests put into the header. */
const callerInToken: VerifyToken = async (header) => {
  if (!header) return anonymous;
  const text = header.startsWith('Bearer ') ? Buffer.from(header.split('.')[1]!, 'base64url').toString() : header;
  const given = JSON.parse(text) as Partial<Caller>;
  return { ...anonymous, person: given.subject ?? null, ...given };
};

/** The documents that the dashboard names. */
export const dashboardDocuments = () => readTrustedDocuments([documents], 'prefer');

/** The server with the dashboard's own documents, and no others for its pages. */
export async function dashboardApp(): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-dashboard-'));
  const tokens = { development: await openDevelopmentIssuer(folder) };
  const app = await testApp({ verifyToken: callerInToken, trustedDocuments: dashboardDocuments(), tokens });
  const stop = async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...app, stop };
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to other hosts; every one was blocked. */
  readonly foreign: string[];
  /** What the console, the policy and the page's scripts complained of. */
  readonly complaints: string[];
}

/** Run in the page: what its policy refuses is said on the console, where the test listens. */
const reportRefusals = `document.addEventListener('securitypolicyviolation', (event) => {
  console.error('refused by the policy: ' + event.violatedDirective + ' ' + event.blockedURI);
});`;

interface Look {
  readonly lang?: 'zh' | 'en';
  readonly width?: number;
}

/** Opens an address as whoever has the link: signs in at the page for signing in, which leads on to it. */
export async function openAs(
  browser: Browser,
  address: string,
  caller: Partial<Caller>,
  path: string,
  look: Look = {},
): Promise<OpenedPage> {
  const opened = await openPublic(browser, address, signInPageFor(path), look);
  await signInAs(opened.page, caller);
  await openedWhole(opened.page);
  return opened;
}

/** The page for signing in, on the way to an address. */
export const signInPageFor = (path: string) => `/sign-in?${new URLSearchParams({ to: path }).toString()}`;

/** Signs in at the page for signing in, with a token. */
export async function signInAs(page: Page, caller: Partial<Caller>): Promise<void> {
  await page.locator('summary').click();
  await page.locator('[name=token]').fill(tokenOf(caller));
  await page.locator('form:has([name=token]) button').click();
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
  await settled(page);
}

/** Opens an address as the public does, in a browser that blocks every other host. */
export async function openPublic(
  browser: Browser,
  address: string,
  path: string,
  { lang = 'zh', width = 1280 }: Look = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: 'light' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const foreign: string[] = [];
  const complaints: string[] = [];
  // Listened to and not routed: the browser itself finds no other host, and each request that is held up costs a page time.
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(address).host) foreign.push(request.url());
  });
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(reportRefusals);
  const url = new URL(path, address);
  url.searchParams.set('lang', lang);
  await page.goto(url.href);
  await settled(page);
  return { page, context, foreign, complaints };
}

/** Opens every section that asks for its figures only then. */
async function openedWhole(page: Page): Promise<void> {
  await settled(page);
  const closed = page.locator('main details.on-demand:not([open]) > summary');
  while ((await closed.count()) > 0) {
    await closed.first().click();
    await settled(page);
  }
}

/** Goes to another page of the dashboard without leaving it: the token is in its memory. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(`history.pushState({}, '', ${JSON.stringify(path)})`);
  await openedWhole(page);
}

/** What axe finds serious or critical on a page, in both languages, in light and dark. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(axe.source);
  for (const theme of ['light', 'dark']) {
    await page.locator('.choices select').selectOption(theme);
    for (const _language of ['the one that it is in', 'the other']) {
      await page.locator('.choices button[lang]').click();
      const { violations } = await page.evaluate<{ violations: axe.Result[] }>(`axe.run(document, { resultTypes: ['violations'] })`);
      const lang = await page.locator('html').getAttribute('lang');
      for (const { impact, id, nodes } of violations) {
        if (impact === 'serious' || impact === 'critical') found.push(`${theme} ${lang} ${id}: ${nodes[0]!.html}`);
      }
    }
  }
  return found;
}

/** Asserts that no word is missing in either language (its key would stand there), and that nothing is cut at 320 px. */
export async function expectWordsAndWidth(page: Page): Promise<void> {
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 900 });
  for (const _language of ['the one that it is in', 'the other']) {
    expect((await page.locator('body').innerText()).match(/\b[a-z][a-zA-Z]*\.[a-zA-Z]+(?:\.[a-zA-Z]+)?\b/g)).toBeNull();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.locator('.choices button[lang]').click();
  }
  await page.setViewportSize(size);
}

/** Asserts that nothing was asked of another host, and that nobody complained. */
export function expectQuiet({ foreign, complaints }: OpenedPage): void {
  expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
}
