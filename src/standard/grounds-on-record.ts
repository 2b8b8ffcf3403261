import { sql, type RawBuilder } from 'kysely';
import { localDate, type LocalDate } from '../kernel/local-date.ts';
import type { Period } from '../kernel/period.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import type { Confidence } from '../platform/database/base-columns.ts';

/** Asks the record: within the transaction of an act, or within what a query shows. */
export type Find = <Row>(query: RawBuilder<Row>) => Promise<readonly Row[]>;

/** What an area, a product and a round are, as far as they are on record. */
export interface Grounds {
  readonly product: { readonly id: string; readonly category: string; readonly genericName: string } | null;
  readonly areaCode: string | null;
  readonly roundId: string | null;
  /** On which days the area uses the result of the round; null where that is not on record. */
  readonly inEffect: Period | null;
  readonly confidence: Confidence;
}

/** A winning price, and how far it may be trusted. */
export interface Winning {
  readonly price: UnitPrice;
  readonly confidence: Confidence;
}

interface NamedRow {
  readonly productId: string | null;
  readonly category: string;
  readonly genericName: string;
  readonly areaCode: string | null;
  readonly roundId: string | null;
}

interface InEffectRow {
  readonly from: string;
  readonly to: string | null;
  readonly confidence: Confidence;
}

/**
 * What the codes stand for, and from when to when the area uses the result: by its own day, else by that of the province.
 * A round without a final result is none, to anyone: its prices are nobody's to try.
 */
export async function groundsOnRecord(
  find: Find,
  { productCode, areaCode, roundCode }: { readonly productCode: string; readonly areaCode: string; readonly roundCode: string },
): Promise<Grounds> {
  const [named] = await find(sql<NamedRow>`
    select p.id as "productId", p.category, p.generic_name as "genericName", a.code as "areaCode", r.id as "roundId"
    from (select 1) one left join product p on p.code = ${productCode} left join area a on a.code = ${areaCode}
      left join round r on r.code = ${roundCode} and r.status in ('FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED')`);
  const { productId, category, genericName, areaCode: area, roundId } = named!;
  const [days] =
    area === null || roundId === null
      ? []
      : await find(sql<InEffectRow>`
    select effective_from::text as "from", effective_to::text as "to", confidence from round_implementation
    where round_id = ${roundId} and area_code in (select code from area where code = ${area} union select parent_code from area where code = ${area})
    order by (area_code = ${area}) desc, recorded_at desc, id desc limit 1`);
  return {
    product: productId === null ? null : { id: productId, category, genericName },
    areaCode: area,
    roundId,
    inEffect: days ? { from: localDate(days.from), to: days.to === null ? null : localDate(days.to) } : null,
    confidence: days?.confidence ?? 'LOW',
  };
}

interface PriceRow {
  readonly price: string;
  readonly unit: string;
  readonly confidence: Confidence;
}

/** The highest winning price of a round that is on record. */
export async function highestWinningPrice(find: Find, roundId: string): Promise<Winning | null> {
  const [row] = await find(sql<PriceRow>`
    select winning_price::text as price, price_unit as unit, confidence from selected_product
    where round_id = ${roundId} and winning_price is not null order by winning_price desc, id limit 1`);
  return row ? { price: UnitPrice.of(row.price, row.unit), confidence: row.confidence } : null;
}

/** The round by whose winning price a product is paid for in an area on a day, if there is one. */
export async function selectedThere(find: Find, productId: string, areaCode: string, on: LocalDate): Promise<string | null> {
  const [row] = await find(sql<{ code: string }>`
    with used as (
      select distinct on (i.round_id) i.round_id, i.effective_from, i.effective_to from round_implementation i
      where i.area_code in (select code from area where code = ${areaCode} union select parent_code from area where code = ${areaCode})
      order by i.round_id, (i.area_code = ${areaCode}) desc, i.recorded_at desc, i.id desc)
    select r.code from used u join selected_product s on s.round_id = u.round_id join round r on r.id = u.round_id
    where s.product_id = ${productId} and u.effective_from <= ${on}::date and (u.effective_to is null or u.effective_to > ${on}::date)
      and (s.withdrawn_on is null or s.withdrawn_on > ${on}::date)
    order by u.effective_from desc, r.code limit 1`);
  return row?.code ?? null;
}

/** A recorded purchase that a cap can rest on. */
export interface Transaction {
  readonly id: string;
  readonly price: UnitPrice;
  readonly confidence: Confidence;
}

/** The transaction prices of an area itself by a day, per the same unit, in the order in which they were recorded. */
export async function transactionsBy(
  find: Find,
  {
    productId,
    areaCode,
    unit,
    on,
  }: { readonly productId: string; readonly areaCode: string; readonly unit: string; readonly on: LocalDate },
): Promise<Transaction[]> {
  const rows = await find(sql<PriceRow & { id: string }>`
    select id, price::text as price, price_unit as unit, confidence from transaction_price
    where area_code = ${areaCode} and product_id = ${productId} and price_unit = ${unit} and traded_on <= ${on}::date order by id`);
  return rows.map(({ id, price, unit: of, confidence }) => ({ id, price: UnitPrice.of(price, of), confidence }));
}

const trust: readonly Confidence[] = ['HIGH', 'MEDIUM', 'LOW', 'SYNTHETIC'];

/** What rests on several figures is trusted as far as the least of them. */
export const leastTrusted = (confidences: readonly Confidence[]): Confidence =>
  confidences.toSorted((a, b) => trust.indexOf(b) - trust.indexOf(a))[0] ?? 'HIGH';
