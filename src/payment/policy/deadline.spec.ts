import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDate } from '../../kernel/local-date.ts';
import { valueOf } from '../../kernel/verdict.ts';
import { type CountedDay, type Deadline, lastDayInTime, needsCalendar } from './deadline.ts';

const lines = readFileSync(new URL('../../../seeds/calendar.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1);
const calendar = new Map(
  lines.map((line) => {
    const [day = '', working, banking] = line.split(',');
    return [day, { isWorkingDay: working === 'true', isBankingDay: banking === 'true' }];
  }),
);
const days = (count: number, counted: CountedDay): Deadline => ({ kind: 'DAYS', days: count, counted });

describe('[RD3] a deadline counted in days', () => {
  it.each([
    // from, days, counted, last day in time
    ['2026-01-31', 30, 'CALENDAR_DAY', '2026-03-02'],
    ['2024-01-31', 30, 'CALENDAR_DAY', '2024-03-01'], // a leap February
    ['2026-02-06', 1, 'WORKING_DAY', '2026-02-09'], // Friday to Monday
    ['2026-02-13', 1, 'WORKING_DAY', '2026-02-14'], // a Saturday that is worked before the Spring Festival
    ['2026-02-14', 1, 'WORKING_DAY', '2026-02-24'], // over the Spring Festival
    ['2026-02-14', 5, 'BANKING_DAY', '2026-02-28'], // the Saturday after it is worked too
    ['2026-09-30', 1, 'WORKING_DAY', '2026-10-08'], // over the National Day
    ['2026-12-30', 1, 'WORKING_DAY', '2026-12-31'], // the last day on record
  ] as const)('from %s %i of %s: %s', (from, count, counted, last) => {
    expect(valueOf(lastDayInTime(days(count, counted), localDate(from), calendar))).toBe(last);
  });

  it('is refused beyond the calendar, never guessed', () => {
    const refusal = lastDayInTime(days(5, 'WORKING_DAY'), localDate('2026-12-28'), calendar);
    expect(refusal).toMatchObject({
      ok: false,
      refusals: [
        {
          code: 'CALENDAR_NOT_COVERED',
          facts: [
            { name: 'countedFrom', value: '2026-12-28' },
            { name: 'counted', value: 'WORKING_DAY' },
            { name: 'firstDayMissing', value: '2027-01-01' },
          ],
        },
      ],
    });
    expect(lastDayInTime(days(1, 'BANKING_DAY'), localDate('2018-12-30'), calendar).ok).toBe(false);
  });

  it('needs the calendar for working and banking days only', () => {
    expect([days(30, 'CALENDAR_DAY'), days(30, 'WORKING_DAY'), days(30, 'BANKING_DAY')].map(needsCalendar)).toEqual([false, true, true]);
    expect(needsCalendar({ kind: 'END_OF_MONTH', monthsLater: 1 })).toBe(false);
  });

  it('ends on a day of the kind, with exactly so many of them after the first', () => {
    const from = fc.integer({ min: 0, max: 2800 }).map((each) => addDays(localDate('2019-01-01'), each));
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 40 }), (first, count) => {
        const last = valueOf(lastDayInTime(days(count, 'WORKING_DAY'), first, calendar));
        const between = Array.from({ length: daysBetween(first, last) }, (_, index) => addDays(first, index + 1));
        expect(calendar.get(last)?.isWorkingDay).toBe(true);
        expect(between.filter((day) => calendar.get(day)?.isWorkingDay)).toHaveLength(count);
      }),
    );
  });
});
