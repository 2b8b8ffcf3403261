import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueActs } from '../../src/catalogue/rights.ts';
import { continuityActs } from '../../src/continuity/rights.ts';
import { diseaseGroupActs } from '../../src/disease-group/rights.ts';
import { negotiationActs } from '../../src/negotiation/rights.ts';
import { paymentActs } from '../../src/payment/rights.ts';
import { retentionActs } from '../../src/retention/rights.ts';
import { standardActs } from '../../src/standard/rights.ts';
import { statisticsActs } from '../../src/statistics/rights.ts';
import { supplyActs } from '../../src/supply/rights.ts';
import { roles, type Caller, type Role } from '../../src/platform/access/caller.ts';
import { approvalActs } from '../../src/platform/approval/rights.ts';
import type { Acts } from '../../src/platform/access/rights.ts';
import { procurementActs } from '../../src/procurement/rights.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { exampleOf, mutations, newKey, record, type Answer } from '../support/build-recorder.ts';

/** An input of the right shape for every mutation: what is asked here is refused before anything is looked up. */
const inputs: Record<string, object> = Object.fromEntries(mutations.map(({ name, input }) => [name, exampleOf(input)]));
const claims: Partial<Record<string, Partial<Caller>>> = {
  ENTERPRISE: { enterprise: 'salubris' },
  INSTITUTION: { institution: 'i' },
  AGENCY: { area: '330100' },
};
const tables: Acts = {
  ...catalogueActs,
  ...standardActs,
  ...statisticsActs,
  ...retentionActs,
  ...diseaseGroupActs,
  ...procurementActs,
  ...supplyActs,
  ...paymentActs,
  ...continuityActs,
  ...negotiationActs,
  ...approvalActs,
};
/** Who may send each mutation, by the features' tables; of an act that takes two, who proposes it. */
const acts = Object.fromEntries(
  Object.entries(tables).map(([name, may]): [string, readonly Role[]] => [name, 'proposedBy' in may ? may.proposedBy : may]),
);
const callers: [string, Partial<Caller> | undefined][] = [
  ['ANONYMOUS', undefined],
  ...roles.map((role): [string, Partial<Caller>] => [role, { role, subject: 'someone', ...claims[role] }]),
];

describe('who may record, and figures that are none', () => {
  let app: TestApp;
  let contents: Record<string, string>;
  beforeAll(async () => {
    app = await testApp();
    contents = await app.database.contents();
  });
  afterAll(() => app.stop());

  it('knows who may send every mutation of the schema', () => {
    expect(Object.keys(acts).toSorted()).toEqual(mutations.map(({ name }) => name).toSorted());
  });

  it.each(callers)('%s may record what its table says, and nothing else', async (role, caller) => {
    for (const [name, input] of Object.entries(inputs)) {
      const may = acts[name]!;
      if (may.some((each) => each === role)) continue;
      const { object, userErrors, errors } = await record(app, name, input, { caller: caller ?? {} });
      const message = `This needs a token with role ${may.join(' or ')}`;
      expect({ [name]: { object, userErrors, errors } }).toEqual({
        [name]: { object: null, userErrors: [], errors: [{ code: 'FORBIDDEN', message }] },
      });
    }
    expect(await app.database.contents()).toEqual(contents);
  });

  it('whoever the table names may: what is refused then is the key', async () => {
    for (const [role, caller] of callers) {
      for (const [name, input] of Object.entries(inputs)) {
        if (!acts[name]!.some((each) => each === role)) continue;
        const { errors } = await record(app, name, { ...input, idempotencyKey: '' }, { caller: caller! });
        expect({ [`${name} by ${role}`]: errors.map((each) => each.code) }).toEqual({ [`${name} by ${role}`]: ['BAD_USER_INPUT'] });
      }
    }
    expect(await app.database.contents()).toEqual(contents);
  });

  const decimals = [
    1,
    0.1,
    true,
    null,
    '',
    ' 1',
    '1 ',
    '+1',
    '0x1F',
    '1e5',
    '1E-2',
    '1_000',
    '1,5',
    '１',
    '.5',
    '5.',
    '01',
    'NaN',
    'Infinity',
    '--1',
    '1.2.3',
    '9'.repeat(41),
    ['1'],
  ];
  const quantities = [1.5, '1', 2 ** 53, -(2 ** 53), 1e300, true, null, [1]];
  const dates = [
    '2026-02-30',
    '2026-2-3',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '0000-01-01',
    '1899-12-31',
    '3000-01-01',
    '20260101',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '',
    20260101,
    '２０２６-01-01',
  ];
  const ints = [1.5, '2022', 2 ** 31, null];
  const wrong: [string, string, string, readonly unknown[]][] = [
    ['Decimal', 'submitBid', 'price', decimals],
    ['Quantity', 'submitBid', 'declaredCapacity', quantities],
    ['Quantity', 'reportDemand', 'quantity', quantities],
    ['Date', 'openDemandReporting', 'on', dates],
    ['Date', 'putRoundInForce', 'inForceFrom', dates],
    ['Int', 'proposeSelection', 'agreementYear', ints],
    ['Boolean', 'submitBid', 'declaredNotBelowCost', ['true', 1, null]],
    ['enum', 'draftRound', 'category', ['drug', 'PILL', 1, null]],
  ];
  it.each(wrong)('%s of %s.%s: each malformed value is the caller’s mistake', async (_type, name, field, values) => {
    for (const value of values) {
      const { object, userErrors, errors } = await record(app, name, { ...inputs[name], [field]: value });
      expect([value, object, userErrors, errors.map(({ code }) => code)]).toEqual([value, null, [], ['BAD_USER_INPUT']]);
      expect(errors[0]!.message, JSON.stringify(value)).toMatch(new RegExp(`"input\\.${field}"|"\\$input"|${field}`));
      expect(errors[0]!.message.length).toBeLessThanOrEqual(500);
    }
    expect(await app.database.contents()).toEqual(contents);
  });

  it('the same as literals in the document', async () => {
    const literals = {
      price: ['1', '1.0', '0x1F', '"1e5"', 'null'],
      declaredCapacity: ['1.5', '9007199254740993', '9007199254740992', '1e3', '"1"', '-0'],
    };
    for (const [field, values] of Object.entries(literals)) {
      for (const value of values) {
        const fields = { price: '"1"', declaredCapacity: '1', [field]: value };
        const answer = (await app.ask(
          `mutation { submitBid(input: { idempotencyKey: "${newKey()}", roundCode: "R7", lotCode: "l", productCode: "p", priceUnit: "片", declaredNotBelowCost: true,
            price: ${fields.price}, declaredCapacity: ${fields.declaredCapacity} }) { bid { id } } }`,
          {},
          expert,
        )) as Answer;
        expect(answer.data, value).toBeUndefined();
        expect(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'BAD_USER_INPUT']).toContain(answer.errors![0]!.extensions!['code']);
      }
    }
    expect(await app.database.contents()).toEqual(contents);
  });

  it('a text with U+0000 is the caller’s mistake in every mutation and query', async () => {
    for (const [name, input] of Object.entries(inputs)) {
      const texts = Object.entries(input).filter(
        ([field, value]) => typeof value === 'string' && /[cC]ode$|[nN]ame$|reason|priceUnit/.test(field),
      );
      for (const [field] of texts) {
        const { object, errors } = await record(app, name, { ...input, [field]: 'a\0b' });
        expect([name, field, object, errors]).toEqual([
          name,
          field,
          null,
          [{ code: 'BAD_USER_INPUT', message: 'A text must not contain the character U+0000' }],
        ]);
      }
    }
    const queries = [
      'round(code: $text) { id }',
      'product(code: $text) { id }',
      'area(code: $text) { name }',
      'round(code: "R4") { lot(code: $text) { id } }',
    ];
    const filters = ['eq: $text', 'in: [$text]', 'contains: $text'].map(
      (each) => `products(filter: { name: { ${each} } }) { totalCount nodes { id } }`,
    );
    for (const query of [...queries, ...filters]) {
      const answer = (await app.ask(`query($text: String!) { ${query} }`, { text: 'a\0b' })) as Answer;
      expect([query, answer.errors?.[0]?.extensions?.['code']]).toEqual([query, 'BAD_USER_INPUT']);
    }
    const literal = (await app.ask(String.raw`{ round(code: "a\u0000b") { id } }`)) as Answer;
    expect(literal.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    expect(await app.database.contents()).toEqual(contents);
  });

  it('1 to 1,000 agreed volumes in one mutation', async () => {
    for (const volumes of [[], Array.from({ length: 1001 }, (_none, index) => ({ institutionCode: `i-${index}`, quantity: 1 }))]) {
      const { errors } = await record(app, 'recordAgreedVolumes', { ...inputs['recordAgreedVolumes'], volumes });
      expect(errors).toEqual([{ code: 'BAD_USER_INPUT', message: 'volumes: 1 to 1000 in one mutation' }]);
    }
    expect(await app.database.contents()).toEqual(contents);
  });
});
