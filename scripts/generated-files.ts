// Part of `npm run generate` and of the tests: what is generated, and how the committed files differ from it.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { renderClient } from './emit-client.ts';
import { renderRules } from './emit-rules.ts';
import { renderGraphqlSchema } from './emit-schema.ts';
import { root } from './project.ts';

/** Every generated file's text by its path in the project. The database's text is given: making it needs a server. */
export async function renderGenerated(database: string): Promise<ReadonlyMap<string, string>> {
  const schema = await renderGraphqlSchema();
  return new Map([
    ['schema/schema.graphql', schema],
    ['schema/database.sql', database],
    ['schema/rules.md', renderRules()],
    ...(await renderClient(schema)),
  ]);
}

/** One line for each file that is not what the code generates, with the first line that differs. */
export function staleFiles(generated: ReadonlyMap<string, string>, folder = root): string[] {
  return [...generated].flatMap(([file, text]) => {
    const place = path.join(folder, file);
    if (!existsSync(place)) return [`${file} is missing`];
    const committed = readFileSync(place, 'utf8');
    return committed === text ? [] : [`${file} differs from line ${firstDifference(committed, text)} on`];
  });
}

function firstDifference(a: string, b: string): number {
  const others = b.split('\n');
  const lines = a.split('\n');
  const index = lines.findIndex((line, each) => line !== others[each]);
  return (index < 0 ? lines.length : index) + 1;
}
