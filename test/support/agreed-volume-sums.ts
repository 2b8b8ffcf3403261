import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { importFile, type ImportReport } from '../../src/platform/tables/import-file.ts';
import { agreedVolumeImport } from '../../src/procurement/agreed-volume.import.ts';
import type { TestApp } from './app.ts';
import { recorded } from './build-recorder.ts';
import { evaluated, final, holders, institutions, round7, theLot } from './build-round.ts';
import type { TestDatabase } from './database.ts';

/** A volume as a file states it. */
export interface VolumeGiven {
  readonly round: string;
  readonly product: string;
  readonly institution: string;
  readonly year: number;
  readonly quantity: number;
  readonly synthetic?: boolean;
}

/** Takes in a file of agreed volumes. */
export function importVolumes(database: TestDatabase, volumes: readonly VolumeGiven[], dryRun = false): Promise<ImportReport> {
  const lines = volumes.map(
    ({ round, product, institution, year, quantity, synthetic = false }) =>
      `${round},${product},${institution},${year},${quantity},${synthetic ? 'SYNTHETIC' : 'HIGH'}\n`,
  );
  return importFile({
    database,
    table: agreedVolumeImport,
    source: Readable.from(['round_code,product_code,institution_code,agreement_year,quantity,confidence\n', ...lines]),
    fileName: 'volumes.csv',
    recordedBy: 'test',
    dryRun,
  });
}

/** Rows by table. */
type Sums = Record<string, unknown[]>;

/** Every volume with its yuan, by a plain question over the facts. */
const lines = `
  select v.*, v.amount is not null as with_amount, v.savings is not null as with_savings from (
    select v.area_code, v.selected_product_id, s.round_id, v.agreement_year, v.confidence = 'SYNTHETIC' as synthetic, v.quantity,
      round(v.quantity * s.winning_price::numeric(40,20) / u.units, 2) as amount,
      round(v.quantity * (s.price_before - s.winning_price)::numeric(40,20) / u.units, 2) as savings,
      greatest(v.recorded_at, (select max(a.recorded_at) from agreed_volume_amendment a where a.agreed_volume_id = v.id)) as recorded_at
    from agreed_volume v join selected_product s on s.id = v.selected_product_id join lot l on l.id = s.lot_id left join bid b on b.id = s.bid_id
      cross join lateral (select coalesce(b.units_per_price_unit, case when s.price_unit = l.counting_unit then 1 end) as units) u
  ) v`;

/** By what each table of sums has them, as columns of a line. */
const tables = {
  agreed_volume_rollup: ['area_code', 'selected_product_id', 'agreement_year', 'synthetic'],
  agreed_volume_rollup_by_area: ['area_code', 'round_id', 'agreement_year', 'synthetic', 'with_amount', 'with_savings'],
  agreed_volume_rollup_by_product: ['selected_product_id', 'agreement_year', 'synthetic'],
};

/** The sums as they are kept, and as a plain question over the volumes gives them, by table. */
export async function sums(database: TestDatabase): Promise<{ kept: Sums; plain: Sums }> {
  const kept: Sums = {};
  const plain: Sums = {};
  for (const [table, columns] of Object.entries(tables)) {
    const by = columns.join(', ');
    const shown = `${by}, quantity::text, amount::text, savings::text, volumes::int, last_recorded_at::text`;
    kept[table] = (await database.pool.query(`select ${shown} from ${table} order by ${by}`)).rows;
    const summed = `select ${by}, sum(quantity) as quantity, sum(amount) as amount, sum(savings) as savings, count(*) as volumes,
      max(recorded_at) as last_recorded_at from (${lines}) line group by ${by}`;
    plain[table] = (await database.pool.query(`select ${shown} from (${summed}) sums order by ${by}`)).rows;
  }
  return { kept, plain };
}

/** The finest of them. */
export const finest = ({ agreed_volume_rollup: rows }: Sums) => rows!;

/** Asserts that the kept sums, fine and coarse, are those of the volumes; gives how many of the finest there are. */
export async function expectTrueSums(database: TestDatabase): Promise<number> {
  const { kept, plain } = await sums(database);
  expect(kept).toEqual(plain);
  return finest(kept).length;
}

/** More than any of the volumes of a test add up to. */
const capacity = 1_000_000_000;

/**
 * A drug round of two products, proposed: `<code>-a` at 0.9375 a tablet, `<code>-b` at 10.00 a box of seven. Its four
 * institutions, two of Hangzhou, one of Ningbo, one of Nanjing, report 1,000 each.
 */
export async function proposed(app: TestApp, code: string): Promise<void> {
  const products = [`${code}-a`, `${code}-b`];
  const areaOf = { [`${code}-1`]: '330100', [`${code}-2`]: '330100', [`${code}-3`]: '330200', [`${code}-4`]: '320100' };
  await holders(app, 'DRUG', products);
  await institutions(app, areaOf);
  await evaluated(app, {
    code,
    scheme: 'national-drug',
    days: round7,
    demand: Object.keys(areaOf).map((institution) => ({ institution, quantity: 1000 })),
    bids: [
      { product: products[0]!, price: '0.9375', capacity },
      { product: products[1]!, price: '10', units: 7, capacity },
    ],
  });
  const choices = products.map((productCode) => ({ productCode, wishes: ['330000', '320000'], backupWishes: [] }));
  await recorded(app, 'proposeSelection', { roundCode: code, agreementYear: 2022, lots: [{ lotCode: theLot, choices }] });
}

/** … and final, so that volumes may be recorded. */
export async function procured(app: TestApp, code: string): Promise<void> {
  await proposed(app, code);
  await final(app, code);
}
