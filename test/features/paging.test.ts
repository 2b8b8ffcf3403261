import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { data, recorded, type Answer } from '../support/build-recorder.ts';
import { evaluated, holders, institutions, round7, theLot } from '../support/build-round.ts';

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}
const page = `totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

/** Where each list stands, and the fields by which it can be ordered. */
const lists: [string, (list: string) => string, string[]][] = [
  ['areas', (list) => `{ ${list} }`, ['CODE', 'PARENT_CODE', 'NAME']],
  ['enterprises', (list) => `{ ${list} }`, ['CODE', 'NAME', 'NAME_EN']],
  ['institutions', (list) => `{ ${list} }`, ['CODE', 'AREA_CODE', 'NAME']],
  ['products', (list) => `{ ${list} }`, ['CODE', 'GENERIC_NAME', 'GENERIC_NAME_EN', 'NAME', 'BRAND']],
  ['policyDocuments', (list) => `{ ${list} }`, ['CODE', 'NUMBER', 'TITLE', 'DATE_AS_PRINTED']],
  ['rounds', (list) => `{ ${list} }`, ['CODE', 'NAME', 'OPENED_ON']],
  ['lots', (list) => `{ round(code: "R4") { ${list} } }`, ['CODE', 'NAME']],
  ['selectedProducts', (list) => `{ round(code: "GH-HD2020-1") { ${list} } }`, ['RANK']],
  ['bids', (list) => `{ round(code: "N-1") { lot(code: "${theLot}") { ${list} } } }`, ['RANK']],
  ['demandReports', (list) => `{ round(code: "N-1") { lot(code: "${theLot}") { ${list} } } }`, ['QUANTITY', 'AREA_CODE']],
  ['children', (list) => `{ area(code: "330000") { ${list} } }`, ['CODE', 'PARENT_CODE', 'NAME']],
];

const innermost = (answer: unknown, name: string): Page => {
  const fields = answer as Record<string, unknown>;
  return name in fields ? (fields[name] as Page) : innermost(Object.values(fields)[0], name);
};

describe('connections', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', ['ent-a', 'ent-b', 'ent-c', 'ent-d', 'ent-e']);
    await institutions(app, { 'hz-1': '330100', 'hz-2': '330100', 'hz-3': '330100', 'nj-1': '320100', 'nj-2': '320100' });
    const demand = ['hz-1', 'hz-2', 'hz-3', 'nj-1', 'nj-2'].map((institution, index) => ({
      institution,
      quantity: index < 3 ? 10 : 2_000_000_000_000,
    }));
    const prices = ['1', '1', '1.2', '11', '12'];
    const bids = ['ent-a', 'ent-b', 'ent-c', 'ent-d', 'ent-e'].map((product, index) => ({
      product,
      price: prices[index]!,
      capacity: 9_000_000_000_000,
    }));
    await evaluated(app, { code: 'N-1', scheme: 'national-drug', days: round7, demand, bids });
  });
  afterAll(() => app.stop());

  const ask = async (name: string, where: (list: string) => string, args: string) =>
    innermost(await data(app, where(`${name}(${args}) { ${page} }`), {}, { role: 'AUDITOR', subject: 'a' }), name);

  /** Follows the cursors to the end; asserts each page on the way. */
  async function allByCursor(
    name: string,
    where: (list: string) => string,
    first: number,
    orderBy: string,
    between?: () => Promise<void>,
  ): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, edges, pageInfo } = await ask(name, where, `first: ${first} ${orderBy} ${after === null ? '' : `after: "${after}"`}`);
      expect(edges.map(({ node }) => node.id)).toEqual(nodes.map(({ id }) => id));
      expect(pageInfo).toMatchObject({
        hasPreviousPage: after !== null,
        startCursor: edges.at(0)?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      });
      ids.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) return ids;
      expect(nodes).toHaveLength(first);
      after = pageInfo.endCursor;
      await between?.();
    }
  }

  it.each(lists)('%s: every order shows every row exactly once, page by page as in one', async (name, where, fields) => {
    const orders = [
      '',
      ...fields.flatMap((field) => ['ASC', 'DESC'].map((direction) => `orderBy: [{ field: ${field}, direction: ${direction} }]`)),
    ];
    for (const order of orders) {
      const { totalCount, nodes } = await ask(name, where, `first: 200 ${order}`);
      const whole = nodes.map(({ id }) => id);
      expect(totalCount).toBeGreaterThan(0);
      const first = Math.max(2, Math.ceil(totalCount / 4));
      const paged = await allByCursor(name, where, Math.min(first, 200), order);
      expect(new Set(paged).size, order).toBe(totalCount);
      expect(paged.slice(0, 200), order).toEqual(whole);
    }
  });

  it('rows without the value come last in both directions', async () => {
    const ranks = async (direction: string) => {
      const document = `{ round(code: "N-1") { lot(code: "${theLot}") { bids(orderBy: [{ field: RANK, direction: ${direction} }]) { nodes { rank } } } } }`;
      const { round } = await data<{ round: { lot: { bids: { nodes: { rank: number | null }[] } } } }>(app, document, {}, expert);
      return round.lot.bids.nodes.map(({ rank }) => rank);
    };
    expect(await ranks('ASC')).toEqual([1, 1, 3, null, null]);
    expect(await ranks('DESC')).toEqual([3, 1, 1, null, null]);
  });

  it('two fields order one within the other', async () => {
    const order = 'orderBy: [{ field: AREA_CODE, direction: DESC }, { field: QUANTITY, direction: ASC }]';
    const where = lists.find(([name]) => name === 'demandReports')![1];
    const whole = (await ask('demandReports', where, order)).nodes.map(({ id }) => id);
    expect(await allByCursor('demandReports', where, 1, order)).toEqual(whole);
  });

  it('a page is not moved by rows that are recorded before and after it', async () => {
    const where = (list: string) => `{ ${list} }`;
    const before = (await ask('enterprises', where, 'first: 200')).nodes.map(({ id }) => id);
    let count = 0;
    const paged = await allByCursor('enterprises', where, 10, '', async () => {
      for (const code of [`!first-${count}`, `~last-${count}`])
        await recorded(app, 'recordEnterprise', { code, kind: 'HOLDER', name: '新企业' });
      count += 1;
    });
    expect(count).toBeGreaterThan(2);
    expect(new Set(paged).size).toBe(paged.length);
    // Each row of the beginning is seen, in its order; of the new ones only those that come after.
    expect(paged.filter((id) => before.includes(id))).toEqual(before);
    expect(paged.length - before.length).toBe(count);
  });

  it('a cursor with a rank beyond a thousand million is one of ours', async () => {
    await recorded(app, 'recordOutcome', {
      roundCode: 'N-1',
      lotCode: theLot,
      productCode: 'ent-a',
      basis: 'BIDDING',
      winningPrice: '1',
      priceUnit: '片',
      agreedQuantity: 1,
      rank: 2_147_483_646,
    });
    await recorded(app, 'recordOutcome', {
      roundCode: 'N-1',
      lotCode: theLot,
      productCode: 'ent-b',
      basis: 'BIDDING',
      winningPrice: '1',
      priceUnit: '片',
      agreedQuantity: 1,
      rank: 2_147_483_647,
    });
    const where = (list: string) => `{ round(code: "N-1") { ${list} } }`;
    expect(await allByCursor('selectedProducts', where, 1, 'orderBy: [{ field: RANK }]')).toHaveLength(2);
  });

  const refused: [string, string][] = [
    ['first: 0', 'first: must be 1 to 200, not 0'],
    ['first: 201', 'first: must be 1 to 200, not 201'],
    ['first: -1', 'first: must be 1 to 200, not -1'],
    ['first: -2147483648', 'first: must be 1 to 200, not -2147483648'],
    ['orderBy: [{ field: CODE }, { field: NAME }, { field: CODE, direction: DESC }]', 'orderBy: each field once'],
  ];
  it.each(refused)('%s is the caller’s mistake', async (args, message) => {
    const answer = (await app.ask(`{ rounds(${args}) { nodes { id } } }`)) as Answer;
    expect([answer.errors?.[0]?.message, answer.errors?.[0]?.extensions?.['code']]).toEqual([message, 'BAD_USER_INPUT']);
  });

  it('a cursor of another list, of another order, or of nobody is the caller’s mistake', async () => {
    const where = (list: string) => `{ ${list} }`;
    const { pageInfo } = await ask('rounds', where, 'first: 1');
    const ours = JSON.parse(Buffer.from(pageInfo.endCursor!, 'base64url').toString()) as string[];
    const encode = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const [signature, , id] = ours;
    const foreign = [
      (await ask('enterprises', where, 'first: 1')).pageInfo.endCursor!,
      (await ask('rounds', where, 'first: 1 orderBy: [{ field: OPENED_ON }]')).pageInfo.endCursor!,
      '',
      'x',
      '💊',
      'null',
      encode({}),
      encode([signature]),
      encode([signature, '2020-01-01', id, id]),
      encode([signature, '2020-02-30', id]),
      encode([signature, '0000-00-00', id]),
      encode([signature, 'infinity', id]),
      encode([signature, 20200101, id]),
      encode([signature, '2020-01-01', `${id!}'; drop table round; --`]),
      encode(['code ASC', '2020-01-01', id]),
      pageInfo.endCursor!.slice(0, -2),
    ];
    for (const after of foreign) {
      for (const part of ['nodes { id }', 'pageInfo { hasNextPage }']) {
        const answer = (await app.ask(`query($after: String) { rounds(after: $after) { ${part} } }`, { after })) as Answer;
        expect([after, answer.errors?.[0]?.message]).toEqual([after, 'after: not a cursor of this list in this order']);
        expect(answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      }
    }
  });

  it('an id that is none of ours is the caller’s mistake; one of ours that is nowhere is null', async () => {
    const node = async (id: string) => (await app.ask('query($id: ID!) { node(id: $id) { id } }', { id })) as Answer;
    const encode = (text: string) => Buffer.from(text).toString('base64url');
    for (const id of [
      '',
      'x',
      encode('Nothing:1'),
      encode('Round'),
      encode('Round:a b'),
      encode(`Round:${'x'.repeat(121)}`),
      encode('__proto__:x'),
      encode('constructor:x'),
    ]) {
      const answer = await node(id);
      expect([id, answer.errors?.[0]?.extensions?.['code']]).toEqual([id, 'BAD_USER_INPUT']);
    }
    const nowhere = '01234567-89ab-7def-8123-456789abcdef';
    for (const type of [
      'Round',
      'Lot',
      'Bid',
      'SelectedProduct',
      'DemandReport',
      'Enterprise',
      'Institution',
      'Product',
      'PolicyDocument',
    ]) {
      for (const key of [nowhere, nowhere.toUpperCase(), "'or'1'='1"])
        expect(await node(encode(`${type}:${key}`))).toEqual({ data: { node: null } });
    }
    for (const key of [`330100/${nowhere}`, `330100/x`, nowhere, '330100', 'x/y/z'])
      expect(await node(encode(`AgreedVolume:${key}`))).toEqual({ data: { node: null } });
    expect(await node(encode('Area:999999'))).toEqual({ data: { node: null } });
  });
});
