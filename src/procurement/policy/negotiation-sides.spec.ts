import { expect, it } from 'vitest';
import { negotiationSides } from './negotiation-sides.ts';

it.each([
  [['Li'], ['e1'], []],
  [['Li', 'Wang'], ['e1', 'e1'], []],
  [[], ['e1'], ['EXPERT_MISSING']],
  [['Li'], [], ['ENTERPRISE_MISSING']],
  [['  '], [''], ['EXPERT_MISSING', 'ENTERPRISE_MISSING']],
  [['Li'], ['e1', 'e2'], ['MORE_THAN_ONE_ENTERPRISE']],
])('[S0-1] experts %j, enterprises %j: %j', (experts, enterpriseCodes, codes) => {
  const answer = negotiationSides({ experts, enterpriseCodes });
  expect(answer.ok ? [] : answer.refusals.map((each) => each.code)).toEqual(codes);
});
