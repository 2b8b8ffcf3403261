import { describe, expect, it } from 'vitest';
import { featureFolders, projectFiles, textOf, topLevel } from './repository.ts';

const files = projectFiles();
const code = files.filter((file) => /^(src|scripts|test)\/.*\.(tsx?|mjs)$/.test(file));
const texts = files.filter(
  (file) => /\.(tsx?|mjs|cjs|json|md|css|html|graphql|sql|csv|yml)$|^\.|\.ci\//.test(file) && file !== 'package-lock.json',
);

/** The lines that a pattern finds, as `file:line`. */
function places(among: readonly string[], pattern: RegExp): string[] {
  return among.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );
}

describe('the repository', () => {
  // A newcomer reads the top level first; every further name there costs every newcomer a question.
  it('has the agreed top level', () => {
    const folders = ['src', 'schema', 'seeds', 'scripts', 'test'];
    const read = ['README.md', 'CHANGELOG.md', 'LICENSE'];
    const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'codegen.ts', 'vitest.config.ts', 'knip.ts'];
    const agreed = [...folders, ...read, ...settings];
    expect(topLevel().filter((name) => !name.startsWith('.') && !agreed.includes(name))).toEqual([]);
    const dotFiles = ['.ci', '.github', '.gitignore', '.gitattributes', '.npmrc', '.nvmrc', '.node-version', '.editorconfig'];
    const toolFiles = ['.oxlintrc.json', '.oxfmtrc.json', '.dependency-cruiser.cjs'];
    expect(topLevel().filter((name) => name.startsWith('.') && ![...dotFiles, ...toolFiles].includes(name))).toEqual([]);
  });

  // A clone is somebody else's machine.
  it('names no path of a machine it was written on', () => {
    expect(places(texts, /(^|[^A-Za-z0-9_.])\/(work|farm|home|Users)\/[a-z]|\.\.\/sh[a]red\b/)).toEqual([]);
  });

  it('names no tool that wrote it', () => {
    expect(places(texts, /cl[a]ude|anthr[o]pic|c[o]pilot|ch[a]tgpt/i)).toEqual([]);
  });

  it('runs every test that it has', () => {
    expect(places(code, /\b(it|test|describe)(\.\w+)*\.(only|skip|todo)\b/)).toEqual([]);
  });

  // Perhaps two things in one: a reader keeps one screen's worth in mind.
  it('has no long file', () => {
    const lines = new Map(code.map((file) => [file, textOf(file).split('\n').length - 1]));
    const longer = (limit: number) => [...lines].filter(([, count]) => count > limit).map(([file, count]) => `${file}: ${count} lines`);
    for (const long of longer(300)) process.stderr.write(`Getting long, ${long}\n`);
    expect(longer(450)).toEqual([]);
  });

  // Words that say nothing about what is inside collect what belongs elsewhere.
  it('has no folder or file named for nothing in particular', () => {
    expect(
      code.filter(
        (file) =>
          /(^|[/.-])(utils?|helpers?|common|manager|data|info|misc)(?=[/.-])/.test(file) &&
          !/reference-data|demo-data|data-folder|data-through/.test(file),
      ),
    ).toEqual([]);
  });

  it('names its files in kebab-case', () => {
    expect(code.filter((file) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(file))).toEqual([]);
  });

  it('reads the environment in src/platform/config only', () => {
    const program = code.filter(
      (file) => file.startsWith('src/') && !file.startsWith('src/platform/config/') && !file.endsWith('.spec.ts'),
    );
    expect(places(program, /\bprocess\.env\b/)).toEqual([]);
  });

  it('says in the first comment of every script when to run it', () => {
    const scripts = code.filter((file) => /^scripts\/[^/]+$/.test(file) && file !== 'scripts/project.ts');
    const firstComment = (file: string) => /\/\/.*|\/\*\*[^]*?\*\//.exec(textOf(file))?.[0] ?? '';
    expect(scripts.filter((file) => !/\b(Run|Part of)\b/.test(firstComment(file)))).toEqual([]);
  });
});

describe.each(featureFolders())('the feature %s', (feature) => {
  it('has a README for its words and rules, and an index.ts as its door', () => {
    expect(['README.md', 'index.ts'].filter((file) => !files.includes(`src/${feature}/${file}`))).toEqual([]);
  });
});

it('src/README.md draws the map', () => {
  expect(files).toContain('src/README.md');
});
