import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Money } from '../../kernel/money.ts';
import { explainPrepaymentOffset, offsetToDate, prepaymentOffset } from './prepayment-offset.ts';

const yuan = (text: string) => Money.of(text);
const cents = (value: number) => yuan((value / 100).toFixed(2));
const progress = (prepaid: string, agreed: string, purchased: string) => ({
  prepaid: yuan(prepaid),
  agreed: yuan(agreed),
  purchased: yuan(purchased),
});

describe('the offset of a prepayment', () => {
  it.each([
    // prepaid, agreed, purchased, offset to date
    ['177000.00', '590000.00', '0.00', '0.00'],
    ['177000.00', '590000.00', '471999.99', '141600.00'],
    ['177000.00', '590000.00', '590000.00', '177000.00'],
    ['177000.00', '590000.00', '590000.01', '177000.00'],
    ['100.00', '300.00', '100.00', '33.33'],
    ['0.01', '2.00', '1.00', '0.01'],
    ['0.01', '2.00', '0.99', '0.00'],
  ])('[RC2] of %s for %s, with %s purchased: %s', (prepaid, agreed, purchased, toDate) => {
    expect(offsetToDate(progress(prepaid, agreed, purchased)).toString()).toBe(toDate);
  });

  it('[RC2] is what is above the offset so far, and nothing comes back', () => {
    const given = progress('177000.00', '590000.00', '59000.00');
    expect(prepaymentOffset({ ...given, offset: yuan('17699.99') })).toEqual({ ok: true, value: yuan('0.01') });
    for (const offset of ['17700.00', '20000.00']) {
      expect(prepaymentOffset({ ...given, offset: yuan(offset) })).toMatchObject({
        ok: false,
        refusals: [{ code: 'NOTHING_TO_OFFSET', rule: 'payment.prepayment-offset' }],
      });
    }
  });

  it('[RC2] instalments of any progress add up to the prepayment and never pass it', () => {
    const amounts = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(amounts, amounts, fc.array(amounts, { maxLength: 20 }), (paid, agreed, bought) => {
        let [purchased, offset] = [0, yuan('0')];
        for (const more of [...bought, agreed]) {
          purchased += more;
          const due = prepaymentOffset({ prepaid: cents(paid), agreed: cents(agreed), purchased: cents(purchased), offset });
          if (due.ok) offset = offset.plus(due.value);
          expect(offset.compare(cents(paid))).toBeLessThanOrEqual(0);
        }
        expect(offset.toString()).toBe(cents(paid).toString());
      }),
    );
  });

  it('is explained from the figures that were judged', () => {
    const { steps, inputs } = explainPrepaymentOffset({ ...progress('177000.00', '590000.00', '236000.00'), instalment: yuan('53100.00') });
    expect(steps.map(({ value }) => value)).toEqual(['70800.00', '53100.00']);
    expect(inputs.at(-1)).toEqual({ name: 'offset', value: '17700.00', unit: 'yuan' });
  });
});
