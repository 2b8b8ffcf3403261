import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { send } from './send.ts';

describe('[S4] rows asked for by values', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.stop());

  const deep = (parameters: string, [rounds, lots, bids]: readonly [string, string, string]) =>
    `query${parameters} { rounds(first: ${rounds}) { nodes { lots(first: ${lots}) { nodes { bids(first: ${bids}) { nodes { price } } } } } } }`;
  const all = ['$a', '$b', '$c'] as const;

  const dear: [name: string, query: string, variables: object][] = [
    ['literally', deep('', ['100', '100', '100']), {}],
    ['by variables', deep('($a: Int!, $b: Int!, $c: Int!)', all), { a: 100, b: 100, c: 100 }],
    ['by defaults of variables', deep('($a: Int! = 100, $b: Int! = 100, $c: Int! = 100)', all), {}],
    ['half by variables', deep('($b: Int! = 10)', ['60', '$b', '30']), { b: 60 }],
    ['one row too many at one place', deep('($a: Int!)', ['100', '1', '$a']), { a: 101 }],
    ['by default of the field', '{ rounds(first: 200) { nodes { lots(first: 51) { nodes { code } } } } }', {}],
    [
      'in all, where no place has too many',
      'query($n: Int!) { rounds(first: 50) { nodes { a: selectedProducts(first: $n) { nodes { product { enterprise { code } } } } b: selectedProducts(first: $n) { nodes { product { enterprise { code } } } } } } }',
      { n: 140 },
    ],
    [
      'by a fragment',
      `query($n: Int!) { rounds(first: $n) { nodes { ...R } } } fragment R on Round { lots(first: $n) { nodes { code } } }`,
      { n: 101 },
    ],
    [
      'in a list of the variables',
      'query($in: [String!]) { rounds(filter: { code: { in: $in } }) { totalCount } }',
      { in: Array(201).fill('R4') },
    ],
    [
      'in a list of an input object',
      'query($filter: RoundListFilter) { rounds(filter: $filter) { totalCount } }',
      { filter: { not: { code: { in: Array(201).fill('R4') } } } },
    ],
    [
      'in many lists of an input object',
      'query($filter: RoundListFilter) { rounds(filter: $filter) { totalCount } }',
      { filter: { or: Array.from({ length: 10 }, () => ({ code: { in: Array(150).fill('R4') } })) } },
    ],
    [
      'in the default of a variable',
      `query($in: [String!] = [${'"R4" '.repeat(201)}]) { rounds(filter: { code: { in: $in } }) { totalCount } }`,
      {},
    ],
    [
      'by conditions within conditions',
      'query($filter: RoundListFilter) { rounds(filter: $filter) { totalCount } }',
      { filter: JSON.parse(`${'{"not":'.repeat(40)}{}${'}'.repeat(40)}`) as object },
    ],
  ];
  it.each(dear)('are refused before the first statement: %s', async (_name, query, variables) => {
    app.database.forget();
    // Twice: what was refused is not known the second time either.
    for (let time = 0; time < 2; time += 1) {
      const { status, code, data, text } = await send(app, { body: { query, variables } });
      expect({ status, code, data }, text).toEqual({ status: 400, code: 'QUERY_TOO_COMPLEX', data: undefined });
    }
    expect(app.database.statements).toEqual([]);
  });

  it('are told with what they would cost and what they may', async () => {
    const { errors } = await send(app, { body: { query: deep('', ['100', '100', '100']) } });
    expect(errors[0]!.extensions).toMatchObject({
      limit: { name: 'rowsOfLevel', most: 10_000, asked: 1_000_000 },
      cost: {
        statements: { asked: 3, most: 100 },
        rowsOfLevel: { asked: 1_000_000, most: 10_000 },
        rows: { asked: 1_010_100, most: 40_000 },
      },
    });
  });

  it('are told to those who may see how an answer came about', async () => {
    const body = { query: deep('', ['2', '3', '4']), extensions: { explain: true } };
    const { text } = await send(app, { body, caller: { role: 'AUDITOR' } });
    expect(JSON.parse(text)).toMatchObject({
      extensions: {
        cost: { statements: { asked: 3, most: 100 }, rowsOfLevel: { asked: 24, most: 10_000 }, rows: { asked: 32, most: 40_000 } },
      },
    });
  });

  it('count every look-up of one kind, which is one statement', async () => {
    const fields = Array.from(
      { length: 30 },
      (_each, at) => `a${at}: round(code: "R${at}") { code lots(first: 200) { nodes { bids(first: 2) { nodes { price } } } } }`,
    );
    app.database.forget();
    const { code, errors } = await send(app, { body: { query: `{ ${fields.join(' ')} }` } });
    expect([code, app.database.statements]).toEqual(['QUERY_TOO_COMPLEX', []]);
    expect(errors[0]!.extensions['limit']).toMatchObject({ name: expect.stringMatching(/rows/) as string });
  });

  const wrong: [first: unknown, code: string][] = [
    [-1, 'BAD_USER_INPUT'],
    [0, 'BAD_USER_INPUT'],
    [201, 'BAD_USER_INPUT'],
    [2_147_483_647, 'BAD_USER_INPUT'],
    [2_147_483_648, 'BAD_USER_INPUT'],
    [-2_147_483_648, 'BAD_USER_INPUT'],
    [1.5, 'BAD_USER_INPUT'],
    ['10', 'BAD_USER_INPUT'],
    [null, 'BAD_USER_INPUT'],
  ];
  it.each(wrong)('of a page of %s are refused', async (first, code) => {
    const nested =
      'query($first: Int!) { rounds(first: $first) { nodes { lots(first: $first) { nodes { bids(first: $first) { nodes { price } } } } } } }';
    app.database.forget();
    const refused = await send(app, { body: { query: nested, variables: { first } } });
    expect(refused.code).toBe(code);
    expect(app.database.statements).toEqual([]);
    const literal = await send(app, { body: { query: `{ rounds(first: ${JSON.stringify(first)}) { nodes { code } } }` } });
    expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(literal.code);
  });

  it('at most are one statement a level, whatever the number of rows', async () => {
    const counts = [];
    for (const [a, b, c] of [
      [10, 2, 2],
      [20, 20, 20],
      [100, 100, 1],
    ]) {
      app.database.forget();
      const { status } = await send(app, { body: { query: deep('($a: Int!, $b: Int!, $c: Int!)', all), variables: { a, b, c } } });
      counts.push([status, app.database.statements.length]);
    }
    expect(counts).toEqual([
      [200, 3],
      [200, 3],
      [200, 3],
    ]);
  });
});
