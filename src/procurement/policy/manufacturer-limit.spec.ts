import { describe, expect, it } from 'vitest';
import { RuleGap } from '../../kernel/clause.ts';
import { localDate } from '../../kernel/local-date.ts';
import { comparablePrice } from './comparable-price.ts';
import { manufacturerLimit } from './manufacturer-limit.ts';

const products = (manufacturer: string, n: number) =>
  Array.from({ length: n }, (_, index) => ({ id: `${manufacturer}${index}`, price: comparablePrice(String(index + 1)), manufacturer }));

describe('[RB6] products of one manufacturer', () => {
  it.each([
    // en.camdi.org/news/4962: at most 4
    ['2020-11-05', 3, 3],
    ['2020-11-05', 4, 4],
    ['2022-11-28', 5, 4],
  ])('on %s of %d products %d stay', (day, n, stay) => {
    const judged = manufacturerLimit(localDate(day), 'national-stent', [...products('m', n), ...products('other', 1)]);
    expect([...judged.values()].filter((each) => each.met).length).toBe(stay + 1);
  });

  it.each(['2020-11-04', '2022-11-29'])('is not in force on %s', (day) => {
    expect(() => manufacturerLimit(localDate(day), 'national-stent', [])).toThrow(RuleGap);
  });
});
