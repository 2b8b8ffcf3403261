// Part of `npm run generate`: schema/client/, the typed documents of schema/operations.

import path from 'node:path';
import { generate } from '@graphql-codegen/cli';
import config from '../codegen.ts';
import { root } from './project.ts';

/** The preset's tag function and its index serve queries written inside components; ours stand in schema/operations. */
const unused = ['gql.ts', 'index.ts'];

/** The files of the typed client by their paths, made from the schema's text and `schema/operations`. */
export async function renderClient(schema: string): Promise<ReadonlyMap<string, string>> {
  const files = (await generate({ ...config, schema, cwd: root, silent: true }, false)) as { filename: string; content: string }[];
  const used = files.filter(({ filename }) => !unused.includes(path.basename(filename)));
  return new Map(used.map(({ filename, content }) => [path.relative(root, path.resolve(root, filename)), ending(content)]));
}

function ending(content: string): string {
  return `${content.trimEnd()}\n`;
}
