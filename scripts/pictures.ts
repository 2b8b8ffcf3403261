// Run after a change of the pages, beside a server with demonstration data: `npm run pictures` opens the main pages in
// Chromium and leaves pictures of each in .pictures/, in Chinese and light, in English and dark, and as it is printed; with
// --readme it renews those of the README as well.

import { copyFile, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ConfigError } from '../src/platform/config/config-error.ts';
import { root } from './project.ts';
import { endWell } from './tool/end-well.ts';
import { settled } from './tool/settled-page.ts';

interface Options {
  readonly url: string;
  readonly chromium: string;
  readonly whole: boolean;
  readonly readme: boolean;
}

/** How a page is looked at. */
interface Look {
  /** Of its file, after the name of the page. */
  readonly ending: string;
  readonly lang: 'zh' | 'en';
  readonly colorScheme: 'light' | 'dark';
  readonly media: 'screen' | 'print';
  readonly width: number;
}

/** The first is that of the README. Paper is A4 upright, less its margins. */
const looks: readonly Look[] = [
  { ending: '', lang: 'zh', colorScheme: 'light', media: 'screen', width: 1100 },
  { ending: '.en-dark', lang: 'en', colorScheme: 'dark', media: 'screen', width: 1100 },
  { ending: '.print', lang: 'zh', colorScheme: 'dark', media: 'print', width: 703 },
];

/** A page to look at: where it is, who looks, and what stands on it once its figures are there. */
interface Sitting {
  readonly name: string;
  readonly path: string;
  readonly role?: string;
  readonly enterprise?: string;
  readonly area?: string;
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
  { name: 'institution', path: '/institution', role: 'INSTITUTION', until: 'table.data' },
  { name: 'agency', path: '/agency', role: 'AGENCY', area: '110000', until: 'h1' },
  { name: 'negotiations', path: '/negotiations', role: 'EXPERT', until: 'h1' },
  { name: 'bids', path: '/rounds/R4/bids', until: 'h1' },
  { name: 'journal', path: '/journal', role: 'AUDITOR', until: 'h1' },
];
const inReadme = 4;
/** In bytes; a README is not to be heavy. */
const largest = 150 * 1024;

const program = new Command('pictures')
  .description('Takes a picture of each main page of a running server.')
  .option('--url <address>', 'the server, in its embedded mode', 'http://127.0.0.1:4000')
  .option('--chromium <file>', 'the browser', '/usr/bin/chromium')
  .option('--whole', 'each page down to its end, and not what a screen shows of it', false)
  .option('--readme', 'renew the pictures of the README as well', false)
  .allowExcessArguments(false)
  .exitOverride();

async function takePictures({ url, chromium: executablePath, whole, readme }: Options): Promise<void> {
  const folder = path.join(root, '.pictures');
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const [at, sitting] of sittings.entries()) {
      for (const look of looks) {
        const file = path.join(folder, `${sitting.name}${look.ending}.jpg`);
        await takePicture(browser, sitting, look, url, { path: file, fullPage: whole });
        process.stdout.write(`${path.relative(root, file)}\n`);
        if (readme && at < inReadme && look === looks[0]) await keep(file);
      }
    }
  } finally {
    await browser.close();
  }
}

async function takePicture(
  browser: Browser,
  sitting: Sitting,
  { lang, colorScheme, media, width }: Look,
  url: string,
  picture: { readonly path: string; readonly fullPage: boolean },
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 760 }, colorScheme });
  await goTo(page, sitting, url, lang);
  await page.emulateMedia({ media });
  await page.screenshot({ ...picture, type: 'jpeg', quality: 82 });
  await page.close();
}

/** Opens a page; where somebody must sign in first, by choosing a role, which leads on to it. */
async function goTo(page: Page, sitting: Sitting, url: string, lang: string): Promise<void> {
  const { path: address, role, enterprise, area, until } = sitting;
  const first = new URL(role ? '/sign-in' : address, url);
  if (role) first.searchParams.set('to', address);
  first.searchParams.set('lang', lang);
  await page.goto(first.href);
  if (role) {
    await page.locator('select[name=role]').selectOption(role);
    if (enterprise) await page.locator('select[name=enterprise]').selectOption(enterprise);
    if (area) await page.locator('select[name=area]').selectOption(area);
    if (role === 'INSTITUTION') await page.locator('input[name=institution]').fill(await firstInstitution(page));
    await page.locator('form.act button[type=submit]').first().click();
    await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
  }
  await page.locator(until).first().waitFor();
  await settled(page);
}

/** The code of an institution of the demonstration data, as the page proposes them. */
async function firstInstitution(page: Page): Promise<string> {
  const proposed = page.locator('#institutions option').first();
  await proposed.waitFor({ state: 'attached' });
  return (await proposed.getAttribute('value'))!;
}

async function keep(file: string): Promise<void> {
  const { size } = await stat(file);
  if (size > largest) throw new ConfigError(`${path.basename(file)} has ${size} bytes; a picture of the README has at most ${largest}.`);
  const pictures = path.join(root, 'src', 'dashboard', 'pictures');
  await mkdir(pictures, { recursive: true });
  await copyFile(file, path.join(pictures, path.basename(file)));
}

await endWell(() => takePictures(program.parse().opts<Options>()));
