// The worked examples of procurement, run against the policy. The cases are data: procurement.json.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/kernel/local-date.ts';
import { Ratio } from '../../src/kernel/ratio.ts';
import { UnitPrice } from '../../src/kernel/unit-price.ts';
import { valueOf } from '../../src/kernel/verdict.ts';
import { agreedQuantity, evaluateBids, priceCut, shareAmongWinners, volumeShare } from '../../src/procurement/policy/index.ts';

type Case = { id: string; provenance: string } & (
  | {
      kind: 'volume share';
      on: string;
      category: 'ORDINARY' | 'ANTIBACTERIAL';
      base: number;
      winners: number;
      percent: string;
      exact: string;
      floor: number;
      published: number | null;
    }
  | { kind: 'share among winners'; on: string; volume: number; winners: number; parts: number[] }
  | {
      kind: 'evaluation';
      scheme: string;
      on: string;
      ceiling: string | null;
      prices: string[];
      outcomes: string[];
      decidedBy: string[] | null;
    }
  | { kind: 'ceiling'; on: string; offered: string; ceiling: string; isValid: boolean; cutPercent: string | null }
  | { kind: 'price cut'; before: string; winning: string; percent: string }
);
type Of<Kind extends Case['kind']> = Extract<Case, { kind: Kind }>;

const cases = JSON.parse(readFileSync(new URL('procurement.json', import.meta.url), 'utf8')) as Case[];

// Published totals are sums of rounded regional figures: with 31 provinces they stay within 15.5 units of the product.
const provinces = 31;

function bid(id: string, price: string) {
  return { id, enterpriseCode: id, productCode: id, price, comparableUnitPrice: price };
}

/** What the code answers beside what the example says; the same shape on both sides. */
type Compared = { actual: unknown; expected: unknown };

const run = {
  'volume share'(given: Of<'volume share'>): Compared {
    const { share, percent } = valueOf(
      volumeShare({ scheme: 'national-drug', on: localDate(given.on), category: given.category, winners: given.winners }),
    );
    const exact = Ratio.of(given.base).times(share);
    const floor = agreedQuantity([{ areaCode: 'all', base: given.base }], share, 'MAXIMUM_DOWN').total;
    const difference = Ratio.of(given.published ?? floor).minus(exact);
    const isWithinRoundings = difference.isAtMost(Ratio.of(provinces, 2)) && difference.isAtLeast(Ratio.of(-provinces, 2));
    return {
      actual: [percent, exact.toText(), floor, isWithinRoundings],
      expected: [given.percent, given.exact, given.floor, true],
    };
  },
  'share among winners'(given: Of<'share among winners'>): Compared {
    const winnersByPrice = Array.from({ length: given.winners }, (_, index) => `winner-${index}`);
    const parts = shareAmongWinners({ scheme: 'intraocular-lens-3plus6', on: localDate(given.on), volume: given.volume, winnersByPrice });
    return { actual: parts.map((part) => part.amount), expected: given.parts };
  },
  evaluation(given: Of<'evaluation'>): Compared {
    const evaluated = evaluateBids({
      scheme: given.scheme,
      on: localDate(given.on),
      lot: { ceilingPrice: given.ceiling },
      bids: given.prices.map((price) => bid(price, price)),
    });
    return {
      actual: evaluated.map((each) => [each.id, each.outcome, given.decidedBy ? each.explanation.rule : null]),
      expected: given.prices.map((price, index) => [price, given.outcomes[index], given.decidedBy?.[index] ?? null]),
    };
  },
  ceiling(given: Of<'ceiling'>): Compared {
    const [evaluated] = evaluateBids({
      scheme: 'national-drug',
      on: localDate(given.on),
      lot: { ceilingPrice: given.ceiling, allBidsKnown: false },
      bids: [bid('public', given.offered)],
    });
    const met = evaluated?.findings.find((each) => each.rule === 'procurement.ceiling-price')?.met;
    const cut = given.cutPercent && valueOf(priceCut(UnitPrice.of(given.ceiling, 'tablet'), UnitPrice.of(given.offered, 'tablet'))).percent;
    return { actual: [evaluated?.outcome, met, cut], expected: [given.isValid ? 'UNDECIDED' : 'INVALID', given.isValid, given.cutPercent] };
  },
  'price cut'(given: Of<'price cut'>): Compared {
    const cut = valueOf(priceCut(UnitPrice.of(given.before, 'stent'), UnitPrice.of(given.winning, 'stent')));
    return { actual: cut.percent, expected: given.percent };
  },
} satisfies { [Kind in Case['kind']]: (given: Of<Kind>) => Compared };

describe('worked examples of procurement', () => {
  it.each(cases)('[$id] $kind: $provenance', (given) => {
    const { actual, expected } = (run[given.kind] as (given: Case) => Compared)(given);
    expect(actual).toEqual(expected);
  });

  it('are all there', () => {
    const ids = new Set(cases.map((each) => each.id));
    // E23 is a row of price-ratio-limit.spec.ts, the one table that knows the multiple and its days.
    for (const id of ['E19a', 'E19c', 'E19e', 'E19g', 'E20a', 'E20c', 'E21', 'E22', 'E24', 'E42']) expect(ids).toContain(id);
  });
});
