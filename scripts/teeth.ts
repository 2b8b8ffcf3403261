// Run after changing a test that guards something, or the code that it guards: `npm run test:teeth [-- ROW … | FILE …]` applies
// each mutation of test/teeth/ (of those rows, or of those files: `walls`) to a copy of the repository and expects its test to
// turn red. Each red says which test it was: a mutation that nothing can start with shows nothing.

import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Tooth } from '../test/teeth/tooth.ts';
import { root } from './project.ts';

const wanted = process.argv.slice(2);
const listed = globSync('test/teeth/*.teeth.ts', { cwd: root }).toSorted();
const teeth: (Tooth & { readonly listedIn: string })[] = [];
for (const file of listed) {
  const found = (await import(path.join(root, file))) as { teeth: readonly Tooth[] };
  teeth.push(...found.teeth.map((tooth) => ({ ...tooth, listedIn: path.basename(file, '.teeth.ts') })));
}
const chosen = teeth.filter(({ row, listedIn }) => wanted.length === 0 || wanted.includes(row) || wanted.includes(listedIn));
if (chosen.length === 0) {
  process.stderr.write(
    `No mutation is listed for ${wanted.join(', ')}; there are: ${[...new Set(teeth.map(({ row }) => row))].join(', ')}.\n`,
  );
  process.exit(1);
}

const copy = mkdtempSync(path.join(tmpdir(), 'accord-teeth-'));
let blunt = 0;
const whole = new Map<string, Bitten>();
const plain = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
try {
  cpSync(root, copy, { recursive: true, filter: (from) => !/\/(node_modules|\.git|\.data(-backups)?)$/.test(from) });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  for (const tooth of chosen) {
    const { found, by } = bite(tooth);
    const expected = tooth.holds ? 'green' : 'red';
    if (found !== expected) blunt += 1;
    process.stdout.write(
      `${found === expected ? 'ok   ' : 'BLUNT'}  ${tooth.row.padEnd(4)} ${tooth.breaks}: ${found}${by && `, ${by}`} (${tooth.tests.join(', ')})\n`,
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.stdout.write(
  blunt === 0
    ? `All ${chosen.length} mutations are found, or withstood where two walls stand.\n`
    : `${blunt} of ${chosen.length} mutations are not.\n`,
);
process.exit(blunt === 0 ? 0 : 1);

/** How the tests end with the mutation; a tooth whose text is not there any more is as bad as one that does not bite. */
function bite(tooth: Tooth): Bitten {
  const { file, find, replace } = tooth;
  const place = path.join(copy, file);
  const text = readFileSync(place, 'utf8');
  if (text.split(find).length !== 2) return { found: 'nothing', by: `${file} does not hold exactly one: ${find}` };
  const sound = unbroken(tooth);
  if (sound.found !== 'green') return { found: 'nothing', by: `red without the mutation, ${sound.by}` };
  writeFileSync(
    place,
    text.replace(find, () => replace),
  );
  try {
    return run(tooth);
  } finally {
    writeFileSync(place, text);
  }
}

/** How the tests of a tooth end without it: what is red anyway finds nothing. Tests chosen by name miss what others before them did. */
function unbroken(tooth: Tooth): Bitten {
  const key = JSON.stringify([tooth.tests, tooth.named]);
  const known = whole.get(key) ?? run(tooth);
  whole.set(key, known);
  return known;
}

function run({ tests, named }: Tooth): Bitten {
  const args = [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...tests, ...(named ? ['-t', named] : [])];
  const config = tests.some((test) => test.startsWith('test/chaos/')) ? ['--root', '.', '--config', 'test/chaos/vitest.config.ts'] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...config], { cwd: copy, encoding: 'utf8', env: plain });
  const said = stdout + stderr;
  if (status === 0 && /Tests .*\d passed/.test(said)) return { found: 'green', by: '' };
  const failed = [...said.matchAll(/^ FAIL +(\S+ > .+)\n(.*)$/gm)].find(([, , error]) => !error!.startsWith('HookTimeoutError'));
  // Where no test failed there was none, or none could begin.
  return failed ? { found: 'red', by: `${failed[1]}: ${failed[2]}` } : { found: 'nothing', by: said.replaceAll(/\s+/g, ' ').slice(-300) };
}

interface Bitten {
  readonly found: 'red' | 'green' | 'nothing';
  /** The test that failed, or why there is none. */
  readonly by: string;
}
