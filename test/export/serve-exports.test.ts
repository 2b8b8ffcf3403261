import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Area } from '../../src/catalogue/index.ts';
import { anonymous, type Caller } from '../../src/platform/access/caller.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { openExport, type TableExport } from '../../src/platform/tables/table-export.ts';
import { agreementExport } from '../../src/supply/agreement.export.ts';
import { supply } from '../../src/supply/index.ts';
import { procured } from '../support/agreed-volume-sums.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { data } from '../support/build-recorder.ts';
import { supplyGoods } from '../support/supplied-goods.ts';

/** So many rows that no buffer on the way holds them. */
const large: TableExport = {
  kind: 'large',
  entity: Area,
  joins: sql`cross join generate_series(1, 2000) n`,
  order: sql`t.code, n`,
  columns: [{ title: 'Name', titleZh: '名称', type: 'text', sql: sql.ref('t.name') }],
};
(supply.exports as TableExport[]).push(large);

let app: TestApp;
let address: string;
beforeAll(async () => {
  app = await testApp();
  await procured(app, 'volumes');
  await supplyGoods(app.database);
  address = await app.listen(0);
}, 120_000);
afterAll(() => app.stop());

const fetched = (url: string, caller: Partial<Caller> | null = expert) =>
  app.fastify.inject({ method: 'GET', url, ...(caller && { headers: { authorization: JSON.stringify(caller) } }) });
const rowsOf = (bytes: Buffer, encoding = 'utf-8') => parse(iconv.decode(bytes, encoding), { record_delimiter: '\r\n' });
const numbers = async (caller: Partial<Caller>) =>
  (
    await data<{ agreements: { totalCount: number; nodes: { number: string }[] } }>(
      app,
      '{ agreements(first: 200) { totalCount nodes { number } } }',
      {},
      caller,
    )
  ).agreements;

describe('[I3] an export over HTTP', () => {
  it.each<Partial<Caller>>([
    expert,
    { role: 'AUDITOR', subject: 'auditor-1' },
    { role: 'ENTERPRISE', subject: 'e', enterprise: 'volumes-a' },
    { role: 'INSTITUTION', subject: 'i', institution: 'volumes-1' },
    { role: 'AGENCY', subject: 'a', area: '330100' },
    { role: 'SETTLEMENT', subject: 's' },
  ])('has the rows that the list has for $role, and says how many there are', async (caller) => {
    const { totalCount, nodes } = await numbers(caller);
    const { statusCode, headers, rawPayload } = await fetched('/export/agreements', caller);
    expect([statusCode, headers['x-total-rows'], headers['cache-control']]).toEqual([200, String(totalCount), 'no-store']);
    expect(headers['content-disposition']).toBe(`attachment; filename="agreements-2026-11-21-${totalCount}.csv"`);
    const [header, ...rows] = rowsOf(rawPayload.subarray(3));
    expect(header).toEqual(agreementExport.columns.map(({ titleZh }) => titleZh));
    expect(rows.map((row) => row[1]!).toSorted()).toEqual(nodes.map(({ number }) => number).toSorted());
  });

  it('gives what the record has, in English where that is asked for, and as a workbook', async () => {
    const { rawPayload } = await fetched('/export/agreements?language=en&encoding=gb18030');
    const [header, ...rows] = rowsOf(rawPayload, 'gb18030');
    const first = Object.fromEntries(header!.map((title, at) => [title, rows.find((row) => row[1] === 'agreement-1')![at]]));
    expect(first).toMatchObject({
      Number: 'agreement-1',
      'Agreement year': '2022',
      Distributor: '',
      'In force from': '2022-11-01',
      Confidence: 'HIGH',
    });
    const workbook = await fetched('/export/agreements?format=xlsx');
    expect(workbook.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(workbook.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    ['/export/agreements', null, 401, 'UNAUTHENTICATED'],
    ['/export/secrets', expert, 404, 'NOT_FOUND'],
    ['/export/agreements?format=pdf', expert, 400, 'BAD_REQUEST'],
    ['/export/agreements?encoding=latin1', expert, 400, 'BAD_REQUEST'],
    ['/export/agreements?format=csv&format=xlsx', expert, 400, 'BAD_REQUEST'],
    ['/export/agreements?limit=5', expert, 400, 'BAD_REQUEST'],
  ] as const)('%s of %j is refused in the shape of every refusal', async (url, caller, status, code) => {
    const { statusCode, rawPayload } = await fetched(url, caller);
    const { errors } = JSON.parse(rawPayload.toString()) as { errors: { extensions: { code: string; messageZh: string } }[] };
    expect([statusCode, errors[0]!.extensions.code]).toEqual([status, code]);
    expect(errors[0]!.extensions.messageZh).toMatch(/\p{Script=Han}/u);
  });

  it('says which sign GBK lacks instead of sending another, and is sent when all are there', async () => {
    expect((await fetched('/export/agreements?encoding=gbk')).statusCode).toBe(200);
    await app.database.pool.query(
      `update institution set name = '𠮷祥医院' where id = (select institution_id from agreement where number = 'agreement-1')`,
    );
    const { statusCode, rawPayload } = await fetched('/export/agreements?encoding=gbk');
    expect(statusCode).toBe(400);
    expect(rawPayload.toString()).toMatch(/GBK has no sign for 𠮷 \(row \d+, 医疗机构名称\); ask for encoding=gb18030/);
    expect(rowsOf((await fetched('/export/agreements?encoding=gb18030')).rawPayload, 'gb18030').flat()).toContain('𠮷祥医院');
  });
});

describe('[I3] one moment', () => {
  it('is what an export shows while others write', async () => {
    const open = await openExport(app.database.served, { ...anonymous, ...expert }, agreementExport, {
      asOf: localDate('2026-11-21'),
      filters: {},
    });
    try {
      const before = (await app.database.pool.query<{ number: string }>('select number from agreement order by area_code, id')).rows;
      const { rowCount } = await app.database.pool.query(
        'delete from agreement a where not exists (select from purchase_order o where o.agreement_id = a.id)',
      );
      expect(rowCount).toBeGreaterThan(0);
      await app.database.pool.query(`update agreement set number = number || '-new'`);
      for (const _time of [1, 2]) {
        const rows = [];
        for await (const portion of open.portions()) rows.push(...portion);
        expect(rows.map((row) => row[1])).toEqual(before.map(({ number }) => number));
        expect(open.rows).toBe(rows.length);
      }
    } finally {
      await open.close();
    }
  });
});

describe('exports that are read slowly', () => {
  const begun = async () => {
    const request = get(`${address}/export/large`, { headers: { authorization: JSON.stringify(expert) } });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return { response, end: () => request.destroy() };
  };

  it(
    'are two at once, so that connections are left for answers; one that nobody waits for any more makes room',
    { timeout: 60_000 },
    async () => {
      const both = [await begun(), await begun()];
      expect(both.map(({ response }) => response.statusCode)).toEqual([200, 200]);
      const third = await fetched('/export/agreements');
      expect([third.statusCode, third.headers['retry-after']]).toEqual([503, '5']);
      expect((await numbers(expert)).totalCount).toBeGreaterThan(0);
      for (const { response, end } of both) {
        response.on('error', () => undefined);
        end();
      }
      while ((await fetched('/export/agreements')).statusCode === 503) await pause(20);
      const { readPool } = app.database.served;
      while (readPool.idleCount < readPool.totalCount) await pause(20);
    },
  );

  it('come whole when they are read to the end', { timeout: 60_000 }, async () => {
    const { response } = await begun();
    let lines = 0;
    for await (const piece of response as AsyncIterable<Buffer>) for (const byte of piece) if (byte === 10) lines += 1;
    expect([response.complete, lines - 1]).toEqual([true, Number(response.headers['x-total-rows'])]);
    expect(lines).toBeGreaterThan(500_000);
  });
});
