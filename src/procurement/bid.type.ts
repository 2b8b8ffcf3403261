import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Fact } from '../kernel/fact.ts';
import type { Source } from '../kernel/source.ts';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { FactType, SourceType } from '../platform/graphql/explanation.type.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { bidStatuses, origins } from './bid.entity.ts';
import { bidSeen } from './rights.ts';

export const BidStatusEnum = enumOf(bidStatuses);
registerEnumType(BidStatusEnum, {
  name: 'BidStatus',
  description: bilingual('Where a bid stands; from INVALID on it is the outcome.', '申报状态;自 INVALID 起即为结果。'),
  valuesConfig: enumValues({
    SEALED: ['Sealed until the round is opened.', '密封,待开标。'],
    OPENED: ['Opened, not yet evaluated.', '已开标,未评审。'],
    INVALID: ['Invalid, for instance above the ceiling.', '无效,例如高于最高有效申报价。'],
    NOT_SHORTLISTED: ['Valid, but beyond the number shortlisted.', '有效但未入围。'],
    NOT_SELECTED: ['Shortlisted, but not selected.', '入围但未中选。'],
    NEGOTIATE: ['Too few bidders: to be negotiated.', '申报企业不足,进入议价谈判。'],
    UNDECIDED: ['A figure, a competing bid or a rule is not on record.', '缺少数据、竞争报价或规则,无法判定。'],
    PROPOSED: ['Proposed for selection.', '拟中选。'],
    SELECTED: ['Selected.', '中选。'],
    WITHDRAWN: ['Selected, but withdrawn later.', '中选后退出。'],
  }),
});

export const OriginEnum = enumOf(origins);
registerEnumType(OriginEnum, {
  name: 'Origin',
  description: bilingual('How a row came into the record.', '数据录入方式。'),
  valuesConfig: enumValues({
    RECORDED: ['Recorded one by one; complete.', '逐条录入,数据完整。'],
    PUBLIC_SOURCE: ['Taken from public sources; may lack a figure.', '取自公开来源,可能缺少数据。'],
  }),
});

@ObjectType('Finding', {
  simpleResolvers: true,
  description: bilingual('What one rule said of a bid, with the figures.', '某一规则对申报的判定及所用数据。'),
})
export class FindingType {
  @Field(() => String, always('The id of the rule.', '规则标识。')) rule!: string;
  @Field(() => Boolean, maybe('Whether the rule is met; null where the figures are not on record.', '是否满足;数据未记录时为空。')) met!:
    | boolean
    | null;
  @Field(() => Boolean, always('Whether this rule decided the outcome.', '是否决定结果。')) decisive!: boolean;
  @Field(() => String, always('The finding in English.', '判定(英文)。')) sentence!: string;
  @Field(() => String, always('The finding in Chinese.', '判定(中文)。')) sentenceZh!: string;
  @Field(() => [SourceType], always('The documents and clauses.', '依据。')) source!: Source[];
  @Field(() => [FactType], always('The figures.', '数据。')) inputs!: Fact[];
}

@ObjectType('Bid', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: bidSeen.words(
    'A declared price for one product in one lot; sealed until the round is opened.',
    '某产品在某竞价单元的申报价,开标前密封。',
  ),
})
export class BidType extends RecordedType {
  @Field(
    () => DecimalScalar,
    maybe('The declared price in yuan per price unit; null while sealed or not on record.', '申报价,元/计价单位;密封或未记录时为空。'),
  )
  price!: string | null;
  @Field(
    () => DecimalScalar,
    maybe(
      'The price by which bids are compared, in yuan per counting unit; null while sealed or not on record.',
      '单位可比价,元/计数单位;密封或未记录时为空。',
    ),
  )
  comparableUnitPrice!: string | null;
  @Field(() => String, always('The unit of the price as declared: a tablet, a box.', '申报价的计价单位:片、盒等。')) priceUnit!: string;
  @Field(() => Int, maybe('Counting units in one price unit.', '每计价单位所含计数单位数。')) unitsPerPriceUnit!: number | null;
  @Field(
    () => QuantityScalar,
    maybe('The yearly capacity that the enterprise declares, in counting units.', '企业申报的年产能(计数单位)。'),
  )
  declaredCapacity!: number | null;
  @Field(
    () => Boolean,
    maybe(
      'Whether the enterprise declares that the price is not below cost; null where not on record.',
      '企业是否声明不低于成本价;未记录时为空。',
    ),
  )
  declaredNotBelowCost!: boolean | null;
  @Field(
    () => String,
    maybe(
      'The receipt of a sealed bid: SHA-256 in hex over the bid, its price and a salt; null for bids that were never sealed here. Checked as the README says.',
      '密封申报的回执:对申报内容、价格与盐值的 SHA-256(十六进制);未在本系统密封的为空。校验方法见 README。',
    ),
  )
  commitment!: string | null;
  @Field(() => String, maybe('The salt of the commitment; null until the opening.', '承诺值的盐值;开标前为空。'))
  commitmentSalt!: string | null;
  @Field(() => String, maybe('A remark on the record.', '备注。')) note!: string | null;
  @Field(() => OriginEnum, always('How the row came into the record.', '录入方式。')) origin!: string;
}

export const BidConnection = connectionOf(BidType, 'Bid', '申报');
