import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { nonExclusiveStandard } from './non-exclusive-standard.ts';

const on = localDate('2022-11-01');
const price = (text: string) => UnitPrice.of(text, 'tablet');

it.each([
  ['10', ['10.0001', '12'], 'not included'],
  ['10', ['10', '12'], '10.0000'],
  ['10', ['12', '8'], '8.0000'],
  ['10', ['7.0001', '9'], '7.0001'],
  ['10', ['7', '9'], '7.0000'],
  ['10', ['6.9999', '9'], '7.0000'],
  ['10', ['0.01'], '7.0000'],
  // 70 % of 0.0001 is rounded up, so that the floor holds.
  ['0.0001', ['0.0001'], '0.0001'],
  ['1.2345', ['0.5'], '0.8642'],
])('[RH5] willing %s, bids %j: %s', (willing, bids, expected) => {
  const answer = nonExclusiveStandard(price(willing), bids.map(price), on);
  expect(answer.ok && (answer.value.standard?.toString() ?? 'not included')).toBe(expected);
});

it.each([
  [[], on, ['BID_MISSING']],
  [['1'], localDate('2021-12-31'), ['BIDDING_RULES_NOT_IN_FORCE']],
  [['1'], localDate('2022-01-01'), []],
])('[RH5] bids %j on %s: %j', (bids, day, codes) => {
  const answer = nonExclusiveStandard(price('1'), bids.map(price), day);
  expect(answer.ok ? [] : answer.refusals.map(({ code }) => code)).toEqual(codes);
});
