import { expect, it } from 'vitest';
import { signingBeforeImplementation } from './signing-before-implementation.ts';

it.each([
  [[], []],
  [
    [
      ['a', true],
      ['b', true],
    ],
    [],
  ],
  [
    [
      ['b', false],
      ['a', false],
      ['c', true],
    ],
    ['The agreement of a is not signed.', 'The agreement of b is not signed.'],
  ],
] as [[string, boolean][], string[]][])('[RB8] signed %j: %j', (enterprises, messages) => {
  const answer = signingBeforeImplementation(enterprises.map(([enterpriseCode, isSigned]) => ({ enterpriseCode, isSigned })));
  expect(answer.ok ? [] : answer.refusals.map((each) => each.message)).toEqual(messages);
});
