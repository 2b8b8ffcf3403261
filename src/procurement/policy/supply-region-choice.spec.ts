import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../kernel/verdict.ts';
import { comparablePrice } from './comparable-price.ts';
import { type ChoosingWinner, supplyRegionChoice } from './supply-region-choice.ts';

const areas = ['11', '12', '13', '14', '15'].map((areaCode, index) => ({ areaCode, quantity: 100 * (index + 1) }));
const all = areas.map((each) => each.areaCode);
const winner = (code: string, price: string, wishes = all, rest: Partial<ChoosingWinner> = {}): ChoosingWinner => ({
  code,
  price: comparablePrice(price),
  wishes,
  backupWishes: all,
  ...rest,
});

describe('[RA4] choice of supply regions', () => {
  it('goes by price, one region per turn, then backups that differ from the own regions', () => {
    // flcube.com/?p=30512
    const chosen = valueOf(
      supplyRegionChoice(
        [winner('dear', '3'), winner('cheap', '1', ['15', '14', '13']), winner('middle', '2', ['15', '13', '12', '11'])],
        areas,
      ),
    );
    expect(chosen.order).toEqual(['cheap', 'middle', 'dear']);
    expect(chosen.primary.map((each) => [each.winner, each.areaCode, each.quantity])).toEqual([
      ['cheap', '15', 500],
      ['middle', '13', 300],
      ['dear', '11', 100],
      ['cheap', '14', 400],
      ['middle', '12', 200],
    ]);
    expect(chosen.backup.map((each) => [each.winner, each.areaCode])).toEqual([
      ['cheap', '11'],
      ['middle', '14'],
      ['dear', '12'],
      ['cheap', '13'],
      ['middle', '15'],
    ]);
    expect(chosen.withoutBackup).toEqual([]);
  });

  it('leaves a single winner without backup', () => {
    expect(valueOf(supplyRegionChoice([winner('only', '1')], areas))).toMatchObject({ backup: [], withoutBackup: all });
  });

  it('never gives a region to a winner who did not wish for it', () => {
    const answer = supplyRegionChoice([winner('a', '1', ['11']), winner('b', '2')], areas);
    expect(answer.ok ? null : answer.refusals[0]).toMatchObject({
      code: 'REGION_WISHES_EXHAUSTED',
      facts: [{ value: 'a' }, { value: '13|14|15' }],
    });
  });

  it('asks for the turn of equal prices', () => {
    const answer = supplyRegionChoice([winner('a', '1'), winner('b', '1')], areas);
    expect(answer.ok ? null : answer.refusals[0]?.code).toBe('REGION_ORDER_TIED');
    expect(valueOf(supplyRegionChoice([winner('a', '1', all, { turn: 2 }), winner('b', '1', all, { turn: 1 })], areas)).order).toEqual([
      'b',
      'a',
    ]);
  });

  it('gives every region to one supplier, volumes sum, no one backs up itself', () => {
    const wishes = fc.shuffledSubarray(all, { minLength: all.length });
    fc.assert(
      fc.property(fc.array(fc.tuple(wishes, wishes), { minLength: 1, maxLength: 6 }), (list) => {
        const winners = list.map(([primary, backup], index) => winner(`w${index}`, String(index + 1), primary, { backupWishes: backup }));
        const { primary, backup, withoutBackup } = valueOf(supplyRegionChoice(winners, areas));
        expect(primary.map((each) => each.areaCode).toSorted()).toEqual(all);
        expect(primary.reduce((sum, each) => sum + each.quantity, 0)).toBe(1500);
        const supplier = new Map(primary.map((each) => [each.areaCode, each.winner]));
        expect(backup.every((each) => supplier.get(each.areaCode) !== each.winner)).toBe(true);
        expect([...backup.map((each) => each.areaCode), ...withoutBackup].toSorted()).toEqual(all);
      }),
    );
  });
});
