import { describe, expect, it } from 'vitest';
import { comparablePrice } from './comparable-price.ts';
import { earlierRoundPriceLimit } from './earlier-round-price-limit.ts';

const price = (text: string | null) => (text === null ? null : comparablePrice(text));

describe('[RB2] expansion 2019: not above the 4+7 price', () => {
  it.each([
    // pharmaboardroom.com
    ['2.54', '3.18', true], // clopidogrel, Sanofi
    ['54.6999', '54.70', true],
    ['54.70', '54.70', true], // gefitinib: the same price again
    ['54.7001', '54.70', false],
    [null, '1', null],
    ['1', null, null],
  ])('%s against %s: %s', (offered, earlier, met) => expect(earlierRoundPriceLimit(price(offered), price(earlier)).met).toBe(met));
});
