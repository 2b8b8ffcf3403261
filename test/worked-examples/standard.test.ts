// The worked examples of payment standards, run against the policy. The cases are data: standard.json.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/kernel/local-date.ts';
import { UnitPrice } from '../../src/kernel/unit-price.ts';
import { valueOf } from '../../src/kernel/verdict.ts';
import {
  brokenByPath,
  convergenceDeadline,
  convergenceLimit,
  linearAmounts,
  linearSteps,
  nonSelectedDrug,
} from '../../src/standard/policy/index.ts';

type Case = { id: string; provenance: string } & (
  | {
      kind: 'linear';
      cap: string;
      target: string;
      startsOn: string;
      mode: 'HALF_YEARS' | 'QUARTERS' | 'YEARS';
      amounts: string[];
      days?: string[];
    }
  | { kind: 'rounding'; cap: string; target: string; steps: number; amounts: string[] }
  | { kind: 'validity'; cap: string; target: string; startsOn: string; deadline?: string; steps: [string, string][]; refused: string[] }
  | { kind: 'drug'; winning: string; price: string; standards: string[] }
);
type Of<Kind extends Case['kind']> = Extract<Case, { kind: Kind }>;

const cases = JSON.parse(readFileSync(new URL('standard.json', import.meta.url), 'utf8')) as Case[];
const price = (text: string) => UnitPrice.of(text, 'unit');

/** What the code answers beside what the example says; the same shape on both sides. */
type Compared = { actual: unknown; expected: unknown };

const run = {
  linear({ cap, target, startsOn, mode, amounts, days }: Of<'linear'>): Compared {
    const from = localDate(startsOn);
    const ends = { startsOn: from, startAmount: price(cap), targetAmount: price(target) };
    const steps = linearSteps(ends, mode, convergenceLimit('STENT', from)!);
    const told = steps.map(({ amount }) => amount.yuan.toFixed(2));
    return { actual: [told, days && steps.map(({ effectiveFrom }) => effectiveFrom)], expected: [amounts, days] };
  },
  rounding({ cap, target, steps, amounts }: Of<'rounding'>): Compared {
    return { actual: linearAmounts(price(cap), price(target), steps, 2).map(({ yuan }) => yuan.toFixed(2)), expected: amounts };
  },
  validity({ cap, target, startsOn, deadline, steps, refused }: Of<'validity'>): Compared {
    const from = localDate(startsOn);
    const last = convergenceDeadline(from, convergenceLimit('STENT', from)!);
    const given = steps.map(([day, amount]) => ({ effectiveFrom: localDate(day), amount: price(amount) }));
    const path = { startsOn: from, startAmount: price(cap), targetAmount: price(target), deadline: last, steps: given };
    return { actual: [brokenByPath(path).map(({ code }) => code), last], expected: [refused, deadline ?? last] };
  },
  drug({ winning, price: before, standards }: Of<'drug'>): Compared {
    const given = {
      startsOn: localDate('2020-01-01'),
      priceBefore: price(before),
      winningPrice: price(winning),
      hasPassed: true,
      years: null,
      firstYear: null,
    };
    const { startAmount, steps } = valueOf(nonSelectedDrug(given)!);
    return { actual: [startAmount, ...steps.map(({ amount }) => amount)].map(String), expected: standards };
  },
} satisfies { [Kind in Case['kind']]: (given: Of<Kind>) => Compared };

describe('worked examples of payment standards', () => {
  it.each(cases)('[$id] $kind: $provenance', (given) => {
    const { actual, expected } = (run[given.kind] as (given: Case) => Compared)(given);
    expect(actual).toEqual(expected);
  });
});
