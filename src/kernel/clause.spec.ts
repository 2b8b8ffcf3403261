import { describe, expect, it } from 'vitest';
import { type ClauseRow, clauseTable, RuleGap } from './clause.ts';
import { localDate } from './local-date.ts';
import { defineRule } from './rule.ts';
import { source } from './source.ts';

const row = (from: string, to: string | null, value: string, key: object = {}): ClauseRow<string> => ({
  from,
  to,
  value,
  source: source('a document'),
  confidence: 'HIGH',
  ...key,
});

describe('clauseTable', () => {
  const table = clauseTable('multiple', [
    row('2020-01-01', '2021-01-01', 'old', { scheme: 'a' }),
    row('2021-01-01', null, 'new', { scheme: 'a' }),
    row('2020-01-01', null, 'other', { scheme: 'b' }),
  ]);

  it.each([
    ['2020-01-01', 'a', 'old'], // first day in force
    ['2020-12-31', 'a', 'old'], // last day in force
    ['2021-01-01', 'a', 'new'],
    ['2030-01-01', 'b', 'other'],
  ])('on %s for %s: %s', (day, scheme, value) => {
    expect(table.inForce(localDate(day), { scheme }).value).toBe(value);
    expect(table.find(localDate(day), { scheme })?.value).toBe(value);
  });

  it.each([
    ['2019-12-31', { scheme: 'a' }],
    ['2020-06-01', { scheme: 'c' }],
    ['2020-06-01', {}],
  ])('throws a rule gap on %s for %j, never another year’s value', (day, key) => {
    expect(() => table.inForce(localDate(day), key)).toThrow(RuleGap);
    expect(table.find(localDate(day), key)).toBeNull();
  });

  it('refuses two clauses in force on one day for one key', () => {
    expect(() => clauseTable('m', [row('2020-01-01', '2021-01-02', 'x'), row('2021-01-01', null, 'y')])).toThrow(
      'm: two clauses in force at once, from 2020-01-01 and from 2021-01-01',
    );
    // A clause without a scheme holds for every scheme, so it clashes with a clause of one scheme.
    expect(() => clauseTable('m', [row('2020-01-01', null, 'x'), row('2020-01-01', null, 'y', { scheme: 'a' })])).toThrow('two clauses');
    expect(() =>
      clauseTable('m', [row('2020-01-01', null, 'x', { area: '11' }), row('2020-01-01', null, 'y', { area: '12' })]),
    ).not.toThrow();
  });

  it('refuses a malformed day and an empty period', () => {
    expect(() => clauseTable('m', [row('2020-13-01', null, 'x')])).toThrow();
    expect(() => clauseTable('m', [row('2020-01-01', '2020-01-01', 'x')])).toThrow(RangeError);
  });
});

describe('defineRule', () => {
  const words = { title: 't', titleZh: '题', statement: 's', statementZh: '述', traces: [] };
  it('needs an id with its feature, and a source', () => {
    expect(defineRule({ id: 'procurement.price-cut', source: [source('d')], ...words }).clauses).toBeNull();
    expect(() => defineRule({ id: 'PriceCut', source: [source('d')], ...words })).toThrow('not a rule id');
    expect(() => defineRule({ id: 'procurement.price-cut', source: [], ...words })).toThrow('no source');
  });
});
