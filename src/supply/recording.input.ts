import { Field, InputType, Int } from 'type-graphql';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { BatchInput, RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import type { payees } from './agreement.entity.ts';
import { PayeeEnum } from './agreement.type.ts';

@InputType({
  description: bilingual('An agreement to sign, about the agreed volume of one institution.', '就某医疗机构约定采购量签订的协议。'),
})
export class AgreementToSignInput {
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(() => String, maybe('The code of the lot; needed where the product won in several.', '竞价单元代码(产品在多个单元中选时必填)。'))
  lotCode?: string | null;
  @Field(() => String, always('The code of the selected product.', '中选产品代码。')) productCode!: string;
  @Field(() => String, always('The code of the institution.', '医疗机构代码。')) institutionCode!: string;
  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(() => DateScalar, always('The day of signing.', '签订日期。')) signedOn!: string;
  @Field(() => DateScalar, always('The first day on which it holds, in the agreement year.', '生效首日,须在协议年度内。'))
  inForceFrom!: string;
  @Field(
    () => DateScalar,
    maybe(
      'The first day on which it no longer holds; twelve months later unless given, or the end of the term if that is sooner.',
      '失效首日(不含);默认为十二个月后,采购周期先届满的以其为准。',
    ),
  )
  inForceTo?: string | null;
  @Field(
    () => String,
    maybe(
      'Its number, unique in the pooling area; year, institution and product unless given.',
      '协议编号,统筹区内唯一;默认由年度、医疗机构和产品代码组成。',
    ),
  )
  number?: string | null;
}

@InputType({ description: bilingual('Agreements to sign.', '要签订的协议。') })
export class SignAgreementsInput extends BatchInput {
  @Field(() => [AgreementToSignInput], always('1 to 10,000 agreements.', '1 至 10,000 份协议。')) rows!: AgreementToSignInput[];
}

/** How the rows of a batch name an agreement. */
@InputType({ description: bilingual('What names an agreement.', '协议的指明方式。') })
abstract class UnderAgreement {
  @Field(() => String, always('The code of the pooling area of the agreement.', '协议所属统筹区代码。')) areaCode!: string;
  @Field(() => String, always('The number of the agreement.', '协议编号。')) agreementNumber!: string;
}

@InputType({ description: bilingual('An order to place under an agreement.', '依协议下达的订单。') })
export class OrderToPlaceInput extends UnderAgreement {
  @Field(() => String, always('The number of the order, new under the agreement.', '订单编号,协议内唯一。')) number!: string;
  @Field(() => DateScalar, always('The day on which it was placed; the agreement holds on it.', '下单日期,须在协议有效期内。'))
  orderedOn!: string;
  @Field(() => QuantityScalar, always('The quantity, in counting units; it may pass the agreed.', '数量(计数单位),可超出约定采购量。'))
  quantity!: number;
}

@InputType({ description: bilingual('Orders to place.', '要下达的订单。') })
export class PlaceOrdersInput extends BatchInput {
  @Field(() => [OrderToPlaceInput], always('1 to 10,000 orders.', '1 至 10,000 份订单。')) rows!: OrderToPlaceInput[];
}

@InputType({ description: bilingual('A delivery of part or all of an order.', '订单的一次到货(部分或全部)。') })
export class DeliveryToRecordInput extends UnderAgreement {
  @Field(() => String, always('The number of the order.', '订单编号。')) orderNumber!: string;
  @Field(() => String, always('The number of the delivery, new within the order.', '到货单编号,订单内唯一。')) number!: string;
  @Field(() => DateScalar, always('The day on which it came.', '到货日期。')) deliveredOn!: string;
  @Field(() => QuantityScalar, always('The quantity, in counting units.', '数量(计数单位)。')) quantity!: number;
}

@InputType({ description: bilingual('Deliveries to record.', '要录入的到货。') })
export class RecordDeliveriesInput extends BatchInput {
  @Field(() => [DeliveryToRecordInput], always('1 to 10,000 deliveries.', '1 至 10,000 次到货。')) rows!: DeliveryToRecordInput[];
}

@InputType({ description: bilingual('A change of a signed agreement; what is not given stays.', '已签协议的变更;未给出的内容不变。') })
export class AmendAgreementInput extends RecordingInput {
  @Field(() => String, always('The code of the pooling area of the agreement.', '协议所属统筹区代码。')) areaCode!: string;
  @Field(() => String, always('The number of the agreement.', '协议编号。')) agreementNumber!: string;
  @Field(() => QuantityScalar, maybe('Another agreed quantity, in counting units.', '变更后约定采购量(计数单位)。')) quantity?:
    | number
    | null;
  @Field(() => DecimalScalar, maybe('The winning price on record after a correction, yuan.', '更正后的中选价(元)。')) unitPrice?:
    | string
    | null;
  @Field(() => DateScalar, maybe('Another first day on which it no longer holds.', '变更后失效首日(不含)。')) inForceTo?: string | null;
  @Field(() => String, always('The reason; it is kept with the author and the time.', '理由,与录入人和时间一并保存。')) reason!: string;
}

/** Where a winning enterprise has a distributor. */
@InputType({ description: bilingual('Where a distributor is chosen.', '配送企业选定的范围。') })
abstract class DistributionInput extends RecordingInput {
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(() => String, maybe('The code of the lot; needed where the product won in several.', '竞价单元代码(产品在多个单元中选时必填)。'))
  lotCode?: string | null;
  @Field(() => String, always('The code of the selected product, its own.', '本企业中选产品代码。')) productCode!: string;
  @Field(() => String, always('The code of the pooling area.', '统筹区代码。')) areaCode!: string;
  @Field(() => String, always('The code of the distributor.', '配送企业代码。')) distributorCode!: string;
}

@InputType({ description: bilingual('A distributor to appoint.', '要选定的配送企业。') })
export class AppointDistributorInput extends DistributionInput {
  @Field(() => DateScalar, always('The first day, not in the future.', '选定首日,不得晚于今日。')) effectiveFrom!: string;
  @Field(() => PayeeEnum, { ...always('Who is paid for what it brings.', '所送货物的收款方。'), defaultValue: 'ENTERPRISE' })
  payee!: (typeof payees)[number];
  @Field(() => String, maybe('The reason.', '理由。')) reason?: string | null;
}

@InputType({ description: bilingual('An appointment of a distributor to end.', '要终止的配送企业选定。') })
export class EndDistributorAppointmentInput extends DistributionInput {
  @Field(
    () => DateScalar,
    always(
      'The first day on which it no longer holds: after its last order, not in the future.',
      '终止首日(不含):晚于其最后订单日期,不得晚于今日。',
    ),
  )
  effectiveTo!: string;
  @Field(() => String, always('The reason.', '理由。')) reason!: string;
}

@InputType({ description: bilingual('A product to list on the platform of a province.', '要在省级平台挂网的产品。') })
export class ListProductInput extends RecordingInput {
  @Field(() => String, always('The code of the province.', '省份代码。')) areaCode!: string;
  @Field(() => String, always('The code of the product.', '产品代码。')) productCode!: string;
  @Field(() => String, maybe('The code of the lot; needed where the product won in several.', '竞价单元代码(产品在多个单元中选时必填)。'))
  lotCode?: string | null;
  @Field(
    () => DecimalScalar,
    always('The price in yuan; of a selected product its winning price, exactly.', '挂网价格(元);中选产品须等于中选价。'),
  )
  price!: string;
  @Field(() => String, always('What the price is for.', '计价单位。')) priceUnit!: string;
  @Field(() => DateScalar, always('The first day of the listing, not in the future.', '挂网首日,不得晚于今日。')) effectiveFrom!: string;
  @Field(() => String, maybe('The reason of an adjustment.', '价格调整理由。')) reason?: string | null;
}
