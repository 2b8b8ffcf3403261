import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate, type LocalDate } from '../../kernel/local-date.ts';
import { standardBases, standardTimeline, type Claim, type StandardBasis } from './precedence.ts';

const first = localDate('2021-01-01');
const days = Array.from({ length: 200 }, (_each, at) => addDays(first, at));
const day = (at: number): LocalDate => days[at]!;
const claim = (
  basis: StandardBasis,
  recorded: number,
  ...stretches: [from: number, to: number | null, value: string][]
): Claim<string> => ({
  basis,
  recordedAt: new Date(recorded),
  stretches: stretches.map(([from, to, value]) => ({ from: day(from), to: to === null ? null : day(to), value })),
});
const told = (claims: readonly Claim<string>[]) => standardTimeline(claims).map(({ from, to, value }) => [from, to, value]);

describe('[RE5] which standard holds', () => {
  it('is the winning price, before and after it the negotiated one, and what the locality set around both', () => {
    const claims = [
      claim('LOCAL_CAP', 1, [0, 50, 'cap'], [50, null, 'step']),
      claim('NEGOTIATED_PRICE', 1, [10, 40, 'negotiated']),
      claim('WINNING_PRICE', 1, [20, 30, 'winning']),
    ];
    expect(told(claims)).toEqual([
      [day(0), day(10), 'cap'],
      [day(10), day(20), 'negotiated'],
      [day(20), day(30), 'winning'],
      [day(30), day(40), 'negotiated'],
      [day(40), day(50), 'cap'],
      [day(50), null, 'step'],
    ]);
  });

  it('[T12] is that of the renewal from its own day on, and the one before does not come back', () => {
    expect(told([claim('WINNING_PRICE', 1, [0, null, 'first']), claim('WINNING_PRICE', 2, [10, 20, 'renewal'])])).toEqual([
      [day(0), day(10), 'first'],
      [day(10), day(20), 'renewal'],
    ]);
  });

  it('is the one recorded later, of two of one kind that begin on one day', () => {
    expect(told([claim('LOCAL_CAP', 2, [0, null, 'later']), claim('LOCAL_CAP', 1, [0, 9, 'earlier'])])).toEqual([[day(0), null, 'later']]);
  });

  it('is none of a claim that says nothing', () => {
    expect(told([claim('WINNING_PRICE', 1)])).toEqual([]);
  });
});

/** The standards of plain days, by asking every claim of every day. */
function byDays(claims: readonly Claim<string>[], count: number): (string | null)[] {
  const rank = { WINNING_PRICE: 0, NEGOTIATED_PRICE: 1, LOCAL_CAP: 2, NON_SELECTED_DRUG: 2 };
  return Array.from({ length: count }, (_each, at) => {
    const on = day(at);
    for (const level of [0, 1, 2]) {
      const begun = claims
        .filter(({ basis, stretches }) => rank[basis] === level && stretches.length > 0 && stretches[0]!.from <= on)
        .toSorted((a, b) =>
          a.stretches[0]!.from < b.stretches[0]!.from
            ? -1
            : a.stretches[0]!.from > b.stretches[0]!.from
              ? 1
              : a.recordedAt.getTime() - b.recordedAt.getTime(),
        );
      // Only the one that began last speaks for its kind, whether it still does or not.
      const says = begun.at(-1)?.stretches.find(({ from, to }) => from <= on && (to === null || on < to));
      if (says) return says.value;
    }
    return null;
  });
}

const horizon = 60;
const someClaim = fc.record({
  basis: fc.constantFrom(...standardBases),
  start: fc.nat(horizon - 1),
  lengths: fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 4 }),
  isOpen: fc.boolean(),
});

it('is what a model of plain days says, for any claims, in one row a day and no more', () => {
  fc.assert(
    fc.property(fc.array(someClaim, { maxLength: 6 }), (given) => {
      const claims = given.map(({ basis, start, lengths, isOpen }, recorded): Claim<string> => {
        let from = start;
        const stretches = lengths.map((length, at): [number, number | null, string] => {
          const isLast = at === lengths.length - 1;
          const stretch: [number, number | null, string] = [from, isLast && isOpen ? null : from + length, `${recorded}/${at}`];
          from += length;
          return stretch;
        });
        return claim(basis, recorded, ...stretches);
      });
      const timeline = standardTimeline(claims);
      const found = Array.from({ length: horizon }, (_each, at) => {
        const holding = timeline.filter(({ from, to }) => from <= day(at) && (to === null || day(at) < to));
        expect(holding.length).toBeLessThanOrEqual(1);
        return holding[0]?.value ?? null;
      });
      expect(found).toEqual(byDays(claims, horizon));
      for (const { from, to } of timeline) expect(to === null || from < to).toBe(true);
      expect(timeline.map(({ from }) => from)).toEqual(timeline.map(({ from }) => from).toSorted());
    }),
    { numRuns: 300 },
  );
});
