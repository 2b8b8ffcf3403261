import { expect, inject, it } from 'vitest';
import { describeDatabase } from '../../scripts/emit-database.ts';
import { renderGenerated, staleFiles } from '../../scripts/generated-files.ts';
import { databaseAt, emptyTemplate } from '../support/template.ts';
import { projectFiles } from './repository.ts';

// What is reviewed in schema/ is what runs; `npm run generate` writes it.
it('schema/ is what the code generates', async () => {
  const [server] = inject('servers');
  const generated = await renderGenerated(await describeDatabase(databaseAt(server!.url, emptyTemplate)));
  expect(staleFiles(generated)).toEqual([]);
  const committed = projectFiles().filter((file) => file.startsWith('schema/') && !file.startsWith('schema/operations/'));
  expect(committed.toSorted()).toEqual([...generated.keys()].toSorted());
});
