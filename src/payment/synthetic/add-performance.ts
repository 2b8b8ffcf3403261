import type { PoolClient } from 'pg';
import type { Database } from '../../platform/database/database.ts';
import { pricesOfSelectedProducts } from '../../procurement/index.ts';
import { movementRollupAnew } from '../../supply/index.ts';
import { payableEntryRollupAnew, payableRollupAnew } from '../roll-up-payables.ts';
import { copyPerformance, type AgreedForDemo, type Copied, type DemoSet } from './copy-performance.ts';

/** What demonstration deliveries are made for: the agreed volumes of a set, and who brings the goods. */
export interface DemoRequest extends Omit<DemoSet, 'distributorId'> {
  readonly roundCode: string;
  readonly distributorCode: string;
}

/**
 * Adds agreements about the agreed volumes of a demonstration set, and what became of them, in one transaction with the
 * sums kept beside the facts. Products without a price on record have none: nothing can be signed about them.
 * @returns how many rows each table got; null where the set has its agreements already
 * @source none: demonstration data, every row of it SYNTHETIC
 */
export async function addPerformance(
  database: Database,
  { roundCode, distributorCode, ...set }: DemoRequest,
  told: (table: string, rows: number) => void,
): Promise<Copied | null> {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  const note = (error: Error) => (broken = error);
  client.on('error', note);
  try {
    await client.query('begin');
    await client.query(`set local work_mem = '256MB'; set local jit = off`);
    const copied = await addOnce(client, set, { roundCode, distributorCode }, told);
    await client.query('commit');
    return copied;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.off('error', note);
    client.release(broken);
  }
}

async function addOnce(
  client: PoolClient,
  set: Omit<DemoSet, 'distributorId'>,
  { roundCode, distributorCode }: Pick<DemoRequest, 'roundCode' | 'distributorCode'>,
  told: (table: string, rows: number) => void,
): Promise<Copied | null> {
  const { rows: signed } = await client.query('select 1 from agreement where provenance = $1 limit 1', [set.provenance]);
  if (signed.length > 0) return null;
  const { rows: agreed } = await client.query<AgreedForDemo>(
    `select v.area_code as "areaCode", v.id as "agreedVolumeId", s.id as "selectedProductId", q.id as "productId", q.holder_id as "enterpriseId",
       i.id as "institutionId", i.code as "institutionCode", q.code as "productCode", q.category, v.quantity::float8 as quantity,
       p.price::text as "unitPrice", s.price_unit as "priceUnit", p.units
     from agreed_volume v join selected_product s on s.id = v.selected_product_id join product q on q.id = s.product_id
       join institution i on i.id = v.institution_id join round r on r.id = s.round_id join ${pricesOfSelectedProducts} p on p.id = s.id
     where v.provenance = $1 and r.code = $2 and v.agreement_year = $3 and p.price is not null and p.units is not null
     order by i.code, q.code`,
    [set.provenance, roundCode, set.year],
  );
  const { rows: distributors } = await client.query<{ id: string }>('select id from enterprise where code = $1', [distributorCode]);
  const copied = await copyPerformance(client, { ...set, distributorId: distributors[0]!.id }, agreed, told);
  for (const statement of [...movementRollupAnew, ...payableRollupAnew, ...payableEntryRollupAnew]) await client.query(statement);
  return copied;
}
