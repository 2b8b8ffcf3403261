import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { PaymentStandardsDocument } from '../../schema/client/graphql.ts';
import { keptStandards } from '../../src/standard/kept-standards.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { settlement } from '../support/build-standards.ts';

describe.each(inject('servers'))('look-ups of many payment standards on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
  });
  afterAll(() => app.stop());

  const lookUp = (productCode: string, areaCode = '330000', asOf = '2022-03-01') => ({ productCode, areaCode, asOf });
  const ask = async (lookups: readonly object[], knownAt: string | null = null) => {
    const { data, errors } = await app.ask(PaymentStandardsDocument, { lookups: [...lookups] as never, knownAt }, settlement);
    expect(errors).toBeUndefined();
    return data!.paymentStandards;
  };
  const asked = [
    lookUp('PROMUS-798'),
    lookUp('nowhere'),
    lookUp('FIREBIRD2', '330100'),
    lookUp('FIREBIRD2', '999999'),
    lookUp('HELIOS'),
    lookUp('FIREBIRD2', '330000', '2021-01-30'),
    lookUp('FIREBIRD2', '330000', '2021-01-31'),
    lookUp('FIREBIRD2', '330000', '2023-01-30'),
    lookUp('FIREBIRD2', '330000', '2023-01-31'),
    lookUp('PROMUS-798'),
  ];
  const answers = [
    ['798.0000', 'WINNING_PRICE', true, null],
    [null, null, null, 'PRODUCT_UNKNOWN'],
    ['590.0000', 'WINNING_PRICE', true, null],
    [null, null, null, 'AREA_UNKNOWN'],
    [null, 'WINNING_PRICE', true, 'NOT_ON_RECORD'],
    [null, null, null, 'NO_STANDARD'],
    ['590.0000', 'WINNING_PRICE', true, null],
    ['590.0000', 'WINNING_PRICE', true, null],
    [null, null, null, 'NOT_ON_RECORD'],
    ['798.0000', 'WINNING_PRICE', true, null],
  ];

  it('[S1-15] [RE1] PaymentStandards answers for the 2020 round in the order asked, an unknown line with a code', async () => {
    app.database.forget();
    const lines = await ask(asked);
    expect(lines.map(({ amount, basis, inScope, reason }) => [amount, basis, inScope, reason])).toEqual(answers);
    expect(lines.map(({ productCode, areaCode, asOf }) => ({ productCode, areaCode, asOf }))).toEqual(asked);
    // What is not known in memory is looked for on record: products and areas, once for all lines.
    expect(app.database.statements).toHaveLength(2);
    app.database.forget();
    await ask(asked.slice(4));
    expect(app.database.statements).toEqual([]);
  });

  it('says the same of what was known by a moment, from the record', async () => {
    const knownAt = new Date().toISOString();
    const lines = await ask(asked, knownAt);
    expect(lines.map(({ amount, basis, inScope, reason }) => [amount, basis, inScope, reason])).toEqual(answers);
    expect(await ask(asked, '2020-01-01T00:00:00Z')).toMatchObject(
      answers.map(([, , , reason]) => ({ amount: null, reason: reason?.toString().endsWith('UNKNOWN') ? reason : 'NO_STANDARD' })),
    );
  });

  it('answers 10,000 lines, and refuses one more', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => asked[at % asked.length]!);
    const lines = await ask(many);
    expect(lines).toHaveLength(10_000);
    expect(lines.map(({ reason }) => reason)).toEqual(many.map((_, at) => answers[at % answers.length]![3]));
    const { errors } = await app.ask(PaymentStandardsDocument, { lookups: [...many, many[0]!] });
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX', limit: { name: 'lines', most: 10_000, asked: 10_001 } } }]);
  });

  it('counts the lines of all fields together, and lets no list of another kind be as long', async () => {
    const fields = (count: number) =>
      Array.from({ length: count }, (_, at) => `f${at}: paymentStandards(lookups: $l) { reason }`).join(' ');
    const l = Array.from({ length: 10_000 }, () => lookUp('FIREBIRD2'));
    const { errors } = await app.ask(`query($l: [PaymentStandardLookup!]!) { ${fields(5)} }`, { l });
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX', limit: { name: 'rows', asked: 50_000 } } }]);
    const codes = await app.ask(`query($c: [String!]!) { products(filter: { code: { in: $c } }) { nodes { code } } }`, {
      c: Array.from({ length: 201 }, (_, at) => `c${at}`),
    });
    expect(codes.errors).toMatchObject([{ extensions: { limit: { name: 'list', most: 200 } } }]);
  });

  it('finds a product that came after the server had begun, and one that it asked for before', async () => {
    expect(await ask([lookUp('new-stent')])).toMatchObject([{ reason: 'PRODUCT_UNKNOWN' }]);
    await app.database.pool
      .query(`insert into product (id, code, category, generic_name, name, counting_unit, holder_id, provenance, confidence)
      select gen_random_uuid(), 'new-stent', category, generic_name, name, counting_unit, holder_id, provenance, confidence from product where code = 'FIREBIRD2'`);
    expect(await ask([lookUp('new-stent')])).toMatchObject([{ reason: 'NO_STANDARD' }]);
  });

  it('is told beside what the schema says of itself, whose answer knows nothing of the moment', async () => {
    const query = `query($at: DateTime!, $type: String!) {
      paymentStandard(productCode: "FIREBIRD2", areaCode: "nowhere", asOf: "2024-01-01", knownAt: $at) { amount } __type(name: $type) { name } }`;
    const { data, errors } = await app.ask(query, { at: '2020-01-01T00:00:00Z', type: 'Query' });
    expect([data, errors]).toEqual([{ paymentStandard: null, __type: { name: 'Query' } }, undefined]);
  });

  it('refuses a moment that is still to come, and never answers for it', async () => {
    const later = new Date(Date.now() + 60_000).toISOString();
    const { data, errors } = await app.ask(PaymentStandardsDocument, { lookups: [lookUp('FIREBIRD2')], knownAt: later }, settlement);
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: `knownAt ${later} is still to come: what will be on record by then is not known`, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('holds the standards of the record, and no more', async () => {
    const { rows } = await app.database.pool.query<{ standing: number }>(
      'select count(*)::int as standing from payment_standard where superseded_at is null',
    );
    expect(app.kept.of(keptStandards).size.standards).toBe(rows[0]!.standing);
  });

  it('says through selected fields and aliases only what is asked, the type among it', async () => {
    const { data } = await app.ask<{ a: object[] }>(
      `query($l: [PaymentStandardLookup!]!) { a: paymentStandards(lookups: $l) { __typename price: amount ...of } } fragment of on PaymentStandardLine { priceUnit amount }`,
      { l: [lookUp('FIREBIRD2')] },
    );
    expect(data).toEqual({ a: [{ __typename: 'PaymentStandardLine', price: '590.0000', priceUnit: '个', amount: '590.0000' }] });
    expect((await app.ask(`{ paymentStandards(lookups: []) { reason } }`)).data).toEqual({ paymentStandards: [] });
  });
});
