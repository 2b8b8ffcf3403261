// The worked examples of supply, run against the policy. The cases are data: supply.json.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/kernel/decimal.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { yearFrom } from '../../src/kernel/period.ts';
import { UnitPrice } from '../../src/kernel/unit-price.ts';
import { completionProgress, impliedAgreedQuantity, listingPrice } from '../../src/supply/policy/index.ts';

type Case = { id: string; provenance: string } & (
  | {
      kind: 'progress';
      agreed: number;
      purchased: number;
      yearFrom: string;
      asOf: string;
      completionPercent: string;
      timePercent: string;
    }
  | {
      kind: 'completion';
      purchased: number;
      completionPercent: string;
      impliedAgreed: number;
      yearFrom: string;
      asOf: string;
      timePercent: string;
    }
  | { kind: 'listing price'; winning: string[]; step: string; accepted: string[]; refused: string[] }
);
type Of<Kind extends Case['kind']> = Extract<Case, { kind: Kind }>;

const cases = JSON.parse(readFileSync(new URL('supply.json', import.meta.url), 'utf8')) as Case[];

/** What the code answers beside what the example says; the same shape on both sides. */
type Compared = { actual: unknown; expected: unknown };

const run = {
  progress(given: Of<'progress'>): Compared {
    const { agreed, purchased } = given;
    const progress = completionProgress({ agreed, purchased, year: yearFrom(localDate(given.yearFrom)), asOf: localDate(given.asOf) });
    return { actual: [progress.completionPercent, progress.timePercent], expected: [given.completionPercent, given.timePercent] };
  },
  completion(given: Of<'completion'>): Compared {
    const agreed = impliedAgreedQuantity(given.purchased, given.completionPercent);
    const year = yearFrom(localDate(given.yearFrom));
    const progress = completionProgress({ agreed, purchased: given.purchased, year, asOf: localDate(given.asOf) });
    return {
      actual: [agreed, progress.completionPercent, progress.timePercent],
      expected: [given.impliedAgreed, given.completionPercent, given.timePercent],
    };
  },
  'listing price'(given: Of<'listing price'>): Compared {
    const isAccepted = (listed: string, winning: string) => listingPrice(UnitPrice.of(listed, 'stent'), UnitPrice.of(winning, 'stent')).ok;
    const step = decimal(given.step, { integerDigits: 1, decimals: 2 });
    const around = given.winning.map((winning) => {
      const exact = UnitPrice.of(winning, 'stent').yuan;
      return [exact, exact.plus(step), exact.minus(step)].map((price) => isAccepted(price.toFixed(2), winning));
    });
    const named = [...given.accepted, ...given.refused].map((listed) => isAccepted(listed, '648.00'));
    return {
      actual: [around, named],
      expected: [given.winning.map(() => [true, false, false]), [...given.accepted.map(() => true), ...given.refused.map(() => false)]],
    };
  },
} satisfies { [Kind in Case['kind']]: (given: Of<Kind>) => Compared };

describe('worked examples of supply', () => {
  it.each(cases)('[$id] $kind: $provenance', (given) => {
    const { actual, expected } = (run[given.kind] as (given: Case) => Compared)(given);
    expect(actual).toEqual(expected);
  });

  it('are all there', () => {
    expect(cases.map((each) => each.id)).toEqual(['E40', 'E41', 'E43']);
  });
});
