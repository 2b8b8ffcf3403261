import { spawn } from 'node:child_process';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { root } from '../project.ts';
import { settled } from '../tool/settled-page.ts';
import { median, type Benchmark, type Measurement } from './benchmark.ts';
import { openIssuer } from './issuer.ts';
import { privateDatabase } from './private-database.ts';
import { startServer } from './reads/server-process.ts';

const program = '/usr/bin/chromium';
/** 50,000 agreements in all, as the demo data makes eight for each institution. */
const institutions = 6250;
const deliveries = 20_000;
const rounds = 5;

/** What somebody waits for: from going to a page until its last figure is shown. */
export const dashboardBenchmark: Benchmark = {
  name: 'dashboard',
  summary: 'from going to a page until its last figure is shown, in Chromium, and the bytes of its answers',
  async run(say) {
    say('starting a cluster and making up 50,000 agreements');
    const own = await privateDatabase();
    const issuer = await openIssuer();
    try {
      await makeUp(own.url);
      await own.database.pool.query('vacuum analyze');
      const settings = { OIDC_ISSUER: issuer.address, OIDC_AUDIENCE: 'accord', RATE_CALLER: '0', RATE_ANONYMOUS: '0' };
      const server = await startServer('Accord', { databaseUrl: own.url, dataDir: path.join(own.folder, 'accord'), settings });
      const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
      try {
        const token = await issuer.token({ role: 'ENTERPRISE', enterprise: 'microport' });
        const measured: Measurement[] = [];
        for (const [name, address] of Object.entries({
          overview: '/',
          'a round': '/rounds/GH-HD2020-1',
          'a product': '/products/FIREBIRD2',
        })) {
          say(name);
          measured.push(...(await publicPage(browser, server.address, name, address)));
        }
        say('payment timeline');
        measured.push(...(await timeline(browser, server.address, token)));
        return measured;
      } finally {
        await browser.close();
        await server.stop();
      }
    } finally {
      issuer.close();
      await own.drop();
    }
  },
};

async function makeUp(url: string): Promise<void> {
  const demo = [
    '--import',
    'tsx',
    path.join(root, 'scripts/demo-data.ts'),
    '--institutions',
    String(institutions),
    '--deliveries',
    String(deliveries),
  ];
  const child = spawn(process.execPath, demo, { cwd: root, env: { ...process.env, DATABASE_URL: url }, stdio: 'ignore' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the demo data ended with ${String(code)}`);
}

async function publicPage(browser: Browser, server: URL, name: string, address: string): Promise<Measurement[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const url = new URL(address, server).href;
    cold.push(await timed(page, () => page.goto(url, { waitUntil: 'commit' })));
    bytes = await answerBytes(page);
    warm.push(await timed(page, () => page.goto(url, { waitUntil: 'commit' })));
    await context.close();
  }
  return figures(name, cold, warm, bytes);
}

/** The token is in the page's memory, so the timeline is gone to from the page that signs in. */
async function timeline(browser: Browser, server: URL, token: string): Promise<Measurement[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await signedIn(context, server, token);
    const before = await answerBytes(page);
    cold.push(await timed(page, () => page.evaluate(`history.pushState({}, '', '/payments')`)));
    bytes = (await answerBytes(page)) - before;
    await timed(page, () => page.evaluate(`history.pushState({}, '', '/')`));
    warm.push(await timed(page, () => page.evaluate(`history.pushState({}, '', '/payments')`)));
    await context.close();
  }
  return figures('payment timeline, 50,000 agreements', cold, warm, bytes);
}

async function signedIn(context: BrowserContext, server: URL, token: string): Promise<Page> {
  const page = await context.newPage();
  const json = { mode: 'DEVELOPMENT', roles: [{ role: 'EXPERT', needs: [] }] };
  await context.route('**/sign-in/configuration', (route) => route.fulfill({ json }));
  // A page without figures of its own comes after signing in, so that the first look at the timeline is the first.
  await page.goto(new URL('/sign-in', server).href);
  await page.locator('summary').click();
  await page.locator('[name=token]').fill(token);
  await page.evaluate(
    `document.querySelector('form:has([name=token])').addEventListener('submit', () => setTimeout(() => history.pushState({}, '', '/nowhere')))`,
  );
  await page.locator('form:has([name=token]) button').click();
  await page.locator('main h1').first().waitFor();
  return page;
}

/** Milliseconds from an act until nothing of the page is being waited for. */
async function timed(page: Page, act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  await settled(page);
  return performance.now() - began;
}

const answerBytes = (page: Page) =>
  page.evaluate<number>(
    `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/graphql')).reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)`,
  );

function figures(name: string, cold: readonly number[], warm: readonly number[], bytes: number): Measurement[] {
  const of = (what: string, unit: string, ours: number, most: number | null): Measurement => ({
    bench: 'dashboard',
    case: `${name}: ${what}`,
    unit,
    higherIsBetter: false,
    ours,
    peers: {},
    ratioToBestPeer: null,
    target: most === null ? null : `<= ${most} ${unit}`,
    met: most === null ? null : ours <= most,
  });
  return [of('cold', 'ms', median(cold), 1500), of('warm', 'ms', median(warm), null), of('JSON', 'KB', bytes / 1024, 200)];
}
