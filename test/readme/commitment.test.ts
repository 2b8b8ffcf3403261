import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { textOf } from '../architecture/repository.ts';

it.each([
  ['procurement', 8],
  ['negotiation', 7],
])('the worked commitment of %s is what the shell says, and what its %i lines hash to', (feature, count) => {
  const readme = textOf(`src/${feature}/README.md`);
  const [, command, told] = /```sh\n(printf [^\n]+)\n```\n\n```text\n([0-9a-f]{64}) {2}-\n```/.exec(readme) ?? [];
  expect(execFileSync('sh', ['-c', command!], { encoding: 'utf8' })).toBe(`${told}  -\n`);
  const [title, ...rest] = /'([^']+)' (\S.*) \|/.exec(command!.replace(String.raw`'%s\n' `, ''))!.slice(1);
  const lines = [title, ...rest.join(' ').split(' ')];
  expect(lines).toHaveLength(count);
  const text = lines.map((line) => `${line}\n`).join('');
  expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(told);
});
