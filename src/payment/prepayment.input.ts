import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar, DecimalScalar } from '../platform/graphql/scalars.ts';

export const restUses = ['RETURN', 'CARRY_OVER'] as const;

const RestUseEnum = enumOf(restUses);
registerEnumType(RestUseEnum, {
  name: 'PrepaymentRestUse',
  description: bilingual('What becomes of the rest of a prepayment.', '预付金余额的处理方式。'),
  valuesConfig: enumValues({
    RETURN: ['It goes back to the fund.', '退回医保基金。'],
    CARRY_OVER: ['It becomes part of the prepayment of the next agreement year.', '结转至下一协议年度预付金。'],
  }),
});

/** What is said of every movement of a prepayment. */
@InputType({ description: bilingual('A movement of a prepayment.', '预付金变动。') })
abstract class PrepaymentMovementInput extends RecordingInput {
  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(() => String, always('Your reference, unique among the movements of its kind.', '凭证号,同类变动内唯一。')) reference!: string;
  @Field(
    () => DateScalar,
    maybe(
      'The day of the movement; today unless given. Never in the future or before the previous movement.',
      '变动日期,默认今日;不得晚于今日或早于上一笔变动。',
    ),
  )
  on?: string | null;
}

@InputType({ description: bilingual('What the fund prepays a medical institution.', '医保基金向医疗机构的预付。') })
export class RecordPrepaymentInput extends PrepaymentMovementInput {
  @Field(
    () => String,
    always(
      'The code of the payee: an institution of your pooling area that has agreements of the year.',
      '收款方代码:本统筹区签有当年协议的医疗机构。',
    ),
  )
  payeeCode!: string;
  @Field(() => DecimalScalar, always('Yuan, above 0, at most 2 decimals.', '金额(元),大于零,最多两位小数。')) amount!: string;
}

@InputType({ description: bilingual('What the fund prepays in addition.', '补充预付。') })
export class TopUpPrepaymentInput extends RecordPrepaymentInput {}

@InputType({ description: bilingual('An offset by what was purchased up to the day.', '按截至当日采购进度冲抵。') })
export class OffsetPrepaymentInput extends PrepaymentMovementInput {
  @Field(() => String, always('The code of the institution.', '医疗机构代码。')) institutionCode!: string;
}

@InputType({ description: bilingual('The end of a prepayment, once its agreement year is over.', '协议年度届满后的预付金清结。') })
export class ClosePrepaymentInput extends OffsetPrepaymentInput {
  @Field(() => RestUseEnum, always('What becomes of the rest.', '余额处理方式。')) rest!: (typeof restUses)[number];
}

@InputType({
  description: bilingual('The ratio that your pooling area prepays at least from a day on.', '本统筹区自某日起的预付比例下限。'),
})
export class SetPrepaymentRatioInput extends RecordingInput {
  @Field(() => DateScalar, always('The first day on which it holds.', '生效首日。')) effectiveFrom!: string;
  @Field(
    () => DecimalScalar,
    always('Percent of the annual agreed amount, not below the national floor.', '占年度约定采购金额的百分比,不低于全国下限。'),
  )
  ratioPercent!: string;
  @Field(() => String, always('The document that says so.', '依据文件。')) source!: string;
}
