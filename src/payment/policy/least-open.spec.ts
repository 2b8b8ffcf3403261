import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import { leastOpenFrom } from './least-open.ts';

const least = (changes: Readonly<Record<string, string>>, from: string) =>
  leastOpenFrom(
    Money.of('1000'),
    new Map(Object.entries(changes).map(([day, change]) => [localDate(day), Money.of(change)])),
    localDate(from),
  ).toString();

// Paid whole on the 10th, which was taken back on the 30th.
const reversed = { '2021-04-10': '-1000', '2021-04-30': '1000' };

it.each<[string, Readonly<Record<string, string>>, string, string]>([
  ['all of it without a change', {}, '2021-04-01', '1000.00'],
  ['what is left after later payments', { '2021-04-10': '-300', '2021-05-10': '-200' }, '2021-04-01', '500.00'],
  ['what was left on the day, where nothing came later', { '2021-04-10': '-300' }, '2021-04-10', '700.00'],
  ['nothing before a payment that was taken back later', reversed, '2021-04-09', '0.00'],
  ['nothing on the day before the reversal', reversed, '2021-04-29', '0.00'],
  ['all of it from the day of the reversal on', reversed, '2021-04-30', '1000.00'],
  ['the changes of one day together', { '2021-04-10': '0' }, '2021-04-10', '1000.00'],
  ['whatever the order in which they were told', { '2021-04-30': '1000', '2021-04-10': '-1000' }, '2021-04-15', '0.00'],
])('from a day on there is at least open: %s', (_title, changes, from, expected) => {
  expect(least(changes, from)).toBe(expected);
});
