// Run after changing a test that guards something, or the code that it guards: `npm run test:teeth [-- ROW …]` applies each
// mutation of test/teeth/ to a copy of the repository and expects its test to turn red.

import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Tooth } from '../test/teeth/tooth.ts';
import { root } from './project.ts';

const wanted = process.argv.slice(2);
const listed = globSync('test/teeth/*.teeth.ts', { cwd: root }).toSorted();
const teeth: Tooth[] = [];
for (const file of listed) teeth.push(...((await import(path.join(root, file))) as { teeth: readonly Tooth[] }).teeth);
const chosen = teeth.filter(({ row }) => wanted.length === 0 || wanted.includes(row));
if (chosen.length === 0) {
  process.stderr.write(
    `No mutation is listed for ${wanted.join(', ')}; there are: ${[...new Set(teeth.map(({ row }) => row))].join(', ')}.\n`,
  );
  process.exit(1);
}

const copy = mkdtempSync(path.join(tmpdir(), 'accord-teeth-'));
let blunt = 0;
try {
  cpSync(root, copy, { recursive: true, filter: (from) => !/\/(node_modules|\.git|\.data(-backups)?)$/.test(from) });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  for (const tooth of chosen) {
    const isRed = bites(tooth);
    if (isRed === (tooth.holds ?? false)) blunt += 1;
    const seen = tooth.holds ? (isRed ? 'RED  ' : 'holds') : isRed ? 'red  ' : 'GREEN';
    process.stdout.write(`${seen}  ${tooth.row.padEnd(4)} ${tooth.breaks} (${tooth.tests.join(', ')})\n`);
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

/** Whether the tests fail with the mutation; a tooth whose text is not there any more is as bad as one that does not bite. */
function bites({ file, find, replace, tests, named }: Tooth): boolean {
  const place = path.join(copy, file);
  const text = readFileSync(place, 'utf8');
  if (text.split(find).length !== 2) throw new Error(`${file} does not hold exactly one: ${find}`);
  writeFileSync(
    place,
    text.replace(find, () => replace),
  );
  try {
    const args = [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...tests, ...(named ? ['-t', named] : [])];
    const config = tests.some((test) => test.startsWith('test/chaos/')) ? ['--root', '.', '--config', 'test/chaos/vitest.config.ts'] : [];
    const { status, stdout } = spawnSync(process.execPath, [...args, ...config], { cwd: copy, encoding: 'utf8' });
    if (/No test files found|No tests/.test(stdout)) throw new Error(`no test is called ${tests.join(', ')} ${named ?? ''}`);
    return status !== 0;
  } finally {
    writeFileSync(place, text);
  }
}
