import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import { paymentLimit } from './payment-limit.ts';

const payable = {
  amount: Money.of('1000'),
  open: Money.of('400'),
  acceptedOn: localDate('2021-03-12'),
  references: new Set(['V-1']),
};
const now = localDate('2021-03-31');
const judged = (amount: string, paidOn = '2021-03-20', reference = 'V-2') =>
  paymentLimit(payable, { amount: Money.of(amount), paidOn: localDate(paidOn), reference }, now);
const codes = (...given: Parameters<typeof judged>) => judged(...given).map(({ code }) => code);

describe('[RD1] the limit of a payment', () => {
  it.each<[string, Parameters<typeof judged>, string[]]>([
    ['just below', ['399.99'], []],
    ['what is open', ['400.00'], []],
    ['a cent more', ['400.01'], ['PAYMENT_ABOVE_OPEN_AMOUNT']],
    ['on the day of acceptance', ['1', '2021-03-12'], []],
    ['the day before', ['1', '2021-03-11'], ['PAID_BEFORE_ACCEPTANCE']],
    ['today', ['1', '2021-03-31'], []],
    ['tomorrow', ['1', '2021-04-01'], ['DATE_IN_FUTURE']],
    ['under a reference that is taken', ['1', '2021-03-20', 'V-1'], ['REFERENCE_TAKEN']],
  ])('%s', (_title, given, expected) => {
    expect(codes(...given)).toEqual(expected);
  });

  it('tells the figures', () => {
    expect(judged('400.01')[0]!.facts).toEqual([
      { name: 'payment', value: '400.01', unit: 'yuan' },
      { name: 'open', value: '400.00', unit: 'yuan' },
      { name: 'payable', value: '1000.00', unit: 'yuan' },
    ]);
  });
});
