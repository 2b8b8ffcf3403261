// Run once after an install, by install-packages.mjs: bundles the dashboard and the explorer into node_modules/.accord/,
// where the server finds them. By hand: `node scripts/run.mjs scripts/build-pages.ts`. Does nothing when nothing changed.

import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = path.dirname(import.meta.dirname);

/** A page of the server: the folders that its bundle is made of (the first is its Vite root), and where it is served. */
interface Page {
  readonly name: string;
  readonly folders: readonly string[];
  readonly base: string;
}

const pages: readonly Page[] = [
  { name: 'dashboard', folders: ['src/dashboard', 'schema/dashboard'], base: '/' },
  { name: 'explorer', folders: ['src/platform/explorer/page'], base: '/explorer/' },
];

/** Everything that a bundle is made of: the page, this program, and the packages by their lock file. */
function inputs({ folders }: Page): string {
  const names = folders.flatMap((folder) => {
    const files = [...globSync('**/*', { cwd: path.join(root, folder), withFileTypes: true })].filter((entry) => entry.isFile());
    return files.map((entry) => path.join(entry.parentPath, entry.name)).toSorted();
  });
  const hash = createHash('sha256');
  for (const name of [...names, import.meta.filename, path.join(root, 'package-lock.json')]) {
    hash.update(path.relative(root, name)).update(readFileSync(name));
  }
  return hash.digest('hex');
}

async function bundle({ folders, base }: Page, folder: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    root: path.join(root, folders[0]!),
    base,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    // Whatever NODE_ENV the start was given: React's development half is three times as large.
    define: { 'process.env.NODE_ENV': '"production"' },
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      // As old as the scripts allow: what is newer in the styles is written out.
      cssTarget: 'chrome110',
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
      modulePreload: { polyfill: false },
    },
  });
}

/** Compresses once what would be compressed at every request. A copy that saves nothing is not kept. */
async function compress(folder: string): Promise<void> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const one = async (file: string) => {
    const content = await readFile(file);
    const copies = { '.br': await promisify(brotliCompress)(content, quality), '.gz': await promisify(gzip)(content) };
    for (const [ending, copy] of Object.entries(copies)) {
      if (copy.length < content.length * 0.95) await writeFile(file + ending, copy);
    }
  };
  await Promise.all((await readdir(folder)).map((name) => one(path.join(folder, name))));
}

async function buildOnce(page: Page): Promise<void> {
  const built = path.join(root, 'node_modules', '.accord', page.name);
  const stamp = path.join(built, 'inputs');
  const wanted = inputs(page);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const began = Date.now();
  process.stderr.write(`Building the ${page.name} (once) …`);
  const fresh = `${built}.new`;
  await mkdir(path.dirname(built), { recursive: true });
  await bundle(page, fresh);
  await compress(path.join(fresh, 'assets'));
  await writeFile(path.join(fresh, 'inputs'), wanted);
  // The new one takes the old one's place in a moment, so that a server never finds half of it.
  await rm(built, { recursive: true, force: true });
  await rename(fresh, built);
  process.stderr.write(` done in ${Math.round((Date.now() - began) / 1000)} s.\n`);
}

for (const page of pages) await buildOnce(page);
