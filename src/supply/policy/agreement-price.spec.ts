import { expect, it } from 'vitest';
import { agreementPrice } from './agreement-price.ts';

it.each([
  ['signed at the winning price', '648.0000', 1, null, '648.0000'],
  ['amended to the corrected price', '647.5000', 7, '647.5', '647.5000'],
  ['not amended to one above', '648.0000', 1, '648.0001', ['PRICE_NOT_WINNING_PRICE']],
  ['not amended to one below', '648.0000', 1, '647.9999', ['PRICE_NOT_WINNING_PRICE']],
  ['not signed without a price', null, 1, null, ['PRICE_NOT_ON_RECORD']],
  ['not signed without knowing what the price is for', '648.0000', null, null, ['PRICE_UNIT_NOT_ON_RECORD']],
  ['refused with all that is missing', null, null, '1', ['PRICE_NOT_ON_RECORD', 'PRICE_UNIT_NOT_ON_RECORD']],
])('[S0-6] an agreement is %s', (_title, winningPrice, units, asked, expected) => {
  const answer = agreementPrice({ product: 'p', winningPrice, priceUnit: 'stent', units, asked });
  expect(answer.ok ? answer.value.unitPrice : answer.refusals.map((each) => each.code)).toEqual(expected);
});
