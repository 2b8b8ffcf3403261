import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import { retainedCycle, type GrantedBefore } from './retained-cycle.ts';

const granted = (more: Partial<GrantedBefore> = {}): GrantedBefore => ({
  genericName: '通用名甲',
  round: 'first',
  agreementYear: 2022,
  retained: Money.of('28665.00'),
  begins: localDate('2022-01-01'),
  ends: localDate('2023-01-01'),
  isExpired: false,
  ...more,
});
const begins = localDate('2023-01-01');
const on = (day: string, more: Partial<GrantedBefore> = {}) =>
  retainedCycle(localDate(day), begins, [granted(more)]).map(({ code }) => code);

describe('[RF2] a cycle that is completed and retained', () => {
  it.each([
    ['2022-12-31', []],
    ['2023-01-01', ['CYCLE_RETAINED']],
    ['2023-01-02', ['CYCLE_RETAINED']],
  ])('keeps the generic name out of a later round on %s', (day, codes) => expect(on(day)).toEqual(codes));

  it('is none where nothing was retained', () => {
    expect(on('2024-01-01', { retained: Money.of('0.00') })).toEqual([]);
    expect(on('2024-01-01', { retained: Money.of('0.01') })).toEqual(['CYCLE_RETAINED']);
  });

  it('is none where its end is not on record, unless the round has expired', () => {
    expect(on('2024-01-01', { ends: null })).toEqual([]);
    expect(on('2024-01-01', { ends: null, isExpired: true })).toEqual(['CYCLE_RETAINED']);
  });

  it('bars no round that began before it', () => {
    expect(on('2024-01-01', { begins: localDate('2022-12-31') })).toEqual(['CYCLE_RETAINED']);
    expect(on('2024-01-01', { begins })).toEqual([]);
    expect(on('2024-01-01', { begins: null })).toEqual(['CYCLE_RETAINED']);
    expect(retainedCycle(localDate('2024-01-01'), null, [granted()])).toHaveLength(1);
  });

  it('says which, when and how much', () => {
    expect(retainedCycle(localDate('2024-01-01'), begins, [granted()])).toMatchObject([
      {
        rule: 'retention.retained-cycle',
        facts: [{ value: '通用名甲' }, { value: 'first' }, { value: '2022' }, { value: '28665.00', unit: 'yuan' }, { value: '2023-01-01' }],
      },
    ]);
  });
});
