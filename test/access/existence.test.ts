import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { recorded } from '../support/build-recorder.ts';
import { bidInput, draft, holders, inBidding, institutions, round7, theLot } from '../support/build-round.ts';
import { writeNodeId } from '../../src/platform/read/node-id.ts';

/** More than the 2,000 that are asked for: a curve of so many is known to a hundredth. */
const pairs = 2000;
const stranger: Partial<Caller> = { role: 'ENTERPRISE', subject: 'ent-b', enterprise: 'ent-b' };

/** What belongs to another does not exist: the same bytes, and no telling by the time that they take. */
describe('[T5] what is another’s and what is not there', () => {
  let app: TestApp;
  /** An id that is another's, and one of the same kind that nobody has. */
  const twins: Record<string, { foreign: string; missing: string }> = {};
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', ['ent-a', 'ent-b']);
    await institutions(app, { 'hz-1': '330100' });
    await draft(app, { code: 'D-1', scheme: 'national-drug', days: round7 });
    await inBidding(app, { code: 'N-1', scheme: 'national-drug', days: round7, demand: [{ institution: 'hz-1', quantity: 100 }] });
    const bid = await recorded(app, 'submitBid', bidInput('N-1', { product: 'ent-a', price: '1' }));
    const { rows } = await app.database.pool.query<{ round: string; demand: string; area: string }>(
      `select (select id from round where code = 'D-1') as round, d.id as demand, d.area_code as area from demand_report d`,
    );
    const { round, demand, area } = rows[0]!;
    const nobody = '01990000-0000-7000-8000-000000000000';
    twins['a sealed bid'] = { foreign: bid.id, missing: writeNodeId({ type: 'Bid', key: nobody }) };
    twins['a draft'] = { foreign: writeNodeId({ type: 'Round', key: round }), missing: writeNodeId({ type: 'Round', key: nobody }) };
    twins['reported demand'] = {
      foreign: writeNodeId({ type: 'DemandReport', key: `${area}/${demand}` }),
      missing: writeNodeId({ type: 'DemandReport', key: `${area}/${nobody}` }),
    };
  });
  afterAll(() => app.stop());

  const asked = async (id: string): Promise<[text: string, milliseconds: number]> => {
    const query = 'query($id: ID!) { node(id: $id) { __typename id } }';
    const began = performance.now();
    const response = await app.fastify.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: JSON.stringify(stranger) },
      payload: JSON.stringify({ query, variables: { id } }),
    });
    const took = performance.now() - began;
    const { 'x-request-id': requestId, date: _date, ...headers } = response.headers as Record<string, string>;
    return [`${response.statusCode} ${JSON.stringify(headers)} ${response.body}`.replaceAll(requestId!, 'ID'), took];
  };

  it('is answered in the same bytes, by id', async () => {
    // The first of its kind goes a longer way, with its headers in another order.
    await asked(twins['a draft']!.missing);
    for (const [kind, { foreign, missing }] of Object.entries(twins)) {
      const [one, other] = [await asked(foreign), await asked(missing)];
      expect([kind, one[0]]).toEqual([kind, other[0]]);
      expect(one[0]).toContain('"node":null');
    }
  });

  it('is answered in the same bytes, by code and by filter', async () => {
    const ask = async (document: string) => JSON.stringify(await app.ask(document, {}, stranger));
    expect(await ask('{ round(code: "D-1") { id } }')).toBe(await ask('{ round(code: "D-9") { id } }'));
    const filtered = (code: string) =>
      `{ rounds(filter: { code: { eq: "${code}" } }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    expect(await ask(filtered('D-1'))).toBe(await ask(filtered('D-9')));
    const bids = (code: string) =>
      `{ round(code: "N-1") { lot(code: "${theLot}") { bids(filter: { enterpriseCode: { eq: "${code}" } }) { totalCount nodes { id } } } } }`;
    expect(await ask(bids('ent-a'))).toBe(await ask(bids('ent-z')));
  });

  it(`takes no other time: ${pairs} pairs`, { timeout: 120_000, retry: 2 }, async () => {
    const { foreign, missing } = twins['a sealed bid']!;
    for (let warm = 0; warm < 200; warm += 1) await asked(warm % 2 === 0 ? foreign : missing);
    const took: Record<'foreign' | 'missing', number[]> = { foreign: [], missing: [] };
    for (let pair = 0; pair < pairs; pair += 1) {
      // Who goes first is drawn: a collection of garbage comes to every second request.
      const order = Math.random() < 0.5 ? (['foreign', 'missing'] as const) : (['missing', 'foreign'] as const);
      for (const which of order) took[which].push((await asked(which === 'foreign' ? foreign : missing))[1]);
    }
    // Of the two of a pair, which the machine was equally busy for.
    const difference = medianOf(took.foreign.map((theirs, pair) => theirs - took.missing[pair]!));
    const [usual, area] = [medianOf(took.missing), areaUnderCurve(took.foreign, took.missing)];
    process.stdout.write(
      `existence: median difference ${difference.toFixed(3)} of ${usual.toFixed(3)} ms, area under the curve ${area.toFixed(3)}\n`,
    );
    expect(Math.abs(difference)).toBeLessThanOrEqual(Math.max(0.2, 0.05 * usual));
    expect(area).toBeLessThanOrEqual(0.55);
    expect(area).toBeGreaterThanOrEqual(0.45);
  });
});

const medianOf = (figures: readonly number[]) => figures.toSorted((a, b) => a - b)[figures.length >> 1]!;

/** How often one of the first takes longer than one of the second: a half where nothing tells them apart. */
function areaUnderCurve(first: readonly number[], second: readonly number[]): number {
  const sorted = second.toSorted((a, b) => a - b);
  const below = (figure: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < figure) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return first.reduce((sum, figure) => sum + below(figure), 0) / (first.length * second.length);
}
