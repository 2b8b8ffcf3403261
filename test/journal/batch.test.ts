import './tried-batch.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Caller } from '../../src/platform/access/caller.ts';
import type { Context } from '../../src/platform/graphql/context.ts';
import { ErrorPolicy } from '../../src/platform/graphql/payload.type.ts';
import { recordBatch } from '../../src/platform/journal/record-batch.ts';
import { tellJournal } from '../../src/platform/journal/row-changes.ts';
import { streamJournal } from '../../src/platform/journal/journal-stream.ts';
import { Verifier } from '../../src/platform/journal/verify-journal.ts';
import { readNodeId } from '../../src/platform/read/node-id.ts';
import { expert, testApp, testNow, testSeal, type TestApp } from '../support/app.ts';
import type { Answer, UserError } from '../support/build-recorder.ts';
import { holders } from '../support/build-round.ts';
import { rowsOnRecord } from './rows-on-record.ts';

interface Batch {
  results: { index: number; listing: { id: string; price: string; effectiveFrom: string } | null; userErrors: UserError[] }[];
  recordedRows: number;
  refusedRows: number;
  userErrors: UserError[];
}

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await holders(app, 'DRUG', ['ent-a', 'ent-b']);
}, 120_000);
afterAll(() => app.stop());

const document = `mutation($input: TryListingsInput!) { tryListings(input: $input) { recordedRows refusedRows userErrors { code field message messageZh facts { name value } }
  results { index listing { id price effectiveFrom enterprise { code } } userErrors { code field } } } }`;
const ask = async (input: object, caller = expert) => (await app.ask(document, { input }, caller)) as Answer;
async function batch(idempotencyKey: string, rows: object[], more: object = {}): Promise<Batch> {
  const { data, errors } = await ask({ idempotencyKey, rows, ...more });
  expect(errors).toBeUndefined();
  return data!['tryListings'] as Batch;
}

const dayAt = (number: number) => new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);
const row = (number: number, areaCode = '330000', productCode = 'ent-a') => ({
  areaCode,
  productCode,
  price: `${number}.5`,
  effectiveFrom: dayAt(number),
});
const codes = (errors: UserError[]) => errors.map(({ code, field }) => `${code} ${field}`);
const some = ErrorPolicy.REJECT_FAILED_ROWS;

describe('a batch of rows', () => {
  it('is recorded as a whole, each result at the place of its row', async () => {
    const { results, ...counts } = await batch('whole', [row(3), row(1), row(2, '320000', 'ent-b')]);
    expect(counts).toEqual({ recordedRows: 3, refusedRows: 0, userErrors: [] });
    const of = (index: number, price: string, day: number, code: string) => ({
      index,
      listing: { id: expect.any(String) as string, price, effectiveFrom: dayAt(day), enterprise: { code } },
      userErrors: [],
    });
    expect(results).toEqual([of(0, '3.5000', 3, 'ent-a'), of(1, '1.5000', 1, 'ent-a'), of(2, '2.5000', 2, 'ent-b')]);
  });

  it('with a refused row changes nothing, and says of every row what is wrong with it', async () => {
    const before = await app.database.contents();
    const rows = [row(10), row(11, '330000', 'none'), row(3), row(10)];
    const refused = await batch('refused', rows);
    expect(refused.results.map(({ listing, userErrors }) => [listing, ...codes(userErrors)])).toEqual([
      [null],
      [null, 'UNKNOWN_CODE productCode'],
      [null, 'CODE_TAKEN effectiveFrom'],
      [null, 'CODE_TAKEN effectiveFrom'],
    ]);
    expect([refused.recordedRows, refused.refusedRows]).toEqual([0, 3]);
    expect(refused.userErrors).toEqual([
      {
        code: 'BATCH_REFUSED',
        field: 'rows',
        message: 'Nothing was recorded: 3 of 4 rows are refused; the results say why.',
        messageZh: expect.stringMatching(/^未录入.*。$/) as string,
        facts: [
          { name: 'refusedRows', value: '3' },
          { name: 'rows', value: '4' },
        ],
      },
    ]);
    expect(await app.database.contents()).toEqual(before);
  });

  it('records the other rows where the policy says so; where none is left it changes nothing', async () => {
    const rows = [row(20), row(21, '330000', 'none'), row(22)];
    const { results, ...counts } = await batch('some', rows, { errorPolicy: some });
    expect(counts).toEqual({ recordedRows: 2, refusedRows: 1, userErrors: [] });
    expect(results.map(({ index, listing, userErrors }) => [index, listing?.price ?? null, ...codes(userErrors)])).toEqual([
      [0, '20.5000'],
      [1, null, 'UNKNOWN_CODE productCode'],
      [2, '22.5000'],
    ]);
    const before = await app.database.contents();
    const none = await batch('none', [row(20), row(22)], { errorPolicy: some });
    expect([none.recordedRows, none.refusedRows, ...codes(none.userErrors)]).toEqual([0, 2, 'BATCH_REFUSED rows']);
    expect(await app.database.contents()).toEqual(before);
  });

  it('gives the same answer again under its key, refused rows and all; other input under the key is refused', async () => {
    const rows = [row(30), row(31, '330000', 'none')];
    const first = await batch('again', rows, { errorPolicy: some });
    const before = await app.database.contents();
    expect(await batch('again', rows, { errorPolicy: some })).toEqual(first);
    for (const other of [
      { rows, errorPolicy: ErrorPolicy.REJECT_EVERYTHING },
      { rows: rows.toReversed(), errorPolicy: some },
    ]) {
      const { results, userErrors } = await batch('again', other.rows, other);
      expect([results, codes(userErrors)]).toEqual([[], ['IDEMPOTENCY_KEY_REUSED idempotencyKey']]);
    }
    expect(await app.database.contents()).toEqual(before);
  });

  it('of no rows is refused; one of 10,001 is too much for the front door, and for the use case', async () => {
    const before = await app.database.contents();
    const { results, userErrors } = await batch('empty', []);
    expect([results, codes(userErrors)]).toEqual([[], ['BATCH_SIZE rows']]);
    const { errors } = await ask({ idempotencyKey: 'large', rows: Array.from({ length: 10_001 }, () => row(1)) });
    expect(errors![0]!.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', limit: { name: 'recordedList', asked: 10_001 } });
    const large = await recordBatch(contextOf(), recording, Array(10_001), () => Promise.reject(new Error('begun')));
    expect(large.userErrors.map(({ code, facts }) => [code, ...facts.map(({ value }) => value)])).toEqual([
      ['BATCH_SIZE', '10001', '10000'],
    ]);
    expect(await app.database.contents()).toEqual(before);
  });

  it('is the affair of those who may', async () => {
    const { errors } = await ask({ idempotencyKey: 'auditor', rows: [row(40)] }, { role: 'AUDITOR', subject: 'auditor-1' });
    expect(errors![0]!.extensions!['code']).toBe('FORBIDDEN');
  });
});

const recording = {
  operation: 'tryListings',
  input: { idempotencyKey: 'direct', errorPolicy: some },
  roles: ['EXPERT'],
  type: 'TriedListing',
} as const;
const contextOf = () =>
  ({
    caller: { ...anonymous, ...expert } as Caller,
    database: app.database.served,
    clock: { now: () => testNow },
    seal: testSeal,
    kept: app.kept,
    requestId: 'direct',
  }) as Context;

describe('[D13] the journal of a batch', () => {
  it('tells each row as it is on record, and one event for each chain with the records of that chain', async () => {
    await batch('chains', [row(50), row(51, '320000'), row(52), row(53, '110000', 'none')], { errorPolicy: some });
    const { rows: told } = await app.database.pool.query<{ chain: string; seq: number; row: string; to: Record<string, unknown> }>(
      `select chain, seq::int, row_key as row, content::json -> 'to' as to from journal_record where operation = 'tryListings' order by chain, seq`,
    );
    const onRecord = (await rowsOnRecord(app.database))['listing']!;
    expect(Object.fromEntries(told.map(({ row: key, to }) => [key, to]))).toEqual(onRecord);
    const { rows: events } = await app.database.pool.query<{ chain: string; object: string; content: string }>(
      `select chain, object, content from outbox_event where topic = 'tryListings' order by chain, seq`,
    );
    const last = ['320000', '330000'].map((chain) => events.findLast((event) => event.chain === chain)!);
    const lastOf = (chain: string) => told.findLast((record) => record.chain === chain)!;
    expect(last.map(({ content }) => JSON.parse(content) as unknown)).toEqual([
      { records: [{ chain: '320000', from: lastOf('320000').seq, to: lastOf('320000').seq }] },
      { records: [{ chain: '330000', from: lastOf('330000').seq - 1, to: lastOf('330000').seq }] },
    ]);
    expect(readNodeId(last[0]!.object)).toEqual({ type: 'TriedListing', key: lastOf('320000').row });
    // Whole, some, again and chains recorded something in this chain; what was refused announced nothing.
    expect(events.filter(({ chain }) => chain === '330000')).toHaveLength(4);
  });

  it('is told by the use case alone, which answers for every row', async () => {
    const before = await app.database.contents();
    expect(() => tellJournal(app.database.served.fork({ role: 'accord_expert', variables: {} }), [])).toThrow('nothing is being recorded');
    await expect(recordBatch(contextOf(), recording, [1, 2], async () => [{ key: '330000/x' }])).rejects.toThrow('1 outcomes of 2 rows');
    expect(await app.database.contents()).toEqual(before);
  });
});

describe('batches at the same moment', () => {
  it('over the same rows in opposite orders: one records them, the other is told row by row', async () => {
    const rows = Array.from({ length: 2000 }, (_none, at) => row(1000 + at));
    for (const areaCode of ['110000', '210000', '310000']) {
      const these = rows.map((each) => ({ ...each, areaCode }));
      const both = await Promise.all([
        batch(`forth-${areaCode}`, these, { errorPolicy: some }),
        batch(`back-${areaCode}`, these.toReversed(), { errorPolicy: some }),
      ]);
      const recorded = both.map(({ recordedRows }) => recordedRows).toSorted((a, b) => a - b);
      expect(recorded).toEqual([0, 2000]);
      const loser = both.find(({ recordedRows }) => recordedRows === 0)!;
      expect([loser.refusedRows, ...codes(loser.userErrors)]).toEqual([2000, 'BATCH_REFUSED rows']);
    }
  });

  it('under the same key: both have the same answer', async () => {
    const rows = [row(60), row(61)];
    const both = await Promise.all([batch('twice', rows), batch('twice', rows)]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0].recordedRows).toBe(2);
  });
});

describe('10,000 rows', () => {
  it('pass the front door, and are recorded, told and answered in seconds', { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 10_000 }, (_none, at) => row(10_000 + (at % 5000), at < 5000 ? '330000' : '440000'));
    const began = performance.now();
    const { results, ...counts } = await batch('many', rows);
    const seconds = (performance.now() - began) / 1000;
    expect(counts).toEqual({ recordedRows: 10_000, refusedRows: 0, userErrors: [] });
    expect(results.map(({ index }) => index)).toEqual(rows.map((_row, index) => index));
    expect(results.map(({ listing }) => listing!.effectiveFrom)).toEqual(rows.map(({ effectiveFrom }) => effectiveFrom));
    const again = performance.now();
    expect((await batch('many', rows)).recordedRows).toBe(10_000);
    process.stdout.write(`10,000 rows: ${seconds.toFixed(1)} s, their replay ${((performance.now() - again) / 1000).toFixed(1)} s\n`);
    expect(seconds).toBeLessThan(30);
    const verifier = new Verifier(null);
    await streamJournal(app.database.pool, (link) => verifier.take(link));
    const { records, findings } = verifier.end();
    expect(records).toBeGreaterThan(10_000);
    expect(findings).toEqual([]);
  });
});
