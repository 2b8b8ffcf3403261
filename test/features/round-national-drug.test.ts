import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { data, recorded } from '../support/build-recorder.ts';
import { bidInput, final, holders, inBidding, institutions, round7, theLot } from '../support/build-round.ts';

// Three provinces with institutions in their prefectures; with three winners 70 % of the base is agreed (RA2, round 7).
const areaOf = { 'sj-1': '130100', 'sj-2': '130100', 'ts-1': '130200', 'nj-1': '320100', 'sz-1': '320500', 'hz-1': '330100' };
const demand = [
  { institution: 'sj-1', quantity: 1001 },
  { institution: 'sj-2', quantity: 333 },
  { institution: 'ts-1', quantity: 7 },
  { institution: 'nj-1', quantity: 505 },
  { institution: 'sz-1', quantity: 2 },
  { institution: 'hz-1', quantity: 99 },
];
const bases = { '130000': 1341, '320000': 507, '330000': 99 };
// 938.7, 354.9, 69.3, each rounded half up once.
const agreed = { '130000': 939, '320000': 355, '330000': 69 };

interface Selected {
  rank: number;
  winningPrice: string;
  agreedQuantity: number;
  explanation: { rule: string; steps: { text: string; value: string }[] };
  product: { code: string };
  bid: { status: string };
  supplyRegions: { nodes: { role: string; area: { code: string } }[] };
  agreedVolumes: {
    totalCount: number;
    nodes: { agreementYear: number; quantity: number; institution: { code: string; area: { code: string; parent: { code: string } } } }[];
  };
}

const selectedProducts = `query($code: String!) { round(code: $code) { status lowestWinningPrice highestWinningPrice selectedProducts { nodes {
  rank winningPrice agreedQuantity product { code } bid { status } explanation { rule steps { text value } }
  supplyRegions { nodes { role area { code } } }
  agreedVolumes { totalCount nodes { agreementYear quantity institution { code area { code parent { code } } } } }
} } } }`;

describe('a national round of drugs, from draft to expiry', () => {
  let app: TestApp;
  const code = 'N-1';
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', ['ent-a', 'ent-b', 'ent-c', 'ent-d', 'ent-e']);
    await institutions(app, areaOf);
    await inBidding(app, {
      code,
      scheme: 'national-drug',
      days: round7,
      demand,
      lots: [{ code: theLot, ceilingPrice: '2.29', priceBefore: '3' }],
    });
  });
  afterAll(() => app.stop());

  it('ranks the bids by price, excludes the one above the ceiling, and says why of each', async () => {
    await recorded(app, 'submitBid', bidInput(code, { product: 'ent-c', price: '1.8' }));
    await recorded(app, 'submitBid', bidInput(code, { product: 'ent-a', price: '28', units: 28 }));
    await recorded(app, 'submitBid', bidInput(code, { product: 'ent-b', price: '1.2' }));
    await recorded(app, 'submitBid', bidInput(code, { product: 'ent-d', price: '2.2' }));
    await recorded(app, 'submitBid', bidInput(code, { product: 'ent-e', price: '2.448' }));
    await recorded(app, 'openBids', { roundCode: code, on: round7.opening });
    await recorded(app, 'evaluateBids', { roundCode: code });
    const { round } = await data<{ round: { openedOn: string; lot: { bids: { nodes: object[] } } } }>(
      app,
      `query($code: String!) { round(code: $code) { openedOn lot(code: "${theLot}") { bids { nodes {
        product { code } price comparableUnitPrice rank outcome explanation { rule }
      } } } } }`,
      { code },
      expert,
    );
    expect(round.openedOn).toBe('2022-07-12');
    expect(round.lot.bids.nodes).toEqual([
      {
        product: { code: 'ent-a' },
        price: '28.0000',
        comparableUnitPrice: '1.0000',
        rank: 1,
        outcome: 'PROPOSED',
        explanation: { rule: 'procurement.price-ratio-limit' },
      },
      {
        product: { code: 'ent-b' },
        price: '1.2000',
        comparableUnitPrice: '1.2000',
        rank: 2,
        outcome: 'PROPOSED',
        explanation: { rule: 'procurement.price-ratio-limit' },
      },
      {
        product: { code: 'ent-c' },
        price: '1.8000',
        comparableUnitPrice: '1.8000',
        rank: 3,
        outcome: 'PROPOSED',
        explanation: { rule: 'procurement.price-ratio-limit' },
      },
      {
        product: { code: 'ent-d' },
        price: '2.2000',
        comparableUnitPrice: '2.2000',
        rank: 4,
        outcome: 'NOT_SELECTED',
        explanation: { rule: 'procurement.price-ratio-limit' },
      },
      {
        product: { code: 'ent-e' },
        price: '2.4480',
        comparableUnitPrice: '2.4480',
        rank: null,
        outcome: 'INVALID',
        explanation: { rule: 'procurement.ceiling-price' },
      },
    ]);
  });

  it('may be evaluated again: the same bids get the same verdicts', async () => {
    const before = await app.database.pool.query<{ bids: string }>(
      `select string_agg(concat(b, e), '|' order by b.id) as bids from bid b join bid_evaluation e on e.bid_id = b.id`,
    );
    await recorded(app, 'evaluateBids', { roundCode: code });
    const after = await app.database.pool.query<{ bids: string }>(
      `select string_agg(concat(b, e), '|' order by b.id) as bids from bid b join bid_evaluation e on e.bid_id = b.id`,
    );
    expect(after.rows[0]!.bids).toBe(before.rows[0]!.bids);
  });

  it('[RA1] [RA2] [RA4] proposes the winners: regions in order of price, 70 % of each province to the last unit', async () => {
    const wishes = Object.keys(bases);
    await recorded(app, 'proposeSelection', {
      roundCode: code,
      on: round7.proposal,
      agreementYear: 2022,
      lots: [
        {
          lotCode: theLot,
          choices: [
            { productCode: 'ent-a', wishes, backupWishes: wishes },
            { productCode: 'ent-b', wishes, backupWishes: wishes },
            { productCode: 'ent-c', wishes: ['330000'], backupWishes: [] },
          ],
        },
      ],
    });
    const { round } = await data<{ round: { selectedProducts: { nodes: Selected[] } } }>(app, selectedProducts, { code }, expert);
    const { nodes } = round.selectedProducts;
    expect(nodes.map(({ rank, winningPrice, product, agreedQuantity }) => [rank, winningPrice, product.code, agreedQuantity])).toEqual([
      [1, '28.0000', 'ent-a', 939],
      [2, '1.2000', 'ent-b', 355],
      [3, '1.8000', 'ent-c', 69],
    ]);
    expect(nodes.map(({ supplyRegions }) => supplyRegions.nodes.map(({ role, area }) => `${role} ${area.code}`))).toEqual([
      ['PRIMARY 130000', 'BACKUP 320000', 'BACKUP 330000'],
      ['BACKUP 130000', 'PRIMARY 320000'],
      ['PRIMARY 330000'],
    ]);

    // Each national figure says how it follows: 70 % of the demand of its one region, 1341 × 0.7 = 938.7.
    expect(nodes[0]!.explanation).toEqual({
      rule: 'procurement.agreed-quantity',
      steps: [
        { text: '130000: 1341 x 70 % = 939', value: '939' },
        { text: 'sum of the regions', value: '939' },
      ],
    });

    const volumes = nodes.flatMap(({ agreedVolumes }) => agreedVolumes.nodes);
    expect(volumes.every(({ agreementYear }) => agreementYear === 2022)).toBe(true);
    const sums = Object.fromEntries(
      [...Map.groupBy(volumes, (each) => each.institution.area.parent.code)].map(([area, of]) => [
        area,
        of.reduce((sum, { quantity }) => sum + quantity, 0),
      ]),
    );
    expect(sums).toEqual(agreed);
    // 939 by 1001 : 333 : 7 is 700.92, 233.18, 4.90: the largest remainders get the two units left over.
    expect(Object.fromEntries(volumes.map(({ institution, quantity }) => [institution.code, quantity]))).toEqual({
      'sj-1': 701,
      'sj-2': 233,
      'ts-1': 5,
      'nj-1': 354,
      'sz-1': 1,
      'hz-1': 69,
    });
    const { rows } = await app.database.pool.query<{ share: string }>(
      `select percent::text as share from lot_share join lot on lot.id = lot_id where code = $1`,
      [theLot],
    );
    expect(rows).toEqual([{ share: '70.00' }]);
  });

  it('is publicised, made final, put in force and expires; every act is kept with its author and day', async () => {
    await final(app, code);
    await recorded(app, 'putRoundInForce', { roundCode: code, inForceFrom: '2022-11-01', reason: '各地自 11 月起执行' });
    await recorded(app, 'expireRound', { roundCode: code });
    const { round } = await data<{ round: Record<string, unknown> & { transitions: object[]; selectedProducts: { nodes: Selected[] } } }>(
      app,
      `query($code: String!) { round(code: $code) { status inForceFrom inForceTo lowestWinningPrice highestWinningPrice
        selectedProducts { nodes { product { code } bid { status } } }
        transitions { action fromStatus toStatus occurredOn recordedBy recordedAt reason } } }`,
      { code },
    );
    expect(round).toMatchObject({
      status: 'EXPIRED',
      inForceFrom: '2022-11-01',
      inForceTo: '2024-11-01',
      lowestWinningPrice: '1.2000',
      highestWinningPrice: '28.0000',
    });
    expect(round.selectedProducts.nodes.map(({ bid }) => bid.status)).toEqual(['SELECTED', 'SELECTED', 'SELECTED']);
    const act = (
      action: string,
      fromStatus: string,
      toStatus: string,
      occurredOn: string,
      reason: string | null = null,
      recordedBy = 'EXPERT expert-1',
    ) => ({
      action,
      fromStatus,
      toStatus,
      occurredOn,
      recordedBy,
      recordedAt: '2026-11-21T04:00:00.000Z',
      reason,
    });
    expect(round.transitions).toEqual([
      act('openDemandReporting', 'DRAFT', 'DEMAND_REPORTING', round7.demand),
      act('openBidding', 'DEMAND_REPORTING', 'BIDDING', round7.bidding),
      act('openBids', 'BIDDING', 'OPENED', round7.opening),
      act('proposeSelection', 'OPENED', 'PROPOSED', round7.proposal),
      act('publicise', 'PROPOSED', 'PUBLICISED', '2026-11-21'),
      act('finalise', 'PUBLICISED', 'FINAL', '2026-11-21', null, 'APPROVER approver-1'),
      act('putInForce', 'FINAL', 'IN_FORCE', '2026-11-21', '各地自 11 月起执行'),
      act('expire', 'IN_FORCE', 'EXPIRED', '2026-11-21'),
    ]);
  });
});
