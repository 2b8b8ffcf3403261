import type { EntityManager } from '@mikro-orm/postgresql';
import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { sendOn } from '../platform/database/send.ts';
import type { StandardValue } from './claim.ts';
import { claimsOnRecord } from './claims-on-record.ts';
import { nextMoment } from './next-moment.ts';
import { PaymentStandard } from './payment-standard.entity.ts';
import { standardTimeline } from './policy/index.ts';

/**
 * Brings the payment standards of products in areas in line with what is on record: standards that do not follow from
 * it any more are superseded, those that are missing are recorded, at one moment. Doing it twice changes nothing.
 */
async function restateStandards(em: EntityManager, areas: readonly string[], productIds: readonly string[]): Promise<void> {
  if (areas.length === 0 || productIds.length === 0) return;
  const moment = await nextMoment(em);
  const standing = await em.find(PaymentStandard, { area: { $in: [...areas] }, product: { $in: [...productIds] }, supersededAt: null });
  const before = Map.groupBy(standing, ({ area, product }) => placeKey(area.code, product.id));
  const missing: { readonly area: string; readonly productId: string; readonly said: Said }[] = [];
  for (const { area, productId, claims } of await claimsOnRecord(em, areas, productIds)) {
    const stale = new Set(before.get(placeKey(area, productId)));
    for (const { from, to, value } of standardTimeline(claims)) {
      const said = { validFrom: from, validTo: to, ...value };
      const same = [...stale].find((each) => saysTheSame(each, said));
      if (same) stale.delete(same);
      else missing.push({ area, productId, said });
    }
    before.set(placeKey(area, productId), [...stale]);
  }
  for (const each of [...before.values()].flat()) each.supersededAt = moment;
  // First of all: what is superseded makes room for what takes its place.
  await em.flush();
  for (const { area, productId, said } of missing) {
    em.create(PaymentStandard, { area, id: uuidv7(), product: productId, ...said, recordedAt: moment, supersededAt: null });
  }
  await em.flush();
}

/**
 * Brings in line what the result of a round says in an area and those below it; unless one is given, in every area that
 * uses it.
 */
export async function restateRound(em: EntityManager, roundId: string, area: string | null = null): Promise<void> {
  const areas = await sendOn(em)<{ code: string }>(
    area === null
      ? `select a.code from area a where exists (select from round_implementation i where i.round_id = $1 and i.area_code in (a.code, a.parent_code)) order by a.code`
      : 'select a.code from area a where $1 in (a.code, a.parent_code) order by a.code',
    [area ?? roundId],
  );
  const products = await sendOn(em)<{ id: string }>('select distinct product_id as id from selected_product where round_id = $1', [
    roundId,
  ]);
  await restateStandards(
    em,
    areas.map(({ code }) => code),
    products.map(({ id }) => id),
  );
}

/** Brings in line what is said of a product in an area and those below it; in every area unless one is given. */
export async function restateProduct(em: EntityManager, productId: string, area: string | null = null): Promise<void> {
  const areas = await sendOn(em)<{ code: string }>(
    area === null ? 'select code from area order by code' : 'select code from area where $1 in (code, parent_code) order by code',
    area === null ? [] : [area],
  );
  await restateStandards(
    em,
    areas.map(({ code }) => code),
    [productId],
  );
}

/** Brings all of them in line, after files were taken in: by portions of products, each of which forgets the rows of the one before. */
export async function restateAll(em: EntityManager): Promise<void> {
  // An area below a province that says nothing itself has no rows of its own; there are hundreds of them.
  const areas = await sendOn(em)<{ code: string }>(
    `select code from area where parent_code is null
      union select area_code from round_implementation union select area_code from convergence_schedule
      union select area_code from payment_standard order by code`,
    [],
  );
  const products = await sendOn(em)<{ id: string }>(
    `select s.product_id as id from selected_product s where s.round_id in (select round_id from round_implementation)
      union select product_id from convergence_schedule
      union select product_id from negotiated_standard union select product_id from negotiated_outcome order by id`,
    [],
  );
  for (let at = 0; at < products.length; at += portion) {
    const some = products.slice(at, at + portion).map(({ id }) => id);
    await restateStandards(
      em,
      areas.map(({ code }) => code),
      some,
    );
    em.clear();
  }
}
const portion = 200;

const placeKey = (area: string, productId: string) => `${area}/${productId}`;

type Said = StandardValue & { readonly validFrom: string; readonly validTo: string | null };

function saysTheSame(row: PaymentStandard, said: Said): boolean {
  const { basis, claimId, amount, priceUnit, inScope, explanation, provenance, confidence, validFrom, validTo } = row;
  return isDeepStrictEqual({ basis, claimId, amount, priceUnit, inScope, explanation, provenance, confidence, validFrom, validTo }, said);
}
