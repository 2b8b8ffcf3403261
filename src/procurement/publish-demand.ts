import type { EntityManager } from '@mikro-orm/postgresql';
import { localDateAt } from '../kernel/local-date.ts';
import type { Database } from '../platform/database/database.ts';
import { smallCell } from './policy/index.ts';
import type { Round } from './round.entity.ts';

/** What was reported in one pooling area and lot, and how many stand behind it. */
interface Block {
  readonly area_code: string;
  readonly lot_id: string;
  readonly synthetic: boolean;
  readonly quantity: string;
  readonly institutions: number;
  /** The holders of the products that are named; 0 where none is. */
  readonly enterprises: number;
  readonly last_recorded_at: Date;
}

/**
 * The blocks of the partition: pooling area, lot, and whether the rows are demonstration data. Finer than anything that
 * everybody may group or filter by, else a filter could cut through a block.
 */
const blocks = `
  select d.area_code, d.lot_id, d.confidence = 'SYNTHETIC' as synthetic, sum(d.quantity)::text as quantity,
    count(distinct d.institution_id)::int as institutions, count(distinct p.holder_id)::int as enterprises,
    max(d.recorded_at) as last_recorded_at
  from demand_report d left join product p on p.id = d.product_id
    join lot l on l.id = d.lot_id join round r on r.id = l.round_id
  where r.status not in ('DRAFT', 'DEMAND_REPORTING') and (r.id = ? or ?::uuid is null)
  group by 1, 2, 3`;

/**
 * Publishes the demand of rounds that take no more reports, without small cells. Once for each block: a figure that
 * followed each report would tell the report by the difference of before and after. What is published stays.
 * @param round all of them unless given
 */
export async function publishDemand(em: EntityManager, round?: Round): Promise<void> {
  const id = round?.id ?? null;
  const unpublished = await em.execute<Block[]>(
    `select b.* from (${blocks}) b where not exists (select from published_demand p
       where p.area_code = b.area_code and p.lot_id = b.lot_id and p.synthetic = b.synthetic)`,
    [id, id],
  );
  if (unpublished.length === 0) return;
  await em.execute(
    `insert into published_demand (area_code, lot_id, synthetic, quantity, institutions)
     select * from json_to_recordset(?::json) as given (area_code text, lot_id uuid, synthetic boolean, quantity numeric, institutions int)
     order by area_code, lot_id, synthetic on conflict do nothing`,
    [JSON.stringify(unpublished.map(withoutSmallCell))],
  );
}

function withoutSmallCell({ area_code, lot_id, synthetic, quantity, institutions, enterprises, last_recorded_at }: Block) {
  const on = localDateAt(new Date(last_recorded_at));
  const { isTold } = smallCell({ on, contributors: { institutions, enterprises: enterprises === 0 ? null : enterprises } });
  return { area_code, lot_id, synthetic, quantity: isTold ? quantity : null, institutions: isTold ? institutions : null };
}

/**
 * Publishes everything anew, for `npm run rebuild-rollups`.
 * @returns how many blocks there are
 */
export async function republishDemand(database: Database): Promise<number> {
  return database.fork().transactional(async (em) => {
    await em.execute('lock table published_demand in share row exclusive mode');
    await em.execute('delete from published_demand');
    await publishDemand(em);
    const [{ count }] = await em.execute<[{ count: number }]>('select count(*)::int as count from published_demand');
    return count;
  });
}
