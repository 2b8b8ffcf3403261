import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ProductCategoryEnum } from '../catalogue/index.ts';
import { connectionOf } from '../platform/graphql/connection.type.ts';
import { always, bilingual, enumOf, enumValues, maybe } from '../platform/graphql/describe.ts';
import { NodeInterface } from '../platform/graphql/node.ts';
import { RecordedType } from '../platform/graphql/recorded.type.ts';
import { DateScalar, DateTimeScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import { organisers, roundOrigins, roundStatuses } from './round.entity.ts';
import { roundSeen } from './rights.ts';

export const OrganiserEnum = enumOf(organisers);
registerEnumType(OrganiserEnum, {
  name: 'Organiser',
  description: bilingual('Who organises a round.', '组织层级。'),
  valuesConfig: enumValues({
    NATIONAL: ['The state (joint procurement office).', '国家组织(联合采购办公室)。'],
    ALLIANCE: ['An alliance of provinces.', '省际联盟。'],
    PROVINCIAL: ['A province.', '省级。'],
  }),
});

export const RoundStatusEnum = enumOf(roundStatuses);
registerEnumType(RoundStatusEnum, {
  name: 'RoundStatus',
  description: bilingual('Where a round stands.', '批次状态。'),
  valuesConfig: enumValues({
    DRAFT: ['Being prepared.', '准备中。'],
    DEMAND_REPORTING: ['Institutions report demand.', '医疗机构报量。'],
    BIDDING: ['Enterprises bid; bids are sealed.', '企业申报,报价密封。'],
    OPENED: ['The bids are opened.', '已开标。'],
    PROPOSED: ['A selection is proposed.', '已拟中选。'],
    PUBLICISED: ['The proposed selection is published for objections.', '拟中选结果公示中。'],
    FINAL: ['The selection is final.', '中选结果已公布。'],
    IN_FORCE: ['The result is used.', '执行中。'],
    EXPIRED: ['The term is over.', '采购周期届满。'],
    RENEWED: ['A renewal has taken over.', '已接续。'],
  }),
});

const RoundOriginEnum = enumOf(roundOrigins);
registerEnumType(RoundOriginEnum, {
  name: 'RoundOrigin',
  description: bilingual('How the result of a round came into the record.', '批次结果的录入方式。'),
  valuesConfig: enumValues({
    RECORDED: ['Decided here; final by the approval of a second person.', '在本系统办理,结果经第二人批准后公布。'],
    PUBLIC_SOURCE: ['Taken from public sources with its result.', '结果取自公开来源。'],
    BEFORE_APPROVALS: [
      'Decided here and final before a second person was asked for; it has no approval.',
      '在本系统办理,公布时尚无第二人批准制度,故无批准记录。',
    ],
  }),
});

@ObjectType('PublishedFigures', {
  simpleResolvers: true,
  description: bilingual(
    'Figures of a round as they were published; not computed from the rows of this system.',
    '官方公布的批次数据,并非由本系统数据计算。',
  ),
})
export class PublishedFiguresType {
  @Field(() => String, maybe('The term, in the words of the source.', '采购周期(来源表述)。')) termAsPublished!: string | null;
  @Field(() => String, maybe('The volume, in the words of the source.', '采购量(来源表述)。')) volumeAsPublished!: string | null;
  @Field(() => Int, maybe('Varieties tendered.', '采购品种数。')) tenderedVarieties!: number | null;
  @Field(() => Int, maybe('Varieties with a selected product.', '成功采购的品种数。')) selectedVarieties!: number | null;
  @Field(() => Int, maybe('Enterprises that bid.', '申报企业数。')) biddingEnterprises!: number | null;
  @Field(() => Int, maybe('Products bid for.', '申报产品数。')) bidProducts!: number | null;
  @Field(() => Int, maybe('Enterprises selected.', '中选企业数。')) selectedEnterprises!: number | null;
  @Field(() => Int, maybe('Products selected.', '中选产品数。')) selectedProductCount!: number | null;
  @Field(() => DecimalScalar, maybe('Average cut of the price, in percent.', '平均降幅(%)。')) averageCutPercent!: string | null;
  @Field(() => DecimalScalar, maybe('Largest cut of the price, in percent.', '最高降幅(%)。')) maximumCutPercent!: string | null;
  @Field(() => Int, maybe('Institutions that reported demand.', '报量医疗机构数。')) reportingInstitutions!: number | null;
  @Field(() => QuantityScalar, maybe('First-year quantity, in counting units.', '首年采购量(计数单位)。')) firstYearQuantity!:
    | number
    | null;
  @Field(() => DecimalScalar, maybe('Yearly saving as published, in yuan.', '公布的年节约金额(元)。')) savingAsPublished!: string | null;
}

@ObjectType('RoundTransition', {
  simpleResolvers: true,
  description: bilingual('A recorded act that moved a round to its next status.', '推动批次进入下一状态的操作记录。'),
})
export class RoundTransitionType {
  @Field(() => String, always('The act.', '操作。')) action!: string;
  @Field(() => RoundStatusEnum, always('From this status.', '原状态。')) fromStatus!: string;
  @Field(() => RoundStatusEnum, always('To this status.', '新状态。')) toStatus!: string;
  @Field(() => DateScalar, always('The day of the act.', '操作日期。')) occurredOn!: string;
  @Field(() => String, maybe('The reason given.', '理由。')) reason!: string | null;
  @Field(() => String, always('Who recorded it.', '录入人。')) recordedBy!: string;
  @Field(() => DateTimeScalar, always('When it was recorded.', '录入时刻。')) recordedAt!: Date;
}

@ObjectType('Round', {
  implements: NodeInterface,
  simpleResolvers: true,
  description: roundSeen.words('A procurement round (batch): demand, bids and what was selected.', '采购批次:报量、申报与中选结果。'),
})
export class RoundType extends RecordedType {
  @Field(() => String, always('The business code, such as GH-HD2020-1.', '业务代码,如 GH-HD2020-1。')) code!: string;
  @Field(() => String, always('The name in Chinese.', '中文名称。')) name!: string;
  @Field(() => String, maybe('The name in English.', '英文名称。')) nameEn!: string | null;
  @Field(() => ProductCategoryEnum, always('What is procured.', '采购类别。')) category!: string;
  @Field(() => OrganiserEnum, always('Who organises it.', '组织层级。')) organiser!: string;
  @Field(() => String, always('The scheme whose rules apply.', '适用的规则方案。')) scheme!: string;
  @Field(() => RoundStatusEnum, always('Where it stands.', '状态。')) status!: string;
  @Field(() => DateScalar, maybe('The day on which the bids were opened.', '开标日期。')) openedOn!: string | null;
  @Field(() => String, maybe('The place of the opening.', '开标地点。')) place!: string | null;
  @Field(() => DateScalar, maybe('The first day on which the result is used.', '执行首日。')) inForceFrom!: string | null;
  @Field(() => DateScalar, maybe('The day after the last one of the term.', '采购周期末日的次日。')) inForceTo!: string | null;
  @Field(() => String, maybe('A remark on the record.', '备注。')) note!: string | null;
  @Field(() => RoundOriginEnum, always('How its result came into the record.', '结果的录入方式。')) origin!: string;
}

export const RoundConnection = connectionOf(RoundType, 'Round', '批次');
