import { Readable } from 'node:stream';
import { catalogue } from '../../src/catalogue/index.ts';
import { importFile } from '../../src/platform/tables/import-file.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNodeId } from '../../src/platform/read/node-id.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { agencyOf } from '../support/build-agreement.ts';
import { record, recorded } from '../support/build-recorder.ts';
import { changesDocument, Listener, type ChangedOperation, type ChangesMessage } from '../support/event-stream.ts';
import { send } from '../front-door/send.ts';

const auditor = { role: 'AUDITOR', subject: 'auditor-1' } as const;
const institution = (code: string) => ({ code, areaCode: '330100', level: 'TERTIARY', name: `医院 ${code}` });
const enterprise = (code: string) => ({ code, kind: 'DISTRIBUTOR', name: `企业 ${code}` });

let first: TestApp;
let second: TestApp;
beforeAll(async () => {
  first = await testApp();
  second = await testApp({ beside: first });
});
afterAll(async () => {
  await second.stop();
  await first.stop();
});

const messageOf = ({ data, errors }: ChangesMessage) => {
  expect(errors).toBeUndefined();
  return data!.changes;
};

describe('whoever listens', () => {
  it('is told at once where it begins, then what kinds of objects changed, and no figure', async () => {
    const listener = await Listener.open(first, { caller: expert });
    expect(listener.status).toBe(200);
    expect(listener.headers['cache-control']).toBe('no-store');
    expect(messageOf(await listener.next())).toEqual({ cursor: expect.any(String) as string, incomplete: false, operations: [] });
    await recorded(first, 'recordEnterprise', enterprise('L-1'));
    expect(messageOf(await listener.next(1000))).toEqual({
      cursor: expect.any(String) as string,
      incomplete: false,
      operations: [{ operation: 'recordEnterprise', kind: 'Enterprise', areaCode: null }],
    });
    listener.close();
  });

  it('is told by a server what another one records, within two seconds', async () => {
    const listener = await Listener.open(second);
    await listener.next();
    await record(first, 'prescribeFundRatio', ratioOf(1), { caller: agencyOf('330100') });
    const began = performance.now();
    expect(messageOf(await listener.next(2000)).operations).toEqual([{ operation: null, kind: 'FundRatio', areaCode: '330100' }]);
    process.stdout.write(`another server tells after ${(performance.now() - began).toFixed(0)} ms\n`);
    listener.close();
  });

  it('goes on after a cursor, on whichever server, and hears of nothing where nothing has changed', async () => {
    await record(first, 'prescribeFundRatio', ratioOf(2), { caller: agencyOf('330100') });
    const listener = await Listener.open(first);
    const { cursor } = messageOf(await listener.next());
    listener.close();
    // Another act than the last one before the cursor, so that a repeat of that one would show.
    await recorded(first, 'recordInstitution', institution('L-2'));
    const later = await Listener.open(second, { after: cursor });
    expect(messageOf(await later.next()).operations).toEqual([{ operation: null, kind: 'Institution', areaCode: '330100' }]);
    const again = await Listener.open(second, { after: later.cursor });
    expect(messageOf(await again.next()).operations).toEqual([]);
    later.close();
    again.close();
  });

  it('is told nothing of what was refused', async () => {
    const listener = await Listener.open(first, { caller: auditor });
    await listener.next();
    expect((await record(first, 'recordEnterprise', enterprise('L-1'))).userErrors).toMatchObject([{ code: 'CODE_TAKEN' }]);
    await recorded(first, 'recordEnterprise', enterprise('L-3'));
    await listener.next();
    expect(listener.told).toHaveLength(1);
    listener.close();
  });

  it('hears that everything may have changed where the operator has imported a file', async () => {
    const listener = await Listener.open(second);
    await listener.next();
    const { database } = first;
    const table = catalogue.tables.find(({ kind }) => kind === 'enterprises')!;
    const source = () => Readable.from('code,kind,name\nL-F,HOLDER,甲\n');
    await importFile({ database, table, source: source(), fileName: 'a.csv', recordedBy: 'test', dryRun: true });
    await importFile({ database, table, source: source(), fileName: 'a.csv', recordedBy: 'test' });
    expect(messageOf(await listener.next(2000))).toMatchObject({ incomplete: true, operations: [] });
    await recorded(first, 'recordEnterprise', enterprise('L-5'));
    expect(messageOf(await listener.next(2000))).toMatchObject({ incomplete: false, operations: [{ kind: 'Enterprise' }] });
    listener.close();
  });

  it('hears that everything may have changed where it is too far behind, or ahead of a record that was restored', async () => {
    const cursorOf = (position: object) => Buffer.from(JSON.stringify(position)).toString('base64url');
    const ahead = await Listener.open(first, { after: cursorOf({ reference: 1_000_000 }) });
    expect(messageOf(await ahead.next())).toMatchObject({ incomplete: true, operations: [] });
    await recorded(first, 'recordEnterprise', enterprise('L-4'));
    expect(messageOf(await ahead.next())).toMatchObject({ incomplete: false, operations: [{ kind: 'Enterprise' }] });
    ahead.close();
    const { pool } = first.database;
    await pool.query(`insert into journal_head (chain, seq, hash, events) values ('far', 1, decode(repeat('00', 32), 'hex'), 2001)`);
    const behind = await Listener.open(first, { after: cursorOf({}) });
    expect(messageOf(await behind.next())).toMatchObject({ incomplete: true, operations: [] });
    behind.close();
    await pool.query(`delete from journal_head where chain = 'far'`);
  });

  it.each([
    'x',
    'e',
    '!',
    '',
    'W10',
    'bnVsbA',
    Buffer.from('{"a":-1}').toString('base64url'),
    Buffer.from('{"a":1.5}').toString('base64url'),
  ])('is refused with %j, which is no cursor', async (after) => {
    const { status, code, errors } = await send(first, {
      body: { query: changesDocument, variables: { after } },
      headers: { accept: 'text/event-stream' },
    });
    expect({ status, code }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
    expect(errors[0]!.extensions.messageZh).toBe('after:不是本订阅的游标');
  });
});

const ratioOf = (at: number) => ({
  scheme: 'EMPLOYEE',
  effectiveFrom: new Date(Date.UTC(2021, 0, 1 + at)).toISOString().slice(0, 10),
  ratioPercent: '70',
  source: '文件',
});

/** What stands in the outbox between two cursors, as an auditor is told of it. */
async function recordedBetween(app: TestApp, from: string, to: string): Promise<ChangedOperation[]> {
  const [before, after] = [from, to].map((cursor) => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Record<string, number>);
  const { rows } = await app.database.pool.query<{ chain: string; seq: string; topic: string; object: string }>(
    'select chain, seq, topic, object from outbox_event order by chain, seq',
  );
  const between = rows.filter(({ chain, seq }) => Number(seq) > (before![chain] ?? 0) && Number(seq) <= (after![chain] ?? 0));
  const told = between.map(({ chain, topic, object }) => ({
    operation: topic,
    kind: readNodeId(object)!.type,
    areaCode: chain === 'reference' ? null : chain,
  }));
  return [...new Map(told.map((each) => [JSON.stringify(each), each])).values()];
}

const inOrder = (operations: readonly ChangedOperation[]) => operations.map((each) => JSON.stringify(each)).toSorted();

describe('200 recordings while a listener comes and goes', { timeout: 60_000 }, () => {
  it('are told without loss and without repeat, over cuts, a restarted server and two servers', async () => {
    const third = { now: await testApp({ beside: first }) };
    const started = await Listener.open(first, { caller: auditor });
    const begun = messageOf(await started.next()).cursor;
    started.close();

    const areas = ['330100', '340100', '350100', '360100', '370100', '410100'];
    const writers = areas.map(async (area, at) => {
      for (let count = 0; count < 30; count += 1) {
        const app = count % 2 === 0 ? first : second;
        expect((await record(app, 'prescribeFundRatio', ratioOf(100 + count), { caller: agencyOf(area) })).userErrors).toEqual([]);
        if (count === 0 || count === 2) await recorded(app, 'recordEnterprise', enterprise(`C-${at}-${count}`));
        if (count === 1 || count === 3) await recorded(app, 'recordInstitution', institution(`C-${at}-${count}`));
      }
    });
    const written = Promise.all(writers);
    const state = { done: false };
    void written.finally(() => (state.done = true)).catch(() => undefined);

    // Each message is told of what lies between the cursor before and its own.
    const told: { from: string; to: string; operations: readonly ChangedOperation[] }[] = [];
    let cursor = begun;
    for (let turn = 0; ; turn += 1) {
      const last = state.done;
      const servers = [first, second, third.now];
      const listener = await Listener.open(servers[turn % 3]!, { caller: auditor, after: cursor });
      // Once nobody writes any more, all that is left is waited for.
      const until = last ? Number.POSITIVE_INFINITY : 1 + (turn % 4);
      for (let count = 0; count < until; count += 1) {
        const next = await listener.next(last ? 1500 : 3000).catch(() => null);
        if (!next) break;
        const { cursor: to, operations, incomplete } = messageOf(next);
        expect(incomplete).toBe(false);
        told.push({ from: cursor, to, operations });
        cursor = to;
      }
      listener.close();
      if (turn % 5 === 4) {
        await third.now.close();
        third.now = await testApp({ beside: first });
      }
      if (last) break;
      await pause(20);
    }
    await written;
    await third.now.close();

    const heads = await first.database.pool.query<{ chain: string; events: string }>(
      'select chain, events from journal_head where events > 0',
    );
    const end = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Record<string, number>;
    expect(end).toEqual(Object.fromEntries(heads.rows.map(({ chain, events }) => [chain, Number(events)])));
    for (const { from, to, operations } of told) expect(inOrder(operations)).toEqual(inOrder(await recordedBetween(first, from, to)));
    const all = await recordedBetween(first, begun, cursor);
    expect(all).toHaveLength(areas.length + 2);
    process.stdout.write(`204 recordings told in ${told.length} messages\n`);
    // How many there are follows from how fast the machine records; more than a cut apart they must be.
    expect(told.length).toBeGreaterThan(4);
  });
});

describe('a subscription', () => {
  const asked = (query: string, accept: string, variables: object = {}) => send(first, { body: { query, variables }, headers: { accept } });

  it.each([
    ['application/json', changesDocument, 406, 'BAD_REQUEST'],
    ['*/*', changesDocument, 406, 'BAD_REQUEST'],
    ['text/event-stream', 'subscription { changes { figure } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['text/event-stream', 'subscription { changes { cursor } other: changes { cursor } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['text/event-stream', 'subscription { changes(after: 1.5) { cursor } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['text/event-stream, application/json', 'subscription { __typename }{', 400, 'GRAPHQL_PARSE_FAILED'],
  ])('by %s: %s is answered with %i %s', async (accept, query, status, code) => {
    expect(await asked(query, accept)).toMatchObject({ status, code });
  });

  it('with variables that its types refuse, or a NUL, is refused', async () => {
    expect(await asked(changesDocument, 'text/event-stream', { after: { a: 1 } })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(await asked(changesDocument, 'text/event-stream', { after: 'a\0' })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it('by GET is refused, whatever is accepted', async () => {
    const url = `/graphql?query=${encodeURIComponent(changesDocument)}`;
    for (const accept of ['text/event-stream', 'application/json'])
      expect(
        (await send(first, { method: 'GET', url, headers: { accept, 'apollo-require-preflight': '1' } })).status,
      ).toBeGreaterThanOrEqual(400);
  });

  it('is told apart from a query, which whoever takes JSON too is answered as ever', async () => {
    const both = 'application/graphql-response+json, application/json, text/event-stream';
    const { status, data } = await asked('query { round(code: "R4") { code } }', both);
    expect({ status, data }).toEqual({ status: 200, data: { round: { code: 'R4' } } });
    expect((await asked('query { round(code: "R4") { code } }', 'text/event-stream')).status).toBe(406);
  });
});
