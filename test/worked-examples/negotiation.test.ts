// The worked examples of price talks and renewals, run against the policy. The cases are data: negotiation.json.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { UnitPrice } from '../../src/kernel/unit-price.ts';
import { valueOf } from '../../src/kernel/verdict.ts';
import { finalPrice, quoteCorridor, renewalCut } from '../../src/negotiation/policy/index.ts';

type Quote = { price: string; isInside: boolean };
type Case = { id: string; provenance: string } & (
  | { kind: 'talk'; on: string; expected: string; limit: string; first: Quote; second: Quote; agreed: string }
  | { kind: 'second quote'; on: string; expected: string; second: string; isInside: boolean }
  | { kind: 'renewal'; spend: string; budget: string; continuousFrom: string; exact: string; standard: string }
);
type Of<Kind extends Case['kind']> = Extract<Case, { kind: Kind }>;

const cases = JSON.parse(readFileSync(new URL('negotiation.json', import.meta.url), 'utf8')) as Case[];
const price = (text: string) => UnitPrice.of(text, 'tablet');

const run = {
  talk({ on, expected, limit, first, second, agreed }: Of<'talk'>) {
    for (const quote of [first, second]) {
      const { isInside, explanation } = quoteCorridor(price(expected), price(quote.price), localDate(on));
      expect([isInside, explanation.steps[0]?.value]).toEqual([quote.isInside, limit]);
    }
    expect(finalPrice({ price: price(agreed), expected: price(expected), before: price('15.96') }).ok).toBe(true);
  },
  'second quote'({ on, expected, second, isInside }: Of<'second quote'>) {
    expect(quoteCorridor(price(expected), price(second), localDate(on)).isInside).toBe(isInside);
  },
  renewal({ spend, budget, continuousFrom, exact, standard }: Of<'renewal'>) {
    const renewal = valueOf(
      renewalCut({
        standard: price('4.36'),
        spend: Money.of(spend),
        budget: Money.of(budget),
        increase: null,
        continuousFrom: localDate(continuousFrom),
        from: localDate('2024-01-01'),
        on: localDate('2023-12-01'),
      }),
    );
    const steps = renewal.explanation.steps.map(({ value }) => value);
    expect([renewal.standard?.toString(), steps.at(-2), steps.at(-1)]).toEqual([standard, exact, standard]);
  },
} satisfies { [Kind in Case['kind']]: (given: Of<Kind>) => void };

describe('worked examples of price talks', () => {
  it.each(cases)('[$id] $kind: $provenance', (given) => (run[given.kind] as (given: Case) => void)(given));

  it('are all there', () => {
    expect([...new Set(cases.map(({ id }) => id))]).toEqual(['E29', 'E30', 'E31']);
  });
});
