import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import { goodsReturn, unpaidGoods } from './goods-return.ts';

const goods = { number: 'D-1', acceptedOn: localDate('2021-03-12'), kept: 60, open: Money.of('400') };
const now = localDate('2021-03-31');

describe('[S1-13] the return of accepted goods', () => {
  it.each([
    ['all that is there', 60, '2021-03-20', []],
    ['one more', 61, '2021-03-20', ['RETURN_ABOVE_ACCEPTED']],
    ['on the day of acceptance', 1, '2021-03-12', []],
    ['the day before', 1, '2021-03-11', ['RETURNED_BEFORE_ACCEPTANCE']],
    ['tomorrow', 1, '2021-04-01', ['DATE_IN_FUTURE']],
  ])('%s', (_title, quantity, on, expected) => {
    expect(goodsReturn(goods, { quantity, returnedOn: localDate(on) }, now).map(({ code }) => code)).toEqual(expected);
  });

  it('needs payments reversed where less is open than goes back', () => {
    expect(unpaidGoods(goods, Money.of('400'))).toEqual([]);
    expect(unpaidGoods(goods, Money.of('400.01'))).toMatchObject([
      { code: 'RETURN_OF_PAID_GOODS', facts: [{ value: '400.01' }, { value: '400.00' }, { name: 'toReverse', value: '0.01' }] },
    ]);
  });
});
