import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, lastDayOfMonth, localDate, localDateAt, MalformedDate, startOfDay, today } from './local-date.ts';
import { contains, daysIn, overlaps, period, yearFrom } from './period.ts';

const zoneOfTheProcess = process.env['TZ'];
afterEach(() => {
  if (zoneOfTheProcess === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneOfTheProcess;
});

describe('localDate', () => {
  it.each(['2020-02-29', '1998-12-14', '2100-02-28'])('reads %s', (text) => expect(localDate(text)).toBe(text));

  it.each([
    '2021-02-29',
    '2020-2-3',
    '20200203',
    '2020-02-03T00:00:00Z',
    ' 2020-02-03',
    '２０２０-02-03',
    '2020-13-01',
    '2020-00-10',
    '0020-01-01',
    '',
  ])('refuses %j', (text) => expect(() => localDate(text)).toThrow(MalformedDate));
});

describe('the day in Asia/Shanghai', () => {
  it.each([
    ['2020-11-05T15:59:59.999Z', '2020-11-05'],
    ['2020-11-05T16:00:00.000Z', '2020-11-06'],
    ['2020-12-31T16:00:00.000Z', '2021-01-01'],
  ])('%s is %s in every zone of the process', (moment, day) => {
    for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai']) {
      process.env['TZ'] = zone;
      expect(localDateAt(new Date(moment))).toBe(day);
      expect(today({ now: () => new Date(moment) })).toBe(day);
    }
  });

  it('a day begins where the day before ends, whatever the zone of the process', () => {
    for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai']) {
      process.env['TZ'] = zone;
      const begins = startOfDay(localDate('2026-01-01'));
      expect(begins.toISOString()).toBe('2025-12-31T16:00:00.000Z');
      expect([localDateAt(begins), localDateAt(new Date(begins.getTime() - 1))]).toEqual(['2026-01-01', '2025-12-31']);
    }
  });
});

describe('month arithmetic', () => {
  it.each([
    ['2020-02-29', 24, '2022-02-28'], // E14
    ['2021-01-20', 24, '2023-01-20'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2021-01-31', 1, '2021-02-28'],
    ['2021-03-31', -1, '2021-02-28'],
    ['2021-12-15', 1, '2022-01-15'],
  ])('%s + %d months is %s', (from, months, to) => expect(addMonths(localDate(from), months)).toBe(to));

  it.each([
    ['2021-01-01', 1, '2021-02-28'],
    ['2023-12-31', 1, '2024-01-31'],
    ['2024-02-10', 0, '2024-02-29'],
    ['2100-01-15', 1, '2100-02-28'],
  ])('the month of %s + %d ends %s', (from, later, last) => expect(lastDayOfMonth(localDate(from), later)).toBe(last));

  it('counts days across a leap day', () => {
    expect(daysBetween(localDate('2020-02-28'), localDate('2020-03-01'))).toBe(2);
    expect(daysBetween(localDate('2021-03-01'), localDate('2021-03-01'))).toBe(0);
    expect(addDays(localDate('2020-12-31'), 1)).toBe('2021-01-01');
  });

  it('adding days and counting them back agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20000, max: 20000 }), (days) => {
        const start = localDate('2020-02-29');
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });
});

describe('period', () => {
  const year = period(localDate('2021-01-01'), localDate('2022-01-01'));

  it('is half-open', () => {
    expect(['2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01'].map((day) => contains(year, localDate(day)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(contains(period(localDate('2021-01-01'), null), localDate('2999-01-01'))).toBe(true);
  });

  it('overlaps only when a day is shared', () => {
    expect(overlaps(year, period(localDate('2022-01-01'), null))).toBe(false);
    expect(overlaps(year, period(localDate('2021-12-31'), null))).toBe(true);
    expect(overlaps(period(localDate('2020-01-01'), localDate('2021-01-01')), year)).toBe(false);
  });

  it('needs its end after its start', () => {
    expect(() => period(localDate('2021-01-01'), localDate('2021-01-01'))).toThrow(RangeError);
  });

  it('gives agreement years of 365 or 366 days', () => {
    expect(daysIn(yearFrom(localDate('2021-01-01')))).toBe(365);
    expect(daysIn(yearFrom(localDate('2019-03-20')))).toBe(366);
  });
});
