import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { agreementPeriod } from './agreement-period.ts';

it.each([
  ['2020-01-01', '2019-11-13', '2022-01-01'],
  ['2020-02-29', '2020-02-01', '2022-02-28'],
  ['2022-01-01', '2021-12-31', '2024-01-01'],
  ['2022-01-01', '2022-01-01', '2024-01-01'],
])('[RH3] from %s, agreed on %s: to the day before %s', (from, agreedOn, to) => {
  expect(agreementPeriod(localDate(from), localDate(agreedOn))).toEqual({ from, to });
});

it('[RH3] has no rule before the first one', () => {
  expect(() => agreementPeriod(localDate('2017-01-01'), localDate('2016-12-31'))).toThrow(/rule gap/);
});
