import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.ts';
import { idsIn, readRegister, testsById, type TestTitle, testTitles } from '../../scripts/trace-register.ts';

const register = readRegister();
let tests: ReadonlyMap<string, readonly TestTitle[]>;

beforeAll(async () => {
  tests = testsById(await testTitles());
}, 180_000);

describe('the register', () => {
  it('has every statement, rule and example once, in at most twelve words', () => {
    const kinds = Object.groupBy(register, ({ kind }) => kind);
    expect([kinds.statement?.length, kinds.rule?.length, kinds.example?.length]).toEqual([144, 41, 56]);
    expect(new Set(register.map(({ id }) => id)).size).toBe(register.length);
    expect(register.filter(({ text }) => text.trim() === '' || text.split(' ').length > 12)).toEqual([]);
  });
});

describe('a title', () => {
  it.each([
    ['[X1-14] is no id', []],
    ['S1-14 without brackets', []],
  ])('%s', (title, ids) => {
    expect(idsIn(title)).toEqual(ids);
  });

  it('names its ids in brackets, one or several', () => {
    const [statement, rule, example] = ['S1-14', 'RA2', 'E06a'];
    expect(idsIn(`a group > [${statement}] due at the end [${rule}, ${example}]`)).toEqual([statement, rule, example]);
  });
});

describe('the tests', () => {
  it('name ids of the register only', () => {
    const known = new Set(register.map(({ id }) => id));
    expect([...tests.keys()].filter((id) => !known.has(id))).toEqual([]);
  });

  // An id is due when the folder of its feature exists.
  it('show everything that is due', () => {
    const due = register.filter((row) => row.due !== '-' && existsSync(path.join(root, 'src', row.due)));
    expect(due.length).toBeGreaterThanOrEqual(36);
    expect(due.filter(({ id }) => !tests.has(id)).map(({ id, text }) => `${id} ${text}`)).toEqual([]);
  });
});
