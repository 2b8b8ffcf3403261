import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import { valueOf } from '../../kernel/verdict.ts';
import { prepaymentMinimumClauses } from './prepayment-minimum.clauses.ts';
import {
  areaPrepaymentRatio,
  explainPrepaymentMinimum,
  missingPrepayment,
  prepaymentMinimum,
  prepaymentRatio,
  requiredPrepayment,
} from './prepayment-minimum.ts';

// This file and prepayment-minimum.clauses.ts are the only places that know the floor and its days.
const yuan = (text: string) => Money.of(text);
const at = (percent: string) => ({ percent, source: 'document' });

describe('the least prepayment', () => {
  it.each([
    ['2019-01-01', '2020-12-31', '30.00'],
    ['2021-01-01', '2999-12-31', '30.00'],
  ])('from %s to %s the floor is %s %%', (first, last, percent) => {
    for (const day of [first, last]) {
      expect(prepaymentMinimumClauses.inForce(localDate(day))).toMatchObject({ from: first, value: { percent } });
      expect(valueOf(prepaymentRatio(localDate(day), null)).percent).toBe(percent);
    }
  });

  it('before the first document nothing is asked for, and that is said', () => {
    for (const judged of [prepaymentRatio(localDate('2018-12-31'), at('50.00')), areaPrepaymentRatio(localDate('2018-12-31'), '50')]) {
      expect(judged).toMatchObject({
        ok: false,
        refusals: [{ code: 'NO_RATIO_IN_FORCE', facts: [{ value: '2018-12-31' }, { value: '2019-01-01' }] }],
      });
    }
  });

  it.each([
    ['29.99', false],
    ['30', true],
    ['30.00', true],
    ['30.01', true],
    ['100', true],
  ])('[RC1] a pooling area may say %s %%: %s', (percent, may) => {
    const judged = areaPrepaymentRatio(localDate('2025-01-01'), percent);
    expect(judged.ok).toBe(may);
    if (!judged.ok) expect(judged.refusals).toMatchObject([{ code: 'RATIO_BELOW_FLOOR', facts: [{ value: percent }, { value: '30.00' }] }]);
  });

  it('[RC1] an area’s own ratio holds, but a floor that rose above it holds before it', () => {
    const day = localDate('2025-01-01');
    expect(valueOf(prepaymentRatio(day, at('50.00')))).toEqual(at('50.00'));
    expect(valueOf(prepaymentRatio(day, at('29.00'))).percent).toBe('30.00');
  });

  it.each([
    // agreed, percent, required, one cent less is refused
    ['590000.00', '30.00', '177000.00'],
    ['101.01', '30.00', '30.31'],
    ['0.01', '30.00', '0.01'],
    ['1278300.00', '50.00', '639150.00'],
    ['9999999999999999.99', '100.00', '9999999999999999.99'],
  ])('[S1-11] of %s yuan %s %% is %s, and a cent less is refused', (agreed, percent, required) => {
    const given = { agreed: yuan(agreed), ratio: at(percent) };
    expect(requiredPrepayment(given.agreed, percent).toString()).toBe(required);
    expect(prepaymentMinimum({ ...given, prepaid: yuan(required) }).ok).toBe(true);
    const less = yuan(required).minus(yuan('0.01'));
    expect(prepaymentMinimum({ ...given, prepaid: less })).toMatchObject({
      ok: false,
      refusals: [{ code: 'PREPAYMENT_BELOW_MINIMUM', rule: 'payment.prepayment-minimum' }],
    });
    expect(missingPrepayment(yuan(required), less).toString()).toBe('0.01');
  });

  it('never is below its exact share, and never a cent or more above', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 17n }), fc.integer({ min: 1, max: 10_000 }), (cents, hundredths) => {
        const text = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;
        const required = requiredPrepayment(yuan(text(cents)), text(BigInt(hundredths)));
        const exact = cents * BigInt(hundredths);
        const got = BigInt(required.toString().replace('.', '')) * 10_000n;
        expect(got >= exact && got < exact + 10_000n).toBe(true);
      }),
    );
  });

  it('is explained with its figures', () => {
    const { rule, inputs, steps, source } = explainPrepaymentMinimum({
      agreed: yuan('101.01'),
      ratio: at('30.00'),
      prepaid: yuan('30.30'),
    });
    expect([rule, source, steps.map(({ value }) => value)]).toEqual([
      'payment.prepayment-minimum',
      [{ document: 'document', clause: null }],
      ['30.31', '0.01'],
    ]);
    expect(inputs.map(({ name, value }) => [name, value])).toEqual([
      ['agreedAmount', '101.01'],
      ['ratio', '30.00'],
      ['requiredMinimum', '30.31'],
      ['prepaid', '30.30'],
      ['missing', '0.01'],
    ]);
  });
});
