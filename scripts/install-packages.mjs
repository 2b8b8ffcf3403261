// Run by run.mjs before anything else: makes node_modules what the lock file says, once, and only when it is not.

import { spawn } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'fs';
import path from 'path';

/** A lock that nobody touched for this long was left behind by a start that was killed. */
const staleAfter = 15_000;
/** Settings of an outer npm, of the user or of NODE_ENV that would leave out what Accord needs. */
const complete = ['--include=dev', '--include=optional', '--ignore-scripts=false', '--dry-run=false', '--global=false'];
const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-progress', '--no-update-notifier'];

/**
 * Installs from the lock file unless that has been done, then builds the pages that a server shows, after an install and
 * where `pages` says so, unless that has been done.
 * `run` runs a program on the pinned Node. All that it says goes to stderr: stdout belongs to the program.
 */
export async function installPackages({ root, run, pages }) {
  const place = folders(root);
  const fresh = !isCurrent(place);
  if (fresh)
    await alone(place, async () => {
      if (isCurrent(place)) return;
      // Whoever installed by hand need not wait for a second one.
      if (!(await isComplete(place))) await installAll(place);
      mkdirSync(place.own, { recursive: true });
      writeFileSync(place.stamp, wanted(place));
    });
  // What does not serve them may be what their sources wait for.
  if (pages) await buildPages(place, run);
  else if (fresh) await buildPages(place, run).catch(() => {});
}

function folders(root) {
  const modules = path.join(root, 'node_modules');
  const own = path.join(modules, '.accord');
  const node = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return { root, modules, own, node, stamp: path.join(own, 'installed'), lock: path.join(root, '.install.lock') };
}

/** What the installed packages depend on: the lock file and the parts of package.json that npm installs by. */
function wanted({ root }) {
  const manifest = readJson(path.join(root, 'package.json'));
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = manifest;
  const parts = [dependencies, devDependencies, optionalDependencies, overrides, allowScripts];
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  return hash
    .update(JSON.stringify(parts))
    .update(process.platform + process.arch)
    .digest('hex');
}

function isCurrent(place) {
  return existsSync(place.stamp) && existsSync(place.node) && readFileSync(place.stamp, 'utf8') === wanted(place);
}

/** Whether every package of the lock file that this machine can use is there, in its version, and the Node runs. */
async function isComplete({ root, modules, node }) {
  const listed = path.join(modules, '.package-lock.json');
  if (!existsSync(listed) || !existsSync(node)) return false;
  const installed = readJson(listed).packages;
  const { packages } = readJson(path.join(root, 'package-lock.json'));
  for (const folder of Object.keys(packages)) {
    const entry = packages[folder];
    if (folder === '' || !fitsMachine(entry)) continue;
    const have = installed[folder];
    if (!have || have.version !== entry.version) return false;
    if (!existsSync(path.join(root, folder, 'package.json'))) return false;
  }
  const { code, output } = await spoken(node, ['--version'], root, process.env);
  return code === 0 && output.trim() === 'v' + packages['node_modules/node'].version;
}

function fitsMachine({ os, cpu, libc, optional }) {
  if (!optional) return true;
  // An optional package without a platform, or bound to a C library, may be missing for reasons npm alone knows.
  return Boolean(os && cpu && !libc && os.includes(process.platform) && cpu.includes(process.arch));
}

async function installAll(place) {
  const { root, modules } = place;
  const link = lstatSync(modules, { throwIfNoEntry: false });
  // Whoever shares the folder would be left without.
  if (link && link.isSymbolicLink()) {
    throw new Error(modules + ' is a link to packages that do not match package-lock.json: install them there.');
  }
  requireSameWishes(root);
  const began = Date.now();
  process.stderr.write('Installing the packages of package-lock.json (once; about a minute) …');
  // Without npm's own list the last install did not come to its end, and its folders cannot be trusted.
  const whole = existsSync(path.join(modules, '.package-lock.json'));
  let { code, output } = await install(place, whole);
  if (whole && !(await isComplete(place))) ({ code, output } = await install(place, false));
  const took = Math.round((Date.now() - began) / 1000) + ' s.\n';
  if (code === 0 && (await isComplete(place))) return void process.stderr.write(' done in ' + took);
  process.stderr.write(' failed after ' + took);
  const words = output.trim().split('\n').slice(0, 15).join('\n');
  throw new Error((words ? words + '\n' : '') + 'npm did not install what package-lock.json lists (exit code ' + code + ').');
}

/**
 * Not `npm ci`: it refuses a lock file that lacks a package for another platform, and not every registry has them all.
 * With --no-save the lock file decides as well and stays as it is; `isComplete` proves it afterwards.
 */
async function install(place, keep) {
  if (!keep) rmSync(place.modules, { recursive: true, force: true });
  return npm(['install', '--no-save', ...complete, ...quiet], place);
}

/** A package that package.json wants and the lock file does not know would come in any version. */
function requireSameWishes(root) {
  const manifest = readJson(path.join(root, 'package.json'));
  const locked = readJson(path.join(root, 'package-lock.json')).packages[''];
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    const [wished, known] = [manifest[kind] || {}, locked[kind] || {}];
    const different = Object.keys({ ...wished, ...known }).find((name) => wished[name] !== known[name]);
    if (different) throw new Error('package.json and package-lock.json differ about ' + different + ': run npm install.');
  }
}

/** Runs the machine's npm. An install may remove the pinned Node, so neither npm nor its scripts may run on that one. */
function npm(args, { root, modules }) {
  const searched = (process.env.PATH || '').split(path.delimiter).filter((folder) => !folder.startsWith(modules));
  const env = { ...process.env, PATH: searched.join(path.delimiter) };
  // npm reads NODE_ENV=production as "leave out what only development needs", and the pages are built with that.
  delete env.NODE_ENV;
  const called = process.env.npm_execpath || '';
  const node = called.endsWith('npm-cli.js') && nodeOutside(searched);
  if (node) return spoken(node, [called, ...args], root, env);
  return spoken('npm', args, root, env);
}

function nodeOutside(searched) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return searched.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** Runs a command to its end and answers what it said. */
function spoken(command, args, cwd, env) {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: command + ' could not be run: ' + error.message }));
    child.on('close', (code, signal) => resolve({ code: signal || code, output }));
  });
}

/** The build of the pages after an install; done again only when what they are made of has changed. */
async function buildPages({ root, own, modules }, run) {
  const script = path.join(root, 'scripts', 'build-pages.ts');
  if (!existsSync(script)) return;
  const hash = pagesHash(root, script);
  const done = path.join(own, 'pages-built');
  const isBuilt = () => existsSync(done) && readFileSync(done, 'utf8') === hash;
  if (isBuilt()) return;
  await alone(folders(path.dirname(modules)), async () => {
    if (isBuilt()) return;
    const { code, signal } = await run(['scripts/build-pages.ts']);
    if (code !== 0) throw new Error('The pages could not be built (exit code ' + (signal || code) + ').');
    writeFileSync(done, hash);
  });
}

/** What the pages are made of; build-pages.ts, which knows it by page, does nothing for a page that is current. */
function pagesHash(root, script) {
  const hash = createHash('sha256');
  for (const folder of ['src/dashboard', 'schema/dashboard', 'src/platform/explorer/page']) {
    const place = path.join(root, folder);
    const files = existsSync(place) ? readdirSync(place, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()) : [];
    for (const file of files.map((each) => path.join(each.parentPath || each.path, each.name)).toSorted()) hash.update(readFileSync(file));
  }
  for (const file of [script, path.join(root, 'package-lock.json')]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** One start at a time: the others wait. The lock is kept fresh while it is held, so that no process id is needed. */
async function alone({ lock }, work) {
  let told = false;
  while (!taken(lock)) {
    if (!told) process.stderr.write('Another start is installing; waiting for it …\n');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const fresh = setInterval(() => existsSync(lock) && utimesSync(lock, new Date(), new Date()), 1000);
  try {
    return await work();
  } finally {
    clearInterval(fresh);
    rmSync(lock, { recursive: true, force: true });
  }
}

function taken(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw new Error('The packages must be installed, and ' + path.dirname(lock) + ' cannot be written: ' + error.code + '.');
    }
  }
  try {
    if (Date.now() - statSync(lock).mtimeMs > staleAfter) {
      // Renaming is atomic: of several that find the lock stale, one removes it.
      const aside = lock + '.' + process.pid;
      renameSync(lock, aside);
      rmSync(aside, { recursive: true, force: true });
    }
  } catch {
    // Another start was quicker; look again.
  }
  return false;
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
