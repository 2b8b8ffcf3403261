import { expect, it } from 'vitest';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { outcomeCompleteness } from './outcome-completeness.ts';

const price = (text: string | null) => (text === null ? null : UnitPrice.of(text, 'stent'));

it.each([
  ['[S0-4]', '590', 1000, '13000', []],
  ['[S0-4]', '590', null, '13000', ['QUANTITY_MISSING']], // a price alone is no outcome
  ['[S0-4]', null, 1000, null, ['PRICE_MISSING']],
  ['[S0-4]', null, null, null, ['PRICE_MISSING', 'QUANTITY_MISSING']],
  ['[S0-6]', '590', 0, null, ['QUANTITY_NOT_POSITIVE']],
  ['[S0-6]', '590', 1.5, null, ['QUANTITY_NOT_POSITIVE']],
  ['[S0-6]', '590', 1, null, []],
  ['[S0-2]', '590', 1, '590', []], // equal: a cut of 0 %
  ['[S0-2]', '590.0001', 1, '590', ['PRICE_ABOVE_PRICE_BEFORE']],
  ['[S0-2]', '0', 1, '590', ['PRICE_NOT_POSITIVE']],
])('%s price %s, quantity %s, before %s: %j', (_statement, given, quantity, before, codes) => {
  const answer = outcomeCompleteness({ price: price(given), quantity, priceBefore: price(before) });
  expect(answer.ok ? [] : answer.refusals.map((each) => each.code)).toEqual(codes);
});
