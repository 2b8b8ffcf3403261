import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { importFile } from '../../src/platform/tables/import-file.ts';
import { expert, testApp, testNow, type TestApp } from '../support/app.ts';
import { recorded } from '../support/build-recorder.ts';
import { roundsToRefuse } from '../support/build-refusals.ts';
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
  told = await all(`operation not in ('importFile', 'settleBids')`);
}, 120_000);
afterAll(() => app.stop());

describe('[D13] the journal tells', () => {
  it('every change: what was there, changed as it says, is what is there', async () => {
    const rows = structuredClone(before);
    for (const { content } of told) {
      const { table, row, from, to } = content;
      const held = rows[table]![row];
      expect(held === undefined, `${table} ${row} is new`).toBe(from === null);
      if (held) expect(held).toMatchObject(from!);
      rows[table]![row] = { ...held, ...to };
    }
    expect(rows).toEqual(await rowsOnRecord(app.database));
    const written = new Set(told.map(({ content }) => content.table));
    expect([...written].toSorted()).toEqual(
      [
        'agreed_volume',
        'bid',
        'decision',
        'demand_report',
        'enterprise',
        'institution',
        'lot',
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
    const changing = events.filter(({ content }) => content !== '{"records":[]}');
    expect(changing.map((event) => event.request_id).toSorted()).toEqual([...acts].toSorted());
    expect(events.filter((event) => !changing.includes(event)).map(({ topic }) => topic)).toEqual(['evaluateBids']);
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
