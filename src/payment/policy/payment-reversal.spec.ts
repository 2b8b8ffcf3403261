import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { paymentReversal } from './payment-reversal.ts';

const payment = { reference: 'V-1', paidOn: localDate('2021-03-20'), reversedOn: null };
const now = localDate('2021-03-31');

describe('[RD2] the reversal of a payment', () => {
  it.each([
    ['on the day of payment', payment, '2021-03-20', []],
    ['the day before', payment, '2021-03-19', ['REVERSED_BEFORE_PAYMENT']],
    ['today', payment, '2021-03-31', []],
    ['tomorrow', payment, '2021-04-01', ['DATE_IN_FUTURE']],
    ['a second time', { ...payment, reversedOn: localDate('2021-03-25') }, '2021-03-26', ['ALREADY_REVERSED']],
  ])('%s', (_title, given, on, expected) => {
    expect(paymentReversal(given, localDate(on), now).map(({ code }) => code)).toEqual(expected);
  });
});
