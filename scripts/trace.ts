// Run to see what shows what: `npm run trace` lists every statement of the source documents, every rule and every worked
// example with the tests that name it, and then what no test names. `npm run trace -- S1-14 RB5` lists those alone.

import { readRegister, testsById, testTitles, type Traced } from './trace-register.ts';

const asked = process.argv.slice(2);
const register = readRegister();
const tests = testsById(await testTitles());
const chosen = register.filter(({ id }) => asked.length === 0 || asked.includes(id));

for (const { id, kind, text } of chosen) {
  const naming = tests.get(id) ?? [];
  const inFiles = Map.groupBy(naming, ({ file }) => file);
  write(`${id.padEnd(6)} ${kind.padEnd(9)} ${text}${naming.length === 0 ? '   (no test)' : ''}`);
  for (const [file, its] of inFiles) {
    write(`         ${file}`);
    for (const { title } of its) write(`           ${title}`);
  }
}

const untested = chosen.filter(({ id, due }) => due !== '-' && !tests.has(id));
write(`\n${chosen.length} ids; ${chosen.length - untested.length} are named by a test or have nothing to show; no test names:`);
for (const [due, rows] of Map.groupBy(untested, (row: Traced) => row.due)) {
  write(`  ${due.padEnd(12)} ${rows.map(({ id }) => id).join(' ')}`);
}
const strangers = [...tests.keys()].filter((id) => !register.some((row) => row.id === id));
if (strangers.length > 0) write(`\nTitles name ids that the register does not know: ${strangers.join(' ')}`);

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
