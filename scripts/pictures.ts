// Run after a change of the pages, beside a server with demonstration data: `npm run pictures` opens the main pages in
// Chromium and leaves a picture of each in .pictures/; with --readme it renews those of the README as well.

import { copyFile, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { chromium, type Page } from 'playwright-core';
import { ConfigError } from '../src/platform/config/config-error.ts';
import { root } from './project.ts';
import { endWell } from './tool/end-well.ts';
import { settled } from './tool/settled-page.ts';

interface Options {
  readonly url: string;
  readonly chromium: string;
  readonly lang: string;
  readonly readme: boolean;
}

/** A page to look at: where it is, who looks, and what stands on it once its figures are there. */
interface Sitting {
  readonly name: string;
  readonly path: string;
  readonly role?: string;
  readonly enterprise?: string;
  readonly until: string;
}

/** The main pages. The first four stand in the README. */
const sittings: readonly Sitting[] = [
  { name: 'overview', path: '/', until: '.landmark' },
  { name: 'round', path: '/rounds/GH-HD2020-1', until: 'table.data' },
  { name: 'product', path: '/products/FIREBIRD2', until: '.chart circle' },
  { name: 'payments', path: '/payments', role: 'ENTERPRISE', enterprise: 'microport', until: '.chart rect' },
  { name: 'areas', path: '/areas', role: 'EXPERT', until: '.tile' },
  { name: 'enterprise', path: '/enterprise', role: 'ENTERPRISE', enterprise: 'microport', until: 'table.data' },
  { name: 'proposals', path: '/proposals', role: 'APPROVER', until: 'h1' },
  { name: 'convergence', path: '/convergence', role: 'EXPERT', until: 'h1' },
];
const inReadme = 4;
/** In bytes; a README is not to be heavy. */
const largest = 150 * 1024;

const program = new Command('pictures')
  .description('Takes a picture of each main page of a running server.')
  .option('--url <address>', 'the server, in its embedded mode', 'http://127.0.0.1:4000')
  .option('--chromium <file>', 'the browser', '/usr/bin/chromium')
  .option('--lang <language>', 'zh or en', 'zh')
  .option('--readme', 'renew the pictures of the README as well', false)
  .allowExcessArguments(false)
  .exitOverride();

async function takePictures({ url, chromium: executablePath, lang, readme }: Options): Promise<void> {
  const folder = path.join(root, '.pictures');
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const [at, sitting] of sittings.entries()) {
      const page = await browser.newPage({ viewport: { width: 1100, height: 760 }, colorScheme: 'light' });
      await goTo(page, sitting, url, lang);
      const file = path.join(folder, `${sitting.name}.jpg`);
      await page.screenshot({ path: file, type: 'jpeg', quality: 82 });
      await page.close();
      process.stdout.write(`${path.relative(root, file)}\n`);
      if (readme && at < inReadme) await keep(file);
    }
  } finally {
    await browser.close();
  }
}

/** Signs in, where somebody must, by choosing a role; then goes to the page without leaving it, since the token is in its memory. */
async function goTo(page: Page, { path: address, role, enterprise, until }: Sitting, url: string, lang: string): Promise<void> {
  const first = new URL(role ? '/sign-in' : address, url);
  first.searchParams.set('lang', lang);
  await page.goto(first.href);
  if (role) {
    await page.locator('select[name=role]').selectOption(role);
    if (enterprise) await page.locator('select[name=enterprise]').selectOption(enterprise);
    await page.locator('form.act button[type=submit]').first().click();
    await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
    await page.evaluate(`history.pushState({}, '', ${JSON.stringify(address)})`);
  }
  await page.locator(until).first().waitFor();
  await settled(page);
}

async function keep(file: string): Promise<void> {
  const { size } = await stat(file);
  if (size > largest) throw new ConfigError(`${path.basename(file)} has ${size} bytes; a picture of the README has at most ${largest}.`);
  const pictures = path.join(root, 'src', 'dashboard', 'pictures');
  await mkdir(pictures, { recursive: true });
  await copyFile(file, path.join(pictures, path.basename(file)));
}

await endWell(() => takePictures(program.parse().opts<Options>()));
