import './tried-fields.ts';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Comparison, seed } from './compare.ts';
import { expert } from './operations.ts';

const runs = 300;

let comparison: Comparison;
beforeAll(async () => {
  comparison = await Comparison.open();
}, 120_000);
afterAll(() => comparison.close());

/** What the engine answered, as the reference did, and the statements that it sent. */
async function asked(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  expect(validate(comparison.schema, document)).toEqual([]);
  const { data, sent, refused } = await comparison.compare(comparison.engine(), document, variables, expert);
  return { nodes: (JSON.parse(data) as { agreements: { nodes: Record<string, unknown>[] } }).agreements.nodes, sent, refused };
}

describe('sums over the rows that point to a row', () => {
  it('are those up to the day of the argument, and those of no rows where there are none', async () => {
    const { nodes } = await asked(
      '{ agreements(first: 3, orderBy: { field: NUMBER }) { nodes { number early: triedProgress(asOf: "2022-11-12") { delivered last count } late: triedProgress(asOf: "2023-01-01") { delivered last } triedStatus(asOf: "2023-01-01") } } }',
    );
    expect(nodes).toEqual([
      {
        number: 'agreement-1',
        early: { delivered: '21', last: '2022-11-12', count: 6 },
        late: { delivered: '132', last: '2022-12-03' },
        triedStatus: 'agreement-1: 132 of 300',
      },
      expect.objectContaining({ number: 'agreement-2' }),
      {
        number: 'agreement-3',
        early: { delivered: '0', last: null, count: 0 },
        late: { delivered: '0', last: null },
        triedStatus: 'agreement-3: 0 of 0',
      },
    ]);
  });

  it('are one statement for all parents and for all fields that give the same arguments', async () => {
    const text = (one: string, two: string) => `query($one: Date!, $two: Date!) { agreements(first: 50) { nodes {
      a: triedProgress(asOf: ${one}) { delivered } b: triedStatus(asOf: ${two}) c: triedProgress(asOf: $one) { count } d: triedStatus(asOf: $two) } } }`;
    const days = { one: '2022-11-12', two: '2022-12-01' };
    // The agreements, the deliveries up to each day; the orders, whatever the day, with the first of them.
    const apart = await asked(text('$one', '$two'), days);
    expect(apart.nodes.length).toBeGreaterThan(3);
    expect(apart.sent).toHaveLength(3);
    const alike = await asked(text('$one', '$one'), days);
    expect(alike.sent).toHaveLength(3);
    const { sent } = await asked(
      'query($day: Date!) { agreements(first: 50) { nodes { triedProgress(asOf: $day) { delivered } triedStatus(asOf: $day) } } }',
      {
        day: '2022-12-01',
      },
    );
    const tables = sent.map(({ statement }) => new Set([...statement.matchAll(/from "(\w+)"/g)].map(([, table]) => table)));
    expect(tables).toEqual([new Set(['agreement']), new Set(['delivery', 'purchase_order'])]);
  });

  it('are asked by one text, whatever the day', async () => {
    const text = 'query($day: Date!) { agreements(first: 50) { nodes { triedProgress(asOf: $day) { delivered } } } }';
    const texts = [];
    for (const day of ['2022-11-12', '2022-12-01']) texts.push((await asked(text, { day })).sent.at(-1)!);
    expect(texts[0]!.statement).toBe(texts[1]!.statement);
    expect(texts[0]!.statement).not.toContain('2022');
    expect(texts[0]!.values).not.toEqual(texts[1]!.values);
  });

  it('fail alone where the argument is refused, also beside a field that shares their statement', async () => {
    const { nodes, refused } = await asked(
      'query($day: Date = "2022-12-01") { agreements(first: 2, orderBy: { field: NUMBER }) { nodes { triedProgress(asOf: $day) { delivered } triedStatus(asOf: $day) number } } }',
      { day: null },
    );
    expect(refused).toBe(true);
    expect(nodes[0]).toEqual({ triedProgress: null, triedStatus: 'agreement-1: 0 of 300', number: 'agreement-1' });
  });
});

describe('references by area and id', () => {
  it('find the agreement of a delivery and of a payable, and what is payable for a delivery, or null', async () => {
    const { nodes, sent } = await asked(
      '{ agreements(first: 1, orderBy: { field: NUMBER }) { nodes { triedDeliveries { nodes { number agreement { number } payable { dueOn agreement { number inForceTo } } } } } } }',
    );
    const agreement = { number: 'agreement-1' };
    const { triedDeliveries } = nodes[0] as { triedDeliveries: { nodes: object[] } };
    expect(triedDeliveries.nodes).toHaveLength(6);
    expect(triedDeliveries.nodes[0]).toEqual({
      number: 'delivery-1',
      agreement,
      payable: { dueOn: '2022-12-13', agreement: { ...agreement, inForceTo: '2023-11-01' } },
    });
    expect(triedDeliveries.nodes.at(-1)).toEqual({ number: 'delivery-3', agreement, payable: null });
    expect(sent).toHaveLength(5);
  });
});

describe('agreements in force', () => {
  it('are those whose term has begun and not ended on the day', async () => {
    const on = async (day: string) =>
      (await asked('query($day: Date!) { agreements(filter: { inForceOn: $day }) { nodes { number } } }', { day })).nodes.length;
    const all = (await asked('{ agreements { nodes { number } } }')).nodes.length;
    expect([await on('2022-10-31'), await on('2022-11-01'), await on('2023-10-31'), await on('2023-11-01')]).toEqual([0, all, all, 0]);
  });
});

it(`${runs} documents over all of it, each asked twice, seed ${seed}`, { timeout: 600_000 }, async () => {
  const seen = await comparison.compareAll(comparison.engine(), runs);
  expect(seen.statements.size).toBeGreaterThan(runs / 4);
});
