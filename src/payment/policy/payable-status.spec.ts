import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import { payableStatusClauses } from './payable-status.clauses.ts';
import { type Entry, payableStanding } from './payable-status.ts';

const entry = (kind: Entry['kind'], amount: string, occurredOn: string): Entry => ({
  kind,
  amount: Money.of(amount),
  occurredOn: localDate(occurredOn),
});
/** 100.00 accepted on 2023-12-15, due on 2024-01-31. */
const standing = (asOf: string, ...entries: Entry[]) => {
  const given = { amount: Money.of('100'), acceptedOn: localDate('2023-12-15'), dueOn: localDate('2024-01-31'), entries };
  const { status, overdueDays, overdueAmount, paid, open, settledOn } = payableStanding({ ...given, asOf: localDate(asOf) });
  return [status, overdueDays, String(overdueAmount), String(paid), String(open), settledOn];
};
const whole = (on: string) => entry('PAYMENT', '100', on);

describe('[RD2] the status of a payable', () => {
  it.each([
    // title, as of, entries, status, overdue days, overdue amount, paid, open, settled on
    ['before the acceptance', '2023-12-14', [], null, 0, '0.00', '0.00', '0.00', null],
    ['on the day of acceptance', '2023-12-15', [], 'NOT_DUE', 0, '0.00', '0.00', '100.00', null],
    ['eight days before', '2024-01-23', [], 'NOT_DUE', 0, '0.00', '0.00', '100.00', null],
    ['seven days before', '2024-01-24', [], 'DUE_SOON', 0, '0.00', '0.00', '100.00', null],
    ['on the due date', '2024-01-31', [], 'DUE_SOON', 0, '0.00', '0.00', '100.00', null],
    ['the day after', '2024-02-01', [], 'OVERDUE', 1, '100.00', '0.00', '100.00', null],
    ['paid on the due date', '2024-03-01', [whole('2024-01-31')], 'SETTLED', 0, '0.00', '100.00', '0.00', '2024-01-31'],
    ['paid the day after', '2024-03-01', [whole('2024-02-01')], 'SETTLED_LATE', 1, '0.00', '100.00', '0.00', '2024-02-01'],
    ['[E07] paid on 2024-02-05', '2024-03-01', [whole('2024-02-05')], 'SETTLED_LATE', 5, '0.00', '100.00', '0.00', '2024-02-05'],
    ['[E07] the day before that', '2024-02-04', [whole('2024-02-05')], 'OVERDUE', 4, '100.00', '0.00', '100.00', null],
    ['paid in part', '2024-02-10', [entry('PAYMENT', '99.99', '2024-01-20')], 'OVERDUE', 10, '0.01', '99.99', '0.01', null],
    [
      'paid in two parts, the second late',
      '2024-02-10',
      [entry('PAYMENT', '40', '2024-02-02'), entry('PAYMENT', '60', '2024-01-20')],
      'SETTLED_LATE',
      2,
      '0.00',
      '100.00',
      '0.00',
      '2024-02-02',
    ],
    [
      'reversed later: settled on a day before',
      '2024-02-09',
      [whole('2024-01-20'), entry('REVERSAL', '100', '2024-02-10')],
      'SETTLED',
      0,
      '0.00',
      '100.00',
      '0.00',
      '2024-01-20',
    ],
    [
      'reversed: open again',
      '2024-02-10',
      [whole('2024-01-20'), entry('REVERSAL', '100', '2024-02-10')],
      'OVERDUE',
      10,
      '100.00',
      '0.00',
      '100.00',
      null,
    ],
    [
      'reversed and paid anew on one day: never open at the end of a day',
      '2024-02-20',
      [whole('2024-01-20'), entry('REVERSAL', '100', '2024-02-10'), whole('2024-02-10')],
      'SETTLED',
      0,
      '0.00',
      '100.00',
      '0.00',
      '2024-01-20',
    ],
    [
      'reversed, and paid anew later',
      '2024-02-20',
      [whole('2024-01-20'), entry('REVERSAL', '100', '2024-02-10'), whole('2024-02-12')],
      'SETTLED_LATE',
      12,
      '0.00',
      '100.00',
      '0.00',
      '2024-02-12',
    ],
    [
      'a back-dated payment in the place of a reversed one: twice paid for a while',
      '2024-01-25',
      [whole('2024-01-20'), entry('REVERSAL', '100', '2024-02-10'), whole('2024-01-18')],
      'SETTLED',
      0,
      '0.00',
      '200.00',
      '0.00',
      '2024-01-18',
    ],
    ['returned whole', '2024-02-20', [entry('RETURN', '100', '2024-01-20')], 'SETTLED', 0, '0.00', '0.00', '0.00', '2024-01-20'],
    [
      'returned in part, the rest paid late',
      '2024-02-20',
      [entry('RETURN', '30', '2024-01-20'), entry('PAYMENT', '70', '2024-02-03')],
      'SETTLED_LATE',
      3,
      '0.00',
      '70.00',
      '0.00',
      '2024-02-03',
    ],
  ] as const)('%s', (_title, asOf, entries, ...expected) => {
    expect(standing(asOf, ...entries)).toEqual(expected);
  });

  it('calls a payable worth nothing settled on the day of acceptance', () => {
    const given = { amount: Money.of('0'), acceptedOn: localDate('2023-12-15'), dueOn: localDate('2024-01-31'), entries: [] };
    expect(payableStanding({ ...given, asOf: localDate('2024-05-01') })).toMatchObject({ status: 'SETTLED', settledOn: '2023-12-15' });
  });

  it('has its week before the due date by a dated clause', () => {
    expect(payableStatusClauses.inForce(localDate('1900-01-01')).value).toEqual({ dueSoonDays: 7 });
  });

  it('does not depend on the order of the entries, and later entries change no past day', () => {
    const day = (least: number) => fc.integer({ min: least, max: 90 }).map((each) => addDays(localDate('2023-12-15'), each));
    const entries = fc.array(
      fc.record({
        kind: fc.constantFrom('PAYMENT' as const, 'RETURN' as const),
        amount: fc.integer({ min: 1, max: 9999 }),
        occurredOn: day(0),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(entries, day(0), (made, asOf) => {
        const all = made.map(({ amount, ...rest }) => ({ ...rest, amount: Money.of((amount / 100).toFixed(2)) }));
        const until = all.filter(({ occurredOn }) => occurredOn <= asOf);
        expect(standing(asOf, ...all.toReversed())).toEqual(standing(asOf, ...until));
      }),
    );
  });
});
