import type { EntityManager } from '@mikro-orm/postgresql';
import { localDate } from '../kernel/local-date.ts';
import type { Confidence } from '../platform/database/base-columns.ts';
import { sendOn } from '../platform/database/send.ts';
import { arrayLiteral } from '../platform/read/statement.ts';
import type { OneClaim, StandardValue } from './claim.ts';
import { explainSelectedProduct, type Claim } from './policy/index.ts';

interface SelectedRow {
  readonly area: string;
  readonly productId: string;
  readonly claimId: string;
  readonly round: string;
  readonly product: string;
  readonly winningPrice: string | null;
  readonly priceUnit: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly source: string;
  readonly provenance: string;
  readonly confidence: Confidence;
  /** As the mapper’s connection gives moments: a text. */
  readonly recordedAt: string;
  /** Whether the area itself says so, and not the province above it. */
  readonly isOwn: boolean;
}

/**
 * Winning prices where they are in effect: by the area's own day, else by that of the province above it. What is selected
 * in the place of a winner has its price from the day on which it takes over; its succession says which.
 */
const selected = `
  select a.code as area, s.product_id as "productId", s.id as "claimId", r.code as round, p.code as product,
    s.winning_price::text as "winningPrice", s.price_unit as "priceUnit", greatest(i.effective_from, t.since)::text as "effectiveFrom",
    least(i.effective_to, s.withdrawn_on)::text as "effectiveTo", i.source, i.recorded_at as "recordedAt",
    i.area_code = a.code as "isOwn",
    case when i.provenance = s.provenance then s.provenance else s.provenance || '; ' || i.provenance end as provenance,
    case when 'SYNTHETIC' in (i.confidence::text, s.confidence::text) then 'SYNTHETIC' when 'LOW' in (i.confidence::text, s.confidence::text) then 'LOW'
      when 'MEDIUM' in (i.confidence::text, s.confidence::text) then 'MEDIUM' else 'HIGH' end as confidence
  from area a join (
      select distinct on (a.code, i.round_id) a.code as area, i.* from area a
        join round_implementation i on i.area_code in (a.code, a.parent_code)
      where a.code = any ($1::text[]) order by a.code, i.round_id, (i.area_code = a.code) desc, i.recorded_at desc, i.id desc) i on i.area = a.code
    join round r on r.id = i.round_id
    join selected_product s on s.round_id = r.id
    join product p on p.id = s.product_id
    join lot l on l.id = s.lot_id
    left join (select successor_id, min(effective_from) as since from succession group by successor_id) t on t.successor_id = s.id and s.basis = 'REPLACEMENT'
  where s.product_id = any ($2::uuid[])
    and coalesce(least(i.effective_to, s.withdrawn_on) > greatest(i.effective_from, t.since), true)
  order by a.code, s.product_id, l.code`;

/** The claims of selected products. */
export async function selectedClaims(em: EntityManager, areas: readonly string[], productIds: readonly string[]): Promise<OneClaim[]> {
  const rows = await sendOn(em)<SelectedRow>(selected, [arrayLiteral(areas), arrayLiteral(productIds)]);
  return rows.map((row) => ({ area: row.area, productId: row.productId, isOwn: row.isOwn, claim: claimOf(row) }));
}

function claimOf(row: SelectedRow): Claim<StandardValue> {
  const { area, round, product, winningPrice, priceUnit, effectiveFrom, effectiveTo, source, claimId, provenance, confidence } = row;
  const explanation = explainSelectedProduct({
    round,
    product,
    area,
    winningPrice,
    priceUnit,
    effectiveFrom,
    effectiveTo,
    implementedBy: source,
  });
  const value: StandardValue = {
    basis: 'WINNING_PRICE',
    claimId,
    amount: winningPrice,
    priceUnit,
    inScope: true,
    explanation,
    provenance,
    confidence,
  };
  const stretch = { from: localDate(effectiveFrom), to: effectiveTo === null ? null : localDate(effectiveTo), value };
  return { basis: value.basis, recordedAt: new Date(row.recordedAt), stretches: [stretch] };
}
