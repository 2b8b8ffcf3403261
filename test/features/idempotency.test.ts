import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pino from 'pino';
import { createApp } from '../../src/app.ts';
import { anonymous, type Caller } from '../../src/platform/access/caller.ts';
import { expert, testApp, testNow, testSeal, type TestApp, usualStreams } from '../support/app.ts';
import { mutationDocument, newKey, record, recorded } from '../support/build-recorder.ts';

const enterprise = (code: string, more: object = {}) => ({ code, kind: 'HOLDER', name: `企业 ${code}`, ...more });
const another: Partial<Caller> = { role: 'EXPERT', subject: 'expert-2' };

describe('the same recording sent again', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.stop());
  const rows = async (table: string, where = 'true') => {
    const { rows: found } = await app.database.pool.query<{ count: number }>(`select count(*)::int as count from ${table} where ${where}`);
    return found[0]!.count;
  };

  it('same key and same input: the same object, and one row', async () => {
    const input = { ...enterprise('again'), idempotencyKey: newKey() };
    const first = await recorded(app, 'recordEnterprise', input, 'code recordedAt');
    const contents = await app.database.contents();
    expect(await recorded(app, 'recordEnterprise', input, 'code recordedAt')).toEqual(first);
    expect(await app.database.contents()).toEqual(contents);
    expect(await rows('enterprise', `code = 'again'`)).toBe(1);
  });

  it('same key and other input: refused, and nothing changed', async () => {
    const idempotencyKey = newKey();
    await recorded(app, 'recordEnterprise', { ...enterprise('first'), idempotencyKey });
    const contents = await app.database.contents();
    for (const other of [enterprise('other'), enterprise('first', { nameEn: 'First' }), enterprise('first', { kind: 'DISTRIBUTOR' })]) {
      const { object, userErrors } = await record(app, 'recordEnterprise', { ...other, idempotencyKey });
      expect(object).toBeNull();
      expect(userErrors.map(({ code, field }) => [code, field])).toEqual([['IDEMPOTENCY_KEY_REUSED', 'idempotencyKey']]);
    }
    expect(await app.database.contents()).toEqual(contents);
  });

  it('the same key of another subject, role or operation is another key', async () => {
    const idempotencyKey = newKey();
    await recorded(app, 'recordEnterprise', { ...enterprise('mine'), idempotencyKey });
    const { userErrors } = await record(app, 'recordEnterprise', { ...enterprise('yours'), idempotencyKey }, { caller: another });
    expect(userErrors).toEqual([]);
    await recorded(app, 'recordPolicyDocument', { code: 'doc-1', title: '文件', topic: '主题', dateAsPrinted: '2021', idempotencyKey });
    expect(await rows('idempotency_record', `key = '${idempotencyKey}'`)).toBe(3);
    expect(await rows('enterprise', `code in ('mine', 'yours')`)).toBe(2);
  });

  it('a replay is answered to the one who recorded, not to another subject with the same input', async () => {
    const input = { ...enterprise('whose'), idempotencyKey: newKey() };
    await recorded(app, 'recordEnterprise', input);
    const { object, userErrors } = await record(app, 'recordEnterprise', input, { caller: another });
    expect([object, userErrors.map(({ code }) => code)]).toEqual([null, ['CODE_TAKEN']]);
  });

  it('the order of the fields and a null instead of nothing make no other input', async () => {
    const idempotencyKey = newKey();
    const { id } = await recorded(app, 'recordEnterprise', { idempotencyKey, code: 'order', kind: 'HOLDER', name: '企业' });
    expect(
      (await recorded(app, 'recordEnterprise', { name: '企业', nameEn: null, kind: 'HOLDER', code: 'order', idempotencyKey })).id,
    ).toBe(id);
  });

  it('null means the default, as does nothing', async () => {
    await recorded(app, 'draftRound', { code: 'D-1', name: '批次', category: 'DRUG', organiser: 'NATIONAL', scheme: 'national-drug' });
    const lot = { idempotencyKey: newKey(), roundCode: 'D-1', code: 'lot-1', name: '单元', countingUnit: '片' };
    const first = await recorded(
      app,
      'addLot',
      { ...lot, strengthMethod: null, antibacterial: null, ceilingPrice: null },
      'strengthMethod antibacterial',
    );
    expect(first).toMatchObject({ strengthMethod: 'NONE', antibacterial: false });
    expect((await recorded(app, 'addLot', lot)).id).toBe(first.id);
  });

  it('50 at once with one key: one row, and 50 identical answers', async () => {
    const input = { ...enterprise('parallel'), idempotencyKey: newKey() };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => record(app, 'recordEnterprise', input, { selection: 'code name recordedAt' })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ object: { code: 'parallel' }, userErrors: [], errors: [] });
    expect(await rows('enterprise', `code = 'parallel'`)).toBe(1);
    expect(await rows('idempotency_record', `key = '${input.idempotencyKey}'`)).toBe(1);
  });

  it('a refused attempt leaves the key free', async () => {
    const institution = { idempotencyKey: newKey(), code: 'inst', areaCode: '999999', level: 'PRIMARY', name: '医院' };
    expect((await record(app, 'recordInstitution', institution)).userErrors.map(({ code }) => code)).toEqual(['UNKNOWN_CODE']);
    expect((await record(app, 'recordInstitution', institution)).userErrors.map(({ code }) => code)).toEqual(['UNKNOWN_CODE']);
    await recorded(app, 'recordInstitution', { ...institution, areaCode: '330100' });
  });

  it('a bid recorded again comes back sealed as it was, also after it was opened', async () => {
    await recorded(app, 'recordEnterprise', enterprise('ent-a'));
    await recorded(app, 'recordProduct', {
      code: 'drug-a',
      category: 'DRUG',
      genericName: '通用名',
      name: '产品',
      countingUnit: '片',
      holderCode: 'ent-a',
    });
    await recorded(app, 'openDemandReporting', { roundCode: 'D-1' });
    await recorded(app, 'openBidding', { roundCode: 'D-1' });
    const bid = {
      idempotencyKey: newKey(),
      roundCode: 'D-1',
      lotCode: 'lot-1',
      productCode: 'drug-a',
      price: '1',
      priceUnit: '片',
      declaredCapacity: 1,
      declaredNotBelowCost: true,
    };
    const sealed = await recorded(app, 'submitBid', bid, 'status price');
    expect(sealed).toMatchObject({ status: 'SEALED', price: null });
    // The default for the units of a price unit is part of the input, whether it was written or not.
    expect(await recorded(app, 'submitBid', { ...bid, unitsPerPriceUnit: 1 }, 'status price')).toEqual(sealed);
    await recorded(app, 'openBids', { roundCode: 'D-1' });
    expect(await recorded(app, 'submitBid', bid, 'status price')).toEqual({ id: sealed.id, status: 'OPENED', price: '1.0000' });
  });

  it('is known after a restart', async () => {
    const input = { ...enterprise('restart'), idempotencyKey: newKey() };
    const { id } = await recorded(app, 'recordEnterprise', input);
    const restarted = await createApp({
      database: app.database,
      tokens: 'nobody',
      verifyToken: async () => ({ ...anonymous, ...expert }),
      clock: { now: () => testNow },
      seal: testSeal,
      log: pino({ level: 'silent' }),
      trustedDocuments: { mode: 'off', texts: new Map() },
      rates: { anonymous: 0, caller: 0 },
      streamLimits: usualStreams,
    });
    const response = await restarted.fastify.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query: mutationDocument('recordEnterprise'), variables: { input } }),
    });
    await restarted.close();
    expect(response.json()).toEqual({ data: { recordEnterprise: { enterprise: { id }, userErrors: [] } } });
  });

  it.each([
    ['', 'empty'],
    [' \t', 'blank'],
    ['x'.repeat(201), 'too long'],
  ])('a key %j (%s) is none', async (idempotencyKey) => {
    const contents = await app.database.contents();
    const { object, errors } = await record(app, 'recordEnterprise', { ...enterprise('no-key'), idempotencyKey });
    expect([object, errors]).toEqual([null, [{ code: 'BAD_USER_INPUT', message: 'idempotencyKey: 1 to 200 characters' }]]);
    expect(await app.database.contents()).toEqual(contents);
  });

  it('a key of 200 characters of any script is one', async () => {
    await recorded(app, 'recordEnterprise', { ...enterprise('long-key'), idempotencyKey: `键${'\u{20BB7}'.repeat(99)}x` });
  });
});
