import { Field, InputType } from 'type-graphql';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';

const spendWords = always('What the fund spent in the agreement period, in yuan.', '协议期内基金实际支出(元)。');
const budgetWords = always('Its budget for the agreement period, in yuan.', '协议期基金支出预算(元)。');
const increaseWords = maybe(
  'By how much a wider scope raises the budget of the next two years, in yuan; null where the scope stays.',
  '支付范围扩大所致未来两年预算增加额(元);范围不变时为空。',
);

@InputType({ description: bilingual('What a renewal is computed from, beside the outcome.', '测算续约所用的支出与预算。') })
export class RenewalFiguresInput {
  @Field(() => DecimalScalar, spendWords) actualSpend!: string;
  @Field(() => DecimalScalar, budgetWords) budget!: string;
  @Field(() => DecimalScalar, increaseWords) budgetIncrease?: string | null;
}

@InputType({ description: bilingual('A simple renewal of an outcome.', '对谈判结果的简易续约。') })
export class RenewNegotiatedOutcomeInput extends RecordingInput {
  @Field(() => String, always('The opaque id of the outcome that ends.', '到期结果的不透明标识。')) outcomeId!: string;
  @Field(() => DecimalScalar, spendWords) actualSpend!: string;
  @Field(() => DecimalScalar, budgetWords) budget!: string;
  @Field(() => DecimalScalar, increaseWords) budgetIncrease?: string | null;
  @Field(() => String, maybe('The new scope; the old one unless given.', '新的支付范围,默认沿用。')) paymentScope?: string | null;
  @Field(() => QuantityScalar, maybe('The agreed quantity, in counting units, where there is one.', '约定数量(计数单位),如有。'))
  agreedQuantity?: number | null;
  @Field(() => DateScalar, maybe('The day by whose rules it is computed; today unless given.', '适用规则之日,默认今日。'))
  on?: string | null;
  @Field(() => String, maybe('The reason.', '理由。')) reason?: string | null;
}

@InputType({ description: bilingual('What was bid for one product.', '某产品的报价。') })
export class NonExclusiveBidInput {
  @Field(() => String, always('The code of the product.', '产品代码。')) productCode!: string;
  @Field(() => DecimalScalar, always('The bid, yuan per counting unit.', '报价,元/计数单位。')) price!: string;
}

@InputType({ description: bilingual('A bidding for a drug that several enterprises make.', '非独家药品竞价。') })
export class RecordNonExclusiveBiddingInput extends RecordingInput {
  @Field(() => String, always('A business code of your choice.', '自定业务代码。')) code!: string;
  @Field(() => DecimalScalar, always('What the fund is willing to pay, yuan per counting unit.', '医保支付意愿,元/计数单位。'))
  willingPrice!: string;
  @Field(() => [NonExclusiveBidInput], always('The bids, at least one.', '报价,至少一家。')) bids!: NonExclusiveBidInput[];
  @Field(() => String, always('For what the fund pays.', '支付范围。')) paymentScope!: string;
  @Field(() => DateScalar, always('The first day of the agreement period.', '协议期首日。')) inForceFrom!: string;
  @Field(() => DateScalar, maybe('The day of the bidding; today unless given.', '竞价日期,默认今日。')) on?: string | null;
  @Field(() => String, maybe('The reason.', '理由。')) reason?: string | null;
}

@InputType({ description: bilingual('That an outcome is published.', '公布谈判结果。') })
export class PublishNegotiatedOutcomeInput extends RecordingInput {
  @Field(() => String, always('The opaque id of the outcome.', '结果的不透明标识。')) outcomeId!: string;
  @Field(() => DateScalar, maybe('The day; today unless given.', '日期,默认今日。')) on?: string | null;
}
