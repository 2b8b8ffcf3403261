import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DateTimeScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { payees } from './agreement.entity.ts';
import { agreementSeen } from './rights.ts';

export const PayeeEnum = enumOf(payees);
registerEnumType(PayeeEnum, {
  name: 'Payee',
  description: bilingual('Who is paid for what an agreement delivers.', '协议货款的收款方。'),
  valuesConfig: enumValues({
    ENTERPRISE: ['The winning enterprise.', '中选企业。'],
    DISTRIBUTOR: ['The distributor that the enterprise appointed.', '中选企业选定的配送企业。'],
  }),
});

@ObjectType('Agreement', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: agreementSeen.words(
    'The purchase-and-sale agreement of an institution, an enterprise and its distributor about one agreed volume.',
    '购销协议:医疗机构、中选企业与配送企业就某协议年度约定采购量签订的三方协议。',
  ),
})
export class AgreementType extends RecordedType {
  @Field(() => String, always('Its number, unique in the pooling area.', '协议编号,统筹区内唯一。')) number!: string;
  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(() => DateScalar, always('The day of signing.', '签订日期。')) signedOn!: string;
  @Field(() => DateScalar, always('The first day on which it holds.', '生效首日。')) inForceFrom!: string;
  @Field(() => DateScalar, always('The first day on which it no longer holds.', '失效首日(不含)。')) inForceTo!: string;
  @Field(() => DecimalScalar, always('The winning price in yuan for one price unit, 4 decimals.', '每计价单位的中选价(元),四位小数。'))
  unitPrice!: string;
  @Field(() => String, always('The unit that the price is for.', '计价单位。')) priceUnit!: string;
  @Field(() => Int, always('How many counting units one price unit has.', '每计价单位所含计数单位数。')) unitsPerPriceUnit!: number;
  @Field(() => PayeeEnum, always('Who is paid for orders placed now.', '现下订单的收款方。')) payee!: (typeof payees)[number];
}

export const AgreementConnection = connectionOf(AgreementType, 'Agreement', '购销协议');

@ObjectType('AgreementAmendment', {
  simpleResolvers: true,
  description: bilingual('A recorded change of an agreement.', '协议的变更记录。'),
})
export class AgreementAmendmentType {
  @Field(() => QuantityScalar, always('The agreed quantity before.', '变更前约定采购量。')) quantityBefore!: number;
  @Field(() => QuantityScalar, always('The agreed quantity after.', '变更后约定采购量。')) quantityAfter!: number;
  @Field(() => DecimalScalar, always('The unit price before, yuan.', '变更前单价(元)。')) unitPriceBefore!: string;
  @Field(() => DecimalScalar, always('The unit price after, yuan.', '变更后单价(元)。')) unitPriceAfter!: string;
  @Field(() => DateScalar, always('The first day on which it no longer held, before.', '变更前失效首日(不含)。')) inForceToBefore!: string;
  @Field(() => DateScalar, always('The first day on which it no longer holds, after.', '变更后失效首日(不含)。')) inForceToAfter!: string;
  @Field(() => String, always('The reason.', '理由。')) reason!: string;
  @Field(() => String, always('The author.', '录入人。')) recordedBy!: string;
  @Field(() => DateTimeScalar, always('When it was recorded.', '录入时刻。')) recordedAt!: Date;
}
