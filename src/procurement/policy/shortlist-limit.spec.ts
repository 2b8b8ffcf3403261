import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { comparablePrice } from './comparable-price.ts';
import { shortlistLimit } from './shortlist-limit.ts';

const ladder = (n: number) => Array.from({ length: n }, (_, index) => ({ id: `b${index}`, price: comparablePrice(String(index + 1)) }));

describe('shortlist limit', () => {
  it.each([
    // flcube.com/?p=30512: at most 10 in the seventh round; other rounds not on record
    ['[RB3]', 'national-drug', '2022-07-11', 12, 0, 12],
    ['[RB3]', 'national-drug', '2022-07-12', 10, 10, 0],
    ['[RB3]', 'national-drug', '2022-07-12', 11, 10, 0],
    ['[RB3]', 'national-drug', '2023-03-28', 12, 10, 0],
    ['[RB3]', 'national-drug', '2023-03-29', 12, 0, 12],
    // en.camdi.org/news/4962: the ten lowest
    ['[RB6]', 'national-stent', '2020-11-05', 26, 10, 0],
    ['[RB6]', 'national-stent', '2022-11-28', 9, 9, 0],
  ])('%s %s on %s of %d bids: %d within, %d without a limit on record', (_rule, scheme, day, n, within, unlimited) => {
    const answers = [...shortlistLimit(localDate(day), scheme, ladder(n)).values()].map((each) => each.met);
    expect([answers.filter((each) => each === true).length, answers.filter((each) => each === null).length]).toEqual([within, unlimited]);
  });

  it('shares a tied last place and names the tie', () => {
    const tied = ['x', 'y'].map((id) => ({ id, price: comparablePrice('50') }));
    const judged = shortlistLimit(localDate('2022-07-12'), 'national-drug', [...ladder(9), ...tied]);
    expect(judged.get('x')).toMatchObject({ met: true, sentence: 'Place 10 is among the 10 lowest. It shares its place with y.' });
    expect(judged.get('y')?.met).toBe(true);
  });
});
