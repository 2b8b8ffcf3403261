import type { EntityManager } from '@mikro-orm/postgresql';
import { localDate } from '../kernel/local-date.ts';
import type { Confidence } from '../platform/database/base-columns.ts';
import { sendOn } from '../platform/database/send.ts';
import { arrayLiteral } from '../platform/read/statement.ts';
import type { OneClaim, StandardValue } from './claim.ts';
import { explainNegotiated } from './policy/index.ts';

interface NegotiatedRow {
  readonly area: string;
  readonly productId: string;
  readonly product: string;
  readonly id: string;
  readonly amount: string;
  readonly priceUnit: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly document: string;
  readonly talkReference: string | null;
  readonly provenance: string;
  readonly confidence: Confidence;
  /** As the mapper’s connection gives moments: a text. */
  readonly recordedAt: string;
  readonly isOwn: boolean;
}

/**
 * One standard for the whole country: every province says it, and no area below one. What was published of a talk held
 * here says it by itself; of talks held elsewhere an expert records the notice.
 */
const published = `
  select a.code as area, n.product_id as "productId", p.code as product, n.id, n.amount::text as amount, n.price_unit as "priceUnit",
    n.valid_from::text as "validFrom", n.valid_to::text as "validTo", n.document, n.talk_reference as "talkReference",
    n.provenance, n.confidence, n.recorded_at as "recordedAt", a.parent_code is null as "isOwn"
  from (
    select distinct on (product_id, valid_from) * from (
      select id, product_id, amount, price_unit, valid_from, valid_to, document, talk_reference, provenance, confidence, recorded_at
      from negotiated_standard
      union all
      select o.id, o.product_id, o.price, o.price_unit, o.in_force_from, o.in_force_to,
        'outcome of ' || coalesce(g.code, b.code, 'a simple renewal') || ', published on ' || o.published_on, coalesce(g.code, b.code),
        o.provenance, o.confidence, o.recorded_at
      from negotiated_outcome o left join negotiation g on g.id = o.negotiation_id left join non_exclusive_bidding b on b.id = o.bidding_id
      where o.published_on is not null and o.in_force_from is not null) said
    where product_id = any ($2::uuid[])
    order by product_id, valid_from, recorded_at desc, id desc) n
    join product p on p.id = n.product_id
    cross join area a
  where a.code = any ($1::text[])
  order by a.code, n.product_id, n.id`;

/** The claims of negotiated products. */
export async function negotiatedClaims(em: EntityManager, areas: readonly string[], productIds: readonly string[]): Promise<OneClaim[]> {
  const rows = await sendOn(em)<NegotiatedRow>(published, [arrayLiteral(areas), arrayLiteral(productIds)]);
  return rows.map((row) => {
    const { area, productId, isOwn, id, amount, priceUnit, validFrom, validTo, provenance, confidence, recordedAt } = row;
    const value: StandardValue = {
      basis: 'NEGOTIATED_PRICE',
      claimId: id,
      amount,
      priceUnit,
      inScope: true,
      explanation: explainNegotiated(row),
      provenance,
      confidence,
    };
    const stretch = { from: localDate(validFrom), to: localDate(validTo), value };
    return { area, productId, isOwn, claim: { basis: value.basis, recordedAt: new Date(recordedAt), stretches: [stretch] } };
  });
}
