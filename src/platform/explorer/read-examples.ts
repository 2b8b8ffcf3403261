import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Example, Examples } from './example.ts';

/**
 * The examples of a folder, by file name: `*.graphql`, each beginning with a comment in English, one in Chinese and
 * `# variables: {…}`; and `introduction.txt`, an English line and a Chinese one. Throws, naming the file, for another shape.
 * @source none: machinery
 */
export function readExamples(folder: string): Examples {
  const [english = '', chinese = ''] = readFileSync(path.join(folder, 'introduction.txt'), 'utf8').split('\n');
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return {
    introduction: { english, chinese },
    examples: files.toSorted().map((file) => parseExample(file, readFileSync(path.join(folder, file), 'utf8'))),
  };
}

/** One file's example; `file` is for the message only. */
export function parseExample(file: string, text: string): Example {
  const match =
    /^# (?<english>.+)\n# (?<chinese>.+)\n# variables: (?<variables>\{.*\})\n(?<operation>(?:query|mutation) (?<name>\w+)[^]*)$/.exec(text);
  if (!match) throw new Error(`${file}: an example is "# English", "# 中文", "# variables: {…}" and a named operation`);
  const { english, chinese, variables, operation, name } = match.groups as Record<string, string>;
  return {
    name: name!,
    english: english!,
    chinese: chinese!,
    query: `# ${chinese}\n# ${english}\n${operation}`,
    variables: JSON.stringify(JSON.parse(variables!), null, 2),
  };
}
