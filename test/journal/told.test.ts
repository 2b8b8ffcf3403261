import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { importFile } from '../../src/platform/tables/import-file.ts';
import { expert, testApp, testNow, type TestApp } from '../support/app.ts';
import { across, one, other, performed, prepared } from '../access/two-sides.ts';
import { agencyOf, signed, type PromiseGiven } from '../support/build-agreement.ts';
import { region } from '../support/build-continuity.ts';
import { movedAs } from '../support/build-prepayment.ts';
import { approved, record, recorded } from '../support/build-recorder.ts';
import { roundsToRefuse } from '../support/build-refusals.ts';
import { randomActs } from '../support/random-acts.ts';
import { rowsOnRecord, untold, type Rows } from './rows-on-record.ts';

interface Told {
  readonly chain: string;
  readonly seq: number;
  readonly content: {
    readonly when: string;
    readonly who: Record<string, string>;
    readonly operation: string;
    readonly request: string | null;
    readonly table: string;
    readonly row: string;
    readonly key: Record<string, unknown>;
    readonly from: Record<string, unknown> | null;
    readonly to: Record<string, unknown>;
    readonly why: string | null;
    readonly file?: Record<string, string>;
    readonly rowsAdded?: number;
  };
}

/** The rows of before, changed as the records say, each of which must find what it says was there. */
function replayed(before: Rows, told: readonly Told[]): Rows {
  const rows = structuredClone(before);
  for (const { content } of told) {
    const { table, row, from, to } = content;
    const held = rows[table]![row];
    expect(held === undefined, `${table} ${row} is new`).toBe(from === null);
    if (held) expect(held).toMatchObject(from!);
    rows[table]![row] = { ...held, ...to };
  }
  return rows;
}

const tablesOf = (told: readonly Told[]): string[] => [...new Set(told.map(({ content }) => content.table))].toSorted();

const institutionTable = catalogue.tables.find(({ kind }) => kind === 'institutions')!;

let app: TestApp;
let before: Rows;
let told: Told[];
const all = async (where = 'true', values: unknown[] = []) => {
  const sql = `select chain, seq::int as seq, content::json as content from journal_record where ${where} order by chain, seq`;
  return (await app.database.pool.query<Told>(sql, values)).rows;
};

beforeAll(async () => {
  app = await testApp();
  before = await rowsOnRecord(app.database);
  await roundsToRefuse(app);
  told = await all(`operation not in ('importFile', 'settleBids', 'settleStandards')`);
}, 120_000);
afterAll(() => app.stop());

describe('[D13] the journal tells', () => {
  it('every change: what was there, changed as it says, is what is there', async () => {
    expect(replayed(before, told)).toEqual(await rowsOnRecord(app.database));
    expect(tablesOf(told)).toEqual(
      [
        'agreed_volume',
        'bid',
        'bid_evaluation',
        'decision',
        'demand_report',
        'enterprise',
        'institution',
        'lot',
        'lot_share',
        'product',
        'proposal',
        'round',
        'round_seal',
        'round_transition',
        'selected_product',
        'supply_region',
      ].toSorted(),
    );
  });

  it('of tables whose rows it does not tell only those that follow from others', async () => {
    const { rows } = await app.database.pool.query<{ table: string }>(
      `select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    );
    const tables = rows.map(({ table }) => table);
    expect([...Object.keys(before), ...Object.keys(untold)].toSorted()).toEqual(tables.toSorted());
  });

  it('who did it, when, under which request, and why', async () => {
    await recorded(app, 'draftRound', { code: 'why-1', name: '批次', category: 'DRUG', organiser: 'NATIONAL', scheme: 'national-drug' });
    await recorded(app, 'openDemandReporting', { roundCode: 'why-1', reason: '理由 “why”' });
    const acts = await all(`operation = 'openDemandReporting' and content::json ->> 'why' is not null`);
    expect(acts.map(({ content }) => content.table).toSorted()).toEqual(['round', 'round_transition']);
    const [{ content }] = acts as [Told];
    expect(content).toMatchObject({ when: testNow.toISOString(), who: expert, operation: 'openDemandReporting', why: '理由 “why”' });
    expect(content.request).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(acts.map((each) => each.content.request)).size).toBe(1);
    expect(acts.find((each) => each.content.table === 'round')!.content).toMatchObject({
      from: { status: 'DRAFT' },
      to: { status: 'DEMAND_REPORTING' },
    });
  });

  it('what belongs to an area in the chain of the area', async () => {
    const areas = told.filter(({ content }) => 'area_code' in content.to);
    expect(areas.length).toBeGreaterThan(4);
    expect(areas.filter(({ chain, content }) => chain !== content.to['area_code'])).toEqual([]);
    expect(told.filter(({ chain, content }) => chain !== 'reference' && !('area_code' in content.to))).toEqual([]);
  });

  it('of a file once for each chain: its name, its hash, its kind, and how many rows it added', async () => {
    const ofFiles = () => all(`operation = 'importFile' and table_name = 'institution'`);
    expect(await ofFiles()).toEqual([]);
    const file = () => ({
      database: app.database,
      table: institutionTable,
      source: Readable.from('code,area_code,level,name\nf-1,330100,PRIMARY,甲\nf-2,330100,PRIMARY,乙\nf-3,440300,PRIMARY,丙\n'),
      fileName: 'institutions.csv',
      recordedBy: 'test',
    });
    const unchanged = await app.database.contents();
    expect((await importFile({ ...file(), dryRun: true })).rowsAdded).toBe(3);
    expect(await app.database.contents()).toEqual(unchanged);
    expect((await importFile(file())).rowsAdded).toBe(3);
    const imported = await ofFiles();
    expect(imported.map(({ chain, content: { table, rowsAdded, who, why } }) => ({ chain, table, rowsAdded, who, why }))).toEqual(
      [
        ['330100', 2],
        ['440300', 1],
      ].map(([chain, rowsAdded]) => ({ chain, table: 'institution', rowsAdded, who: { role: 'OPERATOR', subject: 'test' }, why: null })),
    );
    const { rows } = await app.database.pool.query(`select file_sha256 as sha256 from import_run where kind = 'institutions'`);
    expect(imported.map(({ content }) => content.file)).toEqual(
      imported.map(() => ({ name: 'institutions.csv', sha256: rows[0].sha256, kind: 'institutions' })),
    );
    await importFile(file());
    expect(await ofFiles()).toHaveLength(2);
  });

  it('of the reference data: its files, and what was settled after them', async () => {
    const acts = await all(`operation in ('importFile', 'settleBids')`);
    expect([...new Set(acts.map(({ content }) => content.file?.['kind']))]).toEqual(
      expect.arrayContaining(['areas', 'bids', 'supply-regions', undefined]),
    );
    expect(acts.filter(({ content }) => content.operation === 'settleBids').length).toBeGreaterThan(10);
  });
});

describe('[D13] the journal of supply, payment and continuity tells', () => {
  let supplied: TestApp;
  beforeAll(async () => {
    supplied = await testApp();
    await prepared(supplied);
    await signed(supplied, given);
    await region(supplied, { round: 'J', failing: 'j-failing', other: 'j-backup', isBackup: true });
  }, 120_000);
  afterAll(() => supplied.stop());
  const given: PromiseGiven = {
    round: 'round-3',
    product: 'ent-3',
    price: '590',
    promised: { 'inst-3': { area: '440300', quantity: 500 } },
  };

  it('acceptances, payments, reversals, returns, prepayments and a succession: replayed, they are the rows on record', async () => {
    const { pool } = supplied.database;
    const records = async () =>
      (await pool.query<Told>(`select chain, seq::int as seq, content::json as content from journal_record order by chain, seq`)).rows;
    const [rowsBefore, recordsBefore] = [await rowsOnRecord(supplied.database), new Set((await records()).map(placeOf))];
    for (const side of [one, other, across]) await performed(supplied, side);
    const taken = new Set(await randomActs(supplied, [given], 5));
    expect([...taken]).toEqual(expect.arrayContaining(['acceptDeliveries', 'returnGoods', 'reversePayment']));
    const rest = { institutionCode: one.institution, agreementYear: 2021, on: '2022-02-01', reference: 'closed', rest: 'RETURN' };
    await movedAs(supplied, one.area, 'closePrepayment', rest);
    await movedAs(supplied, one.area, 'setPrepaymentRatio', { effectiveFrom: '2024-01-01', ratioPercent: '50', source: '文件' });
    const missing = {
      areaCode: '370100',
      agreementNumber: 'J-jn',
      missingQuantity: 100,
      notSuppliedSince: '2022-11-20',
      evidence: '未到货',
    };
    const { object } = await record(supplied, 'recordSupplyComplaint', missing, { caller: agencyOf('370100') });
    await recorded(supplied, 'decideSupplyComplaint', { complaintId: object!.id, decision: 'VERIFY', reason: '已核实' });
    const transfer = {
      complaintId: object!.id,
      regionCode: '370000',
      effectiveFrom: '2022-12-15',
      figuresOn: '2022-12-10',
      reason: '接替',
    };
    await approved(supplied, 'transferSupply', transfer);
    const since = (await records()).filter((each) => !recordsBefore.has(placeOf(each)));
    expect(replayed(rowsBefore, since)).toEqual(await rowsOnRecord(supplied.database));
    expect(tablesOf(since)).toEqual(
      expect.arrayContaining([
        'agreement',
        'agreement_amendment',
        'complaint_transition',
        'delivery',
        'distributor_appointment',
        'goods_return',
        'payable',
        'payable_entry',
        'prepayment',
        'prepayment_movement',
        'prepayment_ratio',
        'purchase_order',
        'succession',
        'succession_line',
        'supply_complaint',
      ]),
    );
  }, 120_000);
});

const placeOf = ({ chain, seq }: Told) => `${chain}/${seq}`;

describe('the outbox', () => {
  it('has one event for each recording that was done, numbered by chain, which names the records of the journal', async () => {
    const { rows: events } = await app.database.pool.query<{
      chain: string;
      seq: number;
      topic: string;
      request_id: string;
      content: string;
    }>(
      // As a subscriber reads a chain that it has read up to a number.
      `select chain, seq::int as seq, topic, request_id, content from outbox_event where chain = any($1) and seq > $2 order by chain, seq`,
      [['reference', '330100', '320100', '440300'], 0],
    );
    const acts = new Set((await all(`request_id is not null`)).map(({ content }) => String(content.request)));
    // The bids of a lot that has none were evaluated too: that was done, and changed nothing.
    const changing = events.filter(({ topic, content }) => topic !== 'importFile' && content !== '{"records":[]}');
    expect(changing.map((event) => event.request_id).toSorted()).toEqual([...acts].toSorted());
    const others = Map.groupBy(
      events.filter((event) => !changing.includes(event)),
      ({ topic }) => topic,
    );
    expect(others.get('evaluateBids')).toHaveLength(1);
    // One of each chain that a file touched.
    const files = await all(`operation = 'importFile' and chain = any($1)`, [['reference', '330100', '320100', '440300']]);
    expect(others.get('importFile')!.map(({ chain }) => chain)).toEqual(files.map(({ chain }) => chain));
    expect(others.size).toBe(2);
    for (const [, chain] of Map.groupBy(events, (event) => event.chain)) {
      expect(chain.map(({ seq }) => seq)).toEqual(chain.map((_event, at) => at + 1));
    }
    for (const { topic, request_id: request, content } of changing) {
      const { records } = JSON.parse(content) as { records: { chain: string; from: number; to: number }[] };
      const named = (
        await Promise.all(records.map(({ chain, from, to }) => all('chain = $1 and seq between $2 and $3', [chain, from, to])))
      ).flat();
      expect(named.map(placeOf).toSorted()).toEqual((await all('request_id = $1', [request])).map(placeOf).toSorted());
      expect(new Set(named.map((each) => each.content.operation))).toEqual(new Set([topic]));
    }
  });
});
