import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import {
  explainPrepaymentRest,
  onePrepayment,
  prepaymentBalance,
  prepaymentFlows,
  prepaymentMoves,
  prepaymentRest,
} from './prepayment-balance.ts';

const yuan = (text: string) => Money.of(text);
const sums = (paid: string, offset = '0', returned = '0', carried = '0') => ({
  paid: yuan(paid),
  offset: yuan(offset),
  returned: yuan(returned),
  carried: yuan(carried),
});
const day = localDate;

describe('the balance of a prepayment', () => {
  it('[RC3] is what was paid less what went, and never negative', () => {
    expect(prepaymentBalance(sums('100.00', '60.00', '30.00', '10.00')).toString()).toBe('0.00');
    expect(prepaymentBalance(sums('100.00', '0.01')).toString()).toBe('99.99');
    expect(() => prepaymentBalance(sums('100.00', '60.00', '30.00', '10.01'))).toThrow(RangeError);
  });

  it('[RC3] every kind of movement leaves one account and comes to another, and the advance is one of the two', () => {
    for (const { fromAccount, toAccount } of Object.values(prepaymentFlows)) {
      expect([fromAccount, toAccount].filter((account) => account === 'ADVANCE')).toHaveLength(1);
    }
  });

  it('[RC3] moves in the order of its days, up to today, until it is closed', () => {
    const given = { on: day('2021-03-02'), today: day('2021-03-02'), last: day('2021-03-02'), isClosed: false };
    expect(prepaymentMoves(given)).toEqual([]);
    expect(prepaymentMoves({ ...given, last: null })).toEqual([]);
    const codes = (more: object) => prepaymentMoves({ ...given, ...more }).map(({ code }) => code);
    expect(codes({ on: day('2021-03-03') })).toEqual(['DATE_IN_FUTURE']);
    expect(codes({ on: day('2021-03-01') })).toEqual(['DATE_BEFORE_PREVIOUS_ACT']);
    expect(codes({ isClosed: true, on: day('2021-03-01'), today: day('2021-02-01') })).toEqual([
      'PREPAYMENT_CLOSED',
      'DATE_IN_FUTURE',
      'DATE_BEFORE_PREVIOUS_ACT',
    ]);
  });

  it('[RC3] is made once for a year', () => {
    expect(onePrepayment(null)).toEqual([]);
    expect(onePrepayment(yuan('1.00'))).toMatchObject([{ code: 'PREPAYMENT_ALREADY_MADE', facts: [{ value: '1.00' }] }]);
  });

  it('[RC3] leaves all of its rest to the end of the year, once purchases are offset', () => {
    const given = { ...sums('100.00', '60.00'), on: day('2022-01-20'), yearEnds: day('2022-01-20'), due: null };
    expect(prepaymentRest(given)).toEqual({ ok: true, value: yuan('40.00') });
    const codes = (more: object) => {
      const judged = prepaymentRest({ ...given, ...more });
      return judged.ok ? [] : judged.refusals.map(({ code }) => code);
    };
    expect(codes({ on: day('2022-01-19') })).toEqual(['AGREEMENT_YEAR_NOT_OVER']);
    expect(codes({ due: yuan('0.01') })).toEqual(['OFFSET_OUTSTANDING']);
    expect(codes({ ...sums('100.00', '100.00'), on: day('2022-01-19') })).toEqual(['AGREEMENT_YEAR_NOT_OVER', 'NOTHING_LEFT']);
  });

  it('explains the rest', () => {
    expect(explainPrepaymentRest({ prepaid: yuan('100.00'), rest: yuan('40.00') })).toMatchObject({
      inputs: [{ value: '100.00' }, { value: '60.00' }],
      steps: [{ value: '40.00' }],
    });
  });
});
