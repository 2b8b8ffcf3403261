import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DecimalScalar } from '../platform/graphql/scalars.ts';
import { productCategories } from './product.entity.ts';

export const ProductCategoryEnum = enumOf(productCategories);
registerEnumType(ProductCategoryEnum, {
  name: 'ProductCategory',
  description: bilingual('What a round or a product is about.', '批次或产品的类别。'),
  valuesConfig: enumValues({
    DRUG: ['Drugs.', '药品。'],
    STENT: ['Coronary stents.', '冠状动脉支架。'],
    CONSUMABLE: ['Other high-value consumables.', '其他高值医用耗材。'],
  }),
});

@ObjectType('Product', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: bilingual('A product of one holder in one specification.', '某一持有人某一规格的产品。'),
})
export class ProductType extends RecordedType {
  @Field(() => String, always('The business code.', '业务代码。'))
  code!: string;

  @Field(() => ProductCategoryEnum, always('Drug or stent.', '药品或支架。'))
  category!: string;

  @Field(() => String, always('The generic name, by which it is tendered.', '通用名(品种)。'))
  genericName!: string;

  @Field(() => String, maybe('The generic name in English.', '通用名(英文)。'))
  genericNameEn!: string | null;

  @Field(() => String, always('The name of the product.', '产品名称。'))
  name!: string;

  @Field(() => String, maybe('The brand.', '商品名。'))
  brand!: string | null;

  @Field(() => String, maybe('The dosage form.', '剂型。'))
  dosageForm!: string | null;

  @Field(() => String, maybe('The specification as printed.', '规格(原文)。'))
  specification!: string | null;

  @Field(
    () => DecimalScalar,
    maybe('The strength of one counting unit, where the specification is one figure.', '单个计数单位的含量(规格为单一数值时)。'),
  )
  strength!: string | null;

  @Field(() => String, maybe('The unit of the strength.', '含量单位。'))
  strengthUnit!: string | null;

  @Field(() => String, always('What one unit of quantity is: a tablet, a vial, a stent.', '数量的计数单位:片、支、个等。'))
  countingUnit!: string;

  @Field(() => Int, maybe('Counting units in one pack.', '每包装的计数单位数。'))
  packSize!: number | null;

  @Field(() => String, maybe('The registration number, where on record.', '注册证号或批准文号(已记录时)。'))
  registrationNumber!: string | null;
}

export const ProductConnection = connectionOf(ProductType, 'Product', '产品');
