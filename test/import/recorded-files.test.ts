import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import type { FileReport } from '../../src/platform/tables/record-file.ts';
import { procured } from '../support/agreed-volume-sums.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { signed } from '../support/build-agreement.ts';
import { record, recorded } from '../support/build-recorder.ts';
import { chineseHeadersOf, csv, headersOf, stents } from './act-files.ts';
import { encoded, workbook } from './made-files.ts';

let app: TestApp;
let address: string;
beforeAll(async () => {
  app = await testApp();
  await signed(app, stents);
  await procured(app, 'by-file');
  address = await app.listen(0);
}, 120_000);
afterAll(() => app.stop());

const rows = async (sql: string, values: unknown[] = []) => (await app.database.pool.query(sql, values)).rows as unknown[];
const hospital: Partial<Caller> = { role: 'INSTITUTION', subject: 'hz', institution: 'hz-1' };
const holder = async () => {
  const [{ code }] = (await rows(
    `select e.code from agreement a join enterprise e on e.id = a.enterprise_id where a.number = '2021-hz-1-resolute'`,
  )) as [{ code: string }];
  return { role: 'ENTERPRISE', subject: 'e', enterprise: code } as const;
};

interface Given {
  readonly query?: string;
  readonly caller?: Partial<Caller> | null;
  readonly type?: string;
}
const give = async (payload: string | Buffer, { query = '', caller = expert, type = 'text/csv' }: Given = {}) => {
  const headers = { 'content-type': type, ...(caller && { authorization: JSON.stringify(caller) }) };
  const url = `/files?name=${encodeURIComponent('企业名录.csv')}${query}`;
  const response = await app.fastify.inject({ method: 'POST', url, headers, payload });
  return { status: response.statusCode, report: response.json<FileReport>(), text: response.body };
};
const errorsOf = ({ report: { errors } }: { report: FileReport }) => errors.map(({ row, column, code }) => [row, column, code]);

/** Asserts that all of it was taken, and how many rows were new. */
const taken = async (kind: string, added: number, payload: string | Buffer, given: Given = {}) => {
  const { status, report } = await give(payload, given);
  expect({ status, errors: report.errors, kind: report.kind, added: report.rowsAdded }).toEqual({ status: 200, errors: [], kind, added });
  return report;
};
/** … and that it changed nothing. */
const refused = async (payload: string | Buffer, given: Given = {}) => {
  const before = await app.database.contents();
  const answer = await give(payload, given);
  expect(await app.database.contents()).toEqual(before);
  return answer;
};

const round = [
  ['enterprises', 'code,kind,name\nf-甲,HOLDER,甲药业\nf-乙,HOLDER,乙药业\n'],
  ['products', '产品代码,类别,通用名,产品名称,计数单位,持有人代码\nf-1,药品,某药,甲牌,片,f-甲\nf-2,药品,某药,乙牌,片,f-乙\n'],
  ['institutions', 'code,area_code,level,name\nf-h1,330100,PRIMARY,一院\nf-h2,320100,PRIMARY,二院\n'],
  ['rounds', 'code,name,category,organiser,scheme\nF-1,文件批次,DRUG,NATIONAL,national-drug\n'],
  ['lots', 'round_code,code,name,counting_unit,ceiling_price\nF-1,L-1,某药,片,9.90\n'],
] as const;

describe('a file that a caller gives', () => {
  it.each(round)('of %s is recorded by its mutation, the same file again changes nothing', async (kind, content) => {
    const count = content.trim().split('\n').length - 1;
    const report = await taken(kind, count, content);
    const before = await app.database.contents();
    expect(await taken(kind, 0, content)).toMatchObject({ rowsUnchanged: count });
    expect(await app.database.contents()).toEqual(before);
    const told = await rows(
      `select content::json->>'why' as why, content::json->'who' as who, content::json->'to'->>'provenance' as provenance
       from journal_record where operation = $1 and content::json->>'why' like '文件 %'`,
      [report.mutation],
    );
    expect(told.length).toBeGreaterThanOrEqual(count);
    expect(told[0]).toMatchObject({
      why: expect.stringMatching(/^文件 企业名录\.csv\(SHA-256 [0-9a-f]{64}\)$/) as unknown,
      who: { role: 'EXPERT', subject: 'expert-1', person: 'expert-1' },
    });
  });

  it('says what was recorded: by whom, from which file, as a draft', async () => {
    expect(
      await rows(
        `select e.name, e.provenance, e.confidence, (select count(*)::int from outbox_event o where o.topic = 'recordEnterprise') as told
         from enterprise e where e.code = 'f-甲'`,
      ),
    ).toEqual([{ name: '甲药业', provenance: 'imported from 企业名录.csv', confidence: 'HIGH', told: expect.any(Number) as unknown }]);
    expect(await rows(`select status, origin from round where code = 'F-1'`)).toEqual([{ status: 'DRAFT', origin: 'RECORDED' }]);
    expect(await rows(`select ceiling_price::text, antibacterial, strength_method from lot where code = 'L-1'`)).toEqual([
      { ceiling_price: '9.9000', antibacterial: false, strength_method: 'NONE' },
    ]);
  });

  it('of demand, outcomes and agreed volumes follows the round through its steps', async () => {
    await recorded(app, 'openDemandReporting', { roundCode: 'F-1' });
    await taken('demand', 2, 'round_code,lot_code,institution_code,quantity\nF-1,L-1,f-h1,1000\nF-1,L-1,f-h2,500\n');
    const others = 'round_code,lot_code,institution_code,quantity\nF-1,L-1,f-h1,77\n';
    const foreign = await refused(others.replace('f-h1', 'by-file-1'), { caller: hospital });
    const input = { roundCode: 'F-1', lotCode: 'L-1', institutionCode: 'by-file-1', quantity: 77 };
    const { userErrors } = await record(app, 'reportDemand', input, { caller: hospital });
    expect(userErrors).not.toEqual([]);
    expect(errorsOf(foreign)).toEqual(userErrors.map(({ code }) => [2, 'institution_code', code]));
    expect(foreign.report.errors.map(({ message }) => message)).toEqual(userErrors.map(({ message }) => message));
    await recorded(app, 'openBidding', { roundCode: 'F-1' });
    const outcomes =
      'round_code,lot_code,product_code,basis,winning_price,price_unit,price_before,agreed_quantity\nF-1,L-1,f-1,BIDDING,1.20,片,3.00,900\n';
    expect(errorsOf(await refused(outcomes))).toContainEqual([2, 'round_code', 'ROUND_NOT_OPENED']);
    await recorded(app, 'openBids', { roundCode: 'F-1' });
    await taken('outcomes', 1, outcomes);
    expect(
      await rows(`select s.winning_price::text as price, s.agreed_quantity::int as quantity, s.origin from selected_product s
        join product p on p.id = s.product_id where p.code = 'f-1'`),
    ).toEqual([{ price: '1.2000', quantity: 900, origin: 'RECORDED' }]);
    const volumes = ['by-file-a,by-file-1', 'by-file-b,by-file-1', 'by-file-a,by-file-2'].map((of) => `by-file,${of},2023,7`);
    const header = 'round_code,product_code,institution_code,agreement_year,quantity';
    await taken('agreed-volumes', 3, csv(header.split(','), volumes));
    expect(
      errorsOf(await refused(csv(header.split(','), ['by-file,by-file-b,by-file-2,2023,0', 'by-file,by-file-b,by-file-3,2023,5']))),
    ).toEqual([[2, 'quantity', expect.any(String)]]);
  });

  it('of orders, deliveries, acceptance and payments is what the institution and the enterprise say', async () => {
    const of = '330100,2021-hz-1-resolute';
    const enterprise = await holder();
    await taken('orders', 1, encoded(csv(chineseHeadersOf.orders, [`${of},O-1,2021-02-01,60`]), 'gbk'), { caller: hospital });
    await taken('deliveries', 1, csv(headersOf.deliveries, [`${of},O-1,D-1,2021-02-05,20`]), { caller: enterprise });
    await taken('acceptances', 1, csv(headersOf.acceptances, [`${of},O-1,D-1,2021-02-06,20,0,`]), { caller: hospital });
    await taken('payments', 1, csv(headersOf.payments, [`${of},O-1,D-1,12960,2021-03-01,V-1`]), { caller: hospital });
    expect(await rows(`select open_amount::text as open, settled_on::text as on from payable where area_code = '330100'`)).toEqual([
      { open: '0.00', on: '2021-03-01' },
    ]);
    // Another hospital's agreement is not there for this one.
    const foreign = await refused(csv(headersOf.orders, ['320100,2021-nj-1-resolute,O-1,2021-02-01,60']), { caller: hospital });
    const missing = await refused(csv(headersOf.orders, ['320100,2021-no-1-resolute,O-1,2021-02-01,60']), { caller: hospital });
    const same = (text: string) => text.replaceAll('2021-no-1-resolute', '2021-nj-1-resolute');
    expect(foreign.status).toBe(422);
    expect(same(JSON.stringify(missing.report.errors))).toBe(JSON.stringify(foreign.report.errors));
  });

  it('is read from a workbook too', async () => {
    const file = await workbook([
      ['code', 'kind', 'name'],
      ['x-1', 'DISTRIBUTOR', '配送一'],
    ]);
    expect(await taken('enterprises', 1, file)).toMatchObject({ encoding: 'xlsx' });
  });
});

describe('before it is recorded', () => {
  it('a dry run says what would be, shows the first rows as they were read, and changes nothing', async () => {
    const content = 'code,kind,name\nd-1,HOLDER,甲\nf-甲,HOLDER,甲药业\n';
    const { status, report } = await refused(content, { query: '&dryRun=true' });
    expect(status).toBe(200);
    expect(report).toMatchObject({
      mutation: 'recordEnterprise',
      dryRun: true,
      rowsRead: 2,
      rowsAdded: 1,
      rowsUnchanged: 1,
      errors: [],
      sample: { columns: ['code', 'kind', 'name'], rows: [{ row: 2, cells: ['d-1', 'HOLDER', '甲'] }, { row: 3 }] },
    });
    await taken('enterprises', 1, content);
  });

  it('a dry run finds what the mutation would refuse', async () => {
    const given = 'round_code,code,name,counting_unit,ceiling_price\nby-file,L-9,某药,片,1\n';
    const { report } = await refused(given, { query: '&dryRun=true' });
    const { userErrors } = await record(app, 'addLot', { roundCode: 'by-file', code: 'L-9', name: '某药', countingUnit: '片' });
    expect(report.errors.map(({ code }) => code)).toEqual(userErrors.map(({ code }) => code));
    expect(errorsOf({ report })).toEqual([[2, 'round_code', expect.any(String)]]);
  });

  it('every error is told by row and column, and nothing of the file is recorded', async () => {
    const { status, report } = await refused('code,kind,name\ne-1,HOLDER,甲\nf-甲,HOLDER,别名\ne-2,X,乙\ne-1,HOLDER,丙\n,HOLDER,丁\n');
    expect(status).toBe(422);
    expect(errorsOf({ report })).toEqual([
      [3, 'name', 'CONFLICTS_WITH_RECORD'],
      [4, 'kind', 'NOT_IN_LIST'],
      [5, 'code', 'DUPLICATE_IN_FILE'],
      [6, 'code', 'MISSING_VALUE'],
    ]);
    expect(report).toMatchObject({ rowsRead: 5, rowsAdded: 0, errorCount: 4 });
  });

  it('what a person may not state is refused by its column', async () => {
    const stated =
      'round_code,lot_code,product_code,basis,winning_price,price_unit,agreed_quantity,origin\nF-1,L-1,f-2,BIDDING,1,片,1,PUBLIC_SOURCE\n';
    expect(errorsOf(await refused(stated))).toContainEqual([null, 'origin', 'COLUMN_NOT_TAKEN']);
    expect(errorsOf(await refused('code,name,category,organiser,scheme,status\nF-2,批次,DRUG,NATIONAL,national-drug,FINAL\n'))).toEqual([
      [null, 'status', 'COLUMN_NOT_TAKEN'],
    ]);
  });

  it.each<[string, string | Buffer, Given, number, string]>([
    ['nobody', 'code,kind,name\nz,HOLDER,甲\n', { caller: null }, 401, 'UNAUTHENTICATED'],
    ['an auditor', 'code,kind,name\nz,HOLDER,甲\n', { caller: { role: 'AUDITOR', subject: 'a' } }, 403, 'FORBIDDEN'],
    [
      'a hospital with a kind of experts',
      'code,kind,name\nz,HOLDER,甲\n',
      { caller: hospital, query: '&kind=enterprises' },
      403,
      'FORBIDDEN',
    ],
    ['a kind that is none', 'code\nz\n', { query: '&kind=bids' }, 400, 'BAD_REQUEST'],
    ['a name with a line break', 'code\nz\n', { query: '&name=a%0Ab' }, 400, 'BAD_REQUEST'],
    ['neither true nor false', 'code\nz\n', { query: '&dryRun=yes' }, 400, 'BAD_REQUEST'],
    ['more than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1, 'x'), {}, 413, 'BAD_REQUEST'],
  ])('%s is turned away', async (_name, content, given, status, code) => {
    const answer = await refused(content, given);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it.each<[string, string | Buffer, string]>([
    ['is empty', '', 'EMPTY_FILE'],
    ['has a header only', 'code,kind,name\n', 'HEADER_ONLY'],
    ['is of no kind', 'a,b\n1,2\n', 'KIND_NOT_RECOGNISED'],
    ['is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x81, 0xff]), 'KIND_NOT_RECOGNISED'],
    ['has more rows than a mutation takes', `code,kind,name\n${'x,HOLDER,甲\n'.repeat(10_001)}`, 'TOO_MANY_ROWS'],
  ])('a file that %s is refused as a whole', async (_name, content, code) => {
    const { status, report } = await refused(content);
    expect({ status, codes: report.errors.map((error) => error.code) }).toEqual({ status: 422, codes: [code] });
  });

  it('is of a kind that GET /files lists to whoever may give it, with its columns', async () => {
    const listed = async (caller: Partial<Caller>) => {
      const response = await app.fastify.inject({ url: '/files', headers: { authorization: JSON.stringify(caller) } });
      return response.json<{ kind: string; mutation: string; columns: { name: string; nameZh: string; required: boolean }[] }[]>();
    };
    const all = await listed(expert);
    expect(all.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['rounds', 'lots', 'outcomes', 'agreed-volumes', 'orders']));
    expect(all.find(({ kind }) => kind === 'lots')!.columns.map(({ name }) => name)).toEqual([
      'round_code',
      'code',
      'name',
      'name_en',
      'counting_unit',
      'ceiling_price',
      'price_before',
      'base_quantity',
      'strength_method',
      'reference_strength',
      'antibacterial',
      'note',
    ]);
    expect((await listed(hospital)).map(({ kind }) => kind)).toEqual(['demand', 'orders', 'acceptances', 'payments']);
    expect(await listed({ role: 'AUDITOR', subject: 'a' })).toEqual([]);
  });
});

describe('while it is recorded', () => {
  const events = async (content: string, caller: Partial<Caller> = expert) => {
    const asked = request(`${address}/files?name=a.csv`, {
      method: 'POST',
      headers: { accept: 'text/event-stream', authorization: JSON.stringify(caller) },
    });
    asked.end(content);
    const [response] = await once(asked, 'response');
    let text = '';
    for await (const chunk of response) text += String(chunk);
    return { status: response.statusCode as number, type: String(response.headers['content-type']), text };
  };

  it('its progress is told, and at the end what became of it', async () => {
    const lines = Array.from({ length: 250 }, (_none, at) => `p-${at},HOLDER,企业 ${at}\n`);
    const { status, type, text } = await events(`code,kind,name\n${lines.join('')}`);
    expect({ status, type }).toEqual({ status: 200, type: 'text/event-stream; charset=utf-8' });
    const parsed = text
      .trim()
      .split('\n\n')
      .map((event) => /^event: (\w+)\ndata: (.*)$/.exec(event)!.slice(1) as [string, string]);
    const progress = parsed.slice(0, -1).map(([name, data]) => [name, JSON.parse(data) as { phase: string; done: number }] as const);
    expect(new Set(progress.map(([name]) => name))).toEqual(new Set(['progress']));
    expect([...new Set(progress.map(([, { phase }]) => phase))]).toEqual(['scanning', 'reading', 'checking', 'writing']);
    expect(progress.filter(([, { phase }]) => phase === 'writing').map(([, { done }]) => done)).toEqual([0, 100, 200]);
    expect(parsed.at(-1)![0]).toBe('report');
    expect(JSON.parse(parsed.at(-1)![1])).toMatchObject({ rowsAdded: 250, errorCount: 0 });
  });

  it('whoever may not give it is told by the status', async () => {
    const { status, text } = await events('code,kind,name\nq,HOLDER,甲\n', { role: 'AUDITOR', subject: 'a' });
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it('the same file from two windows at once is recorded once', async () => {
    const content = 'code,kind,name\ntwice-1,HOLDER,甲\ntwice-2,HOLDER,乙\n';
    const both = await Promise.all([give(content), give(content)]);
    for (const { status, report } of both) expect({ status, errors: report.errors }).toEqual({ status: 200, errors: [] });
    expect(await rows(`select count(*)::int as count from enterprise where code like 'twice-%'`)).toEqual([{ count: 2 }]);
  });
});
