import { Field, InputType, Int } from 'type-graphql';
import { ProductCategoryEnum, type productCategories } from '../catalogue/index.ts';
import { always, bilingual, maybe } from '../platform/graphql/describe.ts';
import { RecordingInput } from '../platform/graphql/payload.type.ts';
import { DateScalar, DecimalScalar, QuantityScalar } from '../platform/graphql/scalars.ts';
import type { strengthMethods } from './lot.entity.ts';
import { StrengthMethodEnum } from './lot.type.ts';
import type { organisers } from './round.entity.ts';
import { OrganiserEnum } from './round.type.ts';
import type { selectionBases } from './selected-product.entity.ts';
import { SelectionBasisEnum } from './selected-product.type.ts';

@InputType({ description: bilingual('A round to draft.', '要起草的批次。') })
export class DraftRoundInput extends RecordingInput {
  @Field(() => String, always('Its business code, new.', '业务代码(新)。')) code!: string;
  @Field(() => String, always('The name in Chinese.', '中文名称。')) name!: string;
  @Field(() => String, maybe('The name in English.', '英文名称。')) nameEn?: string | null;
  @Field(() => ProductCategoryEnum, always('What is procured.', '采购类别。')) category!: (typeof productCategories)[number];
  @Field(() => OrganiserEnum, always('Who organises it.', '组织层级。')) organiser!: (typeof organisers)[number];
  @Field(() => String, always('The code of the scheme whose rules apply.', '适用的规则方案代码。')) scheme!: string;
  @Field(() => String, maybe('The place of the opening.', '开标地点。')) place?: string | null;
  @Field(() => String, maybe('For a renewal: the code of the round that it renews.', '接续批次:所接续批次的代码。')) renewsRoundCode?:
    | string
    | null;
  @Field(() => String, maybe('The code of the procurement document.', '采购文件代码。')) policyDocumentCode?: string | null;
  @Field(() => String, maybe('A remark.', '备注。')) note?: string | null;
}

@InputType({ description: bilingual('A lot to add to a round.', '要加入批次的竞价单元。') })
export class AddLotInput extends RecordingInput {
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(() => String, always('The code of the lot, new within the round.', '竞价单元代码,批次内唯一。')) code!: string;
  @Field(() => String, always('The name in Chinese.', '中文名称。')) name!: string;
  @Field(() => String, maybe('The name in English.', '英文名称。')) nameEn?: string | null;
  @Field(() => String, always('What one unit of quantity is.', '计数单位。')) countingUnit!: string;
  @Field(() => DecimalScalar, maybe('The ceiling, yuan per counting unit.', '最高有效申报价,元/计数单位。')) ceilingPrice?: string | null;
  @Field(() => DecimalScalar, maybe('The price before, yuan per counting unit.', '集采前价格,元/计数单位。')) priceBefore?: string | null;
  @Field(() => QuantityScalar, maybe('The national base volume, in counting units.', '全国采购量基数(计数单位)。')) baseQuantity?:
    | number
    | null;
  @Field(
    () => Boolean,
    maybe('Whether the shares of the antibacterial list apply; false unless given.', '是否适用抗菌药物带量比例,默认否。'),
  )
  antibacterial?: boolean | null;
  @Field(() => StrengthMethodEnum, maybe('How strengths are brought together; NONE unless given.', '含量折算方法,默认不折算。'))
  strengthMethod?: (typeof strengthMethods)[number] | null;
  @Field(() => DecimalScalar, maybe('The strength to which prices are brought.', '折算基准含量。')) referenceStrength?: string | null;
  @Field(() => String, maybe('A remark.', '备注。')) note?: string | null;
}

@InputType({ description: bilingual("A step of a round's life.", '批次的一步操作。') })
export class StepInput extends RecordingInput {
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(() => DateScalar, maybe('The day of the act; today unless given. Never in the future.', '操作日期,默认今日,不得晚于今日。')) on?:
    | string
    | null;
  @Field(() => String, maybe('The reason.', '理由。')) reason?: string | null;
}

@InputType({ description: bilingual('A round whose bids are to be judged.', '要评审申报的批次。') })
export class EvaluateBidsInput extends RecordingInput {
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
}

@InputType({ description: bilingual('The demand of one institution in a lot.', '某医疗机构在某竞价单元的报量。') })
export class ReportDemandInput extends RecordingInput {
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(() => String, always('The code of the lot.', '竞价单元代码。')) lotCode!: string;
  @Field(() => String, always('The code of the institution.', '医疗机构代码。')) institutionCode!: string;
  @Field(() => String, maybe('The code of the product, where the round asks for brands.', '产品代码(按品牌报量时)。')) productCode?:
    | string
    | null;
  @Field(() => QuantityScalar, always('The demand of a year, in counting units.', '年需求量(计数单位)。')) quantity!: number;
}

@InputType({ description: bilingual('A bid, sealed until the round is opened.', '申报,开标前密封。') })
export class SubmitBidInput extends RecordingInput {
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(() => String, always('The code of the lot.', '竞价单元代码。')) lotCode!: string;
  @Field(() => String, always('The code of the product; its holder is the bidder.', '产品代码;持有人即申报企业。')) productCode!: string;
  @Field(() => DecimalScalar, always('The declared price, yuan per price unit, at most 4 decimals.', '申报价,元/计价单位,最多四位小数。'))
  price!: string;
  @Field(() => String, always('What the price is for: a tablet, a box.', '计价单位:片、盒等。')) priceUnit!: string;
  @Field(() => Int, { ...always('Counting units in one price unit.', '每计价单位所含计数单位数。'), defaultValue: 1 })
  unitsPerPriceUnit!: number;
  @Field(() => QuantityScalar, always('The yearly capacity declared, in counting units.', '申报的年产能(计数单位)。'))
  declaredCapacity!: number;
  @Field(() => Boolean, always('The declaration that the price is not below cost.', '不低于成本价的声明。')) declaredNotBelowCost!: boolean;
  @Field(() => String, maybe('A remark.', '备注。')) note?: string | null;
}

@InputType({ description: bilingual('The order in which a winner wishes for regions.', '中选企业选择供应地区的意愿顺序。') })
export class RegionChoiceInput {
  @Field(() => String, always('The code of the winning product.', '拟中选产品代码。')) productCode!: string;
  @Field(() => Int, { ...always('Whose turn is first among equal prices.', '价格相同时的选区先后。'), defaultValue: 0 }) turn!: number;
  @Field(() => [String], always('Codes of provinces, the most wished first.', '省份代码,按意愿先后。')) wishes!: string[];
  @Field(() => [String], { ...always('Codes of provinces to back up.', '备供省份代码。'), defaultValue: [] }) backupWishes!: string[];
}

@InputType({ description: bilingual('What an institution moves to a selected product.', '医疗机构重新分配给中选产品的数量。') })
export class ReassignmentInput {
  @Field(() => String, always('The code of the institution.', '医疗机构代码。')) institutionCode!: string;
  @Field(() => String, always('The code of the selected product.', '中选产品代码。')) productCode!: string;
  @Field(() => QuantityScalar, always('The quantity, in counting units.', '数量(计数单位)。')) quantity!: number;
}

@InputType({ description: bilingual('What a lot needs beyond its bids and demand.', '竞价单元除申报与报量外所需内容。') })
export class LotProposalInput {
  @Field(() => String, always('The code of the lot.', '竞价单元代码。')) lotCode!: string;
  @Field(() => DecimalScalar, maybe('The share chosen, where the scheme names a range, in percent.', '规则给出区间时选定的带量比例(%)。'))
  chosenPercent?: string | null;
  @Field(() => [RegionChoiceInput], maybe('The wishes of the winners, where regions are chosen.', '选区意愿(需选区时)。')) choices?:
    | RegionChoiceInput[]
    | null;
  @Field(() => [ReassignmentInput], maybe('What institutions move from non-selected products.', '由未中选产品重新分配的数量。'))
  reassignments?: ReassignmentInput[] | null;
}

@InputType({ description: bilingual('A selection to propose.', '要提出的拟中选结果。') })
export class ProposeSelectionInput extends StepInput {
  @Field(() => Int, always('The first agreement year: the year in which it begins.', '首个协议年度(起始年份)。')) agreementYear!: number;
  @Field(() => [LotProposalInput], maybe('What single lots need.', '各竞价单元所需内容。')) lots?: LotProposalInput[] | null;
}

@InputType({
  description: bilingual(
    'A result to put in force: for termYears, until lastDay, or for the term that the rules give.',
    '要执行的结果:给出年数、截止日期,或依规则确定周期。',
  ),
})
export class PutRoundInForceInput extends StepInput {
  @Field(() => DateScalar, always('The first day of the term.', '采购周期首日。')) inForceFrom!: string;
  @Field(() => Int, maybe('The term in years.', '采购周期年数。')) termYears?: number | null;
  @Field(() => DateScalar, maybe('The last day of the term.', '采购周期末日。')) lastDay?: string | null;
}

@InputType({ description: bilingual('A round to mark as renewed.', '要标记为已接续的批次。') })
export class RenewRoundInput extends StepInput {
  @Field(() => String, always('The code of the round that has renewed it.', '接续该批次的批次代码。')) renewalCode!: string;
}

@InputType({ description: bilingual('An outcome: price and quantity together.', '采购结果:价格与数量同时给出。') })
export class RecordOutcomeInput extends RecordingInput {
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(() => String, always('The code of the lot.', '竞价单元代码。')) lotCode!: string;
  @Field(() => String, always('The code of the product.', '产品代码。')) productCode!: string;
  @Field(() => SelectionBasisEnum, always('How it was selected.', '中选方式。')) basis!: (typeof selectionBases)[number];
  @Field(() => [String], maybe("The authority's experts; needed for a negotiated result.", '医保方谈判专家(谈判结果必填)。')) experts?:
    | string[]
    | null;
  @Field(() => Int, maybe('Its place by price.', '名次。')) rank?: number | null;
  @Field(
    () => DecimalScalar,
    maybe('The winning price, yuan per price unit; an outcome without it is refused.', '中选价,元/计价单位;缺少则拒绝。'),
  )
  winningPrice?: string | null;
  @Field(() => String, always('What the price is for.', '计价单位。')) priceUnit!: string;
  @Field(() => DecimalScalar, maybe('The price before, same unit.', '集采前价格,单位相同。')) priceBefore?: string | null;
  @Field(
    () => QuantityScalar,
    maybe('The agreed quantity of the first year; an outcome without it is refused.', '首年约定采购量;缺少则拒绝。'),
  )
  agreedQuantity?: number | null;
  @Field(() => String, maybe('A remark.', '备注。')) note?: string | null;
}

@InputType({ description: bilingual('A winning price to correct.', '要更正的中选价。') })
export class CorrectWinningPriceInput extends RecordingInput {
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(() => String, always('The code of the lot.', '竞价单元代码。')) lotCode!: string;
  @Field(() => String, always('The code of the selected product.', '中选产品代码。')) productCode!: string;
  @Field(
    () => DecimalScalar,
    always('The right price, yuan per price unit, at most 4 decimals.', '正确的中选价,元/计价单位,最多四位小数。'),
  )
  winningPrice!: string;
  @Field(() => String, always('The reason; it is kept with the correction.', '理由,与更正记录一并保存。')) reason!: string;
}

@InputType({ description: bilingual('The commitment of one institution.', '某医疗机构的约定采购量。') })
export class InstitutionVolumeInput {
  @Field(() => String, always('The code of the institution.', '医疗机构代码。')) institutionCode!: string;
  @Field(() => QuantityScalar, always('The quantity, in counting units.', '数量(计数单位)。')) quantity!: number;
}

@InputType({ description: bilingual('Agreed volumes of one selected product and agreement year.', '某中选产品某协议年度的约定采购量。') })
export class RecordAgreedVolumesInput extends RecordingInput {
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(() => String, maybe('The code of the lot; needed where the product won in several.', '竞价单元代码(产品在多个单元中选时必填)。'))
  lotCode?: string | null;
  @Field(() => String, always('The code of the selected product.', '中选产品代码。')) productCode!: string;
  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(() => [InstitutionVolumeInput], always('1 to 1,000 institutions.', '1 至 1,000 家医疗机构。')) volumes!: InstitutionVolumeInput[];
}

@InputType({ description: bilingual('A change of an agreed volume.', '约定采购量的变更。') })
export class AmendAgreedVolumeInput extends RecordingInput {
  @Field(() => String, always('The code of the round.', '批次代码。')) roundCode!: string;
  @Field(() => String, maybe('The code of the lot; needed where the product won in several.', '竞价单元代码(产品在多个单元中选时必填)。'))
  lotCode?: string | null;
  @Field(() => String, always('The code of the selected product.', '中选产品代码。')) productCode!: string;
  @Field(() => String, always('The code of the institution.', '医疗机构代码。')) institutionCode!: string;
  @Field(() => Int, always('The agreement year.', '协议年度。')) agreementYear!: number;
  @Field(() => QuantityScalar, always('The new quantity, in counting units.', '变更后数量(计数单位)。')) quantity!: number;
  @Field(() => String, always('The reason; it is kept with the author and the time.', '理由,与录入人和时间一并保存。')) reason!: string;
}
