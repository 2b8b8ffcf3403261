import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { bulletinDay } from './bulletin-day.ts';

const refusalsOf = (asOf: string, latest: string | null) => {
  const judged = bulletinDay({ asOf: localDate(asOf), latest: latest === null ? null : localDate(latest) });
  return judged.ok ? [] : judged.refusals.map(({ code }) => code);
};

describe('[T8] the day of a bulletin', () => {
  it.each<[asOf: string, latest: string | null, ...codes: string[]]>([
    ['2021-06-30', null],
    ['2021-06-29', null, 'NOT_A_MONTH_END'],
    ['2021-07-01', null, 'NOT_A_MONTH_END'],
    ['2024-02-28', null, 'NOT_A_MONTH_END'],
    ['2024-02-29', null],
    ['2021-07-31', '2021-06-30'],
    ['2022-01-31', '2021-06-30'],
    ['2021-06-30', '2021-06-30', 'BULLETIN_TOO_SOON'],
    ['2021-05-31', '2021-06-30', 'BULLETIN_TOO_SOON'],
    ['2021-07-30', '2021-06-30', 'NOT_A_MONTH_END', 'BULLETIN_TOO_SOON'],
    // After a short month the next is the whole next one.
    ['2022-03-31', '2022-02-28'],
    ['2022-03-28', '2022-02-28', 'NOT_A_MONTH_END', 'BULLETIN_TOO_SOON'],
    // The first day in force, and the last month end before it.
    ['2019-01-31', null],
    ['2018-12-31', null, 'BULLETIN_BEFORE_FIRST_RULE'],
  ])('%s after %s: %s', (asOf, latest, ...codes) => expect(refusalsOf(asOf, latest)).toEqual(codes.filter(Boolean)));
});
