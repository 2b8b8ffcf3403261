import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { data, record, recorded } from '../support/build-recorder.ts';
import { bidInput, draft, final, holders, inBidding, institutions, round7, theLot } from '../support/build-round.ts';

const code = 'N-1';
const anonymous = undefined;
const auditor: Partial<Caller> = { role: 'AUDITOR', subject: 'auditor-1' };
const enterprise = (each: string): Partial<Caller> => ({ role: 'ENTERPRISE', subject: each, enterprise: each });
const strangers = {
  anonymous,
  expert,
  auditor,
  'another enterprise': enterprise('ent-b'),
  'an enterprise without bid': enterprise('ent-c'),
};

const bidsOf = (args = '') =>
  `{ round(code: "${code}") { lot(code: "${theLot}") { bids${args} { totalCount nodes { id price comparableUnitPrice } edges { node { id } } } } } }`;
const paths = [
  '',
  '(filter: { status: { eq: SEALED } })',
  '(filter: { enterpriseCode: { eq: "ent-a" } })',
  '(filter: { productCode: { in: ["ent-a"] } })',
  '(filter: { not: { enterpriseCode: { eq: "ent-b" } } })',
  '(filter: { or: [{ status: { in: [SEALED] } }, { enterpriseCode: { eq: "ent-a" } }] })',
  '(orderBy: [{ field: RANK, direction: DESC }])',
];
interface Bids {
  round: {
    lot: {
      bids: {
        totalCount: number;
        nodes: { id: string; price: string | null; comparableUnitPrice: string | null }[];
        edges: { node: { id: string } }[];
      };
    };
  };
}

describe('what is sealed, and until when', () => {
  let app: TestApp;
  const bidOf: Record<string, string> = {};
  const bids = async (args: string, caller?: Partial<Caller>) => (await data<Bids>(app, bidsOf(args), {}, caller)).round.lot.bids;
  const node = async (id: string, caller?: Partial<Caller>, selection = '') =>
    (await data<{ node: unknown }>(app, `query($id: ID!) { node(id: $id) { __typename id ${selection} } }`, { id }, caller)).node;

  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', ['ent-a', 'ent-b', 'ent-c']);
    await institutions(app, { 'hz-1': '330100', 'nj-1': '320100' });
    const demand = [
      { institution: 'hz-1', quantity: 100 },
      { institution: 'nj-1', quantity: 50 },
    ];
    await inBidding(app, { code, scheme: 'national-drug', days: round7, demand });
  });
  afterAll(() => app.stop());

  it('the expert who records a bid gets it back, without its price', async () => {
    for (const [product, price] of [
      ['ent-a', '1'],
      ['ent-b', '1.5'],
    ] as const) {
      const bid = await recorded(
        app,
        'submitBid',
        bidInput(code, { product, price }),
        'price comparableUnitPrice status enterprise { code } lot { bids { totalCount } }',
      );
      expect(bid).toMatchObject({
        price: null,
        comparableUnitPrice: null,
        status: 'SEALED',
        enterprise: { code: product },
        lot: { bids: { totalCount: 0 } },
      });
      bidOf[product] = bid.id;
    }
  });

  it.each(Object.entries(strangers))('before the opening %s sees nothing of the bid of ent-a on any path', async (who, caller) => {
    const own = who === 'another enterprise' ? 1 : 0;
    for (const path of paths) {
      const { totalCount, nodes, edges } = await bids(path, caller);
      expect(
        nodes.map(({ id }) => id),
        path,
      ).not.toContain(bidOf['ent-a']);
      expect(edges.map(({ node: { id } }) => id)).toEqual(nodes.map(({ id }) => id));
      expect(totalCount, path).toBe(nodes.length);
      expect(totalCount, path).toBeLessThanOrEqual(own);
    }
    expect((await bids('', caller)).totalCount).toBe(own);
    expect(await node(bidOf['ent-a']!, caller)).toBeNull();
  });

  it('before the opening the enterprise sees that its own bid is there, and nobody its price', async () => {
    const own = { id: bidOf['ent-a'], price: null, comparableUnitPrice: null };
    for (const path of paths) {
      const { totalCount, nodes } = await bids(path, enterprise('ent-a'));
      expect([path, totalCount, nodes]).toEqual([path, 1, [own]]);
    }
    const seen = await node(bidOf['ent-a']!, enterprise('ent-a'), '... on Bid { price commitment commitmentSalt declaredCapacity }');
    expect(seen).toMatchObject({
      price: null,
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      commitmentSalt: null,
      declaredCapacity: 1_000_000,
    });
  });

  it('after the opening everybody sees every bid with its price', async () => {
    await recorded(app, 'openBids', { roundCode: code, on: round7.opening });
    for (const caller of [...Object.values(strangers), enterprise('ent-a')]) {
      const { totalCount, nodes } = await bids('(orderBy: [{ field: RANK }])', caller);
      expect([totalCount, new Set(nodes.map(({ price }) => price))]).toEqual([2, new Set(['1.0000', '1.5000'])]);
      expect(await node(bidOf['ent-a']!, caller)).toEqual({ __typename: 'Bid', id: bidOf['ent-a'] });
    }
  });

  const outcome = `{ round(code: "${code}") { status lowestWinningPrice highestWinningPrice
    selectedProducts { totalCount nodes { id } } byRank: selectedProducts(filter: { rank: { eq: 1 } }) { totalCount }
    lot(code: "${theLot}") { selectedProducts { totalCount nodes { id } } } } }`;
  const hidden = { totalCount: 0, nodes: [] };

  it('a proposed selection is seen by those who prepare and check it, and by nobody else on any path', async () => {
    await recorded(app, 'evaluateBids', { roundCode: code });
    const wishes = ['330000', '320000'];
    const choices = ['ent-a', 'ent-b'].map((productCode) => ({ productCode, wishes, backupWishes: wishes }));
    await recorded(app, 'proposeSelection', { roundCode: code, agreementYear: 2022, lots: [{ lotCode: theLot, choices }] });
    const volumes = `{ round(code: "${code}") { selectedProducts { nodes { id agreedVolumes { nodes { id } } } } } }`;
    type Seen = { round: { selectedProducts: { nodes: { id: string; agreedVolumes: { nodes: { id: string }[] } }[] } } };
    const selected = (await data<Seen>(app, volumes, {}, expert)).round.selectedProducts.nodes;
    const ids = selected.flatMap(({ id, agreedVolumes }) => [id, ...agreedVolumes.nodes.map((each) => each.id)]);
    expect(ids).toHaveLength(4);
    expect((await data<Seen>(app, volumes, {}, auditor)).round.selectedProducts.nodes).toEqual(selected);

    const others = [anonymous, enterprise('ent-a'), { role: 'INSTITUTION', subject: 'i', institution: 'hz-1' } as const];
    for (const caller of others) {
      expect(await data(app, outcome, {}, caller)).toEqual({
        round: {
          status: 'PROPOSED',
          lowestWinningPrice: null,
          highestWinningPrice: null,
          selectedProducts: hidden,
          byRank: { totalCount: 0 },
          lot: { selectedProducts: hidden },
        },
      });
      for (const id of ids) expect(await node(id, caller)).toBeNull();
    }
    await final(app, code);
    for (const caller of others) {
      for (const id of ids) expect(await node(id, caller)).toMatchObject({ id });
      expect(await data(app, outcome, {}, caller)).toMatchObject({
        round: { status: 'FINAL', lowestWinningPrice: '1.0000', highestWinningPrice: '1.5000', byRank: { totalCount: 1 } },
      });
    }
  });

  it('a draft is seen by those who prepare and check it, and by nobody else on any path', async () => {
    const round = await draft(app, { code: 'D-1', scheme: 'national-drug', days: round7 });
    const lot = await recorded(app, 'addLot', { roundCode: 'D-1', code: 'draft-lot', name: '草稿单元', countingUnit: '片' });
    await inBidding(app, { code: 'N-2', scheme: 'national-drug', days: round7, renews: 'D-1' });
    const document = `query($round: ID!, $lot: ID!) {
      round(code: "D-1") { code } rounds(filter: { code: { eq: "D-1" } }) { totalCount nodes { code } }
      byNode: node(id: $round) { id } byLot: node(id: $lot) { ... on Lot { code round { code } } }
      renewal: round(code: "N-2") { renews { code } }
    }`;
    const asked = (caller?: Partial<Caller>) => data(app, document, { round: round.id, lot: lot.id }, caller);
    for (const caller of [anonymous, enterprise('ent-a')]) {
      expect(await asked(caller)).toEqual({ round: null, rounds: hidden, byNode: null, byLot: null, renewal: { renews: null } });
    }
    for (const caller of [expert, auditor]) {
      expect(await asked(caller)).toEqual({
        round: { code: 'D-1' },
        rounds: { totalCount: 1, nodes: [{ code: 'D-1' }] },
        byNode: { id: round.id },
        byLot: { code: 'draft-lot', round: { code: 'D-1' } },
        renewal: { renews: { code: 'D-1' } },
      });
    }
  });

  it('reported demand is seen by those who prepare and check a round, and by the institution that reported it', async () => {
    const document = `{ round(code: "${code}") { lot(code: "${theLot}") { demandReports { totalCount nodes { id institution { code } } } } } }`;
    type Seen = { round: { lot: { demandReports: { totalCount: number; nodes: { id: string; institution: { code: string } }[] } } } };
    const reports = async (caller?: Partial<Caller>) => (await data<Seen>(app, document, {}, caller)).round.lot.demandReports;
    const all = await reports(expert);
    expect(all.totalCount).toBe(2);
    expect((await reports()).totalCount).toBe(0);
    expect((await reports(enterprise('ent-a'))).totalCount).toBe(0);
    const own = await reports({ role: 'INSTITUTION', subject: 'i', institution: 'hz-1' });
    expect([own.totalCount, own.nodes.map(({ institution }) => institution.code)]).toEqual([1, ['hz-1']]);
    expect(await node(all.nodes[0]!.id)).toBeNull();
    expect(await node(all.nodes[0]!.id, auditor)).toMatchObject({ id: all.nodes[0]!.id });
  });

  it('a document with several recordings shows after each what is on record then', async () => {
    await recorded(app, 'draftRound', { code: 'M-1', name: '批次', category: 'DRUG', organiser: 'NATIONAL', scheme: 'national-drug' });
    const lot = (key: string, lotCode: string) =>
      `addLot(input: { idempotencyKey: "${key}", roundCode: "M-1", code: "${lotCode}", name: "单元", countingUnit: "片" }) { lot { round { status transitions { toStatus } lots { totalCount } } } }`;
    const answer = await data<Record<string, { lot?: { round: object }; round?: object }>>(
      app,
      `mutation { a: ${lot('several-1', 'x')} b: ${lot('several-2', 'y')}
        c: openDemandReporting(input: { idempotencyKey: "several-3", roundCode: "M-1" }) { round { status transitions { toStatus } lots { totalCount } } } }`,
      {},
      expert,
    );
    expect([answer['a']!.lot!.round, answer['b']!.lot!.round, answer['c']!.round]).toEqual([
      { status: 'DRAFT', transitions: [], lots: { totalCount: 1 } },
      { status: 'DRAFT', transitions: [], lots: { totalCount: 2 } },
      { status: 'DEMAND_REPORTING', transitions: [{ toStatus: 'DEMAND_REPORTING' }], lots: { totalCount: 2 } },
    ]);
  });

  it('a mutation refused for its caller shows nothing of the object', async () => {
    const bid = bidInput(code, { product: 'ent-a', price: '1' });
    expect(await record(app, 'submitBid', bid, { caller: auditor })).toMatchObject({ object: null, errors: [{ code: 'FORBIDDEN' }] });
  });
});
