import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Explanation } from '../kernel/explanation.ts';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { ConfidenceEnum, RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DateTimeScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { OriginEnum } from './bid.type.ts';
import { selectionBases } from './selected-product.entity.ts';
import { supplyRoles } from './supply-region.entity.ts';
import { selectedProductSeen } from './rights.ts';

export const SelectionBasisEnum = enumOf(selectionBases);
registerEnumType(SelectionBasisEnum, {
  name: 'SelectionBasis',
  description: bilingual('How a product was selected.', '中选方式。'),
  valuesConfig: enumValues({
    BIDDING: ['By competitive bidding.', '竞价。'],
    NEGOTIATION: ['By negotiation between experts and one enterprise.', '专家与企业谈判。'],
    REPLACEMENT: ['In the place of a winner that does not supply, by an approved succession.', '替补:经批准接替无法供应的中选企业。'],
  }),
});

const SupplyRoleEnum = enumOf(supplyRoles);
registerEnumType(SupplyRoleEnum, {
  name: 'SupplyRole',
  description: bilingual('The part of a winner in a region.', '企业在供应地区的角色。'),
  valuesConfig: enumValues({
    PRIMARY: ['Primary supplier.', '主供企业。'],
    BACKUP: ['Backup supplier: takes over when the primary fails.', '备供企业:主供企业无法供应时接替。'],
  }),
});

@ObjectType('SelectedProduct', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: selectedProductSeen.words(
    'A selected product with its winning price and agreed quantity: price for quantity.',
    '中选产品及其中选价与约定采购量:以量换价。',
  ),
})
export class SelectedProductType extends RecordedType {
  @Field(() => SelectionBasisEnum, always('How it was selected.', '中选方式。')) basis!: string;
  @Field(() => [String], always("The authority's experts, for a negotiated result.", '医保方谈判专家(谈判结果)。')) experts!: string[];
  @Field(() => Int, maybe('Its place by price in the lot, lowest first.', '按价格从低到高的名次。')) rank!: number | null;
  @Field(
    () => DecimalScalar,
    maybe(
      'The winning price in yuan per price unit, 4 decimals, as last corrected; null where not on record.',
      '中选价(经更正的以更正后为准),元/计价单位,四位小数;未记录时为空。',
    ),
  )
  winningPrice!: string | null;
  @Field(() => String, always('The unit of the price: a tablet, a box, a stent.', '计价单位:片、盒、个等。')) priceUnit!: string;
  @Field(() => DecimalScalar, maybe('The price of this product before the round, same unit.', '该产品集采前价格,单位相同。')) priceBefore!:
    | string
    | null;
  @Field(
    () => QuantityScalar,
    maybe(
      'The national first-year agreed quantity, in counting units; null where not on record.',
      '全国首年约定采购量(计数单位);未记录时为空。',
    ),
  )
  agreedQuantity!: number | null;
  @Field(
    () => ExplanationType,
    maybe('How the agreed quantity follows from demand; null where it was recorded as it stands.', '约定采购量的推导;直接录入时为空。'),
  )
  explanation!: Explanation | null;

  @Field(() => DateScalar, maybe('The day on which the winner withdrew.', '中选企业退出日期。')) withdrawnOn!: string | null;
  @Field(() => String, maybe('A remark on the record.', '备注。')) note!: string | null;
  @Field(() => OriginEnum, always('How the row came into the record.', '录入方式。')) origin!: string;
}

export const SelectedProductConnection = connectionOf(SelectedProductType, 'SelectedProduct', '中选产品');

@ObjectType('WinningPriceCorrection', {
  simpleResolvers: true,
  description: bilingual('An approved correction of a winning price.', '经批准的中选价更正记录。'),
})
export class WinningPriceCorrectionType {
  @Field(() => DecimalScalar, always('The price before, yuan per price unit.', '更正前价格,元/计价单位。')) priceBefore!: string;
  @Field(() => DecimalScalar, always('The price after, same unit.', '更正后价格,单位相同。')) priceAfter!: string;
  @Field(() => String, always('The reason.', '理由。')) reason!: string;
  @Field(() => String, always('Who approved it, which recorded it.', '批准并据此录入的账户。')) recordedBy!: string;
  @Field(() => DateTimeScalar, always('When it was recorded.', '录入时刻。')) recordedAt!: Date;
}

@ObjectType('SupplyRegion', { simpleResolvers: true, description: bilingual('A region that a winner supplies.', '中选企业的供应地区。') })
export class SupplyRegionType {
  @Field(() => SupplyRoleEnum, always('Primary or backup.', '主供或备供。')) role!: string;
  @Field(() => String, always('Where the row comes from.', '数据来源。')) provenance!: string;
  @Field(() => ConfidenceEnum, always('How far the row may be trusted.', '可信程度。')) confidence!: string;
}

export const SupplyRegionConnection = connectionOf(SupplyRegionType, 'SupplyRegion', '供应地区');
