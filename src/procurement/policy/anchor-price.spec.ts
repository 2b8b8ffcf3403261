import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { Ratio } from '../../kernel/ratio.ts';
import { anchorPrice } from './anchor-price.ts';
import { comparablePrice } from './comparable-price.ts';

const anchor = (day: string, list: string[]) => anchorPrice(localDate(day), 'national-drug', list.map(comparablePrice)).price;

describe('[RB5] anchor price', () => {
  it.each([
    // flcube.com/?p=41082: max(lowest, 50 % of the average), since the opening of round 11
    ['2025-10-26', ['1.00', '2.00', '2.20', '4.80'], '1'], // last day of the lowest bid alone
    ['2025-10-27', ['1.00', '2.00', '2.20', '4.80'], '1.25'], // [E23] first day of the anchor
    ['2025-10-27', ['1.25', '3.75'], '1.25'], // equal
    ['2025-10-27', ['1.2501', '3.7499'], '1.2501'],
    ['2025-10-27', ['7'], '7'],
  ])('on %s of %j is %s', (day, list, expected) => expect(anchor(day, list).toText()).toBe(expected));

  it('is exact for an average that is no decimal', () => {
    expect(anchor('2025-10-27', ['1', '1', '8']).compare(Ratio.of(5, 3))).toBe(0);
  });

  it('needs a bid', () => expect(() => anchor('2025-10-27', [])).toThrow(RangeError));
});
