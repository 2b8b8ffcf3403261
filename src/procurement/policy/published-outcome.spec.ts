import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { evaluateBids } from './evaluate-bids.ts';
import { publishedOutcome } from './published-outcome.ts';

/** A lone public bid of round 4, judged by its own figures: yuan per tablet (medicaltrend.org 2021-02-07). */
const judged = (price: string, ceilingPrice: string) =>
  evaluateBids({
    scheme: 'national-drug',
    on: localDate('2021-02-03'),
    lot: { ceilingPrice, allBidsKnown: false },
    bids: [{ id: 'b', enterpriseCode: 'e', productCode: 'p', price, comparableUnitPrice: price }],
  })[0]!;

describe('[RB1] the outcome of a past bid stands as published', () => {
  it.each([
    // published outcome, price, ceiling, deciding rule
    ['INVALID', '3.8200', '1.0924', 'procurement.ceiling-price'],
    ['NOT_SELECTED', '6.5493', '6.7800', 'procurement.published-outcome'],
    ['SELECTED', '1.0924', '1.0924', 'procurement.published-outcome'],
  ])('%s at %s against %s rests on %s', (outcome, price, ceiling, rule) =>
    expect(publishedOutcome(outcome, 'found: a page', judged(price, ceiling)).rule).toBe(rule),
  );

  it('names the publication and every rule that was not met', () => {
    const why = publishedOutcome('NOT_SELECTED', 'found: a page', judged('6.5493', '6.7800'));
    expect(why.source[0]).toEqual({ document: 'found: a page', clause: null });
    expect(why.sentence).toContain('3.40');
    expect(why.sentenceZh).toContain('以公布结果为准');
  });
});
