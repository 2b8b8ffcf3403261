// Run after a change of the API, a migration, a rule or an operation: `npm run generate` writes what schema/ holds.
// With --check it writes nothing and fails where the committed files are not what the code generates.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderDatabase } from './emit-database.ts';
import { renderGenerated, staleFiles } from './generated-files.ts';
import { root } from './project.ts';

const generated = await renderGenerated(await renderDatabase());
const stale = staleFiles(generated);

if (process.argv.includes('--check')) {
  for (const line of stale) process.stderr.write(`${line}\n`);
  if (stale.length > 0) {
    process.stderr.write('npm run generate writes them; look at what changed before committing.\n');
    process.exitCode = 1;
  }
} else {
  for (const [file, text] of generated) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  process.stdout.write(stale.length === 0 ? 'Everything in schema/ was current.\n' : `Written: ${stale.join('; ')}\n`);
}
