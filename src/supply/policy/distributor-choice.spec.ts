import { expect, it } from 'vitest';
import { distributorChoice, distributorMissing } from './distributor-choice.ts';

it.each([
  ['the winner appoints a distributor', 'medtronic', true, []],
  ['another enterprise does not', 'lepu', true, ['NOT_THE_WINNER']],
  ['the winner does not appoint a holder', 'medtronic', false, ['NOT_A_DISTRIBUTOR']],
  ['both are refused at once', 'lepu', false, ['NOT_THE_WINNER', 'NOT_A_DISTRIBUTOR']],
])('[S1-10] %s', (_title, enterprise, isDistributor, codes) => {
  const answer = distributorChoice({ enterprise, winner: 'medtronic', product: 'p', distributor: { code: 'd', isDistributor } });
  expect(answer.ok ? [] : answer.refusals.map((each) => each.code)).toEqual(codes);
});

it('[S1-10] an order without a distributor is refused by the same rule', () => {
  expect(distributorMissing('2021-02-01')).toMatchObject({ code: 'DISTRIBUTOR_MISSING', rule: 'supply.distributor-choice' });
});
