import { sql } from 'kysely';
import { Field, Int, ObjectType } from 'type-graphql';
import { PayableType } from '../../src/payment/payable.type.ts';
import { connectionOf } from '../../src/platform/graphql/connection.type.ts';
import { always, bilingual, maybe } from '../../src/platform/graphql/describe.ts';
import { by, defineList } from '../../src/platform/graphql/list.ts';
import { derived, one, pages, pointers, reads, summed } from '../../src/platform/graphql/reads.ts';
import { RecordedType } from '../../src/platform/graphql/recorded.type.ts';
import { DateScalar } from '../../src/platform/graphql/scalars.ts';
import { AgreementType } from '../../src/supply/agreement.type.ts';
import { Delivery } from '../../src/supply/delivery.entity.ts';
import { PurchaseOrder } from '../../src/supply/purchase-order.entity.ts';
import { movementSeen } from '../../src/supply/rights.ts';

// What the platform can say of a field and no feature says in all ways: for tests, in the schema of the tests that import this.

@ObjectType('TriedDelivery', { simpleResolvers: true, description: bilingual('A delivery.', '到货。') })
class TriedDelivery extends RecordedType {
  @Field(() => String, always('Its number.', '编号。')) number!: string;
  @Field(() => DateScalar, always('The day.', '日期。')) deliveredOn!: string;
}

const agreement = one(() => AgreementType, ['areaCode', 'agreementId'], always('The agreement.', '协议。'));
const payable = one(() => PayableType, ['areaCode', 'id'], maybe('What is payable.', '应付货款。'));
const node = { key: ['areaCode', 'id'], visible: movementSeen.visible };
reads(TriedDelivery, 'TriedDelivery', Delivery, { agreement, payable }, node);

const TriedDeliveries = connectionOf(TriedDelivery, 'TriedDelivery', '到货');
const deliveries = defineList({
  name: 'TriedDelivery',
  entity: Delivery,
  visible: movementSeen.visible,
  defaultOrder: [[{ column: 'delivered_on', type: 'date' }, 'ASC']],
  fields: { number: by.text('number', 'The number.', '编号。') },
});

@ObjectType('TriedFigures', { description: bilingual('Figures.', '数据。') })
class TriedFigures {
  @Field(() => String, always('Delivered.', '到货。')) delivered!: string;
  @Field(() => String, maybe('Last.', '最近。')) last!: string | null;
  @Field(() => Int, always('How many.', '笔数。')) count!: number;
}

interface Sums {
  readonly delivered: string;
  readonly last: string | null;
  readonly count: string;
}

const upTo = (name: string) =>
  summed(Delivery, 'agreementId', (argument) => ({
    delivered: sql`coalesce(sum(t.quantity) filter (where t.delivered_on <= ${argument(name)}::date), 0)::text`,
    last: sql`max(t.delivered_on) filter (where t.delivered_on <= ${argument(name)}::date)::text`,
    count: sql`count(*)::text`,
  }));
const figures = ({ sums: { delivered, last, count } }: { sums: Sums }) => ({ delivered, last, count: Number(count) });
const asOf = { name: 'asOf', type: () => DateScalar, words: always('Up to this day.', '截至日期。') };
const maybeAsOf = { ...asOf, words: maybe('Up to this day.', '截至日期。') };
const ordered = summed(PurchaseOrder, 'agreementId', () => ({ ordered: sql`coalesce(sum(t.quantity), 0)::text` }));

pointers(AgreementType, {
  triedProgress: derived<{ sums: Sums }>(() => TriedFigures, { sums: upTo('asOf') }, figures, maybe('So far.', '进展。'), asOf),
  triedStatus: derived<{ sums: Sums; orders: { ordered: string }; number: string }>(
    () => String,
    { sums: upTo('asOf'), orders: ordered, number: 'number' },
    ({ sums, orders, number }) => `${number}: ${sums.delivered} of ${orders.ordered}`,
    maybe('So far.', '进展。'),
    maybeAsOf,
  ),
  triedDeliveries: pages(() => TriedDeliveries, deliveries, always('Deliveries.', '到货。'), 'agreement_id'),
});
