import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { data, recorded } from '../support/build-recorder.ts';
import { bidInput, draft, holders, inBidding, institutions, round7, theLot } from '../support/build-round.ts';

const enterprise = (code: string): Partial<Caller> => ({ role: 'ENTERPRISE', subject: code, enterprise: code });
const callers: Readonly<Record<string, Partial<Caller> | undefined>> = {
  anonymous: undefined,
  expert,
  auditor: { role: 'AUDITOR', subject: 'auditor-1' },
  agency: { role: 'AGENCY', subject: 'agency-1', area: '330100' },
  settlement: { role: 'SETTLEMENT', subject: 'fund-1' },
  'the bidder': enterprise('ent-a'),
  'another bidder': enterprise('ent-b'),
  'the institution': { role: 'INSTITUTION', subject: 'hz-1', institution: 'hz-1' },
  'another institution': { role: 'INSTITUTION', subject: 'nj-1', institution: 'nj-1' },
};

/** What each caller sees of each guarded thing; whatever else is asked, and however, must agree with this table. */
const seen: Readonly<Record<string, readonly string[]>> = {
  'the draft': ['expert', 'auditor'],
  'the sealed bid': ['the bidder'],
  'the reported demand': ['expert', 'auditor', 'the institution'],
};

describe('[T2] [T6] who sees what, on every path and in every disguise', () => {
  let app: TestApp;
  const idOf: Record<string, string> = {};
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', ['ent-a', 'ent-b']);
    await institutions(app, { 'hz-1': '330100', 'nj-1': '320100' });
    await draft(app, { code: 'D-1', scheme: 'national-drug', days: round7 });
    await inBidding(app, { code: 'N-1', scheme: 'national-drug', days: round7, demand: [{ institution: 'hz-1', quantity: 8_675_309 }] });
    const bid = await recorded(app, 'submitBid', { ...bidInput('N-1', { product: 'ent-a', price: '1' }), note: 'CANARY of the bid' });
    const { round } = await data<{ round: { id: string } }>(app, '{ round(code: "D-1") { id } }', {}, expert);
    const demand = await data<{ round: { lot: { demandReports: { nodes: { id: string }[] } } } }>(
      app,
      `{ round(code: "N-1") { lot(code: "${theLot}") { demandReports { nodes { id } } } } }`,
      {},
      expert,
    );
    Object.assign(idOf, {
      'the draft': round.id,
      'the sealed bid': bid.id,
      'the reported demand': demand.round.lot.demandReports.nodes[0]!.id,
    });
  });
  afterAll(() => app.stop());

  const lot = (selection: string) => `round(code: "N-1") { lot(code: "${theLot}") { ${selection} } }`;
  /** Documents about a thing, by an expression that tells whether the answer knows of it. */
  const paths: Readonly<Record<string, readonly [document: string, shows: RegExp][]>> = {
    'the draft': [
      ['{ round(code: "D-1") { __typename } }', /"__typename":"Round"/],
      ['{ x: round(code: "D-1") { y: code } }', /"y":"D-1"/],
      ['query($on: Boolean = true) { round(code: "D-1") @include(if: $on) { code } }', /"code":"D-1"/],
      ['{ rounds(filter: { code: { eq: "D-1" } }) { n: totalCount } }', /"n":1/],
      ['{ rounds(filter: { status: { eq: DRAFT } }) { edges { cursor } } }', /"cursor":"/],
      ['{ rounds(filter: { name: { contains: "D-1" } }, first: 1) { pageInfo { endCursor } } }', /"endCursor":"/],
      ['fragment F on Round { code } { ...Q } fragment Q on Query { round(code: "D-1") { ...F } }', /"code":"D-1"/],
      ['{ rounds(first: 200, orderBy: [{ field: CODE, direction: DESC }]) { nodes { code } } }', /"code":"D-1"/],
    ],
    'the sealed bid': [
      [`{ ${lot('bids { totalCount }')} }`, /"totalCount":1/],
      [`{ ${lot('b: bids { nodes { __typename } }')} }`, /"__typename":"Bid"/],
      [`{ ${lot('bids { edges { cursor node { n: note } } }')} }`, /CANARY/],
      [`{ ${lot('bids(filter: { productCode: { eq: "ent-a" } }) { nodes { ... on Node { id } } }')} }`, /"id":"/],
      [`{ ${lot('bids(filter: { not: { status: { eq: OPENED } } }) { pageInfo { hasNextPage endCursor } }')} }`, /"endCursor":"/],
      [`{ ${lot('bids(orderBy: [{ field: RANK, direction: DESC }], first: 1) { nodes { enterprise { code } } }')} }`, /"code":"ent-a"/],
    ],
    'the reported demand': [
      [`{ ${lot('demandReports { totalCount }')} }`, /"totalCount":1/],
      [`{ ${lot('d: demandReports { nodes { q: quantity } }')} }`, /8675309/],
      [`{ ${lot('demandReports(filter: { quantity: { gte: 8675309 } }) { edges { cursor } }')} }`, /"cursor":"/],
      [`{ ${lot('demandReports(filter: { institutionCode: { eq: "hz-1" } }) { nodes { institution { code } } }')} }`, /"code":"hz-1"/],
      [`{ ${lot('demandReports { nodes { __typename } }')} }`, /"__typename":"DemandReport"/],
    ],
  };
  const byId: readonly string[] = [
    'query($id: ID!) { node(id: $id) { __typename } }',
    'query($id: ID!) { x: node(id: $id) { y: id } }',
    'query($id: ID!) { node(id: $id) { ... on Bid { price note } ... on Round { code name } ... on DemandReport { quantity } } }',
    'query($id: ID!, $on: Boolean = true) { node(id: $id) { ... @include(if: $on) { id } } }',
  ];

  it.each(Object.keys(seen))('%s', async (thing) => {
    const wrong: string[] = [];
    for (const [name, caller] of Object.entries(callers)) {
      const may = seen[thing]!.includes(name);
      for (const [document, shows] of paths[thing]!) {
        const text = JSON.stringify(await app.ask(document, {}, caller));
        if (text.includes('"errors"') || shows.test(text) !== may) wrong.push(`${name}: ${document} -> ${text}`);
      }
      for (const document of byId) {
        const text = JSON.stringify(await app.ask(document, { id: idOf[thing] }, caller));
        if (text.includes('"errors"') || text.endsWith(':null}}') === may) wrong.push(`${name}: ${document} -> ${text}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('a cursor of one caller opens nothing to another', async () => {
    const page = (after: string) => `{ ${lot(`bids(first: 1${after}) { totalCount nodes { note } pageInfo { endCursor } }`)} }`;
    const own = await data<{ round: { lot: { bids: { pageInfo: { endCursor: string } } } } }>(app, page(''), {}, callers['the bidder']);
    const { endCursor } = own.round.lot.bids.pageInfo;
    for (const name of ['anonymous', 'expert', 'another bidder']) {
      const text = JSON.stringify(await app.ask(page(`, after: "${endCursor}"`), {}, callers[name]));
      expect([name, text.includes('CANARY'), text.includes('"totalCount":0')]).toEqual([name, false, true]);
    }
  });

  it('a key of one caller replays nothing to another', async () => {
    const key = { idempotencyKey: 'shared' };
    const mutation = `mutation($input: RecordEnterpriseInput!) { recordEnterprise(input: $input) { enterprise { id code } userErrors { code } } }`;
    const input = { ...key, code: 'new-1', kind: 'HOLDER', name: '企业' };
    const first = await app.ask(mutation, { input }, { role: 'EXPERT', subject: 'one' });
    const other = await app.ask(mutation, { input: { ...input, code: 'new-2' } }, { role: 'EXPERT', subject: 'two' });
    expect(JSON.stringify(first)).toContain('"code":"new-1"');
    expect(JSON.stringify(other)).toContain('"code":"new-2"');
  });
});
