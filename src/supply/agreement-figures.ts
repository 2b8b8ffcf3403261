import { sql } from 'kysely';
import { count } from '../kernel/quantity.ts';
import { UnitPrice } from '../kernel/unit-price.ts';
import { always } from '../platform/graphql/describe.ts';
import { derived, summed, type ReadField } from '../platform/graphql/reads.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { progressOf, type ProgressFacts } from './agreement-progress.ts';
import { AgreementQuantity } from './agreement-quantity.entity.ts';
import { DeliveryTime } from './delivery-time.entity.ts';
import { Delivery } from './delivery.entity.ts';
import { GoodsReturn } from './goods-return.entity.ts';
import { agreedAmount, supplyIndicators } from './policy/index.ts';
import { AgreementProgressType, SupplyIndicatorsType } from './progress.type.ts';
import { PurchaseOrder } from './purchase-order.entity.ts';

const promise = summed(AgreementQuantity, 'agreementId', () => ({ agreed: sql`sum(t.quantity)::text` }));

const orders = summed(PurchaseOrder, 'agreementId', (argument) => ({
  ordered: sql`coalesce(sum(t.quantity) filter (where t.ordered_on <= ${argument('asOf')}::date), 0)::text`,
}));
const deliveries = summed(Delivery, 'agreementId', (argument) => ({
  delivered: sql`coalesce(sum(t.quantity) filter (where t.delivered_on <= ${argument('asOf')}::date), 0)::text`,
  accepted: sql`coalesce(sum(t.accepted_quantity) filter (where t.accepted_on <= ${argument('asOf')}::date), 0)::text`,
  rejected: sql`coalesce(sum(t.rejected_quantity) filter (where t.accepted_on <= ${argument('asOf')}::date), 0)::text`,
}));
const returns = summed(GoodsReturn, 'agreementId', (argument) => ({
  returned: sql`coalesce(sum(t.quantity) filter (where t.returned_on <= ${argument('asOf')}::date), 0)::text`,
}));

const times = summed(DeliveryTime, 'agreementId', (argument) => ({
  delivered: sql`coalesce(sum(t.quantity) filter (where t.delivered_on <= ${argument('asOf')}::date), 0)::text`,
  answeredOrders: sql`(count(*) filter (where t.is_first and t.delivered_on <= ${argument('asOf')}::date))::text`,
  responseDays: sql`coalesce(sum(t.days) filter (where t.is_first and t.delivered_on <= ${argument('asOf')}::date), 0)::text`,
  quantityDays: sql`coalesce(sum(t.days * t.quantity::numeric) filter (where t.delivered_on <= ${argument('asOf')}::date), 0)::text`,
}));

interface Supplied {
  readonly orders: { readonly ordered: string };
  readonly times: {
    readonly delivered: string;
    readonly answeredOrders: string;
    readonly responseDays: string;
    readonly quantityDays: string;
  };
}

const asOf = { name: 'asOf', type: () => DateScalar, words: always('Up to and including this day.', '截止日期(含)。') };

type Promised = Pick<ProgressFacts, 'promise'>;
interface Priced extends Promised {
  readonly unitPrice: string;
  readonly priceUnit: string;
  readonly unitsPerPriceUnit: number;
}

/** What an agreement promises, and how far it has come. */
export const agreementFigures: Readonly<Record<'agreedQuantity' | 'agreedAmount' | 'progress' | 'supplyIndicators', ReadField>> = {
  agreedQuantity: derived<Promised>(
    () => QuantityScalar,
    { promise },
    (facts) => count(Number(facts.promise.agreed)),
    always('The quantity of its agreed volume as it stands, in counting units.', '现行约定采购量(计数单位)。'),
  ),
  agreedAmount: derived<Priced>(
    () => DecimalScalar,
    { promise, unitPrice: 'unitPrice', priceUnit: 'priceUnit', unitsPerPriceUnit: 'unitsPerPriceUnit' },
    (facts) =>
      agreedAmount({
        quantity: Number(facts.promise.agreed),
        unitPrice: UnitPrice.of(facts.unitPrice, facts.priceUnit),
        units: facts.unitsPerPriceUnit,
      }).toString(),
    always(
      'Agreed quantity × unit price ÷ units, yuan, half up once to 2 decimals.',
      '约定金额:约定采购量×单价÷每计价单位数量(元),一次四舍五入到两位小数。',
    ),
  ),
  progress: derived<ProgressFacts>(
    () => AgreementProgressType,
    { promise, orders, deliveries, returns, inForceFrom: 'inForceFrom', inForceTo: 'inForceTo' },
    (facts, given: { readonly asOf: string }) => progressOf(facts, given.asOf),
    always('How far it had come on a day.', '截至某日的履行进度。'),
    asOf,
  ),
  supplyIndicators: derived<Supplied>(
    () => SupplyIndicatorsType,
    { orders, times },
    (facts, given: { readonly asOf: string }) => ({
      asOf: given.asOf,
      ...supplyIndicators({
        ordered: count(Number(facts.orders.ordered)),
        delivered: count(Number(facts.times.delivered)),
        answeredOrders: Number(facts.times.answeredOrders),
        responseDays: Number(facts.times.responseDays),
        quantityDays: BigInt(facts.times.quantityDays),
      }),
    }),
    always('How well it was supplied up to a day.', '截至某日的供应监测指标。'),
    asOf,
  ),
};
