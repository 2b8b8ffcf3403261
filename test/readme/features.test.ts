import { describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { roundStates } from '../../src/procurement/policy/index.ts';
import { errorCodes } from '../../src/platform/graphql/errors.ts';
import { textOf } from '../architecture/repository.ts';
import { namesUnder, rowsUnder } from './markdown.ts';
import { codesIn, codesOf } from './refusal-codes.ts';

const ofFiles = (file: string) => /\.(import|checks)\.ts$/.test(file);

/** The platform's own parts of the API are no folders of `src/`; their READMEs are the platform's. */
const withFolder = features.map(({ name }) => name).filter((name) => !['journal', 'live'].includes(name));

describe.each(withFolder)('src/%s/README.md', (feature) => {
  const readme = `src/${feature}/README.md`;

  it('has every refusal of a mutation, and no other', () => {
    const codes = codesIn(`src/${feature}`, (file) => !ofFiles(file));
    // A feature that keeps no rows records nothing, and has nothing to refuse.
    const records = features.some(({ name, entities }) => name === feature && entities.length > 0);
    expect(codes.length > 0).toBe(records);
    if (!records) expect(textOf(readme)).not.toContain('Refusals of mutations');
    else expect(namesUnder(readme, 'Refusals of mutations').toSorted()).toEqual(codes);
  });

  it('has every refusal of a file, and no other', () => {
    const codes = codesIn(`src/${feature}`, ofFiles);
    const takesFiles = features.some(({ name, tables }) => name === feature && tables.some(({ checks }) => checks.length > 0));
    expect(codes.length > 0).toBe(takesFiles);
    if (!takesFiles) expect(textOf(readme)).not.toContain('Refusals of files');
    else expect(namesUnder(readme, 'Refusals of files').toSorted()).toEqual(codes);
  });

  it('has every kind of file whose rows are acts, and the mutation that does them', () => {
    const { acts = [] } = features.find(({ name }) => name === feature)!;
    const told = rowsUnder(readme, 'Files of acts').map(([kind, mutation]) => [kind, mutation]);
    expect(told).toEqual(acts.map(({ kind, useCase }) => [`\`${kind}\``, `\`${useCase.name}\``]));
  });

  it('names rules of the register only', () => {
    const register = textOf('schema/rules.md');
    const named = [...textOf(readme).matchAll(/`([a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)+)`/g)].map(([, id]) => id!);
    expect(named.filter((id) => id.startsWith(`${feature}.`) && !register.includes(`\n## ${id}\n`))).toEqual([]);
  });
});

describe('src/procurement/README.md', () => {
  it('has every rule of the register, with its own file', () => {
    const register = [...textOf('schema/rules.md').matchAll(/^## (procurement\..+)$/gm)].map(([, id]) => id!.replace('procurement.', ''));
    expect(namesUnder('src/procurement/README.md', 'Rules').toSorted()).toEqual(register.toSorted());
  });

  it('tells the life of a round as its state table does', () => {
    const words = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
    const told = rowsUnder('src/procurement/README.md', 'The life of a round').map(([mutation = '', from = '', to = '']) => ({
      mutation: words(mutation),
      from: words(from),
      to: words(to),
    }));
    const acts = Object.values(roundStates.actions).map(({ from, to }) => ({ from: [...from], to: [to] }));
    expect(told.map(({ from, to }) => ({ from, to }))).toEqual(acts);
    const mutations = textOf('schema/schema.graphql');
    expect(told.filter(({ mutation }) => !mutations.includes(`  ${mutation[0]}(`)).map(({ mutation }) => mutation)).toEqual([]);
  });
});

describe('src/platform/README.md', () => {
  it('has the refusals that every feature shares', () => {
    const shared = [
      ...codesIn('src/kernel', () => true),
      ...codesIn('src/platform/graphql', (file) => file.endsWith('text-input.ts')),
      ...codesIn('src/platform/approval', () => true),
      ...codesIn('src/platform/journal', () => true),
    ];
    expect(namesUnder('src/platform/README.md', 'Refusals that every feature shares').toSorted()).toEqual(shared.toSorted());
  });

  it('has the closed list of error codes', () => {
    expect(namesUnder('src/platform/README.md', 'Codes in `errors\\[\\]`').toSorted()).toEqual([...errorCodes].toSorted());
  });
});

it('a code is found where it is written and where it is given', () => {
  const given = "const no = (code: string) => ({ code });\nno('A_B');\nno(\n  'C_D',\n);\nyes('E_F');";
  expect(codesOf(`{ code: 'X_Y' }\n${given}`)).toEqual(['X_Y', 'A_B', 'C_D']);
});
