import { Field, InputType, Int } from 'type-graphql';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { NegotiationSideEnum } from './negotiation.type.ts';
import type { sides } from './participant.entity.ts';

@InputType({ description: bilingual("An expert of the authority's group.", '医保方专家组成员。') })
export class NegotiationExpertInput {
  @Field(() => String, always('The person, as tokens name it.', '人员标识,与令牌一致。')) person!: string;
  @Field(() => String, always('The name.', '姓名。')) name!: string;
  @Field(() => Boolean, { ...always('Whether the group is led by this one.', '是否为组长。'), defaultValue: false }) isLeader!: boolean;
}

@InputType({ description: bilingual('A person of the enterprise at the table.', '企业到场人员。') })
export class NegotiationDelegateInput {
  @Field(() => String, always('The person, as tokens name it.', '人员标识,与令牌一致。')) person!: string;
  @Field(() => String, always('The name.', '姓名。')) name!: string;
}

@InputType({ description: bilingual('A talk on one drug: who sits at the table.', '一项药品谈判及双方人员。') })
export class PrepareNegotiationInput extends RecordingInput {
  @Field(() => String, always('A business code of your choice.', '自定业务代码。')) code!: string;
  @Field(() => String, always('The code of the drug.', '药品的产品代码。')) productCode!: string;
  @Field(() => [String], always('The code of the enterprise, its holder; exactly one.', '企业代码,须为该药品的持有人,仅一家。'))
  enterpriseCodes!: string[];
  @Field(() => [NegotiationExpertInput], always('The group of experts.', '专家组。')) experts!: NegotiationExpertInput[];
  @Field(() => [NegotiationDelegateInput], always('The persons of the enterprise.', '企业到场人员。'))
  delegates!: NegotiationDelegateInput[];
  @Field(() => Int, always('The number of the group that was drawn.', '抽中组别序号。')) groupNumber!: number;
  @Field(() => Int, always('From how many groups it was drawn.', '参加抽签的组数。')) groupCount!: number;
  @Field(() => DateScalar, always('The day of the draw; not in the future.', '抽签日期,不得晚于今日。')) drawnOn!: string;
  @Field(
    () => DecimalScalar,
    maybe('The price before, yuan per counting unit; null where none is on record.', '谈判前价格,元/计数单位;无记录时为空。'),
  )
  priceBefore?: string | null;
  @Field(() => String, maybe('A note; the enterprise reads it.', '备注,企业可见。')) note?: string | null;
}

@InputType({ description: bilingual('An act of one talk.', '对一项谈判的操作。') })
export class TalkInput extends RecordingInput {
  @Field(() => String, always('The code of the talk.', '谈判代码。')) negotiationCode!: string;
  @Field(() => DateScalar, maybe('The day; today unless given.', '日期,默认今日。')) on?: string | null;
}

@InputType({ description: bilingual('The expected price of a talk; it is sealed at once.', '谈判底价,录入即密封。') })
export class SealExpectedPriceInput extends TalkInput {
  @Field(() => DecimalScalar, always('What the fund is ready to pay, yuan per counting unit.', '底价,元/计数单位。'))
  expectedPrice!: string;
}

@InputType({ description: bilingual('A quote of the enterprise.', '企业报价。') })
export class QuoteInput extends TalkInput {
  @Field(() => DecimalScalar, always('The quote, yuan per counting unit.', '报价,元/计数单位。')) price!: string;
  @Field(() => String, always('The minutes: what was said at the table. The enterprise reads them.', '现场记录,企业可见。'))
  minutes!: string;
}

@InputType({ description: bilingual('An offer in bargaining.', '磋商中的报价。') })
export class OfferInput extends QuoteInput {
  @Field(() => NegotiationSideEnum, always('Whose offer it is.', '报价方。')) side!: (typeof sides)[number];
}

@InputType({ description: bilingual('On what both sides agree.', '双方达成一致的条件。') })
export class ConcludeNegotiationInput extends TalkInput {
  @Field(() => DecimalScalar, always('The price, yuan per counting unit: the payment standard.', '成交价,即支付标准,元/计数单位。'))
  price!: string;
  @Field(() => String, always('For what the fund pays.', '支付范围。')) paymentScope!: string;
  @Field(() => DateScalar, always('The first day of the agreement period.', '协议期首日。')) inForceFrom!: string;
  @Field(() => QuantityScalar, maybe('The agreed quantity, in counting units, where there is one.', '约定数量(计数单位),如有。'))
  agreedQuantity?: number | null;
  @Field(() => String, always('The minutes: how it was agreed. The enterprise reads them.', '谈判记录,企业可见。')) minutes!: string;
}

@InputType({ description: bilingual('That a talk ends without success.', '谈判终止而未达成一致。') })
export class EndNegotiationInput extends TalkInput {
  @Field(() => String, always('The reason; the enterprise reads it.', '理由,企业可见。')) reason!: string;
}
