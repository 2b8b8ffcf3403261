import { expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { completionForecast } from './completion-forecast.ts';

const year = { from: localDate('2021-01-01'), to: localDate('2022-01-01') };

it.each([
  ['nothing was bought', 0, '2021-06-01', null],
  ['the agreement has not begun', 10, '2020-12-31', null],
  ['half came in the first ten days', 50, '2021-01-10', '2021-01-20'],
  ['all came in time', 100, '2021-12-31', '2021-12-31'],
  ['a day is begun', 99, '2021-01-10', '2021-01-11'],
  ['the agreement is over', 50, '2023-06-01', '2022-12-31'],
  ['it would take more than ten years', 1, '2021-12-31', null],
])('[RJ1] 100 agreed for 2021, and %s', (_title, purchased, asOf, expected) => {
  expect(completionForecast({ agreed: 100, purchased, year, asOf: localDate(asOf) })).toBe(expected);
});
