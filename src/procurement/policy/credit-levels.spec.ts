import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { creditLevelClauses } from './credit-levels.clauses.ts';
import { creditLevel } from './credit-levels.ts';

it('[RI4] four levels from 2020, three from the third quarter of 2025', () => {
  expect(creditLevelClauses.rows.map(({ from, to, value }) => [from, to, value.length])).toEqual([
    ['2020-08-28', '2025-07-01', 4],
    ['2025-07-01', null, 3],
  ]);
});

it.each([
  ['the day before the first scheme', 'SERIOUS', '2020-08-27', 'NO_CREDIT_SCHEME'],
  ['the first day', 'SERIOUS', '2020-08-28', 3],
  ['the ibuprofen case', 'SERIOUS', '2021-09-17', 3],
  ['the last day of the four', 'ESPECIALLY_SERIOUS', '2025-06-30', 4],
  ['the first day of the three', 'ESPECIALLY_SERIOUS', '2025-07-01', 'CREDIT_LEVEL_OF_OTHER_SCHEME'],
  ['a level of the three', 'DISHONEST', '2025-07-01', 1],
  ['a level of the three, too early', 'DISHONEST', '2025-06-30', 'CREDIT_LEVEL_OF_OTHER_SCHEME'],
] as const)('[RI4] a level counts by the scheme of its day: %s', (_title, level, on, expected) => {
  const answer = creditLevel(level, localDate(on));
  expect(answer.ok ? answer.value.rank : answer.refusals[0]!.code).toBe(expected);
});
