import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, root, runCommand, type Child } from './child.ts';

const pinned = path.join(root, 'node_modules/node/bin/node');

/** A small project with the same runner, whose npm is a program of ours that counts how often it installs. */
function project(): string {
  const folder = dataFolder();
  mkdirSync(path.join(folder, 'scripts'));
  for (const name of ['run.mjs', 'install-packages.mjs']) cpSync(path.join(root, 'scripts', name), path.join(folder, 'scripts', name));
  const version = '24.21.0';
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'small', dependencies: { node: version } }));
  const packages = {
    'node_modules/node': { version, bin: { node: 'bin/node' } },
    'node_modules/loud': { version: '1.0.0', bin: { shout: 'shout.js' } },
  };
  writeFileSync(
    path.join(folder, 'package-lock.json'),
    JSON.stringify({ packages: { '': { dependencies: { node: version } }, ...packages } }),
  );
  writeFileSync(
    path.join(folder, 'npm-cli.js'),
    `const fs = require('fs');
     fs.appendFileSync('installs', process.argv.slice(2).join(' ') + ' NODE_ENV=' + process.env.NODE_ENV + '\\n');
     if (fs.existsSync('broken')) { console.error('npm error 404 no such package'); process.exit(1); }
     setTimeout(() => {
       fs.rmSync('node_modules', { recursive: true, force: true });
       fs.mkdirSync('node_modules/node/bin', { recursive: true });
       fs.mkdirSync('node_modules/loud', { recursive: true });
       fs.symlinkSync(${JSON.stringify(pinned)}, 'node_modules/node/bin/node');
       fs.writeFileSync('node_modules/node/package.json', '{}');
       fs.writeFileSync('node_modules/loud/package.json', '{}');
       fs.writeFileSync('node_modules/loud/shout.js', fs.readFileSync('shout.js'));
       fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: ${JSON.stringify(packages)} }));
     }, 300);`,
  );
  writeFileSync(
    path.join(folder, 'shout.js'),
    `const [what, ...rest] = process.argv.slice(2);
     if (what === 'exit') process.exitCode = Number(rest[0]);
     else if (what === 'wait') { process.on('SIGTERM', () => { console.log('told to stop'); process.exit(3); }); setInterval(() => {}, 1000); console.log('waiting'); }
     else if (what === 'die') process.kill(process.pid, 'SIGKILL');
     else console.log(JSON.stringify({ version: process.version, rest: process.argv.slice(2), flags: process.execArgv, cwd: process.cwd() }));`,
  );
  return folder;
}

function run(folder: string, args: string[], env: NodeJS.ProcessEnv = {}): Child {
  return runCommand(['node', path.join(folder, 'scripts/run.mjs'), ...args], { npm_execpath: path.join(folder, 'npm-cli.js'), ...env });
}

function installs(folder: string): string[] {
  const file = path.join(folder, 'installs');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

describe('scripts/run.mjs', { timeout: 60_000 }, () => {
  it('installs once for two starts at the same time, whatever the settings of npm, and then not again', async () => {
    const folder = project();
    const hostile = { NODE_ENV: 'production', npm_config_ignore_scripts: 'true', npm_config_omit: 'dev' };
    const both = [run(folder, ['shout', 'a b', '--c'], hostile), run(folder, ['shout'], hostile)];
    for (const child of both) expect((await child.ended).code, child.stderr()).toBe(0);
    const [only, ...more] = installs(folder);
    expect(more).toEqual([]);
    expect(only).toMatch(/^install --no-save --include=dev --include=optional --ignore-scripts=false .* NODE_ENV=undefined$/);
    const said = JSON.parse(both[0]?.stdout() ?? '') as { version: string; rest: string[]; flags: string[]; cwd: string };
    expect(said).toEqual({
      version: 'v24.21.0',
      rest: ['a b', '--c'],
      flags: ['--enable-experimental-regexp-engine-on-excessive-backtracks'],
      cwd: folder,
    });
    expect((await run(folder, ['shout']).ended).code).toBe(0);
    expect(installs(folder)).toHaveLength(1);
    expect(existsSync(path.join(folder, '.install.lock'))).toBe(false);
  });

  it('installs again when the lock file changed or a package is missing, and not for a script in package.json', async () => {
    const folder = project();
    await run(folder, ['shout']).ended;
    const manifest = path.join(folder, 'package.json');
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), scripts: { a: 'b' } }));
    await run(folder, ['shout']).ended;
    expect(installs(folder)).toHaveLength(1);
    // An install that was interrupted leaves no stamp, and may leave folders without their files.
    rmSync(path.join(folder, 'node_modules/.accord'), { recursive: true });
    rmSync(path.join(folder, 'node_modules/loud/package.json'));
    await run(folder, ['shout']).ended;
    expect(installs(folder)).toHaveLength(2);
    // Installed by hand: nothing is missing, so nothing is done.
    rmSync(path.join(folder, 'node_modules/.accord'), { recursive: true });
    await run(folder, ['shout']).ended;
    expect(installs(folder)).toHaveLength(2);
  });

  it('says why an install failed, and never empties a folder that is shared by a link', async () => {
    const folder = project();
    writeFileSync(path.join(folder, 'broken'), '');
    const failed = run(folder, ['shout']);
    expect((await failed.ended).code).toBe(1);
    expect(failed.stderr()).toContain('npm error 404 no such package');
    expect(failed.stdout()).toBe('');
    expect(existsSync(path.join(folder, '.install.lock'))).toBe(false);
    const shared = dataFolder();
    symlinkSync(shared, path.join(folder, 'node_modules'));
    const linked = run(folder, ['shout']);
    expect((await linked.ended).code).toBe(1);
    expect(linked.stderr()).toMatch(/^\S+node_modules is a link to packages that do not match package-lock\.json: install them there\.\n$/);
    expect(installs(folder)).toHaveLength(1);
  });

  it('refuses a package that the lock file does not know', async () => {
    const folder = project();
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ dependencies: { node: '24.21.0', left: '1.0.0' } }));
    const child = run(folder, ['shout']);
    expect((await child.ended).code).toBe(1);
    expect(child.stderr()).toBe('package.json and package-lock.json differ about left: run npm install.\n');
  });

  it('takes over the lock of a start that was killed', async () => {
    const folder = project();
    const lock = path.join(folder, '.install.lock');
    mkdirSync(lock);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, longAgo, longAgo);
    expect((await run(folder, ['shout']).ended).code).toBe(0);
    expect(installs(folder)).toHaveLength(1);
  });

  it('passes the exit code, the signal it was sent and the signal it died of', async () => {
    const folder = project();
    expect((await run(folder, ['shout', 'exit', '7']).ended).code).toBe(7);
    const waiting = run(folder, ['shout', 'wait']);
    await waiting.said('waiting');
    waiting.process.kill('SIGTERM');
    expect((await waiting.ended).code).toBe(3);
    expect(waiting.stdout()).toContain('told to stop');
    expect((await run(folder, ['shout', 'die']).ended).signal).toBe('SIGKILL');
  });

  it('says in one line what it cannot run', async () => {
    const folder = project();
    for (const [args, line] of [
      [['whisper'], 'No installed package brings a program called "whisper".\n'],
      [['src/none.ts'], 'There is no src/none.ts to run.\n'],
    ] as const) {
      await run(folder, ['shout']).ended;
      const child = run(folder, [...args]);
      expect((await child.ended).code).toBe(1);
      expect(child.stderr()).toBe(line);
    }
  });

  it('builds the pages for what serves them, once for each state of their script, and fails with it', async () => {
    const folder = project();
    await run(folder, ['shout']).ended;
    mkdirSync(path.join(folder, 'node_modules/tsx/dist'), { recursive: true });
    writeFileSync(path.join(folder, 'node_modules/tsx/dist/loader.mjs'), '');
    const script = path.join(folder, 'scripts/build-pages.ts');
    // Without tsx, Node itself strips types; the script has none.
    writeFileSync(script, `require('node:fs').appendFileSync('built', 'x');`);
    mkdirSync(path.join(folder, 'src'));
    writeFileSync(path.join(folder, 'src/main.ts'), '');
    expect((await run(folder, ['shout']).ended).code).toBe(0);
    expect(existsSync(path.join(folder, 'built'))).toBe(false);
    for (let start = 0; start < 2; start += 1) expect((await run(folder, ['src/main.ts']).ended).code).toBe(0);
    expect(readFileSync(path.join(folder, 'built'), 'utf8')).toBe('x');
    writeFileSync(script, 'process.exit(4)');
    const failed = run(folder, ['src/main.ts']);
    expect((await failed.ended).code).toBe(1);
    expect(failed.stderr()).toContain('The pages could not be built (exit code 4).');
  });
});
