import { Field, InputType } from 'type-graphql';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar } from '../platform/graphql/scalars.ts';
import type { creditLevels } from './policy/index.ts';
import { CreditLevelEnum } from './standing.type.ts';

const firstDay = always('The first day.', '首日。');
const firstDayAfter = always('The first day after.', '失效首日(不含)。');
const reason = always('The reason.', '理由。');
const source = always('Where it is published.', '公布来源。');

@InputType({ description: bilingual('A bar of an enterprise from national bids.', '企业不得参加国家组织集中采购的限制。') })
export class RecordEnterpriseBarInput extends RecordingInput {
  @Field(() => String, always('The code of the enterprise.', '企业代码。')) enterpriseCode!: string;
  @Field(() => DateScalar, firstDay) effectiveFrom!: string;
  @Field(() => DateScalar, firstDayAfter) effectiveTo!: string;
  @Field(() => DateScalar, maybe('The day of the listing.', '列入名单日期。')) listedOn?: string | null;
  @Field(() => String, reason) reason!: string;
  @Field(() => String, source) source!: string;
}

@InputType({ description: bilingual('A credit level that a province gives an enterprise.', '省级对企业的信用评价等级。') })
export class RecordCreditRatingInput extends RecordingInput {
  @Field(() => String, always('The code of the enterprise.', '企业代码。')) enterpriseCode!: string;
  @Field(() => String, always('The code of the province.', '省份代码。')) areaCode!: string;
  @Field(() => CreditLevelEnum, always('The level.', '等级。')) level!: (typeof creditLevels)[number];
  @Field(() => DateScalar, firstDay) effectiveFrom!: string;
  @Field(() => DateScalar, maybe('The first day after; none where no end is fixed.', '失效首日(不含);未定期限的不填。')) effectiveTo?:
    | string
    | null;
  @Field(() => String, maybe('What follows from it, as published.', '公布的处置措施。')) consequence?: string | null;
  @Field(() => String, source) source!: string;
}

@InputType({ description: bilingual('A suspension of a listing in a province.', '省级暂停挂网。') })
export class SuspendListingInput extends RecordingInput {
  @Field(() => String, always('The code of the product.', '产品代码。')) productCode!: string;
  @Field(() => String, always('The code of the province.', '省份代码。')) areaCode!: string;
  @Field(() => DateScalar, firstDay) effectiveFrom!: string;
  @Field(() => DateScalar, firstDayAfter) effectiveTo!: string;
  @Field(() => String, reason) reason!: string;
  @Field(() => String, source) source!: string;
}

@InputType({ description: bilingual('A winner that withdraws.', '中选企业退出。') })
export class WithdrawWinnerInput extends RecordingInput {
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(() => String, always('The code of the lot.', '竞价单元代码。')) lotCode!: string;
  @Field(() => String, always('The code of the selected product.', '中选产品代码。')) productCode!: string;
  @Field(() => DateScalar, always('The day of the withdrawal; not in the future.', '退出日期,不得晚于今日。')) withdrawnOn!: string;
  @Field(() => String, always('The reason; the journal keeps it.', '理由,记入日志。')) reason!: string;
}
