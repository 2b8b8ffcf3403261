import { DriverException, UniqueConstraintViolationException } from '@mikro-orm/core';
import { GraphQLError } from 'graphql';
import { DatabaseError } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { keptLog, send, type Reply, type Sent } from './send.ts';

/** Stands in data, SQL, paths and settings, and may be in no answer. */
const canary = 'CANARY-7f3a';

/** An error of PostgreSQL as its driver gives it. */
function databaseError(code: string): DatabaseError {
  const error = new DatabaseError(`${canary}: value violates "${canary}"`, 100, 'error');
  return Object.assign(error, { code, detail: `Key (price)=(${canary}) exists.`, table: 'bid', constraint: 'bid_key', severity: 'ERROR' });
}

const failures: [name: string, error: unknown][] = [
  ...['23505', '23P01', '22003', '23514', '40001', '42P01', '08006', '53100', '53300'].map((code): [string, unknown] => [
    code,
    databaseError(code),
  ]),
  ['an exception of the mapper', new DriverException(databaseError('22P02'))],
  ['a unique exception of the mapper', new UniqueConstraintViolationException(databaseError('23505'))],
  ['an Error', new Error(`${canary} in /srv/${canary}/secret.ts: select "${canary}"`)],
  ['a TypeError', new TypeError(`cannot read ${canary}`)],
  ['a RangeError, as of memory', new RangeError(`Array buffer allocation failed ${canary}`)],
  ['an AggregateError', new AggregateError([new Error(canary)], canary)],
  ['an Error with a cause', new Error(canary, { cause: new Error(canary) })],
  ['undefined', undefined],
  ['null', null],
  ['a text', canary],
  ['an object', { message: canary, stack: canary }],
  ['a system error', Object.assign(new Error(`ENOENT: open '/srv/${canary}'`), { code: 'ENOENT', path: `/srv/${canary}` })],
  ['a GraphQLError of a code that is not on the list', new GraphQLError(canary, { extensions: { code: canary } })],
  ['a GraphQLError without a code', new GraphQLError(canary, { extensions: { secret: canary, stacktrace: [canary] } })],
  ['a GraphQLError over another', new GraphQLError(canary, { originalError: new Error(canary) })],
  ['an Error that calls itself a status', Object.assign(new Error(canary), { statusCode: 500, expose: true })],
];

describe('[S10] a failure of ours', () => {
  const { log, lines } = keptLog();
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ log });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    lines.length = 0;
  });
  afterAll(() => app.stop());

  const ours = [
    'INTERNAL_SERVER_ERROR',
    'Something went wrong on our side; the request id finds it in our log.',
    '服务器内部错误;可凭请求号在日志中查到。',
  ];
  const away = [
    'UNAVAILABLE',
    'The database cannot do this at the moment; send it again later. With the same idempotency key nothing is recorded twice.',
    '数据库暂时不可用;请稍后重试。使用同一幂等键不会重复录入。',
  ];
  /** Only that the database cannot be had is told as such: the same request may be sent again. */
  const wordsFor = (failure: string) => (['08006', '53100', '53300'].includes(failure) ? away : ours);

  /** It says that it failed and under which id, and nothing else. */
  function expectMasked({ text, headers, errors, data, status }: Reply, [code, words, wordsZh] = ours): void {
    expect(`${text} ${JSON.stringify(headers)}`).not.toMatch(/CANARY|SQLSTATE|\bat \S+ \(|node_modules|\.ts\b|\/srv\/|relation|select /);
    expect(errors.length).toBeGreaterThan(0);
    const requestId = headers['x-request-id'];
    for (const { message, extensions } of errors) {
      expect(message).toBe(words);
      expect(extensions).toEqual({ code, messageZh: wordsZh, requestId });
    }
    expect([undefined, null]).toContain(data ? Object.values(data)[0] : data);
    expect([200, 500]).toContain(status);
    expect(lines.filter((line) => line.includes(String(requestId)) && line.includes('"failed"'))).not.toEqual([]);
  }

  const read: Sent = { body: { query: '{ round(code: "R4") { code name } }' } };
  const input = { idempotencyKey: 'masking', code: 'masked', name: '企业', kind: 'HOLDER' };
  const write: Sent = {
    body: {
      query: 'mutation($input: RecordEnterpriseInput!) { recordEnterprise(input: $input) { enterprise { code } userErrors { code } } }',
      variables: { input },
    },
    caller: expert,
  };

  it.each(failures)('is not told when a read meets %s', async (name, error) => {
    vi.spyOn(app.database.served.readPool, 'connect').mockImplementation(() => {
      throw error;
    });
    expectMasked(await send(app, read), wordsFor(name));
    // On the short way as well.
    expectMasked(await send(app, read), wordsFor(name));
  });

  /** What another has recorded in the same moment is a refusal, whoever heard of it. */
  const rivals = ['23505', '23P01', 'a unique exception of the mapper'];

  it.each(failures.filter(([name]) => rivals.includes(name)))(
    'is a refusal without its words when a recording meets %s',
    async (_name, error) => {
      vi.spyOn(app.database.served, 'fork').mockImplementation(() => {
        throw error;
      });
      const { text, errors, data } = await send(app, write);
      expect(text).not.toContain('CANARY');
      expect({ errors, data }).toEqual({
        errors: [],
        data: { recordEnterprise: { enterprise: null, userErrors: [{ code: 'ALREADY_RECORDED' }] } },
      });
    },
  );

  it.each(failures.filter(([name]) => !rivals.includes(name)))('is not told when a recording meets %s', async (name, error) => {
    vi.spyOn(app.database.served, 'fork').mockImplementation(() => {
      throw error;
    });
    expectMasked(await send(app, write), wordsFor(name));
  });

  it('is not told when it comes before GraphQL', async () => {
    expectMasked(await send(app, { ...read, headers: { authorization: `${canary} is no caller` } }));
  });

  it.each([
    ['a table that is not there', 'alter table round rename to round_canary', 'alter table round_canary rename to round'],
    [
      'a column that is not there',
      'alter table round rename column name to name_canary',
      'alter table round rename column name_canary to name',
    ],
    [
      'a right that is missing',
      `do $$ begin raise notice '%', '${canary}'; end $$; alter table round rename column code to code_canary`,
      'alter table round rename column code_canary to code',
    ],
  ])('is not told when the database has %s', async (_name, broken, mended) => {
    await app.database.pool.query(broken);
    try {
      expectMasked(await send(app, read));
    } finally {
      await app.database.pool.query(mended);
    }
    expect((await send(app, read)).data).toMatchObject({ round: { code: 'R4' } });
  });
});

describe('the log', () => {
  const { log, lines } = keptLog();
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ log });
  });
  afterAll(() => app.stop());

  const submitBid = 'mutation($input: SubmitBidInput!) { submitBid(input: $input) { bid { price } userErrors { code } } }';
  const bid = {
    idempotencyKey: 'k',
    roundCode: 'R7',
    lotCode: 'l',
    productCode: 'p',
    price: '765432.1298',
    priceUnit: '片',
    declaredCapacity: 1,
    declaredNotBelowCost: true,
  };
  const literal = `mutation { submitBid(input: { idempotencyKey: "k", roundCode: "R7", lotCode: "l", productCode: "p", price: "765432.1298", priceUnit: "片", declaredCapacity: 1, declaredNotBelowCost: true }) { bid { price } userErrors { code } } }`;

  it.each<[string, Sent]>([
    ['a bid', { body: { query: submitBid, variables: { input: bid } }, caller: expert }],
    ['a bid in the document', { body: { query: literal }, caller: expert }],
    ['a bid of somebody who may not', { body: { query: submitBid, variables: { input: bid } } }],
    [
      'a bid with a price of too many digits',
      { body: { query: submitBid, variables: { input: { ...bid, price: '765432.1298e1' } } }, caller: expert },
    ],
    [
      'a bid with a price that is a number',
      { body: { query: submitBid, variables: { input: { ...bid, price: 765432.1298 } } }, caller: expert },
    ],
    ['a bid with a field too many', { body: { query: submitBid, variables: { input: { ...bid, '765432.1298': 1 } } }, caller: expert }],
    ['a document that is no GraphQL', { body: { query: literal.slice(0, -1) } }],
    ['a document that does not fit', { body: { query: literal.replace('"765432.1298"', '765432.1298') } }],
    ['a body that is no JSON', { body: literal }],
    ['an address', { method: 'GET', url: '/765432.1298?name=765432.1298' }],
    ['a name of an operation', { body: { query: '{ rounds { totalCount } }', operationName: '765432.1298' } }],
    ['a failure with the price in it', { body: { query: submitBid, variables: { input: bid } }, caller: { ...expert, subject: 'fails' } }],
  ])('holds no price, token or name of %s', async (_name, sent) => {
    lines.length = 0;
    if (JSON.stringify(sent).includes('fails')) {
      vi.spyOn(app.database.served, 'fork').mockImplementation(() => {
        throw new DriverException(
          Object.assign(new Error(`insert into "bid" ("price") values (765432.1298)`), { code: '23514', detail: '765432.1298' }),
        );
      });
    }
    const { headers, code } = await send(app, { ...sent, headers: { cookie: 'session=SECRET-TOKEN', 'x-api-key': 'SECRET-TOKEN' } });
    vi.restoreAllMocks();
    const text = lines.join('');
    expect(text).not.toMatch(/765432|SECRET-TOKEN|expert-1|片/);
    if (code !== null) expect(text).toContain(String(headers['x-request-id']));
  });

  it('does not hold a token that was refused', async () => {
    lines.length = 0;
    const token = 'eyJhbGciOiJub25lIn0.eyJyb2xlIjoiRVhQRVJUIn0.SECRET';
    await send(app, { body: { query: '{ rounds { totalCount } }' }, headers: { authorization: `Bearer ${token}` } });
    expect(lines.join('')).not.toContain('SECRET');
  });
});
