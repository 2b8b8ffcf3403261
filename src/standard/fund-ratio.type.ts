import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { InstitutionLevelEnum, type InstitutionLevel } from '../catalogue/index.ts';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DecimalScalar } from '../platform/graphql/scalars.ts';
import { insuranceSchemes, type InsuranceScheme } from './insurance-scheme.ts';
import { standardSeen } from './rights.ts';

export const InsuranceSchemeEnum = enumOf(insuranceSchemes);
registerEnumType(InsuranceSchemeEnum, {
  name: 'InsuranceScheme',
  description: bilingual('Whose basic medical insurance pays.', '基本医疗保险险种。'),
  valuesConfig: enumValues({
    EMPLOYEE: ['That of employees.', '职工基本医疗保险。'],
    RESIDENT: ['That of urban and rural residents.', '城乡居民基本医疗保险。'],
  }),
});

@ObjectType('FundRatio', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: standardSeen.words(
    'By which ratio the fund pays of what is in scope in an area, from a day on; of one day the last recorded counts.',
    '某地区自某日起基金对纳入支付范围金额的支付比例;同日以最后录入的为准。',
  ),
})
export class FundRatioType extends RecordedType {
  @Field(() => InsuranceSchemeEnum, always('The scheme.', '险种。')) scheme!: InsuranceScheme;
  @Field(() => InstitutionLevelEnum, maybe('The level of institution; null for all.', '医疗机构等级;适用全部等级的为空。'))
  institutionLevel!: InstitutionLevel | null;
  @Field(() => DateScalar, always('The first day.', '首日。')) effectiveFrom!: string;
  @Field(
    () => DecimalScalar,
    maybe('In percent, 3 decimals; null where none holds from that day on.', '百分比,三位小数;自该日起不再适用的为空。'),
  )
  ratioPercent!: string | null;
  @Field(() => String, always('The notice that prescribes it.', '依据文件。')) source!: string;
}
export const FundRatioConnection = connectionOf(FundRatioType, 'FundRatio', '基金支付比例');

@InputType({ description: bilingual('By which ratio the fund pays in a pooling area, from a day on.', '统筹区自某日起的基金支付比例。') })
export class PrescribeFundRatioInput extends RecordingInput {
  @Field(() => InsuranceSchemeEnum, always('The scheme.', '险种。')) scheme!: InsuranceScheme;
  @Field(() => InstitutionLevelEnum, maybe('The level of institution; all unless given.', '医疗机构等级;不填则适用全部等级。'))
  institutionLevel?: InstitutionLevel | null;
  @Field(() => DateScalar, always('The first day; it may lie ahead.', '首日,可为将来日期。')) effectiveFrom!: string;
  @Field(
    () => DecimalScalar,
    maybe(
      'In percent, above 0 and at most 100, up to 3 decimals; none ends the one before.',
      '百分比,大于 0 且不超过 100,至多三位小数;不填则终止此前的比例。',
    ),
  )
  ratioPercent?: string | null;
  @Field(() => String, always('The notice that prescribes it.', '依据文件。')) source!: string;
}
