import { expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { localDate } from '../../kernel/local-date.ts';
import { smallCell } from './small-cell.ts';

it.each([
  [{ institutions: 2, enterprises: null }, false],
  [{ institutions: 3, enterprises: null }, true],
  [{ institutions: 4, enterprises: null }, true],
  // Demand that names products tells of their enterprises too.
  [{ institutions: 3, enterprises: 2 }, false],
  [{ institutions: 3, enterprises: 3 }, true],
  [{ institutions: 2, enterprises: 3 }, false],
  [{ institutions: 100, enterprises: 1 }, false],
  [{ institutions: 0 }, false],
])('[T8] %j is told: %s', (contributors, isTold) => {
  expect(smallCell({ on: localDate('2018-01-01'), contributors })).toEqual({ isTold, minimum: 3 });
});

it('[T8] has no value before the first round', () => {
  expect(() => smallCell({ on: localDate('2017-12-31'), contributors: { institutions: 3 } })).toThrow(RuleGap);
});
