import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Boundaries, checkBoundaries, notScanned } from '../../scripts/boundaries.ts';
import { root } from '../../scripts/project.ts';
import { projectFiles } from './repository.ts';

it('every module of src is scanned, and keeps within its boundaries', async () => {
  const { scanned, wrong } = await checkBoundaries(root);
  expect(wrong).toEqual([]);
  expect(scanned).toBe(projectFiles().filter((file) => /^src\/.*\.tsx?$/.test(file)).length);
});

/** A small project that breaks no rule. */
const sound = {
  'src/kernel/money.ts': 'export const money = 1;',
  'src/platform/graphql/list.ts': "export { money as list } from '../../kernel/money.ts';",
  'src/catalogue/product.entity.ts': 'export const product = 1;',
  'src/catalogue/index.ts': "export { product } from './product.entity.ts';",
  'src/procurement/policy/ceiling.ts': "export { money as ceiling } from '../../kernel/money.ts';",
  'src/procurement/policy/ceiling.spec.ts': "import 'node:fs';\nimport 'vitest';\nimport './ceiling.ts';",
  'src/procurement/index.ts': "export { product as bid } from '../catalogue/index.ts';\nexport { ceiling } from './policy/ceiling.ts';",
  'src/app.ts': "export { bid } from './procurement/index.ts';",
};

/** Each file breaks the rule it stands under. */
const broken: Readonly<Record<string, readonly (readonly [file: string, text: string])[]>> = {
  'kernel-alone': [
    ['src/kernel/a.ts', "import '../platform/graphql/list.ts';"],
    ['src/kernel/b.ts', "import 'node:fs';"],
    ['src/kernel/c.ts', "import 'pg';"],
  ],
  'kernel-specs': [['src/kernel/a.spec.ts', "import '../platform/graphql/list.ts';"]],
  'platform-without-domain': [['src/platform/read/a.ts', "import '../../catalogue/index.ts';"]],
  'policy-pure': [
    ['src/procurement/policy/a.ts', "import type { product } from '../../catalogue/index.ts';\nexport type A = typeof product;"],
    ['src/procurement/policy/b.ts', "import '../../platform/graphql/list.ts';"],
    ['src/procurement/policy/c.ts', "import 'node:crypto';"],
    ['src/procurement/policy/d.ts', "import 'graphql';"],
  ],
  'policy-specs': [['src/procurement/policy/a.spec.ts', "import '../index.ts';"]],
  'feature-procurement': [['src/procurement/a.ts', "import '../catalogue/product.entity.ts';"]],
  'feature-catalogue': [['src/catalogue/a.ts', "import '../procurement/index.ts';"]],
  'feature-unknown': [['src/claims/a.ts', "import '../kernel/money.ts';"]],
  'dashboard-apart': [['src/dashboard/a.ts', "import '../kernel/money.ts';"]],
  'nobody-knows-the-dashboard': [['src/main.ts', "import './dashboard/a.ts';"]],
  'entity-without-api': [['src/procurement/a.entity.ts', "import 'graphql';"]],
  'api-without-mapper': [['src/procurement/a.type.ts', "import '@mikro-orm/core';"]],
  'roots-at-the-root': [['src/procurement/b.ts', "import '../app.ts';"]],
  'no-test-code': [['src/procurement/c.ts', "import 'vitest';"]],
  'no-cycle': [['src/procurement/d.ts', "import './d.ts';"]],
  resolvable: [['src/procurement/f.ts', "import './nowhere.ts';"]],
  declared: [['src/procurement/g.ts', "import 'typescript';"]],
};

// A check that never fails is worth nothing: each rule is broken at least once, in a project of its own.
describe('a broken boundary', () => {
  let folder: string;
  let before: Boundaries;
  let after: Boundaries;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'accord-boundaries-'));
    for (const file of ['package.json', 'tsconfig.json']) cpSync(path.join(root, file), path.join(folder, file));
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    Object.entries(sound).forEach(([file, text]) => plant(file, text));
    before = await checkBoundaries(folder);
    Object.values(broken)
      .flat()
      .forEach(([file, text]) => plant(file, text));
    after = await checkBoundaries(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function plant(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${text}\n`);
  }

  it('is not found where nothing is broken', () => {
    expect(before).toEqual({ scanned: Object.keys(sound).length, wrong: [] });
  });

  it.each(Object.entries(broken).flatMap(([rule, files]) => files.map(([file, text]) => [rule, file, text] as const)))(
    '%s: %s, %s',
    (rule, file) => {
      expect(after.wrong.filter((line) => line.startsWith(`${rule}: ${file} → `))).not.toEqual([]);
    },
  );

  it('is found with its reason', () => {
    expect(after.wrong.filter((line) => !/^[a-z-]+: \S+ → \S+\. \w.+\.$/.test(line))).toEqual([]);
  });
});

// The trap: with a compiler that it cannot call, the tool scans nothing and reports nothing.
describe('a file that was not scanned', () => {
  const files = ['src/app.ts', 'src/kernel/money.ts'];
  const importing = (file: string) => file === 'src/app.ts';

  it('is wrong when the tool does not list it', () => {
    expect(notScanned(files, [], importing)).toEqual(files);
  });

  it('is wrong when the tool lists it and read none of its imports', () => {
    const modules = files.map((source) => ({ source, dependencies: [] }));
    expect(notScanned(files, modules, importing)).toEqual(['src/app.ts']);
  });
});
