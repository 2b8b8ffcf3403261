import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { remainingQuantity } from './remaining-quantity.ts';

const on = localDate('2021-08-20');
const asked = (agreed: number, accepted: number, later = 0) =>
  remainingQuantity({ agreement: 'A-1', agreed, supplied: { accepted, later }, on });

it.each([
  ['nothing came', 1000, 0, 1000],
  ['a part came', 1000, 400, 600],
  ['all but one', 1000, 999, 1],
  ['all', 1000, 1000, 0],
  ['more than agreed', 1000, 1001, 0],
])('[RI2] what remains when %s', (_title, agreed, accepted, remaining) => {
  const answer = asked(agreed, accepted);
  expect(answer.ok && [answer.value.remaining, answer.value.supplied]).toEqual([remaining, accepted]);
});

it('[RI2] the figures of a day that is over are not taken where more has come since', () => {
  const answer = asked(1000, 400, 1);
  expect(answer.ok ? [] : answer.refusals.map(({ code, facts }) => [code, facts.map(({ value }) => value)])).toEqual([
    ['SUPPLIED_SINCE', ['A-1', '1', '2021-08-20']],
  ]);
});
