import { describe, expect, it } from 'vitest';
import { Ratio } from '../../kernel/ratio.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { averageCut, negotiatedCut } from './negotiated-cut.ts';

describe('[RB2] negotiated lots of 4+7', () => {
  // etnet.com.hk 2018-12-07: the cut must meet the average cut of the lots with three or more bidders
  it.each([
    ['48.01', 'NEGOTIATED_CUT_TOO_SMALL'],
    ['48', true],
    ['47.99', true],
    ['100.01', 'PRICE_ABOVE_PRICE_BEFORE'],
  ])('100 to %s against an average of 52 %%: %s', (negotiated, expected) => {
    const answer = negotiatedCut(UnitPrice.of('100', 'box'), UnitPrice.of(negotiated, 'box'), Ratio.percent('52'));
    expect(answer.ok || answer.refusals[0]?.code).toBe(expected);
  });

  it('averages exactly', () => {
    expect(averageCut([Ratio.percent('50'), Ratio.percent('51'), Ratio.percent('51')])?.compare(Ratio.of(152, 300))).toBe(0);
    expect(averageCut([])).toBeNull();
  });
});
