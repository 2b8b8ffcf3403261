// Run to have something to look at: `npm run demo-data -- --institutions 2408 --deliveries 100000` adds synthetic
// institutions, demand and agreed volumes of the 2020 stent round, and what became of them in agreement year 2021, marked
// SYNTHETIC on every row. The same arguments give the same rows. With deliveries comes a bulletin of them.

import { Readable } from 'node:stream';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Refusal } from '../src/kernel/refusal.ts';
import { catalogueTables } from '../src/catalogue/catalogue.import.ts';
import { ConfigError } from '../src/platform/config/config-error.ts';
import { addPerformance, type DemoRequest } from '../src/payment/synthetic/add-performance.ts';
import type { Database } from '../src/platform/database/database.ts';
import { journalled } from '../src/platform/journal/journalled.ts';
import { importFile } from '../src/platform/tables/import-file.ts';
import type { TableImport } from '../src/platform/tables/table-import.ts';
import { settleFeatures } from '../src/reference-data.ts';
import { publishPerformance } from '../src/statistics/publish-performance.ts';
import { procurementTables } from '../src/procurement/procurement.import.ts';
import { syntheticInstitutions, type PlaceableArea } from '../src/procurement/synthetic/synthetic-institutions.ts';
import { syntheticVolumes } from '../src/procurement/synthetic/synthetic-volumes.ts';
import { ProgressLine } from './tool/progress-line.ts';
import { runTool } from './tool/run-tool.ts';

interface Options {
  readonly institutions: number;
  readonly seed: number;
  readonly deliveries: number;
}

const round = 'GH-HD2020-1';
const firstYear = 2021;
const mostInstitutions = 1_000_000;
const mostDeliveries = 50_000_000;

const program = new Command('demo-data')
  .description(`Adds synthetic institutions with demand and agreed volumes of round ${round}, the same for the same arguments.`)
  .requiredOption('--institutions <n>', 'how many; 2408 took part in the round', wholeNumber(1, mostInstitutions))
  .option('--seed <n>', 'decides the rows', wholeNumber(0, 0xffffffff), 1)
  .option(
    '--deliveries <n>',
    'how many deliveries, with the orders, acceptances and payments around them',
    wholeNumber(0, mostDeliveries),
    0,
  )
  .allowExcessArguments(false)
  .exitOverride();

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    if (!/^(?:0|[1-9][0-9]{0,9})$/.test(text) || Number(text) < least || Number(text) > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return Number(text);
  };
}

async function addDemoData(database: Database, { institutions: count, seed, deliveries }: Options): Promise<number> {
  const started = performance.now();
  const products = await productsOf(database);
  const { rows: areas } = await database.pool.query<PlaceableArea>('select code, kind from area');
  const institutions = syntheticInstitutions(count, seed, areas);
  const volumes = [
    ...syntheticVolumes(
      institutions,
      products.map((each) => each.code),
      seed,
    ),
  ];
  const lotOf = new Map(products.map((each) => [each.code, each.lot]));
  const provenance = `synthetic: demo-data of ${count} institutions with seed ${seed}`;
  const stamp = `${provenance},SYNTHETIC\n`;
  const place = (each: (typeof volumes)[number]) => `${round},${lotOf.get(each.productCode)},${each.productCode},${each.institutionCode}`;

  const add = (kind: string, header: string, lines: Iterable<string>) =>
    addRows(database, tableOf(kind), `${header},provenance,confidence\n`, lines);
  const made = await add(
    'institutions',
    'code,area_code,level,name',
    mapped(institutions, (each) => `${each.code},${each.areaCode},${each.level},${each.name},${stamp}`),
  );
  const demand = await add(
    'demand',
    'round_code,lot_code,product_code,institution_code,quantity',
    mapped(volumes, (each) => `${place(each)},${each.demand},${stamp}`),
  );
  const agreed = await add(
    'agreed-volumes',
    'round_code,lot_code,product_code,institution_code,agreement_year,quantity',
    mapped(volumes, (each) => `${place(each)},${firstYear},${each.agreed},${stamp}`),
  );
  await settleFeatures(database);
  const total = volumes.reduce((sum, each) => sum + each.agreed, 0);
  const number = (value: number) => value.toLocaleString('en-US');
  process.stdout.write(
    `Synthetic data of ${number(count)} institutions, seed ${seed}: ${number(made)} institutions, ${number(demand)} demand reports and ${number(agreed)} agreed volumes added` +
      ` in ${((performance.now() - started) / 1000).toFixed(1)} s.\n` +
      `Their first year (${firstYear}) of ${round} sums to ${number(total)} over ${products.length} products. Every row is marked SYNTHETIC.\n`,
  );
  if (deliveries > 0) await addDeliveries(database, { year: firstYear, seed, deliveries, provenance });
  return 0;
}

async function addDeliveries(database: Database, set: Pick<DemoRequest, 'year' | 'seed' | 'deliveries' | 'provenance'>): Promise<void> {
  const started = performance.now();
  const stamp = `${set.provenance},SYNTHETIC\n`;
  const distributorCode = `SYN-DISTRIBUTOR-${set.seed}`;
  await addRows(database, tableOf('enterprises'), 'code,kind,name,provenance,confidence\n', [
    `${distributorCode},DISTRIBUTOR,模拟配送企业,${stamp}`,
  ]);
  const progress = new ProgressLine();
  const number = (value: number) => value.toLocaleString('en-US');
  const copied = await addPerformance(database, { ...set, roundCode: round, distributorCode }, (table, rows) =>
    progress.show({ words: `${table}, ${number(rows)} rows`, share: null }),
  ).finally(() => progress.end());
  if (!copied) {
    process.stdout.write('Its agreements are on record already; no deliveries were added.\n');
    return;
  }
  const told = Object.entries(copied).map(([table, rows]) => `${table} ${number(rows)}`);
  process.stdout.write(`Added in ${((performance.now() - started) / 1000).toFixed(1)} s: ${told.join(', ')}.\n`);
  await publishBulletin(database, set);
}

/** Tells everybody of the deliveries as of a day in the year, unless a bulletin of that day or a later one is out already. */
async function publishBulletin(database: Database, { year, provenance }: Pick<DemoRequest, 'year' | 'provenance'>): Promise<void> {
  const asOf = `${year}-09-30`;
  const who = { role: 'OPERATOR' as const, subject: 'demo-data' };
  const act = { who, when: new Date(), operation: 'publishPerformance', request: null, why: provenance };
  let refused: readonly Refusal[] = [];
  await journalled(database.fork(), act, async (em) => {
    const published = await publishPerformance({ caller: who, clock: { now: () => act.when } }, em, { asOf, reason: provenance });
    if (!published.ok) refused = published.refusals;
  });
  const words = refused.length === 0 ? `A bulletin as of ${asOf} is published.` : refused.map(({ message }) => message).join(' ');
  process.stdout.write(`${words}\n`);
}

async function productsOf({ pool }: Database): Promise<{ code: string; lot: string }[]> {
  const { rows } = await pool.query<{ code: string; lot: string }>(
    `select product.code, lot.code as lot from selected_product selected join product on product.id = selected.product_id
     join lot on lot.id = selected.lot_id join round on round.id = selected.round_id where round.code = $1 order by product.code`,
    [round],
  );
  if (rows.length === 0) throw new ConfigError(`The database has no selected products of round ${round}: load the reference data first.`);
  return rows;
}

/** Through the same door as every file, so that what is made up meets the same checks. */
async function addRows(database: Database, table: TableImport, header: string, lines: Iterable<string>): Promise<number> {
  const progress = new ProgressLine();
  const report = await importFile({
    database,
    table,
    source: Readable.from(portions(header, lines)),
    fileName: `demo-data ${table.kind}`,
    recordedBy: 'demo-data',
    onProgress: ({ phase, rows }) =>
      progress.show({ words: `${table.title.en}, ${phase}${rows > 0 ? `, ${rows.toLocaleString('en-US')} rows` : ''}`, share: null }),
  }).finally(() => progress.end());
  const [first] = report.errors;
  if (first)
    throw new ConfigError(`The synthetic ${table.title.en} do not fit this database (row ${first.row}, ${first.column}): ${first.message}`);
  return report.rowsAdded;
}

function* mapped<Item>(items: Iterable<Item>, line: (item: Item) => string): Generator<string> {
  for (const item of items) yield line(item);
}

function* portions(header: string, lines: Iterable<string>): Generator<string> {
  let portion = header;
  for (const line of lines) {
    portion += line;
    if (portion.length > 64 * 1024) {
      yield portion;
      portion = '';
    }
  }
  yield portion;
}

function tableOf(kind: string): TableImport {
  const table = [...catalogueTables, ...procurementTables].find((each) => each.kind === kind);
  if (!table) throw new Error(`there is no kind of file ${kind}`);
  return table;
}

try {
  const options = program.parse().opts<Options>();
  await runTool((database) => addDemoData(database, options));
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else throw error;
}
