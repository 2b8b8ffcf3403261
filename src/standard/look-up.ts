import { sql, type RawBuilder } from 'kysely';
import type { Explanation } from '../kernel/explanation.ts';
import { scaledFrom, scaledText, type Scaled } from '../kernel/scaled.ts';
import type { Context } from '../platform/graphql/context.ts';
import { BadInput } from '../platform/graphql/errors.ts';
import { arrayLiteral } from '../platform/read/statement.ts';
import type { Codes } from './codes.ts';
import { dayNumber, dayText, endless } from './day-number.ts';
import { keptStandards, type KeptStandards } from './kept-standards.ts';
import { standardsLock } from './next-moment.ts';
import type { StandardKind } from './periods-in-memory.ts';
import { priceDecimals, type StandardBasis } from './policy/index.ts';
import { afterStandard, type StandardsInMemory } from './standards-in-memory.ts';
import type { PaymentStandardType, StandardReason } from './standard.type.ts';

/** What is looked up: a product in an area on a day. */
export interface LookUp {
  readonly productCode: string;
  readonly areaCode: string;
  readonly asOf: string;
}

/** What was found: why there is no amount, and whatever else is known of it. */
export interface FoundStandard {
  readonly reason: StandardReason | null;
  readonly productId: string | null;
  /** The area above the one asked for; null for none. */
  readonly areaAbove: string | null;
  /** Which of the two says so. */
  readonly saidBy: string | null;
  readonly kind: StandardKind | null;
  /** In units of 0.0001 yuan. */
  readonly amount: Scaled | null;
  /** Days as counts; the days and the moment mean nothing without a kind. */
  readonly from: number;
  readonly to: number;
  readonly recordedAt: number;
}

/** Looks up what the fund pays on. Null for a product or an area that is not on record. */
export async function lookUpStandard(
  context: Context,
  asked: LookUp,
  knownAt: Date | null,
  isExplained: boolean,
): Promise<Omit<PaymentStandardType, 'product' | 'area'> | null> {
  const [found] = await lookUpStandards(context, [asked], knownAt);
  const { reason, kind, amount, productId, from, to, recordedAt } = found!;
  if (reason === 'PRODUCT_UNKNOWN' || reason === 'AREA_UNKNOWN') return null;
  return {
    productId: productId!,
    areaCode: asked.areaCode,
    asOf: asked.asOf,
    reason,
    amount: amount === null ? null : scaledText(amount, priceDecimals),
    priceUnit: kind && kind.priceUnit,
    basis: kind && kind.basis,
    inScope: kind && kind.inScope,
    validFrom: kind && dayText(from),
    validTo: kind && to !== endless ? dayText(to) : null,
    recordedAt: kind && new Date(recordedAt),
    explanation: kind && isExplained ? await explanationOf(context, found!) : null,
  };
}

/** It is not held in memory: told by the row that was found, which is never changed, at a moment not before it was. */
async function explanationOf(context: Context, { productId, saidBy, from, recordedAt }: FoundStandard): Promise<Explanation> {
  const apart = context.snapshot.apart(context.database.apartPool);
  try {
    const [row] = await apart.objects<{ explanation: Explanation }>(
      'paymentStandard.explanation',
      sql`select explanation from payment_standard where product_id = ${productId} and area_code = ${saidBy} and valid_from = ${dayText(from)}::date
        and recorded_at = ${new Date(recordedAt)}::timestamptz`,
    );
    return row!.explanation;
  } finally {
    apart.end();
  }
}

/**
 * Looks up many at once, in their order: in memory what the record says now, as long as memory is known to be no older
 * than announced; else on record.
 * @throws BadInput for a moment that is still to come
 */
export async function lookUpStandards(context: Context, asked: readonly LookUp[], knownAt: Date | null): Promise<readonly FoundStandard[]> {
  if (knownAt !== null) return knownBy(context, knownAt, (snapshot) => standardsOnRecord(snapshot, asked, knownAt));
  const kept = context.kept.of(keptStandards);
  const inMemory = await standardsInMemory(context, kept, asked);
  return inMemory ?? standardsOnRecord(context.snapshot, asked, null);
}

/** Null where memory cannot say. */
async function standardsInMemory(context: Context, kept: KeptStandards, asked: readonly LookUp[]) {
  const { known } = kept;
  if (!known) return null;
  const { standards } = known;
  let numbers = numbersOf(standards, asked);
  if (numbers.includes(-1)) {
    const { products, areas } = standards;
    const unknownProducts = unknown(products, asked, ({ productCode }) => productCode);
    const unknownAreas = unknown(areas, asked, ({ areaCode }) => areaCode);
    const isLearnt = await kept.learn(context.database, unknownProducts, unknownAreas);
    if (!isLearnt || !kept.known) return null;
    numbers = numbersOf(standards, asked);
  }
  return asked.map((each, at) => foundIn(standards, each, numbers[2 * at]!, numbers[2 * at + 1]!));
}

/** The numbers of the products and areas that are asked for, in turn; −1 for unknown ones. */
function numbersOf({ products, areas }: StandardsInMemory, asked: readonly LookUp[]): Int32Array {
  const numbers = new Int32Array(2 * asked.length);
  for (let at = 0; at < asked.length; at += 1) {
    const { productCode, areaCode } = asked[at]!;
    numbers[2 * at] = products.of(productCode);
    numbers[2 * at + 1] = areas.of(areaCode);
  }
  return numbers;
}

function unknown(codes: Codes, asked: readonly LookUp[], of: (each: LookUp) => string): string[] {
  const missing = new Set<string>();
  for (const each of asked) if (codes.of(of(each)) < 0) missing.add(of(each));
  return [...missing];
}

/** Every object of it has the same fields in the same order: there are thousands in an answer. */
function foundIn(standards: StandardsInMemory, { asOf }: LookUp, product: number, area: number): FoundStandard {
  const { periods } = standards;
  if (product < 0) return none('PRODUCT_UNKNOWN', null, null);
  if (area < 0) return none('AREA_UNKNOWN', null, null);
  const above = standards.areaAbove(area);
  const productId = standards.products.idOf(product);
  const areaAbove = above < 0 ? null : standards.areas.idOf(above);
  const period = standards.find(product, area, dayNumber(asOf));
  if (period < 0) return none(period === afterStandard ? 'NOT_ON_RECORD' : 'NO_STANDARD', productId, areaAbove);
  const amount = periods.amountOf(period);
  return {
    reason: amount === null ? 'NOT_ON_RECORD' : null,
    productId,
    areaAbove,
    saidBy: standards.areas.idOf(standards.speaks(product, area)),
    kind: periods.kindOf(period),
    amount,
    from: periods.fromOf(period),
    to: periods.toOf(period),
    recordedAt: periods.recordedAt(period),
  };
}

const none = (reason: StandardReason, productId: string | null, areaAbove: string | null): FoundStandard => ({
  reason,
  productId,
  areaAbove,
  saidBy: null,
  kind: null,
  amount: null,
  from: 0,
  to: 0,
  recordedAt: 0,
});

/** Asks what needs a moment of the database: one answer's own, or one apart. */
type Asking = Pick<Context['snapshot'], 'objects'>;

/**
 * Asks what was known by a moment. A writer at work may have taken a moment that is past when it commits, so the answer
 * waits for it: the writers' lock is taken shared and given back by a statement of its own, whose end the next one's
 * snapshot begins after. A snapshot from before the wait would not show what was waited for, and say otherwise next time.
 * @throws BadInput for a moment that is still to come: what will be known by it nobody can say for ever
 */
export async function knownBy<R>(context: Context, knownAt: Date, ask: (snapshot: Asking) => Promise<R>): Promise<R> {
  const apart = context.snapshot.apart(context.database.apartPool);
  try {
    // One connection, in this order; the second leaves before the first is answered.
    const [[waited], answer] = await Promise.all([
      apart.objects<{ isAhead: boolean }>(
        'knownAt',
        sql`select clock_timestamp() < ${knownAt}::timestamptz as "isAhead", pg_advisory_xact_lock_shared(${standardsLock}::bigint)::text`,
      ),
      ask(apart),
    ]);
    if (waited!.isAhead) {
      throw new BadInput(
        `knownAt ${knownAt.toISOString()} is still to come: what will be on record by then is not known`,
        `knownAt ${knownAt.toISOString()} 尚未到来,无法得知届时的记载`,
      );
    }
    return answer;
  } finally {
    apart.end();
  }
}

interface FoundRow {
  readonly productId: string | null;
  readonly areaCode: string | null;
  readonly areaAbove: string | null;
  readonly saidBy: string | null;
  readonly basis: StandardBasis | null;
  readonly amount: string | null;
  readonly priceUnit: string;
  readonly inScope: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedAt: Date;
}

/**
 * The same look-ups on record, as it was at a moment or is now. Each value stands behind a select of its own, where the
 * planner does not see it: it would find a plan for this very value cheaper than one for any, and make it anew for each
 * answer, which takes three times as long as a look-up.
 */
export async function standardsOnRecord(asking: Asking, asked: readonly LookUp[], knownAt: Date | null): Promise<FoundStandard[]> {
  const known: RawBuilder<unknown> =
    knownAt === null
      ? sql`s.superseded_at is null`
      : sql`s.recorded_at <= (select ${knownAt}::timestamptz) and (s.superseded_at is null or s.superseded_at > (select ${knownAt}::timestamptz))`;
  const columnOf = (of: (each: LookUp) => string, type: RawBuilder<unknown>) => sql`(select ${arrayLiteral(asked.map(of))}::${type})`;
  const texts = sql`text[]`;
  const rows = await asking.objects<FoundRow>(
    'paymentStandards',
    sql`
    with line as (
      select asked.line, asked.as_of, p.id as product_id, a.code as area_code, a.parent_code
      from (select * from unnest(${columnOf(({ productCode }) => productCode, texts)}, ${columnOf(({ areaCode }) => areaCode, texts)},
          ${columnOf(({ asOf }) => asOf, sql`date[]`)}) with ordinality) asked (product_code, area_code, as_of, line)
        left join product p on p.code = asked.product_code
        left join area a on a.code = asked.area_code),
    own as (
      select distinct l.product_id, l.area_code
      from line l join payment_standard s on s.product_id = l.product_id and s.area_code = l.area_code and ${known}),
    said as (
      select l.*, coalesce(o.area_code, l.parent_code) as said_by
      from line l left join own o on o.product_id = l.product_id and o.area_code = l.area_code),
    found as (
      select distinct on (d.line) d.line, s.area_code, s.basis, s.amount, s.price_unit, s.in_scope, s.valid_from, s.valid_to, s.recorded_at
      from said d join payment_standard s
        on s.product_id = d.product_id and s.area_code = d.said_by and s.valid_from <= d.as_of and ${known}
      order by d.line, s.valid_from desc)
    select d.product_id as "productId", d.area_code as "areaCode", d.parent_code as "areaAbove", s.area_code as "saidBy", s.basis,
      s.amount::text as amount, s.price_unit as "priceUnit", s.in_scope as "inScope", s.valid_from::text as "validFrom",
      s.valid_to::text as "validTo", s.recorded_at as "recordedAt"
    from said d left join found s on s.line = d.line
    order by d.line`,
  );
  return rows.map((row, at) => foundOnRecord(row, asked[at]!));
}

function foundOnRecord(row: FoundRow, { asOf }: LookUp): FoundStandard {
  const { productId, areaCode, areaAbove, saidBy, basis, priceUnit, inScope, validTo } = row;
  if (productId === null) return none('PRODUCT_UNKNOWN', null, null);
  if (areaCode === null) return none('AREA_UNKNOWN', null, null);
  if (basis === null) return none('NO_STANDARD', productId, areaAbove);
  if (validTo !== null && validTo <= asOf) {
    // A winning or negotiated price held before: there is a standard, and it is not on record.
    return none(basis === 'WINNING_PRICE' || basis === 'NEGOTIATED_PRICE' ? 'NOT_ON_RECORD' : 'NO_STANDARD', productId, areaAbove);
  }
  return {
    reason: row.amount === null ? 'NOT_ON_RECORD' : null,
    productId,
    areaAbove,
    saidBy,
    kind: { basis, priceUnit, inScope },
    amount: row.amount === null ? null : scaledFrom(row.amount, priceDecimals),
    from: dayNumber(row.validFrom),
    to: validTo === null ? endless : dayNumber(validTo),
    recordedAt: row.recordedAt.getTime(),
  };
}
