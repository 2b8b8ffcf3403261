import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { data, recorded, type Answer } from '../support/build-recorder.ts';

/** Names that a pattern, a quoting or a collation could get wrong. */
const names = [
  '100%纯',
  '100纯',
  'a_b',
  'axb',
  String.raw`a\b`,
  'ab',
  "O'Brien",
  '"quoted"',
  'ÀÉ',
  'àé',
  '华海药业',
  '浙江华海',
  '华海（药业）',
  'ＡＢ％＿＼１',
  '𠮷药',
  'NULL',
  '$1',
  '; drop table enterprise; --',
];

describe('filters', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    for (const [index, name] of names.entries()) {
      await recorded(app, 'recordEnterprise', {
        code: `f-${index}`,
        kind: index % 2 ? 'HOLDER' : 'DISTRIBUTOR',
        name,
        ...(index % 3 ? { nameEn: `En ${index}` } : {}),
      });
    }
  });
  afterAll(() => app.stop());

  /** The codes that a list gives for a filter; its count must agree. */
  async function codes(list: string, filter: object): Promise<string[]> {
    const type = {
      enterprises: 'Enterprise',
      rounds: 'Round',
      products: 'Product',
      institutions: 'Institution',
      areas: 'Area',
      policyDocuments: 'PolicyDocument',
    }[list]!;
    const document = `query($filter: ${type}ListFilter) { ${list}(filter: $filter, first: 200) { totalCount nodes { code } } }`;
    const answer = await data<Record<string, { totalCount: number; nodes: { code: string }[] }>>(app, document, { filter });
    const { totalCount, nodes } = answer[list]!;
    if (totalCount <= 200) expect(totalCount).toBe(nodes.length);
    return nodes.map(({ code }) => code).toSorted();
  }
  /** The same by plain SQL. */
  async function bySql(table: string, where: string, values: unknown[] = []): Promise<string[]> {
    const { rows } = await app.database.pool.query<{ code: string }>(`select code from ${table} where ${where}`, values);
    return rows.map(({ code }) => code).toSorted();
  }

  it.each([...names, '%', '_', '\\', '%_\\', '药', '华', '(药', 'ab%', '％', '＿', '＼', 'EN 1', '', ' '])(
    'a text %j is a literal in eq, in and contains',
    async (text) => {
      expect(await codes('enterprises', { name: { eq: text } })).toEqual(await bySql('enterprise', 'name = $1', [text]));
      expect(await codes('enterprises', { name: { in: [text, '华海药业'] } })).toEqual(
        await bySql('enterprise', 'name = any($1)', [[text, '华海药业']]),
      );
      expect(await codes('enterprises', { name: { contains: text } })).toEqual(
        await bySql('enterprise', 'position(normalised($1) in normalised(name)) > 0', [text]),
      );
      expect(await codes('enterprises', { nameEn: { contains: text } })).toEqual(
        await bySql('enterprise', 'position(normalised($1) in normalised(name_en)) > 0', [text]),
      );
    },
  );

  const asked: [string, object, string, string][] = [
    ['rounds', { openedOn: { gte: '2020-11-05', lte: '2022-07-12' } }, 'round', `opened_on between '2020-11-05' and '2022-07-12'`],
    ['rounds', { openedOn: { eq: '2020-11-05' } }, 'round', `opened_on = '2020-11-05'`],
    ['rounds', { openedOn: { isNull: true } }, 'round', 'opened_on is null'],
    ['rounds', { openedOn: { isNull: false } }, 'round', 'opened_on is not null'],
    ['rounds', { openedOn: { gte: null, lte: '2019-01-01' } }, 'round', `opened_on <= '2019-01-01'`],
    ['rounds', { category: { eq: 'STENT' } }, 'round', `category = 'STENT'`],
    [
      'rounds',
      { category: { in: ['STENT', 'DRUG'] }, status: { eq: 'RENEWED' } },
      'round',
      `status = 'RENEWED' and category <> 'CONSUMABLE'`,
    ],
    ['rounds', { category: { in: [] } }, 'round', 'false'],
    ['rounds', {}, 'round', 'true'],
    ['rounds', { not: {} }, 'round', 'false'],
    ['rounds', { and: [] }, 'round', 'true'],
    ['rounds', { or: [] }, 'round', 'false'],
    ['rounds', { not: { openedOn: { gte: '2020-01-01' } } }, 'round', `(opened_on >= '2020-01-01') is not true`],
    [
      'rounds',
      { or: [{ code: { eq: 'R4' } }, { and: [{ category: { eq: 'STENT' } }, { not: { status: { eq: 'RENEWED' } } }] }] },
      'round',
      `code = 'R4' or (category = 'STENT' and status <> 'RENEWED')`,
    ],
    ['rounds', { code: { eq: 'R4' }, or: [{ category: { eq: 'DRUG' } }, { category: { eq: 'STENT' } }] }, 'round', `code = 'R4'`],
    ['products', { enterpriseCode: { eq: 'microport' } }, 'product', `holder_id = (select id from enterprise where code = 'microport')`],
    [
      'products',
      { enterpriseCode: { in: ['microport', 'lepu', 'none'] }, category: { eq: 'STENT' } },
      'product',
      `holder_id in (select id from enterprise where code in ('microport', 'lepu'))`,
    ],
    [
      'products',
      { not: { enterpriseCode: { eq: 'microport' } } },
      'product',
      `holder_id <> (select id from enterprise where code = 'microport')`,
    ],
    ['products', { brand: { isNull: true } }, 'product', 'brand is null'],
    ['areas', { parentCode: { isNull: true } }, 'area', 'parent_code is null'],
    ['areas', { parentCode: { eq: '330000' }, kind: { eq: 'PREFECTURE' } }, 'area', `parent_code = '330000'`],
    ['enterprises', { kind: { eq: 'DISTRIBUTOR' }, nameEn: { isNull: true } }, 'enterprise', `kind = 'DISTRIBUTOR' and name_en is null`],
    ['policyDocuments', { number: { contains: '医保发' } }, 'policy_document', `number like '%医保发%'`],
  ];
  it.each(asked)('%s %j gives what SQL gives', async (list, filter, table, where) => {
    expect(await codes(list, filter)).toEqual((await bySql(table, where)).slice(0, 200));
  });

  it('a number beyond the column equals nothing, and everything is below it', async () => {
    const ranked = `{ round(code: "GH-HD2020-1") { selectedProducts(filter: { rank: $filter }) { totalCount } } }`;
    const count = async (filter: object) =>
      (await data<{ round: { selectedProducts: { totalCount: number } } }>(app, `query($filter: QuantityFilter) ${ranked}`, { filter }))
        .round.selectedProducts.totalCount;
    expect(await count({ eq: 2 ** 40 })).toBe(0);
    expect(await count({ gte: Number.MAX_SAFE_INTEGER })).toBe(0);
    expect(await count({ lte: 2 ** 40 })).toBe(7);
    expect(await count({ gte: 3, lte: 9 })).toBe(4);
    expect(await count({ gte: -1 })).toBe(7);
  });

  const nested = (depth: number): object => (depth === 0 ? { code: { eq: 'R4' } } : { not: nested(depth - 1) });
  it('a filter of five levels is answered, one of six is refused', async () => {
    expect(await codes('rounds', nested(4))).toEqual(['R4']);
    const document = 'query($filter: RoundListFilter) { rounds(filter: $filter) { totalCount } }';
    expect(((await app.ask(document, { filter: nested(5) })) as Answer).errors).toBeUndefined();
    for (const filter of [nested(6), { and: [{ or: [nested(5)] }] }]) {
      const answer = (await app.ask(document, { filter })) as Answer;
      expect([answer.errors?.[0]?.message, answer.errors?.[0]?.extensions?.['code']]).toEqual([
        'filter: nested deeper than 5',
        'BAD_USER_INPUT',
      ]);
    }
  });

  it('a hundred conditions are answered, thousands are refused', async () => {
    const document = 'query($filter: RoundListFilter) { rounds(filter: $filter) { totalCount nodes { code } } }';
    const or = (length: number) => ({ or: Array.from({ length }, () => ({ code: { eq: 'R4' } })) });
    expect(await codes('rounds', or(100))).toEqual(['R4']);
    const refusal = async (length: number) =>
      ((await app.ask(document, { filter: or(length) })) as Answer).errors?.[0]?.extensions?.['code'];
    expect([await refusal(101), await refusal(70_000)]).toEqual(['BAD_USER_INPUT', 'QUERY_TOO_COMPLEX']);
  });

  const injections = [
    "' or '1'='1",
    "'; drop table bid; --",
    '") or 1=1 --',
    '[raw]: 1=1',
    '$or',
    '{"$ne":null}',
    "\\'; select pg_sleep(5); --",
    "' union select code from enterprise --",
    '%27%20or%201=1',
    '\u{FF07} or 1=1',
    '/* */',
    "e'\\x27'",
    '${7*7}',
    '::text',
    '1; select * from pg_shadow',
  ];
  it.each(injections)('%j is a text and nothing else, wherever a text can stand', async (text) => {
    const before = await app.database.contents();
    const document = `query($text: String!) {
      round(code: $text) { code } product(code: $text) { code } enterprise(code: $text) { code } institution(code: $text) { code } area(code: $text) { code } policyDocument(code: $text) { code }
      known: round(code: "R4") { lot(code: $text) { code } selectedProducts(filter: { lotCode: { eq: $text }, productCode: { in: [$text] } }) { totalCount } }
      rounds(filter: { code: { in: [$text] }, name: { contains: $text } }) { totalCount }
      products(filter: { or: [{ genericName: { eq: $text } }, { enterpriseCode: { eq: $text } }, { brand: { contains: $text } }] }) { totalCount }
      areas(filter: { parentCode: { in: [$text] } }) { totalCount }
    }`;
    expect(await data(app, document, { text })).toEqual({
      round: null,
      product: null,
      enterprise: null,
      institution: null,
      area: null,
      policyDocument: null,
      known: { lot: null, selectedProducts: { totalCount: 0 } },
      rounds: { totalCount: 0 },
      products: { totalCount: 0 },
      areas: { totalCount: 0 },
    });
    const answer = (await app.ask('query($text: String) { rounds(after: $text) { nodes { id } } }', { text })) as Answer;
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    expect(await app.database.contents()).toEqual(before);
  });
});
