import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Comparison, replaysOne, seed } from './compare.ts';
import { expert } from './operations.ts';
import { correlatedSubqueries } from './uncorrelated.ts';

const runs = 2000;
const windowedRuns = 300;

let comparison: Comparison;
beforeAll(async () => {
  comparison = await Comparison.open();
}, 120_000);
afterAll(() => comparison.close());

describe('the engine answers as graphql-js does', () => {
  it(`${runs} documents, each asked twice, seed ${seed}`, { timeout: 600_000 }, async () => {
    const seen = await comparison.compareAll(comparison.engine(), runs);
    if (replaysOne) return;
    process.stdout.write(`differential: seed ${seed}, ${seen.summary()}\n`);
    // Operations that ask for nothing, or of nothing that is there, or that are all refused, would show nothing.
    expect(seen.unasked().length, seen.unasked().join()).toBeLessThan(10);
    expect(seen.shareRefused()).toBeGreaterThan(0.02);
    expect(seen.shareRefused()).toBeLessThan(0.4);
    expect(seen.characters).toBeGreaterThan(runs * 200);
  });

  it.each([
    '{ rounds(first: 2) { totalCount } areas(first: 2) @skip(if: $if) { totalCount } }',
    '{ rounds(first: 2) { nodes { id code @include(if: $if) } } areas(first: 2) { totalCount } }',
    '{ areas(first: 2) { totalCount @skip(if: $if) } }',
    '{ areas(first: 2) { pageInfo { hasNextPage @skip(if: $if) } } }',
    '{ areas(first: 2) { edges { ... @include(if: $if) { cursor } } } }',
    '{ round(code: "volumes") { code published { termAsPublished @skip(if: $if) } } }',
    '{ round(code: "volumes") { code lot(code: "lot-1") { ...Part } } } fragment Part on Lot { code @include(if: $if) }',
    '{ round(code: "judged") { lots { nodes { bids { nodes { findings { rule @skip(if: $if) } } } } } } }',
    '{ __type(name: "Round") { name @skip(if: $if) } }',
  ])('a directive that is given null: %s', async (selection) => {
    const document = parse(`query($if: Boolean = true) ${selection}`);
    expect(validate(comparison.schema, document)).toEqual([]);
    const { refused } = await comparison.compare(comparison.engine(), document, { if: null }, expert);
    expect(refused).toBe(true);
  });

  it(`${windowedRuns} documents on distributed tables, without a lateral or a correlated subquery`, { timeout: 600_000 }, async () => {
    const seen = await comparison.compareAll(comparison.engine({ windowed: () => true }), windowedRuns);
    const statements = [...seen.statements];
    expect(statements.filter((statement) => /\bover \(partition by/.test(statement)).length).toBeGreaterThan(10);
    expect(statements.filter((statement) => /\blateral\b/i.test(statement))).toEqual([]);
    expect(statements.flatMap(correlatedSubqueries)).toEqual([]);
  });
});
