import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';

const operation = (name: string) => readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');
const depth = { rounds: 20, volumes: 5 };

/** Citus' own table of what it has spread; a real one is not to be had on this machine. */
const spread = (tables: readonly string[], method: string) => `
  create table if not exists pg_dist_partition (logicalrelid regclass, partmethod "char");
  grant select on pg_dist_partition to public;
  insert into pg_dist_partition select name::regclass, '${method}' from unnest('{${tables.join()}}'::text[]) name`;

describe('on a database whose tables are spread over several servers', () => {
  let usual: TestApp;
  let app: TestApp;
  beforeAll(async () => {
    usual = await testApp();
    app = await testApp({
      prepare: async ({ pool }) => {
        await pool.query(spread(['selected_product', 'agreed_volume', 'lot', 'bid', 'supply_region', 'institution'], 'h'));
        await pool.query(spread(['product'], 'n'));
      },
    });
  });
  afterAll(() => Promise.all([usual.stop(), app.stop()]));

  // A page of one parent alone needs no lateral anywhere.
  const documents: [name: string, query: string, variables: object, manyParents: boolean][] = [
    ['RoundsInDepth', operation('rounds-in-depth'), depth, true],
    ['Round', operation('round'), { code: 'GH-HD2020-1' }, false],
    ['BidEvaluation', operation('bid-evaluation'), { round: 'R4', lot: 'telmisartan-40mg' }, false],
    [
      'pages and counts by codes, orders and cursors',
      `{ rounds(first: 50) { nodes { code lots(first: 3, orderBy: [{ field: NAME, direction: DESC }]) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { code bids(filter: { enterpriseCode: { in: ["a"] } }) { totalCount } } } }
         selectedProducts(first: 2, filter: { not: { productCode: { eq: "x" } } }) { totalIsExact nodes { supplyRegions(first: 2) { nodes { area { code } } } } } } } }`,
      {},
      true,
    ],
  ];
  it.each(documents)('%s is answered the same, without a lateral over what is spread', async (_name, query, variables, manyParents) => {
    app.database.forget();
    usual.database.forget();
    const [here, there] = [await app.ask<unknown>(query, variables), await usual.ask<unknown>(query, variables)];
    expect(here).toEqual(there);
    expect(here.errors).toBeUndefined();
    expect(app.database.statements).toHaveLength(usual.database.statements.length);
    const laterals = ({ database }: TestApp) => database.statements.filter((sql) => sql.includes('lateral')).length;
    expect([laterals(app), laterals(usual) > 0]).toEqual([0, manyParents]);
  });

  it('knows a table that every server has whole from one that is spread', async () => {
    const tables = await app.database.distributedTables();
    expect([tables.has('agreed_volume'), tables.has('product')]).toEqual([true, false]);
    expect(await usual.database.distributedTables()).toEqual(new Set());
  });
});
