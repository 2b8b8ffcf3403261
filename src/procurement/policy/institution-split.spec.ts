import { describe, expect, it } from 'vitest';
import { institutionSplit } from './institution-split.ts';

const split = (agreed: number, reported: number[]) =>
  institutionSplit(
    agreed,
    reported.map((each, index) => ({ institutionCode: `h${index}`, reported: each })),
  ).map((part) => part.amount);

describe('[RA1] split among institutions', () => {
  it.each([
    [50, [60, 40], [30, 20]],
    [10, [1, 1, 1], [4, 3, 3]], // equal remainders: the smaller code
    [80, [100, 0], [80, 0]],
    [0, [0, 0], [0, 0]],
    [1070000, [1, 2, 4], [152857, 305714, 611429]],
  ])('%d by %j: %j', (agreed, reported, parts) => expect(split(agreed, reported)).toEqual(parts));

  it('throws when nobody reported', () => expect(() => split(1, [0])).toThrow());
});
