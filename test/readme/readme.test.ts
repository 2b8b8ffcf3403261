import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import { sayErrors, sayReport } from '../../scripts/tool/say-report.ts';
import { features, fileKinds } from '../../src/features.ts';
import { roles, type Caller, type Role } from '../../src/platform/access/caller.ts';
import { importFile } from '../../src/platform/tables/import-file.ts';
import { projectFiles, textOf } from '../architecture/repository.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { blocksOf, namesUnder, rowsUnder } from './markdown.ts';

// The README is read before anything else is: what it shows is what happens.

const readme = 'README.md';
const blocks = blocksOf(readme);
const operations = blocks.flatMap((block, index) => {
  const answer = blocks[index + 1];
  if (block.language !== 'graphql') return [];
  return [{ title: block.before, query: block.text, answer: answer?.language === 'json' ? answer.text : 'no answer follows' }];
});
/** The caller of `npm run token -- --role EXPERT`; another where the sentence before says with which token it is asked. */
const callerOf = ({ title, query }: { readonly title: string; readonly query: string }): Partial<Caller> | undefined => {
  const said = /`--role ([A-Z]+) --(\w+) (\S+)`/.exec(title);
  if (said) return { role: said[1] as Role, subject: said[1]!.toLowerCase(), [said[2]!]: said[3] };
  return query.startsWith('mutation') ? { role: 'EXPERT', subject: 'expert' } : undefined;
};

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.stop());

describe('the operations of the README', () => {
  it('are six queries and five recordings', () => {
    const kinds = operations.map(({ query }) => query.slice(0, query.indexOf(' ')));
    expect(kinds).toEqual([...Array<string>(5).fill('query'), ...Array<string>(5).fill('mutation'), 'query']);
  });

  // In the order of the README: a recording builds on those before it.
  it.each(operations)('$title', async (operation) => {
    expect(await app.ask(operation.query, undefined, callerOf(operation))).toEqual(JSON.parse(operation.answer));
  });
});

describe('the files of the README', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-readme-'));
  const files = new Map(
    blocks.filter(({ language }) => language === 'csv').map(({ before, text }) => [/`([\w-]+\.csv)`/.exec(before)?.[1], text]),
  );
  const runs = blocks
    .filter(({ text }) => text.includes('$ npm run import --'))
    .flatMap(({ text }) => [...text.matchAll(/^\$ npm run import -- (\S+)\n([^]*?)(?=^\$|$(?![^]))/gm)])
    .map(([, file, printed]) => ({ file: file!, printed: printed!.trim() }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are two of its own and one of the reference data', () => {
    expect(runs.map(({ file }) => files.has(file))).toEqual([false, true, true, true]);
  });

  it.each(runs)('$file', async ({ file, printed }) => {
    const text = files.get(file);
    if (text !== undefined) writeFileSync(path.join(folder, file), text);
    const tables = features.flatMap((feature) => feature.tables);
    const report = await importFile({
      database: app.database,
      table: tables,
      source: text === undefined ? path.join(root, file) : path.join(folder, file),
      fileName: path.basename(file),
      recordedBy: 'a reader of the README',
    });
    const title = tables.find(({ kind }) => kind === report.kind)?.title.en ?? '';
    expect(`${sayReport(report, title)}\n${sayErrors(report, null)}`.trim()).toBe(printed);
  });
});

describe('the tables of the README', () => {
  it('have every command', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const names = namesUnder(readme, 'Commands').map((command) => /^npm (?:run )?([\w:-]+)/.exec(command)?.[1] ?? command);
    expect(names.toSorted()).toEqual(Object.keys(scripts).toSorted());
  });

  it('have every variable of the environment', () => {
    const known = [...textOf('src/platform/config/config.ts').matchAll(/^ {2}([A-Z_]+): (?:z\b|\w+\()/gm)].map(([, name]) => name!);
    expect(known.length).toBeGreaterThan(5);
    expect(namesUnder(readme, 'Environment').toSorted()).toEqual(known.toSorted());
  });

  it('have every kind of file', () => {
    expect(namesUnder(readme, 'Kinds of files')).toEqual(fileKinds.map(({ kind }) => kind));
    const chinese = rowsUnder(readme, 'Kinds of files').map(([, zh]) => zh);
    expect(chinese).toEqual(fileKinds.map(({ title }) => title.zh));
  });

  it('have every role', () => {
    expect(namesUnder(readme, 'Roles')).toEqual([...roles]);
  });

  it('have every folder of src', () => {
    const folders = [...new Set(projectFiles().flatMap((file) => /^(src\/[^/]+)\/[^/]/.exec(file)?.[1] ?? []))];
    expect(namesUnder(readme, 'Folders')).toEqual(expect.arrayContaining(folders.map((folder) => `${folder}/`)));
  });

  it('have the reference data as it is', () => {
    for (const [file = '', rows = ''] of rowsUnder(readme, 'The data')) {
      const csv = textOf(`seeds/${/`(.+)`/.exec(file)?.[1]}`);
      expect([file, Number(rows)]).toEqual([file, csv.trim().split('\n').length - 1]);
    }
  });
});

describe.each(projectFiles().filter((file) => file.endsWith('README.md')))('%s', (file) => {
  const text = textOf(file);

  it('links to what is there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, target]) => target!);
    expect(links.filter((target) => !existsSync(path.join(root, path.dirname(file), target)))).toEqual([]);
  });

  it('names files that are there', () => {
    const named = [...text.matchAll(/`((?:src|test|scripts|schema|seeds)\/[\w./-]+)`/g)].map(([, name]) => name!);
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });
});
