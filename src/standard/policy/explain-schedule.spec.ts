import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from '../../kernel/decimal.ts';
import { localDate } from '../../kernel/local-date.ts';
import { UnitPrice } from '../../kernel/unit-price.ts';
import { convergenceDeadline, linearSteps } from './convergence.ts';
import { explainCap, explainDrug, explainStretch } from './explain-schedule.ts';

const price = (text: string) => UnitPrice.of(text, '个');
const startsOn = localDate('2021-01-31');
const step = { effectiveFrom: localDate('2023-01-31'), amount: price('798') };
const path = { startsOn, startAmount: price('2850'), targetAmount: price('798'), deadline: localDate('2023-01-31'), steps: [step] };
const schedule = { product: 'P', area: '330100', round: 'R', mode: 'OWN_STEPS', source: '通知', path, limit: { months: 24, decimals: 2 } };

it('a cap tells what it rests on and every amount', () => {
  const explanation = explainCap(schedule, [price('2990'), price('2700')]);
  const inputs = new Map(explanation.inputs.map(({ name, value }) => [name, value]));
  expect([inputs.get('transactionPrices'), inputs.get('lowestTransactionPrice'), inputs.get('highestTransactionPrice')]).toEqual([
    '2',
    '2700.0000',
    '2990.0000',
  ]);
  expect(explanation.steps.map(({ value }) => value)).toEqual(['2850.0000', '798.0000']);
  expect(explainCap({ ...schedule, path: { ...path, startAmount: price('780'), steps: [] } }, []).sentence).toContain('needs no step');
});

it('[RE4] a computed schedule can be reckoned again from its own inputs, a thousand times', () => {
  const cents = fc.integer({ min: 1, max: 10_000_000 }).map((each) => price((each / 100).toFixed(2)));
  const modes = fc.constantFrom('HALF_YEARS' as const, 'QUARTERS' as const, 'YEARS' as const);
  const limits = fc.record({ months: fc.constantFrom(12, 24, 36), decimals: fc.constantFrom(2, 4) });
  fc.assert(
    fc.property(cents, cents, modes, limits, (startAmount, targetAmount, mode, limit) => {
      const ends = { startsOn, startAmount, targetAmount };
      const made = { ...ends, deadline: convergenceDeadline(startsOn, limit), steps: linearSteps(ends, mode, limit) };
      const { inputs, steps } = explainCap({ ...schedule, mode, path: made, limit }, []);
      const input = (name: string) => inputs.find((each) => each.name === name)!.value;
      const [start, target] = [new Decimal(input('cap')), new Decimal(input('highestWinningPrice'))];
      const every = { HALF_YEARS: 6, QUARTERS: 3, YEARS: 12 }[input('mode') as 'YEARS'];
      const count = start.lte(target) ? 0 : Math.floor(Number(input('months')) / every);
      let before = start;
      const amounts = Array.from({ length: count }, (_none, at) => {
        const exact = start.minus(
          start
            .minus(target)
            .times(at + 1)
            .dividedBy(count),
        );
        const rounded = exact.toDecimalPlaces(Number(input('decimals')), Decimal.ROUND_HALF_UP);
        before = at + 1 === count ? target : Decimal.min(Decimal.max(rounded, target), before);
        return before.toFixed(4);
      });
      expect(steps.map(({ value }) => value)).toEqual([start.toFixed(4), ...amounts]);
    }),
    { numRuns: 1000 },
  );
});

it('own steps are not rounded', () => {
  const names = explainCap(schedule, []).inputs.map(({ name }) => name);
  expect([names.includes('months'), names.includes('decimals')]).toEqual([true, false]);
});

it('a stretch tells the way to it and no further', () => {
  const whole = explainCap(schedule, [price('2990')]);
  const stretch = explainStretch(whole, 0, '2021-01-31');
  expect(stretch.steps).toHaveLength(1);
  expect(stretch.sentence).toMatch(/^From 2021-01-31 on the standard is 2850\.0000 yuan\/个\./);
  expect(explainStretch(whole, 1, '2023-01-31').steps).toEqual(whole.steps);
});

it.each([
  ['CUT', true, 'is cut'],
  ['WINNING_PRICE', true, 'within the multiple'],
  ['WINNING_PRICE', false, 'has not passed'],
  ['ACTUAL_PRICE', true, 'is below the winning price'],
] as const)('a drug in the case %s (passed: %s) says that its price %s', (which, hasPassed, words) => {
  const drug = {
    case: which,
    hasPassed,
    priceBefore: price('7'),
    priceBeforeSource: '价格',
    firstYearLimit: which === 'CUT' ? price('4.9') : null,
  };
  const explanation = explainDrug(schedule, drug);
  expect(explanation.sentence).toContain(words);
  expect(explanation.inputs.some(({ name }) => name === 'firstYearLimit')).toBe(which === 'CUT');
  expect(explanation.source.at(-1)).toEqual({ document: '价格', clause: 'price before' });
});
