import { Field, ObjectType } from 'type-graphql';
import type { Explanation } from '../kernel/explanation.ts';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';

@ObjectType('AgreementProgress', {
  simpleResolvers: true,
  description: bilingual(
    'How far an agreement had come on a day: sums of the movements up to it, against the quantity agreed now. Purchased is accepted less returned.',
    '协议截至某日的履行进度:该日及以前各笔变动之和,对照现行约定采购量。采购量为验收合格数量减退货数量。',
  ),
})
export class AgreementProgressType {
  @Field(() => DateScalar, always('The day.', '截止日期。')) asOf!: string;
  @Field(() => QuantityScalar, always('Ordered, in counting units.', '订购数量(计数单位)。')) orderedQuantity!: number;
  @Field(() => QuantityScalar, always('Delivered.', '到货数量。')) deliveredQuantity!: number;
  @Field(() => QuantityScalar, always('Accepted.', '验收合格数量。')) acceptedQuantity!: number;
  @Field(() => QuantityScalar, always('Rejected.', '拒收数量。')) rejectedQuantity!: number;
  @Field(() => QuantityScalar, always('Accepted before, and returned.', '退货数量。')) returnedQuantity!: number;
  @Field(() => QuantityScalar, always('Accepted less returned.', '采购量:验收合格数量减退货数量。')) purchasedQuantity!: number;
  @Field(
    () => DecimalScalar,
    always(
      'Purchased ÷ agreed, 4 decimals, half up; above 1 where more was bought.',
      '完成进度:采购量÷约定采购量,四位小数,四舍五入;超量时大于1。',
    ),
  )
  completionRatio!: string;
  @Field(
    () => DecimalScalar,
    always(
      'Days gone ÷ days of the agreement, the day itself counted, 4 decimals, half up.',
      '时间进度:已过天数(含当日)÷协议天数,四位小数,四舍五入。',
    ),
  )
  timeProgressRatio!: string;
  @Field(() => QuantityScalar, always('What is missing of the agreed quantity; never below zero.', '采购缺口,不小于零。'))
  shortfallQuantity!: number;
  @Field(() => QuantityScalar, always('What was purchased above the agreed, at the same price.', '超出约定采购量的采购数量(价格相同)。'))
  aboveAgreedQuantity!: number;
  @Field(() => QuantityScalar, always('What was ordered above the agreed.', '超出约定采购量的订购数量。'))
  orderedAboveAgreedQuantity!: number;
  @Field(() => Boolean, always('Whether it lags so far behind the time that it is warned of.', '采购进度是否滞后(预警)。'))
  isBehind!: boolean;
  @Field(
    () => DateScalar,
    maybe(
      'The day on which the agreed quantity is reached at the pace so far; null where nothing was purchased, or it would take more than ten years.',
      '按现有进度完成约定采购量的日期;尚无采购或需十年以上时为空。',
    ),
  )
  reachedOn!: string | null;
  @Field(() => ExplanationType, always('How completion and time were derived.', '完成进度与时间进度的推导。')) explanation!: Explanation;
  @Field(() => ExplanationType, always('How the shortfall was derived.', '采购缺口的推导。')) shortfallExplanation!: Explanation;
}

@ObjectType('SupplyIndicators', {
  simpleResolvers: true,
  description: bilingual('How well an agreement was supplied up to a day.', '协议截至某日的供应监测指标。'),
})
export class SupplyIndicatorsType {
  @Field(() => DateScalar, always('The day.', '截止日期。')) asOf!: string;
  @Field(
    () => DecimalScalar,
    maybe(
      'Average days from an order to its first delivery, 2 decimals; null where nothing came.',
      '订单响应时间:下单至首次到货的平均天数,两位小数;尚无到货时为空。',
    ),
  )
  responseDays!: string | null;
  @Field(
    () => DecimalScalar,
    maybe(
      'Average days from order to delivery by quantity, 2 decimals; null where nothing came.',
      '配送时间:下单至到货按数量加权的平均天数,两位小数;尚无到货时为空。',
    ),
  )
  deliveryDays!: string | null;
  @Field(
    () => DecimalScalar,
    maybe('Delivered ÷ ordered, 4 decimals; null where nothing was ordered.', '到货率:到货量÷订购量,四位小数;尚无订单时为空。'),
  )
  fillRate!: string | null;
}
