import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { data, recorded } from '../support/build-recorder.ts';
import { evaluated, final, holders, institutions, round7, theLot } from '../support/build-round.ts';

const code = 'N-1';
const preparing: Partial<Caller>[] = [expert, { role: 'APPROVER', subject: 'a' }, { role: 'AUDITOR', subject: 'a' }];
const others: (Partial<Caller> | undefined)[] = [
  undefined,
  { role: 'ENTERPRISE', subject: 'e', enterprise: 'ent-c' },
  { role: 'INSTITUTION', subject: 'i', institution: 'hz-1' },
];

const fields = 'id price status outcome rank findings { rule met } explanation { rule }';
interface Bid {
  id: string;
  price: string;
  status: string;
  outcome: string | null;
  rank: number | null;
  findings: object[] | null;
  explanation: object | null;
}
interface Page {
  totalCount: number;
  nodes: Bid[];
  edges: { cursor: string }[];
}

describe('what the rules make of the bids', () => {
  let app: TestApp;
  const pageOf = async (args: string, caller?: Partial<Caller>) => {
    const document = `{ round(code: "${code}") { lot(code: "${theLot}") { bids${args} { totalCount nodes { ${fields} } edges { cursor } } } } }`;
    return (await data<{ round: { lot: { bids: Page } } }>(app, document, {}, caller)).round.lot.bids;
  };
  const shareOf = async (caller?: Partial<Caller>) => {
    const document = `{ round(code: "${code}") { lot(code: "${theLot}") { sharePercent } } }`;
    return (await data<{ round: { lot: { sharePercent: string | null } } }>(app, document, {}, caller)).round.lot.sharePercent;
  };

  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', ['ent-a', 'ent-b', 'ent-c']);
    await institutions(app, { 'hz-1': '330100', 'nj-1': '320100' });
    const demand = [
      { institution: 'hz-1', quantity: 100 },
      { institution: 'nj-1', quantity: 50 },
    ];
    // Submitted from the dearest to the cheapest: the order of submission is not that of rank.
    const bids = [
      { product: 'ent-c', price: '11' },
      { product: 'ent-b', price: '1.5' },
      { product: 'ent-a', price: '1' },
    ];
    await evaluated(app, { code, scheme: 'national-drug', days: round7, demand, bids });
    const choices = ['ent-a', 'ent-b'].map((productCode) => ({ productCode, wishes: ['330000', '320000'], backupWishes: [] }));
    await recorded(app, 'proposeSelection', { roundCode: code, agreementYear: 2022, lots: [{ lotCode: theLot, choices }] });
  });
  afterAll(() => app.stop());

  it.each(preparing)('before publicity is seen by $role', async (caller) => {
    const { nodes } = await pageOf('', caller);
    expect(nodes.map(({ price, status, outcome, rank }) => [price, status, outcome, rank])).toEqual([
      ['1.0000', 'PROPOSED', 'PROPOSED', 1],
      ['1.5000', 'PROPOSED', 'PROPOSED', 2],
      ['11.0000', 'INVALID', 'INVALID', null],
    ]);
    for (const { findings, explanation } of nodes) expect([findings!.length > 0, explanation !== null]).toEqual([true, true]);
    expect((await pageOf('(filter: { status: { eq: INVALID } })', caller)).totalCount).toBe(1);
    expect((await pageOf('(filter: { rank: { gte: 2 } })', caller)).nodes.map(({ rank }) => rank)).toEqual([2]);
    expect(await shareOf(caller)).not.toBeNull();
  });

  it('before publicity nobody else sees it: not in a field, not by its id', async () => {
    const ids = (await pageOf('', expert)).nodes.map(({ id }) => id);
    const unseen = { status: 'OPENED', outcome: null, rank: null, findings: null, explanation: null };
    for (const caller of others) {
      const { nodes } = await pageOf('', caller);
      expect(new Set(nodes.map(({ price }) => price))).toEqual(new Set(['1.0000', '1.5000', '11.0000']));
      for (const bid of nodes) expect(bid).toMatchObject(unseen);
      for (const id of ids) {
        const { node } = await data<{ node: Bid }>(app, `query($id: ID!) { node(id: $id) { ... on Bid { ${fields} } } }`, { id }, caller);
        expect(node).toMatchObject(unseen);
      }
      expect(await shareOf(caller)).toBeNull();
    }
  });

  it('nor by asking for it: filters, orders and cursors know no more than the fields', async () => {
    const asked = {
      '(filter: { status: { eq: INVALID } })': 0,
      '(filter: { status: { in: [PROPOSED, SELECTED] } })': 0,
      '(filter: { status: { eq: OPENED } })': 3,
      '(filter: { not: { status: { eq: PROPOSED } } })': 3,
      '(filter: { rank: { eq: 1 } })': 0,
      '(filter: { rank: { gte: 1 } })': 0,
      '(filter: { or: [{ rank: { lte: 9 } }, { status: { eq: NOT_SELECTED } }] })': 0,
    };
    for (const caller of others) {
      for (const [args, rows] of Object.entries(asked)) {
        const { totalCount, nodes } = await pageOf(args, caller);
        expect([args, totalCount, nodes.length]).toEqual([args, rows, rows]);
      }
      const submitted = (await pageOf('(orderBy: [])', caller)).nodes.map(({ price }) => price);
      expect(submitted).toEqual(['11.0000', '1.5000', '1.0000']);
      for (const direction of ['ASC', 'DESC']) {
        const args = `orderBy: [{ field: RANK, direction: ${direction} }]`;
        const { nodes, edges } = await pageOf(`(${args})`, caller);
        expect(nodes.map(({ price }) => price)).toEqual(submitted);
        for (const { cursor } of edges)
          expect(JSON.parse(Buffer.from(cursor, 'base64url').toString())).toMatchObject([expect.any(String), null, expect.any(String)]);
        // A cursor of one's own making, before the first rank: everything comes after it, and in the same order.
        const [signature, , id] = JSON.parse(Buffer.from(edges[0]!.cursor, 'base64url').toString()) as string[];
        for (const rank of ['0', '1', '2']) {
          const forged = Buffer.from(JSON.stringify([signature, rank, id])).toString('base64url');
          expect((await pageOf(`(${args}, after: "${forged}")`, caller)).nodes.map(({ price }) => price)).toEqual(submitted);
        }
      }
    }
  });

  it('from publicity on is seen by everybody', async () => {
    await final(app, code);
    for (const caller of [...preparing, ...others]) {
      const { nodes } = await pageOf('(filter: { status: { eq: SELECTED } }, orderBy: [{ field: RANK, direction: DESC }])', caller);
      expect(nodes.map(({ outcome, rank }) => [outcome, rank])).toEqual([
        ['SELECTED', 2],
        ['SELECTED', 1],
      ]);
      expect(nodes[0]!.explanation).not.toBeNull();
      expect(await shareOf(caller)).not.toBeNull();
    }
  });
});
