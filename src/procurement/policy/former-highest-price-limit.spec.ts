import { describe, expect, it } from 'vitest';
import { comparablePrice } from './comparable-price.ts';
import { formerHighestPriceLimit } from './former-highest-price-limit.ts';

const price = (text: string | null) => (text === null ? null : comparablePrice(text));

describe('[RB7] renewal of the stents: not above the former highest winning price', () => {
  it.each([
    // sznews.com 2022-11-30
    ['797.9999', '798', true],
    ['798', '798', true],
    ['798.0001', '798', false],
    ['1', null, null],
    [null, '798', null],
  ])('%s against %s: %s', (offered, highest, met) => expect(formerHighestPriceLimit(price(offered), price(highest)).met).toBe(met));
});
