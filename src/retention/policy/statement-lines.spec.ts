import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { baseVolume, statementLines, yearOver } from './statement-lines.ts';

const codes = (refusals: readonly { code: string; facts: readonly { value: string }[] }[]) =>
  refusals.map(({ code, facts }) => `${code} ${facts[0]!.value}`);

describe('the lines of a statement', () => {
  it.each([
    [['a', 'b'], ['a', 'b'], [], []],
    [['a'], ['a', 'b'], ['b'], []],
    [['a'], ['a', 'b'], [], ['GENERIC_NAME_MISSING b']],
    [['a', 'c'], ['a'], [], ['NOTHING_AGREED c']],
    [['a', 'a'], ['a'], [], ['GENERIC_NAME_TWICE a']],
    [['c', 'c'], ['a'], [], ['GENERIC_NAME_TWICE c', 'NOTHING_AGREED c', 'GENERIC_NAME_MISSING a']],
  ])('%j for what is agreed, %j, without %j', (given, agreed, retained, expected) => {
    expect(codes(statementLines(given, agreed, retained))).toEqual(expected);
  });

  it.each([
    [null, null, ['BASE_VOLUME_MISSING x']],
    [100, null, []],
    [null, 100, []],
    [100, 100, ['BASE_VOLUME_ON_RECORD x']],
  ])('a base volume of %s, reported %s', (given, reported, expected) => {
    expect(codes(baseVolume({ genericName: 'x', given, reported }))).toEqual(expected);
  });

  it.each([
    ['2022-12-31', ['AGREEMENT_YEAR_NOT_OVER 2022-12-31']],
    ['2023-01-01', []],
    ['2023-01-02', []],
  ])('are stated when the year is over: %s', (on, expected) => {
    expect(codes(yearOver(localDate(on), localDate('2023-01-01')))).toEqual(expected);
  });
});
