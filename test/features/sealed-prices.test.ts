import { createHash } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { sealWith } from '../../src/platform/seal/seal.ts';
import { prepareFeatures } from '../../src/reference-data.ts';
import { expert, testApp, testSeal, type TestApp } from '../support/app.ts';
import { data, mutationDocument, newKey, record, recorded } from '../support/build-recorder.ts';
import { bidInput, draft, holders, inBidding, institutions, round7, theLot } from '../support/build-round.ts';

/** A price that nothing else in the database looks like. */
const canary = '8675.3091';
const traces = [canary, '86753091', '8675,3091'];
const products = ['ent-a', 'ent-b', 'ent-c', 'ent-d'];
const enterprise = (each: string): Partial<Caller> => ({ role: 'ENTERPRISE', subject: each, enterprise: each });
const institution = (each: string): Partial<Caller> => ({ role: 'INSTITUTION', subject: each, institution: each });
const receipt = 'price comparableUnitPrice status commitment commitmentSalt declaredCapacity';
const shared = { scheme: 'national-drug', days: round7, lots: [{ code: theLot, ceilingPrice: '10000' }] };

let app: TestApp;
const logged: string[] = [];
beforeAll(async () => {
  app = await testApp({ log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }) });
  await holders(app, 'DRUG', products);
  await institutions(app, { 'hz-1': '330100', 'nj-1': '320100' });
});
afterAll(() => app.stop());

const sql = async <Row extends object>(text: string, ...values: unknown[]) => (await app.database.pool.query<Row>(text, values)).rows;

/** The tables in which any column of any row has a trace of the canary. */
async function tablesThatTell(): Promise<string[]> {
  const tables = await sql<{ name: string }>(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm', 'p') and n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema')`);
  const telling: string[] = [];
  for (const { name } of tables) {
    const [found] = await sql(
      `select 1 from "${name}" t where t::text like any($1) limit 1`,
      traces.map((each) => `%${each}%`),
    );
    if (found) telling.push(name);
  }
  return telling.toSorted();
}

const idOf = async (product: string, round: string) =>
  (
    await sql<{ id: string }>(
      `select b.id from bid b join product p on p.id = b.product_id join lot l on l.id = b.lot_id join round r on r.id = l.round_id
       where p.code = $1 and r.code = $2`,
      product,
      round,
    )
  )[0]!.id;

const openedBids = `query($code: String!) { round(code: $code) { code lot(code: "${theLot}") { code bids { nodes {
  price comparableUnitPrice priceUnit unitsPerPriceUnit commitment commitmentSalt product { code } } } } } }`;
interface Opened {
  price: string;
  comparableUnitPrice: string;
  priceUnit: string;
  unitsPerPriceUnit: number;
  commitment: string;
  commitmentSalt: string;
  product: { code: string };
}
const bidsIn = async (code: string) =>
  (await data<{ round: { code: string; lot: { code: string; bids: { nodes: Opened[] } } } }>(app, openedBids, { code })).round.lot.bids
    .nodes;

/** As the README says, with nothing of the program. */
const sha256 = (lines: readonly (string | number)[]) =>
  createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''), 'utf8')
    .digest('hex');

describe('a sealed price', () => {
  const code = 'N-1';
  const receipts = new Map<string, string>();
  const input = (product: string, price: string, units = 10) => ({
    ...bidInput(code, { product, price, units }),
    idempotencyKey: `seal-${product}`,
  });

  it('is nowhere before the opening: in no column, no log line, no answer, no refusal', async () => {
    await inBidding(app, { ...shared, code });
    const answers: unknown[] = [];
    for (const product of ['ent-a', 'ent-b']) {
      const submit = () => record(app, 'submitBid', input(product, canary), { caller: enterprise(product), selection: receipt });
      const first = await submit();
      expect(first.object).toMatchObject({ price: null, comparableUnitPrice: null, status: 'SEALED', commitmentSalt: null });
      expect(first.object!['commitment']).toMatch(/^[0-9a-f]{64}$/);
      receipts.set(product, first.object!['commitment'] as string);
      expect(await submit()).toEqual(first);
      answers.push(first);
    }
    // The same again, other input under the same key, and every role that may ask for everything.
    const again = await record(app, 'submitBid', { ...input('ent-a', canary), idempotencyKey: newKey() }, { caller: enterprise('ent-a') });
    const reused = await record(app, 'submitBid', input('ent-a', '8675.3092'), { caller: enterprise('ent-a') });
    expect([again, reused].map(({ userErrors }) => userErrors.map((each) => each.code))).toEqual([
      ['PRODUCT_HAS_BID'],
      ['IDEMPOTENCY_KEY_REUSED'],
    ]);
    const everything = `query($id: ID!) { node(id: $id) { ... on Bid { ${receipt} note provenance comparison { sentence } findings { sentence } explanation { sentence } } } }`;
    const id = Buffer.from(`Bid:${await idOf('ent-a', code)}`).toString('base64url');
    for (const caller of [undefined, expert, enterprise('ent-a'), enterprise('ent-b'), { role: 'AUDITOR', subject: 'a' } as const]) {
      answers.push(await app.ask(everything, { id }, caller), await app.ask(openedBids, { code }, caller));
    }
    // Something of ours fails with the price in its hands.
    await sql('alter table bid add constraint broken check (note is null or note <> $$break$$)');
    answers.push(await app.ask(mutationDocument('submitBid'), { input: { ...input('ent-c', canary), note: 'break' } }, expert));
    await sql('alter table bid drop constraint broken');
    expect(logged.length).toBeGreaterThan(0);

    expect(await tablesThatTell()).toEqual([]);
    for (const text of [logged.join('\n'), JSON.stringify(answers), JSON.stringify(again)])
      for (const trace of traces) expect(text).not.toContain(trace);
  });

  it('cannot be guessed from what is kept under the idempotency key', async () => {
    const [kept] = await sql<{ input_hash: string }>(`select input_hash from idempotency_record where key = 'seal-ent-a'`);
    const { idempotencyKey: _none, ...rest } = input('ent-a', canary);
    const sorted = JSON.stringify(Object.fromEntries(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1))));
    const unkeyed = createHash('sha256').update(sorted).digest('hex');
    expect(kept!.input_hash).toBe(testSeal.keyedHash(unkeyed));
    expect(kept!.input_hash).not.toBe(sealWith(Buffer.alloc(32, 'other')).keyedHash(unkeyed));
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      expect(kept!.input_hash).not.toBe(createHash('sha256').update(sorted).digest(encoding));
    }
  });

  it('is as long as any other, and the same price twice is not the same text', async () => {
    for (const [product, price] of [
      ['ent-c', '0.0001'],
      ['ent-d', '9999'],
    ] as const) {
      receipts.set(product, (await recorded(app, 'submitBid', input(product, price, 1), 'commitment'))['commitment'] as string);
    }
    const kept = await sql<{ sealed_price: string; commitment: string }>(
      'select sealed_price, commitment from bid where sealed_price is not null',
    );
    expect(kept).toHaveLength(4);
    expect(new Set(kept.map((each) => each.sealed_price.length)).size).toBe(1);
    expect(new Set(kept.flatMap((each) => [each.sealed_price, each.commitment])).size).toBe(8);
  });

  it('cannot be opened by a server without the sealing key, which takes no bid either', async () => {
    const stranger = sealWith(Buffer.alloc(32, 'another server'));
    const other = await testApp({ beside: app, seal: stranger });
    const before = await app.database.contents();
    const missing = [
      {
        code: 'SEALING_KEY_MISSING',
        facts: [
          { name: 'needed', value: testSeal.keyId },
          { name: 'present', value: stranger.keyId },
        ],
      },
    ];
    expect(await record(other, 'openBids', { roundCode: code, on: round7.opening })).toMatchObject({
      object: null,
      errors: [],
      userErrors: missing,
    });
    await inBidding(app, { ...shared, code: 'N-2' });
    const untouched = await app.database.contents();
    const bid = bidInput('N-2', { product: 'ent-a', price: '1' });
    expect(await record(other, 'submitBid', bid, { caller: enterprise('ent-a') })).toMatchObject({
      object: null,
      errors: [],
      userErrors: missing,
    });
    expect(await app.database.contents()).toEqual(untouched);
    // What a new round in bidding leaves, beside which nothing changed.
    const ofNewRound = [
      'round',
      'round_transition',
      'lot',
      'round_seal',
      'idempotency_record',
      'journal_record',
      'journal_head',
      'outbox_event',
    ];
    const others = (contents: Record<string, string>) => Object.entries(contents).filter(([table]) => !ofNewRound.includes(table));
    expect(others(untouched)).toEqual(others(before));
    expect(await prepareFeatures(app.database, stranger)).toEqual(
      ['N-1', 'N-2'].map(
        (each) => `round ${each} is sealed under the key ${testSeal.keyId}, this server has ${stranger.keyId}: put back sealing-key.json`,
      ),
    );
    expect(await prepareFeatures(app.database, testSeal)).toEqual([]);
    await other.close();
  });

  const tampered: [string, string, string][] = [
    [
      'a bit of the ciphertext',
      `update bid set sealed_price = overlay(sealed_price placing translate(substr(sealed_price, length(sealed_price) - 30, 1), 'ABCDEFab', 'BADCFEba') || 'A' from length(sealed_price) - 30) where id = $1`,
      'BID_NOT_AS_SEALED',
    ],
    ['a ciphertext that is none', `update bid set sealed_price = 'none' where id = $1`, 'BID_NOT_AS_SEALED'],
    ['the commitment', `update bid set commitment = repeat('0', 64) where id = $1`, 'BID_NOT_AS_SEALED'],
    [
      'the price of another bid',
      `update bid set (sealed_price, commitment) = (select b.sealed_price, b.commitment from bid b where b.id <> $1 and b.sealed_price is not null limit 1) where id = $1`,
      'BID_NOT_AS_SEALED',
    ],
    ['what the price is for', `update bid set units_per_price_unit = units_per_price_unit + 1 where id = $1`, 'BID_NOT_AS_SEALED'],
    [
      'the seal of another round',
      `update round_seal set (public_key, sealed_private_key) = (select o.public_key, o.sealed_private_key from round_seal o join round r on r.id = o.round_id where r.code = 'N-2')
       where round_id = (select l.round_id from bid b join lot l on l.id = b.lot_id where b.id = $1)`,
      'SEAL_BROKEN',
    ],
    [
      'the sealed key',
      `update round_seal set sealed_private_key = left(sealed_private_key, -3) || 'AAA' where round_id = (select l.round_id from bid b join lot l on l.id = b.lot_id where b.id = $1)`,
      'SEAL_BROKEN',
    ],
  ];
  it.each(tampered)('changed in the database (%s) is not opened, and nothing else is', async (_what, change, refusal) => {
    await sql('create table kept_bid as select * from bid where sealed_price is not null');
    await sql('create table kept_seal as select * from round_seal');
    try {
      await sql(change, await idOf('ent-a', code));
      const before = await app.database.contents();
      const { object, userErrors, errors } = await record(app, 'openBids', { roundCode: code, on: round7.opening });
      expect({ object, errors, codes: userErrors.map((each) => each.code) }).toEqual({ object: null, errors: [], codes: [refusal] });
      expect(JSON.stringify(userErrors)).not.toContain(canary);
      expect(await app.database.contents()).toEqual(before);
    } finally {
      await sql(
        `update bid b set sealed_price = k.sealed_price, commitment = k.commitment, units_per_price_unit = k.units_per_price_unit from kept_bid k where k.id = b.id`,
      );
      await sql(
        `update round_seal s set public_key = k.public_key, sealed_private_key = k.sealed_private_key from kept_seal k where k.round_id = s.round_id`,
      );
      await sql('drop table kept_bid, kept_seal');
    }
  });

  it('is everybody’s after the opening, and anyone can check that it is what the bid was committed to', async () => {
    await recorded(app, 'openBids', { roundCode: code, on: round7.opening });
    const opened = await bidsIn(code);
    expect(
      Object.fromEntries(opened.map(({ product, price, comparableUnitPrice }) => [product.code, [price, comparableUnitPrice]])),
    ).toEqual({
      'ent-a': [canary, '867.5309'],
      'ent-b': [canary, '867.5309'],
      'ent-c': ['0.0001', '0.0001'],
      'ent-d': ['9999.0000', '9999.0000'],
    });
    for (const bid of opened) {
      const lines = (price: string) => [
        'accord bid 1',
        code,
        theLot,
        bid.product.code,
        price,
        bid.priceUnit,
        bid.unitsPerPriceUnit,
        bid.commitmentSalt,
      ];
      expect(sha256(lines(bid.price))).toBe(receipts.get(bid.product.code));
      expect(bid.commitment).toBe(receipts.get(bid.product.code));
      expect(sha256(lines('8675.3090'))).not.toBe(bid.commitment);
    }
    expect(new Set(opened.map(({ commitmentSalt }) => commitmentSalt)).size).toBe(opened.length);
    // The search does find what is there to be found.
    expect(await tablesThatTell()).toEqual(['bid', 'journal_record']);
    const [seal] = await sql<{ released_key: string }>(
      `select released_key from round_seal s join round r on r.id = s.round_id where r.code = $1`,
      code,
    );
    expect(JSON.parse(seal!.released_key)).toMatchObject({ kty: 'OKP', crv: 'X25519' });
    expect(
      await sql(`select 1 from round_seal s join round r on r.id = s.round_id where r.code = 'N-2' and released_key is not null`),
    ).toEqual([]);
  });
});

describe('rounds from before prices were sealed', () => {
  it('a price recorded in plain text is sealed when the server starts, once', async () => {
    const code = 'OLD-1';
    await inBidding(app, { ...shared, code });
    await recorded(app, 'submitBid', bidInput(code, { product: 'ent-a', price: '2' }));
    const id = await idOf('ent-a', code);
    // As the migration found it: the constraint says nothing of the rows that are there.
    const [{ definition }] = (await sql<{ definition: string }>(
      `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'bid_sealed_without_price'`,
    )) as [{ definition: string }];
    await sql('alter table bid drop constraint bid_sealed_without_price');
    await sql(
      'update bid set sealed_price = null, commitment = null, price = 8675.3091, comparable_unit_price = 8675.3091 where id = $1',
      id,
    );
    await sql('delete from round_seal s using round r where r.id = s.round_id and r.code = $1', code);
    await sql(`alter table bid add constraint bid_sealed_without_price ${definition}`);
    expect(definition).toMatch(/NOT VALID$/);

    const keyOf = "select input_hash as hash from idempotency_record where key = 'old'";
    await recorded(app, 'recordEnterprise', { code: 'old', kind: 'HOLDER', name: '企业', idempotencyKey: 'old' });
    const [keyed] = await sql<{ hash: string }>(keyOf);
    const unkeyed = createHash('sha256').update('{"code":"old","kind":"HOLDER","name":"企业"}').digest('hex');
    await sql(`update idempotency_record set input_hash = $1 where key = 'old'`, unkeyed);

    expect(await prepareFeatures(app.database, testSeal)).toEqual([]);
    expect(await sql(keyOf)).toEqual([keyed]);
    const [row] = await sql<Record<string, unknown>>(
      'select price, comparable_unit_price, sealed_price, commitment from bid where id = $1',
      id,
    );
    expect(row).toMatchObject({ price: null, comparable_unit_price: null, commitment: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    const told = await sql<{ content: string }>(
      `select content from journal_record where content::json->>'operation' = 'sealPlainBids' order by seq`,
    );
    // The journal tells of it, and nothing of the price.
    expect(told.map(({ content }) => (JSON.parse(content) as { table: string }).table).toSorted()).toEqual(['bid', 'round_seal']);
    expect(JSON.stringify(told)).not.toContain(canary.split('.')[0]);
    const before = await app.database.contents();
    expect(await prepareFeatures(app.database, testSeal)).toEqual([]);
    expect(await app.database.contents()).toEqual(before);
    await recorded(app, 'openBids', { roundCode: code, on: round7.opening });
    expect((await bidsIn(code)).map(({ price, comparableUnitPrice }) => [price, comparableUnitPrice])).toEqual([[canary, canary]]);
  });

  it('no row is written any more that is sealed and shows its price', async () => {
    await inBidding(app, { ...shared, code: 'OLD-2' });
    await recorded(app, 'submitBid', bidInput('OLD-2', { product: 'ent-a', price: '2' }));
    const id = await idOf('ent-a', 'OLD-2');
    for (const set of ['price = 1', 'comparable_unit_price = 1', 'sealed_price = null, commitment = null', `status = 'OPENED'`]) {
      await expect(sql(`update bid set ${set} where id = $1`, id)).rejects.toThrow(/check constraint/);
    }
  });

  it('a round without a seal gets one with its first bids, however many come at once', async () => {
    const code = 'OLD-3';
    await inBidding(app, { ...shared, code });
    await sql('delete from round_seal s using round r where r.id = s.round_id and r.code = $1', code);
    await Promise.all(products.map((product) => recorded(app, 'submitBid', bidInput(code, { product, price: '3' }))));
    await recorded(app, 'openBids', { roundCode: code, on: round7.opening });
    expect((await bidsIn(code)).map(({ price }) => price)).toEqual(['3.0000', '3.0000', '3.0000', '3.0000']);
  });
});

describe('who submits', () => {
  const code = 'W-1';
  const codesOf = async (name: string, input: object, caller: Partial<Caller>) => {
    const before = await app.database.contents();
    const { object, userErrors, errors } = await record(app, name, input, { caller });
    expect({ object, errors }).toEqual({ object: null, errors: [] });
    expect(await app.database.contents()).toEqual(before);
    return userErrors;
  };

  it('an enterprise bids for its own products, and learns nothing of those of others', async () => {
    await inBidding(app, { ...shared, code });
    await recorded(app, 'submitBid', bidInput(code, { product: 'ent-a', price: '1' }));
    const own = await record(app, 'submitBid', bidInput(code, { product: 'ent-b', price: '1' }), { caller: enterprise('ent-b') });
    expect(own).toMatchObject({ object: { id: expect.any(String) as string }, userErrors: [] });
    // Of a product with a bid and of one without: the same refusal and no other.
    for (const product of ['ent-a', 'ent-c']) {
      const refusals = await codesOf('submitBid', bidInput(code, { product, price: '1' }), enterprise('ent-b'));
      expect(refusals).toMatchObject([{ code: 'NOT_THE_HOLDER', field: 'productCode', facts: [{ name: 'product', value: product }] }]);
    }
  });

  it('an institution reports its own demand, and learns nothing of that of others', async () => {
    await draft(app, { ...shared, code: 'W-2' });
    await recorded(app, 'addLot', { roundCode: 'W-2', code: theLot, name: '单元', countingUnit: '片' });
    await recorded(app, 'openDemandReporting', { roundCode: 'W-2', on: round7.demand });
    const report = (institutionCode: string) => ({ roundCode: 'W-2', lotCode: theLot, institutionCode, quantity: 1 });
    const own = await record(app, 'reportDemand', report('hz-1'), { caller: institution('hz-1') });
    expect(own).toMatchObject({ object: { id: expect.any(String) as string }, userErrors: [] });
    for (const other of ['hz-1', 'nj-1-none']) {
      const refusals = await codesOf('reportDemand', report(other), institution('nj-1'));
      expect(refusals).toMatchObject([
        { code: 'OTHER_INSTITUTION', field: 'institutionCode', facts: [{ name: 'institution', value: other }] },
      ]);
    }
  });

  it.each(['enable', 'disable'])('to both a draft is no round at all: row-level security %sd', async (wall) => {
    await app.database.pool.query(`alter table round ${wall} row level security`);
    await draft(app, { ...shared, code: `W-3-${wall}` });
    const bid = (roundCode: string) => ({ ...bidInput(roundCode, { product: 'ent-a', price: '1' }), lotCode: 'none' });
    const report = (roundCode: string) => ({ roundCode, lotCode: 'none', institutionCode: 'hz-1', quantity: 1 });
    const told = async (name: string, input: (round: string) => object, caller: Partial<Caller>) =>
      Promise.all(
        [`W-3-${wall}`, 'W-0'].map(async (round) =>
          JSON.stringify(await codesOf(name, input(round), caller)).replaceAll(round, 'the round'),
        ),
      );
    for (const [draftTold, missingTold] of [
      await told('submitBid', bid, enterprise('ent-a')),
      await told('reportDemand', report, institution('hz-1')),
    ]) {
      expect(draftTold).toBe(missingTold);
      expect(draftTold).toContain('UNKNOWN_CODE');
    }
    await app.database.pool.query('alter table round enable row level security');
  });
});
