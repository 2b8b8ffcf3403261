import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { Money } from '../../kernel/money.ts';
import { firstYearFloorClauses } from './first-year-floor.clauses.ts';
import { explainStandard, firstYearEnds, firstYearFloor, floorFor, startOfConcern, type Reading } from './first-year-floor.ts';

// This file and first-year-floor.clauses.ts are the only places that know how long the first year is.
const standard = (from: string, amount: string) => ({ from: localDate(from), amount: Money.of(amount) });
const concern = { round: 'GH-HD2020-1', start: localDate('2021-01-31') };
const before = [standard('2020-07-01', '40000.00')];
const judged = (from: string, amount: string, own: Reading | null = null, standards = before, concerns = [concern]) =>
  firstYearFloor({ group: 'FM19', judged: standard(from, amount), standards, concerns, own });

describe('the first year', () => {
  it.each(['2021-01-01', '2999-12-31'])('is read as a prohibition of twelve months on %s', (day) => {
    expect(firstYearFloorClauses.inForce(localDate(day)).value).toEqual({ months: 12, reading: 'MUST_NOT' });
    expect(startOfConcern(localDate(day))).toEqual([]);
  });

  it('began nowhere before the first document', () => {
    expect(startOfConcern(localDate('2020-12-31'))).toMatchObject([
      { code: 'START_BEFORE_RULE', field: 'startsOn', facts: [{ value: '2020-12-31' }, { value: '2021-01-01' }] },
    ]);
  });

  it.each([
    ['2021-01-31', '2022-01-31'],
    ['2024-02-29', '2025-02-28'],
  ])('from %s ends on %s', (start, ends) => expect(firstYearEnds(localDate(start))).toBe(ends));

  it.each([
    // day, amount, may be
    ['2021-01-30', '39999.99', true],
    ['2021-01-31', '39999.99', false],
    ['2021-01-31', '40000.00', true],
    ['2021-01-31', '40000.01', true],
    ['2022-01-30', '39999.99', false],
    ['2022-01-30', '40000.00', true],
    ['2022-01-31', '39999.99', true],
  ])('[RG1] [S1-26] from %s a standard of %s may be: %s', (from, amount, may) => {
    const verdict = judged(from, amount);
    expect(verdict.ok).toBe(may);
    if (!verdict.ok) expect(verdict.refusals).toMatchObject([{ code: 'LOWERED_IN_FIRST_YEAR', field: 'amount' }]);
  });

  it('lets what was raised come down to what it was, and no further', () => {
    const raised = [...before, standard('2021-03-01', '45000.00')];
    expect(judged('2021-09-01', '40000.00', null, raised).ok).toBe(true);
    expect(judged('2021-09-01', '39999.99', null, raised).ok).toBe(false);
  });

  it('[T4] lets an area lower it that reads the text as a permission', () => {
    expect(judged('2021-06-01', '1.00', 'NEED_NOT').ok).toBe(true);
    expect(judged('2021-06-01', '1.00', 'MUST_NOT').ok).toBe(false);
  });

  it('takes the first standard since, where none is on record before', () => {
    expect(judged('2021-02-01', '1.00', null, []).ok).toBe(true);
    const since = [standard('2021-02-01', '40000.00')];
    expect(judged('2021-06-01', '39999.99', null, since).ok).toBe(false);
    expect(judged('2021-06-01', '40000.00', null, since).ok).toBe(true);
  });

  it('is that of each round by itself', () => {
    const renewal = { round: 'renewal', start: localDate('2023-01-01') };
    const lowered = [...before, standard('2022-06-01', '30000.00')];
    expect(judged('2023-06-01', '29999.99', null, lowered, [concern, renewal])).toMatchObject({
      ok: false,
      refusals: [{ facts: [{}, {}, { value: 'renewal' }, { value: '2023-01-01' }, { value: '30000.00' }, { value: '2024-01-01' }] }],
    });
    expect(judged('2023-06-01', '30000.00', null, lowered, [concern, renewal]).ok).toBe(true);
    expect(judged('2023-06-01', '1.00', null, lowered, []).ok).toBe(true);
  });

  it('is explained with its figures', () => {
    const { rule, inputs, steps } = explainStandard(
      standard('2021-03-01', '45000.00'),
      floorFor(standard('2021-03-01', '45000.00'), before, [concern]),
    );
    expect([rule, inputs.map(({ value }) => value), steps.map(({ value }) => value)]).toEqual([
      'disease-group.first-year-floor',
      ['45000.00', '2021-03-01', 'GH-HD2020-1', '2021-01-31', '40000.00', '2022-01-31'],
      ['2022-01-31', '5000.00'],
    ]);
    expect(floorFor(standard('2020-07-01', '40000.00'), [], [concern])).toBeNull();
    expect(explainStandard(standard('2020-07-01', '40000.00'), null).steps).toEqual([]);
  });
});
