import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { data, record, recorded, type Recorded } from '../support/build-recorder.ts';
import {
  bidInput,
  draft,
  evaluated,
  final,
  holders,
  inBidding,
  inDemandReporting,
  institutions,
  productOf,
  round7,
  stents2020,
  theLot,
} from '../support/build-round.ts';

const shared = { scheme: 'national-drug', days: round7 };

describe('at the same moment', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', ['ent-a', 'ent-b', 'ent-c']);
    await holders(app, 'STENT', ['stent-a']);
    for (const code of ['ent-a-2', 'ent-a-3', 'ent-a-4']) await productOf(app, 'DRUG', 'ent-a', code);
    for (const code of ['stent-a-2', 'stent-a-3', 'stent-a-4']) await productOf(app, 'STENT', 'stent-a', code);
    await institutions(app, { 'hz-1': '330100', 'nj-1': '320100' });
  });
  afterAll(() => app.stop());

  /** How many were done, and the codes of the refusals; an error of ours fails the test. */
  function outcomes(answers: readonly Recorded[]): { done: number; refusals: string[] } {
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    return {
      done: answers.filter(({ object }) => object !== null).length,
      refusals: answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)),
    };
  }
  const eight = (name: string, input: (index: number) => object) =>
    Promise.all(Array.from({ length: 8 }, (_none, index) => record(app, name, input(index))));
  const times = (count: number, code: string) => Array.from({ length: count }, () => code);

  it('of eight equal acts on a round exactly one is done, and one is recorded', async () => {
    await draft(app, { ...shared, code: 'N-1' });
    expect(outcomes(await eight('openDemandReporting', () => ({ roundCode: 'N-1' })))).toEqual({
      done: 1,
      refusals: times(7, 'ACTION_NOT_ALLOWED_IN_STATE'),
    });
    const { round } = await data<{ round: object }>(app, `{ round(code: "N-1") { status transitions { action } } }`);
    expect(round).toEqual({ status: 'DEMAND_REPORTING', transitions: [{ action: 'openDemandReporting' }] });
  });

  it('of eight bids of one enterprise in a lot one is kept, where the scheme allows one', async () => {
    await inBidding(app, { ...shared, code: 'N-2' });
    const products = ['ent-a', 'ent-a-2', 'ent-a-3', 'ent-a-4'];
    const { done, refusals } = outcomes(
      await eight('submitBid', (index) => bidInput('N-2', { product: products[index % 4]!, price: '1' })),
    );
    expect(done).toBe(1);
    expect(refusals.toSorted()).toEqual([...times(6, 'ENTERPRISE_HAS_BID'), 'PRODUCT_HAS_BID']);
    expect(await bidsOf('N-2')).toBe(1);
  });

  it('of eight bids for four products four are kept, where the scheme allows several', async () => {
    await inBidding(app, { code: 'S-1', category: 'STENT', scheme: 'national-stent', days: stents2020 });
    const products = ['stent-a', 'stent-a-2', 'stent-a-3', 'stent-a-4'];
    const answers = await eight('submitBid', (index) => bidInput('S-1', { product: products[index % 4]!, price: '1' }));
    expect(outcomes(answers)).toEqual({ done: 4, refusals: times(4, 'PRODUCT_HAS_BID') });
    expect(await bidsOf('S-1')).toBe(4);
  });

  async function bidsOf(code: string): Promise<number> {
    const { rows } = await app.database.pool.query<{ count: number }>(
      `select count(*)::int as count from bid join lot on lot.id = lot_id join round on round.id = round_id where round.code = $1`,
      [code],
    );
    return rows[0]!.count;
  }

  it('a bid is either in before the opening and opened, or refused: none stays sealed', async () => {
    await inBidding(app, { ...shared, code: 'N-3' });
    const [opening, ...bids] = await Promise.all([
      record(app, 'openBids', { roundCode: 'N-3', on: round7.opening }),
      ...['ent-a', 'ent-b', 'ent-c'].map((product) => record(app, 'submitBid', bidInput('N-3', { product, price: '1' }))),
    ]);
    expect(outcomes([opening]).done).toBe(1);
    const { done, refusals } = outcomes(bids);
    expect([done + refusals.length, new Set(refusals).size <= 1]).toEqual([3, true]);
    const document = `{ round(code: "N-3") { lot(code: "${theLot}") { bids { totalCount nodes { status } } } } }`;
    const { round } = await data<{ round: { lot: { bids: { totalCount: number; nodes: { status: string }[] } } } }>(app, document);
    expect(round.lot.bids.nodes.map(({ status }) => status)).toEqual(times(done, 'OPENED'));
    expect(await bidsOf('N-3')).toBe(done);
  });

  it('of eight new rounds with one code one is drafted', async () => {
    const input = { code: 'N-4', name: '批次', category: 'DRUG', organiser: 'NATIONAL', scheme: 'national-drug' };
    const { done, refusals } = outcomes(await eight('draftRound', () => input));
    expect([done, refusals.length]).toEqual([1, 7]);
    // Those that looked before the first was there are stopped by the database, the others by the rule.
    expect(['ALREADY_RECORDED', 'CODE_TAKEN']).toEqual(expect.arrayContaining([...new Set(refusals)]));
  });

  it('of eight reports of one institution one is kept', async () => {
    await inDemandReporting(app, { ...shared, code: 'N-5' });
    const { done, refusals } = outcomes(
      await eight('reportDemand', (index) => ({ roundCode: 'N-5', lotCode: theLot, institutionCode: 'hz-1', quantity: index + 1 })),
    );
    expect([done, refusals.length]).toEqual([1, 7]);
    expect(['ALREADY_RECORDED', 'DEMAND_ALREADY_REPORTED']).toEqual(expect.arrayContaining([...new Set(refusals)]));
  });

  it('what the database alone can stop is refused as recorded already', async () => {
    // A recording under way, not committed yet: the next one cannot see it, and must wait for the index.
    const client = await app.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(
        `insert into enterprise (id, code, kind, name, provenance, confidence) values (gen_random_uuid(), 'race', 'HOLDER', '企业', 'test', 'HIGH')`,
      );
      const waiting = record(app, 'recordEnterprise', { code: 'race', kind: 'HOLDER', name: '企业' });
      // Waiting for this session and no other: the server is shared with every other test file.
      const { rows } = await client.query(`select pg_backend_pid() as pid`);
      const waiters = `select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))`;
      await expect.poll(async () => (await app.database.pool.query(waiters, [rows[0].pid])).rowCount).toBe(1);
      await client.query('commit');
      expect(await waiting).toMatchObject({ object: null, errors: [], userErrors: [{ code: 'ALREADY_RECORDED' }] });
    } finally {
      client.release();
    }
  });

  it('of eight amendments of one volume each sees the one before it', async () => {
    await evaluated(app, {
      ...shared,
      code: 'N-6',
      demand: [{ institution: 'hz-1', quantity: 100 }],
      bids: [{ product: 'ent-a', price: '1' }],
    });
    await recorded(app, 'proposeSelection', { roundCode: 'N-6', agreementYear: 2022 });
    await final(app, 'N-6');
    const amendment = (index: number) => ({
      roundCode: 'N-6',
      productCode: 'ent-a',
      institutionCode: 'hz-1',
      agreementYear: 2022,
      quantity: 100 + index,
      reason: `变更 ${index}`,
    });
    const answers = await eight('amendAgreedVolume', amendment);
    expect(outcomes(answers)).toEqual({ done: 8, refusals: [] });
    const document = `query($id: ID!) { node(id: $id) { ... on AgreedVolume { quantity amendments { quantityBefore quantityAfter } } } }`;
    const { node } = await data<{ node: { quantity: number; amendments: { quantityBefore: number; quantityAfter: number }[] } }>(
      app,
      document,
      { id: answers[0]!.object!.id },
    );
    // A chain from the 50 that were agreed to what is agreed now, whatever the order.
    const next = new Map(node.amendments.map((each) => [each.quantityBefore, each.quantityAfter]));
    let quantity = 50;
    for (let step = 0; step < 8; step += 1) quantity = next.get(quantity)!;
    expect([node.amendments.length, next.size, quantity]).toEqual([8, 8, node.quantity]);
  });
});
