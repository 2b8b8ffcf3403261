import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { data, recorded, refusedWith } from '../support/build-recorder.ts';
import {
  bidInput,
  evaluated,
  final,
  holders,
  inBidding,
  institutions,
  productOf,
  stents2020,
  stents2022,
  theLot,
} from '../support/build-round.ts';

const demand = [
  { institution: 'hz-1', product: 'ent-a', quantity: 100 },
  { institution: 'hz-1', product: 'ent-b', quantity: 20 },
  { institution: 'hz-1', product: 'ent-c', quantity: 30 },
  { institution: 'nj-1', product: 'ent-b-2', quantity: 7 },
];
const reassign = (...parts: [string, string, number][]) =>
  parts.map(([institutionCode, productCode, quantity]) => ({ institutionCode, productCode, quantity }));
const propose = (reassignments: object[]) => ({
  roundCode: 'S-1',
  on: stents2020.proposal,
  agreementYear: 2021,
  lots: [{ lotCode: theLot, reassignments }],
});

describe('a round of stents and its renewal', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'STENT', ['ent-a', 'ent-b', 'ent-c', 'ent-d']);
    await productOf(app, 'STENT', 'ent-b', 'ent-b-2');
    await institutions(app, { 'hz-1': '330100', 'nj-1': '320100' });
    await evaluated(app, {
      code: 'S-1',
      category: 'STENT',
      scheme: 'national-stent',
      days: stents2020,
      lots: [{ code: theLot, ceilingPrice: '2850' }],
      demand,
      bids: [
        { product: 'ent-a', price: '469' },
        { product: 'ent-b', price: '798' },
        { product: 'ent-b-2', price: '590' },
        { product: 'ent-c', price: '2850.0001' },
      ],
    });
  });
  afterAll(() => app.stop());

  it('[RB6] lets one enterprise bid several products, and finds the one above the ceiling invalid', async () => {
    const { round } = await data<{ round: { lot: { bids: { nodes: { product: { code: string }; rank: number; outcome: string }[] } } } }>(
      app,
      `{ round(code: "S-1") { lot(code: "${theLot}") { bids { nodes { product { code } rank outcome } } } } }`,
      {},
      expert,
    );
    expect(round.lot.bids.nodes.map(({ product, rank, outcome }) => [product.code, rank, outcome])).toEqual([
      ['ent-a', 1, 'PROPOSED'],
      ['ent-b-2', 2, 'PROPOSED'],
      ['ent-b', 3, 'PROPOSED'],
      ['ent-c', null, 'INVALID'],
    ]);
  });

  it('[RA4] refuses a re-assignment that is not exact, not to a selected product, or by one without demand', async () => {
    const codes = async (...parts: [string, string, number][]) =>
      (await refusedWith(app, 'proposeSelection', propose(reassign(...parts)))).map((each) => each.code);
    expect(await codes()).toEqual(['REASSIGNMENT_NOT_EXACT']);
    expect(await codes(['hz-1', 'ent-a', 29])).toEqual(['REASSIGNMENT_NOT_EXACT']);
    expect(await codes(['hz-1', 'ent-a', 31])).toEqual(['REASSIGNMENT_NOT_EXACT']);
    expect(await codes(['hz-1', 'ent-c', 30])).toEqual(['REASSIGNED_TO_NON_SELECTED']);
    expect(await codes(['hz-1', 'ent-a', 31], ['hz-1', 'ent-b', -1])).toEqual(['REASSIGNED_QUANTITY_NOT_POSITIVE']);
    expect(await codes(['hz-1', 'ent-a', 30], ['no-demand', 'ent-a', 5])).toEqual(['REASSIGNED_WITHOUT_DEMAND']);
  });

  it('[RA4] takes intended volumes as agreed, with what the institution moves from the product that was not selected', async () => {
    await recorded(app, 'proposeSelection', propose(reassign(['hz-1', 'ent-a', 10], ['hz-1', 'ent-b-2', 20])));
    await final(app, 'S-1');
    await recorded(app, 'putRoundInForce', { roundCode: 'S-1', inForceFrom: '2021-01-01', lastDay: '2022-12-31' });
    const { round } = await data<{ round: Record<string, unknown> }>(
      app,
      `{ round(code: "S-1") { status inForceTo lowestWinningPrice highestWinningPrice lot(code: "${theLot}") { sharePercent }
        selectedProducts { nodes { product { code } agreedQuantity agreedVolumes(orderBy: [{ field: QUANTITY }]) { nodes { quantity institution { code } } } } } } }`,
    );
    const volume = (institution: string, quantity: number) => ({ quantity, institution: { code: institution } });
    expect(round).toEqual({
      status: 'IN_FORCE',
      inForceTo: '2023-01-01',
      lowestWinningPrice: '469.0000',
      highestWinningPrice: '798.0000',
      lot: { sharePercent: null },
      selectedProducts: {
        nodes: [
          { product: { code: 'ent-a' }, agreedQuantity: 110, agreedVolumes: { nodes: [volume('hz-1', 110)] } },
          { product: { code: 'ent-b-2' }, agreedQuantity: 27, agreedVolumes: { nodes: [volume('nj-1', 7), volume('hz-1', 20)] } },
          { product: { code: 'ent-b' }, agreedQuantity: 20, agreedVolumes: { nodes: [volume('hz-1', 20)] } },
        ],
      },
    });
  });

  it('[RB7] a renewal names its earlier round, and selects what does not exceed its highest winning price', async () => {
    await inBidding(app, {
      code: 'S-2',
      category: 'STENT',
      scheme: 'national-stent',
      renews: 'S-1',
      days: stents2022,
      lots: [{ code: theLot }],
      demand: [
        { institution: 'hz-1', product: 'ent-a', quantity: 50 },
        { institution: 'hz-1', product: 'ent-d', quantity: 5 },
      ],
    });
    for (const [product, price] of [
      ['ent-a', '798'],
      ['ent-d', '730'],
      ['ent-b', '798.0001'],
    ] as const) {
      await recorded(app, 'submitBid', bidInput('S-2', { product, price }));
    }
    await recorded(app, 'openBids', { roundCode: 'S-2', on: stents2022.opening });
    const evaluatedRound = await recorded(
      app,
      'evaluateBids',
      { roundCode: 'S-2' },
      `renews { code } lot(code: "${theLot}") { bids { nodes { product { code } outcome explanation { rule } } } }`,
    );
    const rule = 'procurement.former-highest-price-limit';
    expect(evaluatedRound).toMatchObject({
      renews: { code: 'S-1' },
      lot: {
        bids: {
          nodes: [
            { product: { code: 'ent-d' }, outcome: 'PROPOSED', explanation: { rule } },
            { product: { code: 'ent-a' }, outcome: 'PROPOSED', explanation: { rule } },
            { product: { code: 'ent-b' }, outcome: 'NOT_SELECTED', explanation: { rule } },
          ],
        },
      },
    });
  });

  it('the earlier round is renewed only by the round that names it, once its result is final', async () => {
    const renew = (renewalCode: string) => ({ roundCode: 'S-1', renewalCode });
    expect((await refusedWith(app, 'renewRound', renew('S-2'))).map(({ code }) => code)).toEqual(['RENEWAL_NOT_FINAL']);
    expect((await refusedWith(app, 'renewRound', renew('R4'))).map(({ code }) => code)).toEqual(['NOT_ITS_RENEWAL']);
    expect((await refusedWith(app, 'renewRound', renew('none'))).map(({ code }) => code)).toEqual(['UNKNOWN_CODE']);
    await recorded(app, 'proposeSelection', { roundCode: 'S-2', agreementYear: 2023 });
    await final(app, 'S-2');
    await recorded(app, 'renewRound', renew('S-2'));
    const { rounds } = await data<{ rounds: { nodes: object[] } }>(
      app,
      `{ rounds(filter: { code: { in: ["S-1", "S-2"] } }, orderBy: [{ field: CODE }]) { nodes { code status renews { code } } } }`,
      {},
      expert,
    );
    expect(rounds.nodes).toEqual([
      { code: 'S-1', status: 'RENEWED', renews: null },
      { code: 'S-2', status: 'FINAL', renews: { code: 'S-1' } },
    ]);
  });
});
