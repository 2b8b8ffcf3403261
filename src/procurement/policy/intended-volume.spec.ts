import { describe, expect, it } from 'vitest';
import { valueOf } from '../../kernel/verdict.ts';
import { intendedVolume, type ProductVolume } from './intended-volume.ts';

const selected = ['A', 'B'];
const volumes = (map: Record<string, number>): ProductVolume[] =>
  Object.entries(map).map(([productCode, quantity]) => ({ productCode, quantity }));
const codes = (reassigned: Record<string, number>) => {
  const answer = intendedVolume({ selected, intended: volumes({ A: 100, X: 30, Y: 20 }), reassigned: volumes(reassigned) });
  return answer.ok ? answer.value.map((part) => part.amount) : answer.refusals.map((each) => each.code);
};

describe('[RA4] re-assignment of intended stent volumes', () => {
  it.each([
    [{ A: 49 }, ['REASSIGNMENT_NOT_EXACT']],
    [{ A: 50 }, [150, 0]],
    [{ A: 20, B: 30 }, [120, 30]],
    [{ A: 51 }, ['REASSIGNMENT_NOT_EXACT']],
    [{ X: 50 }, ['REASSIGNED_TO_NON_SELECTED']],
    [{ A: 60, B: -10 }, ['REASSIGNED_QUANTITY_NOT_POSITIVE']],
    [{ X: 0.5 }, ['REASSIGNED_TO_NON_SELECTED', 'REASSIGNED_QUANTITY_NOT_POSITIVE', 'REASSIGNMENT_NOT_EXACT']],
    [{}, ['REASSIGNMENT_NOT_EXACT']],
  ])('re-assigning 50 as %j: %j', (reassigned, expected) => expect(codes(reassigned as Record<string, number>)).toEqual(expected));

  it('has nothing to re-assign when every intended product was selected', () => {
    expect(valueOf(intendedVolume({ selected, intended: volumes({ A: 1, B: 2 }), reassigned: [] })).map((part) => part.amount)).toEqual([
      1, 2,
    ]);
  });
});
