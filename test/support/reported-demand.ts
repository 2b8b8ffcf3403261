import { Readable } from 'node:stream';
import type { Caller } from '../../src/platform/access/caller.ts';
import { importFile } from '../../src/platform/tables/import-file.ts';
import { settleFeatures } from '../../src/reference-data.ts';
import { demandImport } from '../../src/procurement/demand.import.ts';
import { seededRandom } from '../../src/procurement/synthetic/seeded-random.ts';
import type { TestApp } from './app.ts';
import { data } from './build-recorder.ts';

/** One report: who needs how many of what. */
export interface Report {
  readonly round: string;
  readonly lot: string;
  readonly area: string;
  readonly institution: string;
  /** The product, whose code is its enterprise's too; null where the round asks for none. */
  readonly product: string | null;
  readonly quantity: number;
}

/** Institutions of an area, straight into the table: reporting is what is tested. */
export async function hospitalsIn(app: TestApp, areaOf: ReadonlyMap<string, string>): Promise<void> {
  await app.database.pool.query(
    `insert into institution (id, code, area_code, level, name, provenance, confidence)
     select gen_random_uuid(), code, area_code, 'TERTIARY', code, 'test', 'HIGH' from unnest($1::text[], $2::text[]) given (code, area_code)`,
    [[...areaOf.keys()], [...areaOf.values()]],
  );
}

/** Takes in a file of reports, as `npm run import` does. */
export async function importReports(app: TestApp, reports: readonly Report[], confidence = 'HIGH'): Promise<void> {
  const lines = reports.map(
    (each) => `${each.round},${each.lot},${each.institution},${each.product ?? ''},${each.quantity},${confidence}\n`,
  );
  const report = await importFile({
    database: app.database,
    table: demandImport,
    source: Readable.from(['round_code,lot_code,institution_code,product_code,quantity,confidence\n', ...lines]),
    fileName: 'demand.csv',
    recordedBy: 'test',
  });
  if (report.errorCount > 0) throw new Error(JSON.stringify(report.errors.slice(0, 3)));
  await settleFeatures(app.database);
}

/**
 * Reports of a round in which every number of institutions from none to seven occurs in an area and lot, and of
 * enterprises from one to five; no two quantities, and no two sums of them, are equal by chance.
 */
export function madeUpReports(
  round: string,
  lots: readonly string[],
  areas: readonly string[],
  products: readonly (string | null)[],
): Report[] {
  const random = seededRandom(20_261_122);
  const upTo = (most: number) => Math.floor(random() * most);
  return lots.flatMap((lot, ofLot) =>
    areas.flatMap((area, ofArea) => {
      const institutions = (ofArea + 3 * ofLot) % 8;
      const offered = 1 + ((ofArea + ofLot) % products.length);
      return Array.from({ length: institutions }, (_none, index) => {
        const first = upTo(offered);
        const named = [...new Set([products[first]!, products[(first + index) % offered]!])];
        return named.map((product) => ({
          round,
          lot,
          area,
          institution: `${area}-${index}`,
          product,
          quantity: 1_000_000 + upTo(1_000_000_000),
        }));
      }).flat();
    }),
  );
}

interface Coded {
  readonly code: string;
}

/** A group as it is told. */
export interface DemandGroup {
  readonly round: Coded | null;
  readonly lot: Coded | null;
  readonly product: Coded | null;
  readonly enterprise: Coded | null;
  readonly area: Coded | null;
  readonly containsSynthetic: boolean;
  readonly reportedQuantity: number | null;
  readonly institutionCount: number | null;
  readonly isComplete: boolean;
}

export const demandDocument = `query($groupBy: [DemandStatisticsDimension!]!, $filter: DemandStatisticsFilter) {
  demandStatistics(groupBy: $groupBy, filter: $filter) {
    rows { round { code } lot { code } product { code } enterprise { code } area { code } containsSynthetic reportedQuantity institutionCount isComplete }
  }
}`;

/** Asks, and gives the groups; errors fail the test. */
export async function askDemand(
  app: TestApp,
  groupBy: readonly string[],
  filter?: object,
  caller?: Partial<Caller>,
): Promise<DemandGroup[]> {
  const { demandStatistics } = await data<{ demandStatistics: { rows: DemandGroup[] } }>(app, demandDocument, { groupBy, filter }, caller);
  return demandStatistics.rows;
}
