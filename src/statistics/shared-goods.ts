import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { LocalDate } from '../kernel/local-date.ts';
import { rowsOf } from './blocks.ts';
import type { SharedPart } from './policy/index.ts';

/** The names of blocks of both partitions: of one kind of row, since real rows and demonstration rows are never summed. */
export const areaBlock = (areaCode: string, synthetic: boolean) => `area ${areaCode} ${synthetic}`;
export const productBlock = (selectedProductId: string, agreementYear: number, synthetic: boolean) =>
  `product ${selectedProductId} ${agreementYear} ${synthetic}`;

/** Goods by place and blocks, and by the number of the bulletin since which they count in each; null where they do not yet. */
interface Goods {
  readonly place: string;
  readonly area: string;
  readonly product: string;
  readonly inArea: number | null;
  readonly inProduct: number | null;
  readonly institutions: number;
}

/** A block that was told by a bulletin. */
interface Told {
  readonly block: string;
  readonly bulletin: number;
}

const area = sql`'area ' || area_code || ' ' || synthetic`;
const product = sql`'product ' || selected_product_id || ' ' || agreement_year || ' ' || synthetic`;

/** The first bulletin that counts a fact: of a day after `due`, or not before `on`, and published when it was on record. */
const first = (condition: string) =>
  sql`(select min(b.number) from bulletins b where ${sql.raw(condition)} and f.recorded_at <= b.recorded_at)`;

/**
 * What was accepted by a day, and what of it came back, each delivery and return once: it counts in the block of its product
 * from then on, in that of its area from its due date on, and in every later bulletin that tells the block. Goods that count
 * in a block since a bulletin that did not tell it are told by the next one that does, as all that came since.
 * @param told the blocks that the bulletin of the day would tell
 */
export async function sharedGoods(em: EntityManager, asOf: LocalDate, told: ReadonlySet<string>): Promise<readonly SharedPart[]> {
  const bulletins = sql`bulletins as (
    select (row_number() over (order by as_of))::int as number, as_of, recorded_at
    from (select as_of, recorded_at from performance_bulletin union all select ${asOf}::date, 'infinity'::timestamptz) b)`;
  const goods = await rowsOf(
    em,
    sql<Goods>`
    with ${bulletins},
    owed as (
      select p.*, a.agreement_year from payable p join agreement a on a.area_code = p.area_code and a.id = p.agreement_id
      where p.accepted_on <= ${asOf}::date),
    facts as (
      select area_code, institution_id, selected_product_id, agreement_year, confidence = 'SYNTHETIC' as synthetic, accepted_on as day, due_on, recorded_at
      from owed
      union all
      select o.area_code, o.institution_id, o.selected_product_id, o.agreement_year, o.confidence = 'SYNTHETIC', e.occurred_on, o.due_on,
        greatest(e.recorded_at, o.recorded_at)
      from owed o join payable_entry e on e.area_code = o.area_code and e.payable_id = o.id
      where e.kind = 'RETURN' and e.occurred_on <= ${asOf}::date),
    counted as (
      select f.*, ${first('b.as_of > f.due_on and b.as_of >= f.day')} as in_area, ${first('b.as_of >= f.day')} as in_product from facts f)
    select area_code as place, ${area} as area, ${product} as product, in_area as "inArea", in_product as "inProduct",
      count(distinct institution_id)::int as institutions
    from counted group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
  );
  const out = await rowsOf(
    em,
    sql<Told>`
    with ${bulletins}
    select ${area} as block, b.number as bulletin from published_area_payment r join bulletins b on b.as_of = r.as_of where r.suppressed is null
    union all
    select ${product}, b.number from published_completion r join bulletins b on b.as_of = r.as_of where r.suppressed is null
    order by 1, 2`,
  );
  const tellings = Map.groupBy(out, ({ block }) => block);
  /** The first telling of a block that counts what counts in it since a bulletin; the one to come has the block's own name. */
  const at = (block: string, since: number | null) => {
    if (since === null) return null;
    const telling = tellings.get(block)?.find(({ bulletin }) => bulletin >= since);
    if (telling) return `${block} in ${telling.bulletin}`;
    return told.has(block) ? block : null;
  };
  return goods.map(({ place, institutions, ...each }) => ({
    place,
    area: at(each.area, each.inArea),
    product: at(each.product, each.inProduct),
    institutions,
  }));
}
