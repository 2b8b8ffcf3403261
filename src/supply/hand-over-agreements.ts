import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonText } from '../platform/database/json-text.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../platform/graphql/context.ts';
import { recordedBy, recordedRow } from '../platform/journal/recorded-row.ts';
import type { SelectedProduct, SucceedingVolume } from '../procurement/index.ts';
import { AgreementAmendment } from './agreement-amendment.entity.ts';
import { Agreement } from './agreement.entity.ts';

/**
 * The agreements of a selected product in some areas that are in force on a day or later, held until the transaction
 * ends, in the order in which everybody holds them; at most `most` and one.
 */
export async function holdAgreementsOfProduct(
  em: EntityManager,
  given: { readonly selectedProductId: string; readonly areaCodes: readonly string[]; readonly from: string; readonly most: number },
): Promise<Agreement[]> {
  const held = await em.execute<{ id: string }[]>(
    `select id from agreement where selected_product_id = ? and area_code = any(string_to_array(?, ',')) and in_force_to > ?::date
      order by area_code, id limit ? for no key update`,
    [given.selectedProductId, given.areaCodes.join(','), given.from, given.most + 1],
  );
  return em.find(
    Agreement,
    { id: { $in: held.map(({ id }) => id) } },
    { orderBy: { area: { code: 'asc' }, id: 'asc' }, populate: ['institution'] },
  );
}

/** What came of an agreement by a day, and what has happened since. */
export interface Supplied {
  /** Accepted by the day and not returned by then. */
  readonly accepted: number;
  /** Delivered by the day and not yet accepted then. */
  readonly inTransit: number;
  /** Accepted or returned after the day. */
  readonly later: number;
}

/** What was supplied under agreements by a day, from the movements. */
export async function suppliedBy(em: EntityManager, agreements: readonly Agreement[], on: string): Promise<ReadonlyMap<string, Supplied>> {
  const rows = await em.execute<{ id: string; accepted: string; inTransit: string; later: string }[]>(
    `with asked as (select id::uuid from unnest(string_to_array(?, ',')) as asked (id)), day as (select ?::date as day)
      select asked.id::text as id, coalesce(d.accepted, 0) - coalesce(r.returned, 0) as accepted, coalesce(d.in_transit, 0) as "inTransit",
        coalesce(d.later, 0) + coalesce(r.later, 0) as later
      from asked
        left join (select agreement_id, sum(accepted_quantity) filter (where accepted_on <= day) as accepted,
            sum(quantity) filter (where delivered_on <= day and coalesce(accepted_on > day, true)) as in_transit,
            sum(accepted_quantity) filter (where accepted_on > day) as later
          from delivery, day where agreement_id in (select id from asked) group by agreement_id) d on d.agreement_id = asked.id
        left join (select agreement_id, sum(quantity) filter (where returned_on <= day) as returned,
            sum(quantity) filter (where returned_on > day) as later
          from goods_return, day where agreement_id in (select id from asked) group by agreement_id) r on r.agreement_id = asked.id`,
    [agreements.map(({ id }) => id).join(','), on],
  );
  return new Map(
    rows.map(({ id, accepted, inTransit, later }) => [
      id,
      { accepted: Number(accepted), inTransit: Number(inTransit), later: Number(later) },
    ]),
  );
}

/** One agreement whose rest goes to the successor, with its quantity before and after, and the successor's volume. */
export interface AgreementMove {
  readonly agreement: Agreement;
  readonly quantityBefore: number;
  readonly quantityAfter: number;
  readonly volume: SucceedingVolume;
}

/**
 * Lowers agreements by recorded amendments, and makes or raises those of the successor: in force from the day of the
 * transfer to the end of the old one, at the successor's winning price, without a distributor until it appoints one.
 * @returns the successor's agreements, move by move
 */
export async function handOverAgreements(
  context: Context,
  em: EntityManager,
  given: {
    readonly moves: readonly AgreementMove[];
    readonly to: SelectedProduct;
    readonly unitPrice: string;
    readonly units: number;
    readonly from: string;
    readonly reason: string;
  },
): Promise<Agreement[]> {
  const { moves, to, from, reason } = given;
  const raised = moves.flatMap(({ volume: { volume, quantityBefore } }) => (quantityBefore === null ? [] : [volume.id]));
  const there = await em.find(Agreement, { agreedVolumeId: { $in: raised } }, { orderBy: { area: { code: 'asc' }, id: 'asc' } });
  const byVolume = new Map(there.map((each) => [each.agreedVolumeId, each]));
  const taken = await numbersTaken(em, moves);
  const amend = (agreement: Agreement, quantityBefore: number, quantityAfter: number) =>
    em.create(AgreementAmendment, {
      areaCode: agreement.area.code,
      id: uuidv7(),
      agreementId: agreement.id,
      quantityBefore,
      quantityAfter,
      unitPriceBefore: agreement.unitPrice,
      unitPriceAfter: agreement.unitPrice,
      inForceToBefore: agreement.inForceTo,
      inForceToAfter: agreement.inForceTo,
      reason,
      recordedBy: recordedBy(context.caller),
      recordedAt: context.clock.now(),
    });

  return moves.map(({ agreement, quantityBefore, quantityAfter, volume }) => {
    amend(agreement, quantityBefore, quantityAfter);
    const existing = byVolume.get(volume.volume.id);
    if (existing) {
      amend(existing, volume.quantityBefore!, volume.volume.quantity);
      return existing;
    }
    const first = agreement.inForceFrom > from ? agreement.inForceFrom : from;
    return em.create(Agreement, {
      ...recordedRow(context),
      ...(agreement.confidence === 'SYNTHETIC' && { confidence: agreement.confidence }),
      area: agreement.area,
      number: nextNumber(agreement, taken),
      agreedVolumeId: volume.volume.id,
      selectedProduct: to,
      product: to.product,
      enterprise: to.product.getEntity().holder,
      institution: agreement.institution,
      distributor: null,
      payee: 'ENTERPRISE',
      agreementYear: agreement.agreementYear,
      signedOn: from,
      inForceFrom: first,
      inForceTo: agreement.inForceTo,
      unitPrice: given.unitPrice,
      priceUnit: to.priceUnit,
      unitsPerPriceUnit: given.units,
    });
  });
}

/** The numbers in use that begin like those of the agreements: area and number. */
async function numbersTaken(em: EntityManager, moves: readonly AgreementMove[]): Promise<Set<string>> {
  const asked = moves.map(({ agreement }) => ({ area: agreement.area.code, stem: stemOf(agreement) }));
  const rows = await em.execute<{ area: string; number: string }[]>(
    `select a.area_code as area, a.number from agreement a
      join json_to_recordset(?::json) as asked (area text, stem text) on a.area_code = asked.area and starts_with(a.number, asked.stem)`,
    [jsonText(asked)],
  );
  return new Set(rows.map(({ area, number }) => `${area} ${number}`));
}

/** The number of the old agreement with the next free count behind it. */
function nextNumber(agreement: Agreement, taken: Set<string>): string {
  for (let count = 2; ; count += 1) {
    const number = `${stemOf(agreement)}/${count}`;
    const place = `${agreement.area.code} ${number}`;
    if (taken.has(place)) continue;
    taken.add(place);
    return number;
  }
}

/** Short enough for a count behind it. */
const stemOf = ({ number }: Agreement) => number.slice(0, 100);
