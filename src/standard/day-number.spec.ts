import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber, dayText } from './day-number.ts';

it.each([
  ['1900-01-01', -25_567],
  ['1900-02-28', -25_509],
  ['1900-03-01', -25_508],
  ['1970-01-01', 0],
  ['2000-02-29', 11_016],
  ['2024-02-29', 19_782],
  ['2024-12-31', 20_088],
  ['2999-12-31', 376_199],
])('counts %s as day %d', (day, count) => {
  expect([dayNumber(day), dayText(count)]).toEqual([count, day]);
});

it('counts any day as the calendar of the machine does, and gives it back', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') }), (count) => {
      const day = new Date(count * 86_400_000).toISOString().slice(0, 10);
      expect([dayNumber(day), dayText(count)]).toEqual([count, day]);
    }),
  );
});
