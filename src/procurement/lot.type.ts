import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { strengthMethods } from './lot.entity.ts';
import { lotSeen } from './rights.ts';

export const StrengthMethodEnum = enumOf(strengthMethods);
registerEnumType(StrengthMethodEnum, {
  name: 'StrengthMethod',
  description: bilingual('How strengths are brought together for comparison.', '不同含量的折算方法。'),
  valuesConfig: enumValues({
    NONE: ['Strength is ignored: the lot has one.', '不折算:竞价单元内含量相同。'],
    LINEAR: ['In proportion to strength.', '按含量比例折算。'],
    PRICE_RATIO: ['By the price ratio rules: a factor per doubling.', '按差比价规则折算:含量每翻一倍乘以系数。'],
  }),
});

@ObjectType('Lot', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: lotSeen.words('A lot: the group inside which prices are compared.', '竞价单元:在其内部比较价格。'),
})
export class LotType extends RecordedType {
  @Field(() => String, always('The code, unique within the round.', '代码,批次内唯一。')) code!: string;
  @Field(() => String, always('The name in Chinese.', '中文名称。')) name!: string;
  @Field(() => String, maybe('The name in English.', '英文名称。')) nameEn!: string | null;
  @Field(() => String, always('What one unit of quantity is.', '计数单位。')) countingUnit!: string;
  @Field(
    () => DecimalScalar,
    maybe('The ceiling: a bid above it is invalid. Yuan per counting unit, 4 decimals.', '最高有效申报价,元/计数单位,四位小数。'),
  )
  ceilingPrice!: string | null;
  @Field(() => DecimalScalar, maybe('The average price before the round, yuan per counting unit.', '集采前平均价,元/计数单位。'))
  priceBefore!: string | null;
  @Field(() => DecimalScalar, maybe('The average winning price as published, yuan per counting unit.', '公布的平均中选价,元/计数单位。'))
  averageWinningPrice!: string | null;
  @Field(() => QuantityScalar, maybe('The national base volume as published, in counting units.', '公布的全国采购量基数(计数单位)。'))
  baseQuantity!: number | null;
  @Field(() => StrengthMethodEnum, always('How strengths are brought together for comparison.', '不同含量的折算方法。'))
  strengthMethod!: string;
  @Field(() => DecimalScalar, maybe('The strength to which prices are brought.', '折算基准含量。')) referenceStrength!: string | null;
  @Field(() => Boolean, always('Whether the shares of the antibacterial and antifungal list apply.', '是否适用抗菌药物带量比例。'))
  antibacterial!: boolean;
  @Field(() => String, maybe('A remark on the record.', '备注。')) note!: string | null;
}

export const LotConnection = connectionOf(LotType, 'Lot', '竞价单元');
