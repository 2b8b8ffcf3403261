import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { data } from '../support/build-recorder.ts';

const holders = { below: 9_999, at: 10_000, above: 10_001, far: 30_000 };

describe('a list is counted to ten thousand', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ empty: true });
    for (const [holder, rows] of Object.entries({ ...holders, none: 0 })) {
      await app.database.pool.query(
        `with holder as (insert into enterprise (id, code, kind, name, provenance, confidence)
           values (gen_random_uuid(), $1::text, 'HOLDER', $1::text, 'test', 'SYNTHETIC') returning id)
         insert into product (id, code, category, generic_name, name, counting_unit, holder_id, provenance, confidence)
         select gen_random_uuid(), $1::text || '-' || number, 'DRUG', '通用名', '名称', '片', holder.id, 'test', 'SYNTHETIC'
         from holder, generate_series(1, $2::int) number`,
        [holder, rows],
      );
    }
  });
  afterAll(() => app.stop());

  const counted = (totalCount: number, totalIsExact: boolean) => ({ totalCount, totalIsExact });

  it('under each parent, all in one statement', async () => {
    app.database.forget();
    const { enterprises } = await data<{ enterprises: { nodes: { code: string; products: object }[] } }>(
      app,
      '{ enterprises { nodes { code products(first: 1) { totalCount totalIsExact } } } }',
    );
    expect(Object.fromEntries(enterprises.nodes.map(({ code, products }) => [code, products]))).toEqual({
      none: counted(0, true),
      below: counted(9_999, true),
      at: counted(10_000, true),
      above: counted(10_000, false),
      far: counted(10_000, false),
    });
    expect(app.database.statements).toHaveLength(2);
  });

  it.each([
    ['', counted(10_000, false)],
    ['filter: { enterpriseCode: { eq: "far" } }', counted(10_000, false)],
    ['filter: { enterpriseCode: { eq: "at" } }', counted(10_000, true)],
    ['filter: { code: { eq: "far-1" } }', counted(1, true)],
    ['filter: { code: { eq: "nothing" } }', counted(0, true)],
  ])('a whole list: (first: 1 %s)', async (filter, expected) => {
    app.database.forget();
    expect(await data(app, `{ products(first: 1 ${filter}) { totalCount totalIsExact } }`)).toEqual({ products: expected });
    expect(app.database.statements).toHaveLength(1);
  });

  it('only when asked, and one part alone', async () => {
    for (const [part, unasked] of [
      ['nodes { code }', /count\(/],
      ['pageInfo { hasNextPage }', /count\(/],
      ['totalIsExact', /page_place/],
      ['totalCount', /page_place/],
    ] as const) {
      app.database.forget();
      await data(app, `{ products(first: 1) { ${part} } }`);
      expect(app.database.statements.filter((statement) => unasked.test(statement))).toEqual([]);
      expect(app.database.statements).toHaveLength(1);
    }
  });

  // The page goes on where the count has stopped.
  it('does not end the list', async () => {
    const query = `query($after: String) {
      products(first: 200, after: $after, filter: { enterpriseCode: { eq: "above" } }) { pageInfo { endCursor hasNextPage } }
    }`;
    interface Answer {
      readonly products: { readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean } };
    }
    let pages = 1;
    let { pageInfo } = (await data<Answer>(app, query)).products;
    for (; pageInfo.hasNextPage; pages += 1) ({ pageInfo } = (await data<Answer>(app, query, { after: pageInfo.endCursor })).products);
    expect(pages).toBe(51);
  });
});
