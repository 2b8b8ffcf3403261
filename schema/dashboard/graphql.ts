/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/**
 * Acceptance checks to record.
 *
 * 要录入的验收结果。
 */
export type AcceptDeliveriesInput = {
  /**
   * What becomes of the others when a row is refused.
   *
   * 有行被拒绝时其余各行的处理方式。
   */
  errorPolicy?: ErrorPolicy;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * At most 10,000.
   *
   * 至多 10000 行。
   */
  rows: Array<DeliveryAcceptanceInput>;
};

/**
 * A lot to add to a round.
 *
 * 要加入批次的竞价单元。
 */
export type AddLotInput = {
  /**
   * Whether the shares of the antibacterial list apply; false unless given.
   *
   * 是否适用抗菌药物带量比例,默认否。
   */
  antibacterial?: boolean | null | undefined;
  /**
   * The national base volume, in counting units.
   *
   * 全国采购量基数(计数单位)。
   */
  baseQuantity?: number | null | undefined;
  /**
   * The ceiling, yuan per counting unit.
   *
   * 最高有效申报价,元/计数单位。
   */
  ceilingPrice?: string | null | undefined;
  /**
   * The code of the lot, new within the round.
   *
   * 竞价单元代码,批次内唯一。
   */
  code: string;
  /**
   * What one unit of quantity is.
   *
   * 计数单位。
   */
  countingUnit: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The name in Chinese.
   *
   * 中文名称。
   */
  name: string;
  /**
   * The name in English.
   *
   * 英文名称。
   */
  nameEn?: string | null | undefined;
  /**
   * A remark.
   *
   * 备注。
   */
  note?: string | null | undefined;
  /**
   * The price before, yuan per counting unit.
   *
   * 集采前价格,元/计数单位。
   */
  priceBefore?: string | null | undefined;
  /**
   * The strength to which prices are brought.
   *
   * 折算基准含量。
   */
  referenceStrength?: string | null | undefined;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
  /**
   * How strengths are brought together; NONE unless given.
   *
   * 含量折算方法,默认不折算。
   */
  strengthMethod?: StrengthMethod | null | undefined;
};

/**
 * Which rows of a list of Agreement; all fields given must hold.
 *
 * Agreement 列表的筛选条件,所给各项须同时满足。
 */
export type AgreementListFilter = {
  /**
   * The agreement year.
   *
   * 协议年度。
   */
  agreementYear?: QuantityFilter | null | undefined;
  /**
   * All of these hold.
   *
   * 全部满足。
   */
  and?: Array<AgreementListFilter> | null | undefined;
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode?: TextFilter | null | undefined;
  /**
   * The enterprise's business code.
   *
   * 企业业务代码。
   */
  enterpriseCode?: CodeFilter | null | undefined;
  /**
   * The agreement is in force on this day.
   *
   * 协议在该日有效。
   */
  inForceOn?: string | null | undefined;
  /**
   * The first day on which it no longer holds.
   *
   * 失效首日(不含)。
   */
  inForceTo?: DateFilter | null | undefined;
  /**
   * The institution's business code.
   *
   * 医疗机构业务代码。
   */
  institutionCode?: CodeFilter | null | undefined;
  /**
   * This does not hold.
   *
   * 不满足。
   */
  not?: AgreementListFilter | null | undefined;
  /**
   * The number.
   *
   * 协议编号。
   */
  number?: TextFilter | null | undefined;
  /**
   * At least one of these holds.
   *
   * 至少满足一项。
   */
  or?: Array<AgreementListFilter> | null | undefined;
  /**
   * The product's business code.
   *
   * 产品业务代码。
   */
  productCode?: CodeFilter | null | undefined;
};

/**
 * A change of an agreed volume.
 *
 * 约定采购量的变更。
 */
export type AmendAgreedVolumeInput = {
  /**
   * The agreement year.
   *
   * 协议年度。
   */
  agreementYear: number;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the institution.
   *
   * 医疗机构代码。
   */
  institutionCode: string;
  /**
   * The code of the lot; needed where the product won in several.
   *
   * 竞价单元代码(产品在多个单元中选时必填)。
   */
  lotCode?: string | null | undefined;
  /**
   * The code of the selected product.
   *
   * 中选产品代码。
   */
  productCode: string;
  /**
   * The new quantity, in counting units.
   *
   * 变更后数量(计数单位)。
   */
  quantity: number;
  /**
   * The reason; it is kept with the author and the time.
   *
   * 理由,与录入人和时间一并保存。
   */
  reason: string;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
};

/**
 * A distributor to appoint.
 *
 * 要选定的配送企业。
 */
export type AppointDistributorInput = {
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode: string;
  /**
   * The code of the distributor.
   *
   * 配送企业代码。
   */
  distributorCode: string;
  /**
   * The first day, not in the future.
   *
   * 选定首日,不得晚于今日。
   */
  effectiveFrom: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the lot; needed where the product won in several.
   *
   * 竞价单元代码(产品在多个单元中选时必填)。
   */
  lotCode?: string | null | undefined;
  /**
   * Who is paid for what it brings.
   *
   * 所送货物的收款方。
   */
  payee?: Payee;
  /**
   * The code of the selected product, its own.
   *
   * 本企业中选产品代码。
   */
  productCode: string;
  /**
   * The reason.
   *
   * 理由。
   */
  reason?: string | null | undefined;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
};

/**
 * Where a bid stands; from INVALID on it is the outcome.
 *
 * 申报状态;自 INVALID 起即为结果。
 */
export type BidStatus =
  /**
   * Invalid, for instance above the ceiling.
   *
   * 无效,例如高于最高有效申报价。
   */
  | 'INVALID'
  /**
   * Too few bidders: to be negotiated.
   *
   * 申报企业不足,进入议价谈判。
   */
  | 'NEGOTIATE'
  /**
   * Shortlisted, but not selected.
   *
   * 入围但未中选。
   */
  | 'NOT_SELECTED'
  /**
   * Valid, but beyond the number shortlisted.
   *
   * 有效但未入围。
   */
  | 'NOT_SHORTLISTED'
  /**
   * Opened, not yet evaluated.
   *
   * 已开标,未评审。
   */
  | 'OPENED'
  /**
   * Proposed for selection.
   *
   * 拟中选。
   */
  | 'PROPOSED'
  /**
   * Sealed until the round is opened.
   *
   * 密封,待开标。
   */
  | 'SEALED'
  /**
   * Selected.
   *
   * 中选。
   */
  | 'SELECTED'
  /**
   * A figure, a competing bid or a rule is not on record.
   *
   * 缺少数据、竞争报价或规则,无法判定。
   */
  | 'UNDECIDED'
  /**
   * Selected, but withdrawn later.
   *
   * 中选后退出。
   */
  | 'WITHDRAWN';

/**
 * The end of a prepayment, once its agreement year is over.
 *
 * 协议年度届满后的预付金清结。
 */
export type ClosePrepaymentInput = {
  /**
   * The agreement year.
   *
   * 协议年度。
   */
  agreementYear: number;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the institution.
   *
   * 医疗机构代码。
   */
  institutionCode: string;
  /**
   * The day of the movement; today unless given. Never in the future or before the previous movement.
   *
   * 变动日期,默认今日;不得晚于今日或早于上一笔变动。
   */
  on?: string | null | undefined;
  /**
   * Your reference, unique among the movements of its kind.
   *
   * 凭证号,同类变动内唯一。
   */
  reference: string;
  /**
   * What becomes of the rest.
   *
   * 余额处理方式。
   */
  rest: PrepaymentRestUse;
};

/**
 * A question about a business code.
 *
 * 业务代码条件。
 */
export type CodeFilter = {
  /**
   * Equal to this.
   *
   * 等于。
   */
  eq?: string | null | undefined;
  /**
   * One of these.
   *
   * 属于其中之一。
   */
  in?: Array<string> | null | undefined;
};

/**
 * On what both sides agree.
 *
 * 双方达成一致的条件。
 */
export type ConcludeNegotiationInput = {
  /**
   * The agreed quantity, in counting units, where there is one.
   *
   * 约定数量(计数单位),如有。
   */
  agreedQuantity?: number | null | undefined;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The first day of the agreement period.
   *
   * 协议期首日。
   */
  inForceFrom: string;
  /**
   * The minutes: how it was agreed. The enterprise reads them.
   *
   * 谈判记录,企业可见。
   */
  minutes: string;
  /**
   * The code of the talk.
   *
   * 谈判代码。
   */
  negotiationCode: string;
  /**
   * The day; today unless given.
   *
   * 日期,默认今日。
   */
  on?: string | null | undefined;
  /**
   * For what the fund pays.
   *
   * 支付范围。
   */
  paymentScope: string;
  /**
   * The price, yuan per counting unit: the payment standard.
   *
   * 成交价,即支付标准,元/计数单位。
   */
  price: string;
};

/**
 * How far a row may be trusted.
 *
 * 数据的可信程度。
 */
export type Confidence =
  /**
   * Recorded by an expert, read in a public text, or held certain by whoever compiled the row; its provenance says which.
   *
   * 由专家录入、见于公开文本,或编录者确信无疑;来源中注明。
   */
  | 'HIGH'
  /**
   * A weak recollection or an inference.
   *
   * 模糊记忆或推断。
   */
  | 'LOW'
  /**
   * Likely right: printed unclearly, read for a neighbouring case, or remembered.
   *
   * 很可能正确:原文表述不清、见于相近事例或凭记忆。
   */
  | 'MEDIUM'
  /**
   * Made for demonstration; no real figure.
   *
   * 演示用的合成数据,并非真实数据。
   */
  | 'SYNTHETIC';

/**
 * How a standard comes down to its target.
 *
 * 支付标准的调整方式。
 */
export type ConvergenceMode =
  /**
   * Equal steps, every half-year.
   *
   * 每半年等额调整。
   */
  | 'HALF_YEARS'
  /**
   * The steps that are given.
   *
   * 按所给步骤调整。
   */
  | 'OWN_STEPS'
  /**
   * Equal steps, every quarter.
   *
   * 每季度等额调整。
   */
  | 'QUARTERS'
  /**
   * Equal steps, every year.
   *
   * 每年等额调整。
   */
  | 'YEARS';

/**
 * One step: the amount from a day on.
 *
 * 一步:自某日起的金额。
 */
export type ConvergenceStepInput = {
  /**
   * Yuan per price unit, above 0, at most 4 decimals.
   *
   * 每计价单位金额(元),大于 0,最多四位小数。
   */
  amount: string;
  /**
   * The first day.
   *
   * 执行首日。
   */
  effectiveFrom: string;
};

/**
 * What is allowed, but should be looked at.
 *
 * 允许但须留意的事项。
 */
export type ConvergenceWarningKind =
  /**
   * The cap lies above every price that it rests on.
   *
   * 支付上限高于全部成交价。
   */
  | 'CAP_ABOVE_TRANSACTION_PRICES'
  /**
   * The whole way down is one step.
   *
   * 一步调整到位。
   */
  | 'SINGLE_JUMP';

/**
 * A winning price to correct.
 *
 * 要更正的中选价。
 */
export type CorrectWinningPriceInput = {
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the lot.
   *
   * 竞价单元代码。
   */
  lotCode: string;
  /**
   * The code of the selected product.
   *
   * 中选产品代码。
   */
  productCode: string;
  /**
   * The reason; it is kept with the correction.
   *
   * 理由,与更正记录一并保存。
   */
  reason: string;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
  /**
   * The right price, yuan per price unit, at most 4 decimals.
   *
   * 正确的中选价,元/计价单位,最多四位小数。
   */
  winningPrice: string;
};

/**
 * A question about a civil date.
 *
 * 日期条件。
 */
export type DateFilter = {
  /**
   * Equal to this.
   *
   * 等于。
   */
  eq?: string | null | undefined;
  /**
   * This or more, this day or later.
   *
   * 大于等于;不早于。
   */
  gte?: string | null | undefined;
  /**
   * True: not on record. False: on record.
   *
   * true 表示未记录,false 表示已记录。
   */
  isNull?: boolean | null | undefined;
  /**
   * This or less, this day or earlier.
   *
   * 小于等于;不晚于。
   */
  lte?: string | null | undefined;
};

/**
 * A decision on a proposal.
 *
 * 对提案的决定。
 */
export type DecideProposalInput = {
  /**
   * The decision.
   *
   * 决定。
   */
  decision: ProposalDecision;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The opaque id of the proposal.
   *
   * 提案的不透明标识。
   */
  proposalId: string;
  /**
   * The reason; a rejection needs one.
   *
   * 理由;驳回时必填。
   */
  reason?: string | null | undefined;
};

/**
 * The acceptance check of one delivery.
 *
 * 一次到货的验收。
 */
export type DeliveryAcceptanceInput = {
  /**
   * The day of acceptance; it starts the settlement deadline.
   *
   * 验收日期,付款期限自此起算。
   */
  acceptedOn: string;
  /**
   * Accepted, in counting units; may be 0.
   *
   * 验收合格数量(计数单位),可为 0。
   */
  acceptedQuantity: number;
  /**
   * The number of the agreement.
   *
   * 协议编号。
   */
  agreementNumber: string;
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode: string;
  /**
   * The number of the delivery of that order.
   *
   * 到货单编号。
   */
  deliveryNumber: string;
  /**
   * The number of the order under it.
   *
   * 订单编号。
   */
  orderNumber: string;
  /**
   * Rejected, in counting units; may be 0.
   *
   * 拒收数量(计数单位),可为 0。
   */
  rejectedQuantity: number;
  /**
   * Why; needed where something was rejected.
   *
   * 拒收原因(有拒收时必填)。
   */
  rejectionReason?: string | null | undefined;
};

/**
 * A delivery of part or all of an order.
 *
 * 订单的一次到货(部分或全部)。
 */
export type DeliveryToRecordInput = {
  /**
   * The number of the agreement.
   *
   * 协议编号。
   */
  agreementNumber: string;
  /**
   * The code of the pooling area of the agreement.
   *
   * 协议所属统筹区代码。
   */
  areaCode: string;
  /**
   * The day on which it came.
   *
   * 到货日期。
   */
  deliveredOn: string;
  /**
   * The number of the delivery, new within the order.
   *
   * 到货单编号,订单内唯一。
   */
  number: string;
  /**
   * The number of the order.
   *
   * 订单编号。
   */
  orderNumber: string;
  /**
   * The quantity, in counting units.
   *
   * 数量(计数单位)。
   */
  quantity: number;
};

/**
 * What demand statistics are about; all fields given must hold.
 *
 * 报量统计范围,所给各项须同时满足。
 */
export type DemandStatisticsFilter = {
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode?: CodeFilter | null | undefined;
  /**
   * The business code of the enterprise that holds the product; for EXPERT, APPROVER and AUDITOR.
   *
   * 产品持有企业业务代码;仅限 EXPERT、APPROVER、AUDITOR。
   */
  enterpriseCode?: CodeFilter | null | undefined;
  /**
   * The lot's code.
   *
   * 竞价单元代码。
   */
  lotCode?: CodeFilter | null | undefined;
  /**
   * The product's business code; for EXPERT, APPROVER and AUDITOR.
   *
   * 产品业务代码;仅限 EXPERT、APPROVER、AUDITOR。
   */
  productCode?: CodeFilter | null | undefined;
  /**
   * The round's business code.
   *
   * 批次代码。
   */
  roundCode?: CodeFilter | null | undefined;
  /**
   * True: demonstration data alone. False: without it.
   *
   * true 仅统计演示数据,false 不含演示数据。
   */
  synthetic?: boolean | null | undefined;
};

/**
 * A round to draft.
 *
 * 要起草的批次。
 */
export type DraftRoundInput = {
  /**
   * What is procured.
   *
   * 采购类别。
   */
  category: ProductCategory;
  /**
   * Its business code, new.
   *
   * 业务代码(新)。
   */
  code: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The name in Chinese.
   *
   * 中文名称。
   */
  name: string;
  /**
   * The name in English.
   *
   * 英文名称。
   */
  nameEn?: string | null | undefined;
  /**
   * A remark.
   *
   * 备注。
   */
  note?: string | null | undefined;
  /**
   * Who organises it.
   *
   * 组织层级。
   */
  organiser: Organiser;
  /**
   * The place of the opening.
   *
   * 开标地点。
   */
  place?: string | null | undefined;
  /**
   * The code of the procurement document.
   *
   * 采购文件代码。
   */
  policyDocumentCode?: string | null | undefined;
  /**
   * For a renewal: the code of the round that it renews.
   *
   * 接续批次:所接续批次的代码。
   */
  renewsRoundCode?: string | null | undefined;
  /**
   * The code of the scheme whose rules apply.
   *
   * 适用的规则方案代码。
   */
  scheme: string;
};

/**
 * Which payables; all fields given must hold.
 *
 * 应付货款的范围,所给各项须同时满足。
 */
export type DueFilter = {
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode?: TextFilter | null | undefined;
  /**
   * The due date.
   *
   * 最迟付款日。
   */
  dueOn?: DateFilter | null | undefined;
  /**
   * The enterprise's business code.
   *
   * 企业业务代码。
   */
  enterpriseCode?: CodeFilter | null | undefined;
  /**
   * The institution's business code.
   *
   * 医疗机构业务代码。
   */
  institutionCode?: CodeFilter | null | undefined;
  /**
   * The product's business code.
   *
   * 产品业务代码。
   */
  productCode?: CodeFilter | null | undefined;
};

/**
 * An appointment of a distributor to end.
 *
 * 要终止的配送企业选定。
 */
export type EndDistributorAppointmentInput = {
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode: string;
  /**
   * The code of the distributor.
   *
   * 配送企业代码。
   */
  distributorCode: string;
  /**
   * The first day on which it no longer holds: after its last order, not in the future.
   *
   * 终止首日(不含):晚于其最后订单日期,不得晚于今日。
   */
  effectiveTo: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the lot; needed where the product won in several.
   *
   * 竞价单元代码(产品在多个单元中选时必填)。
   */
  lotCode?: string | null | undefined;
  /**
   * The code of the selected product, its own.
   *
   * 本企业中选产品代码。
   */
  productCode: string;
  /**
   * The reason.
   *
   * 理由。
   */
  reason: string;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
};

/**
 * That a talk ends without success.
 *
 * 谈判终止而未达成一致。
 */
export type EndNegotiationInput = {
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the talk.
   *
   * 谈判代码。
   */
  negotiationCode: string;
  /**
   * The day; today unless given.
   *
   * 日期,默认今日。
   */
  on?: string | null | undefined;
  /**
   * The reason; the enterprise reads it.
   *
   * 理由,企业可见。
   */
  reason: string;
};

/**
 * What becomes of a batch of which some rows are refused.
 *
 * 批量录入中有行被拒绝时的处理方式。
 */
export type ErrorPolicy =
  /**
   * Nothing is recorded.
   *
   * 全部不录入。
   */
  | 'REJECT_EVERYTHING'
  /**
   * The others are recorded.
   *
   * 录入其余各行。
   */
  | 'REJECT_FAILED_ROWS';

/**
 * A round whose bids are to be judged.
 *
 * 要评审申报的批次。
 */
export type EvaluateBidsInput = {
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
};

/**
 * The commitment of one institution.
 *
 * 某医疗机构的约定采购量。
 */
export type InstitutionVolumeInput = {
  /**
   * The code of the institution.
   *
   * 医疗机构代码。
   */
  institutionCode: string;
  /**
   * The quantity, in counting units.
   *
   * 数量(计数单位)。
   */
  quantity: number;
};

/**
 * Which rows of a list of JournalRecord; all fields given must hold.
 *
 * JournalRecord 列表的筛选条件,所给各项须同时满足。
 */
export type JournalRecordListFilter = {
  /**
   * All of these hold.
   *
   * 全部满足。
   */
  and?: Array<JournalRecordListFilter> | null | undefined;
  /**
   * The chain: the code of a pooling area, or `reference`.
   *
   * 所属链:统筹区代码或 reference。
   */
  chain?: CodeFilter | null | undefined;
  /**
   * This does not hold.
   *
   * 不满足。
   */
  not?: JournalRecordListFilter | null | undefined;
  /**
   * The mutation, or `importFile`.
   *
   * 操作名称或 importFile。
   */
  operation?: CodeFilter | null | undefined;
  /**
   * At least one of these holds.
   *
   * 至少满足一项。
   */
  or?: Array<JournalRecordListFilter> | null | undefined;
  /**
   * The id of the request.
   *
   * 请求标识。
   */
  requestId?: CodeFilter | null | undefined;
  /**
   * The key of the row, its parts joined by `/`.
   *
   * 该行的主键,各部分以 / 连接。
   */
  rowKey?: CodeFilter | null | undefined;
  /**
   * The number in its chain.
   *
   * 在链中的序号。
   */
  seq?: QuantityFilter | null | undefined;
  /**
   * Who did it.
   *
   * 操作人。
   */
  subject?: CodeFilter | null | undefined;
  /**
   * The table that was changed.
   *
   * 被更改的表。
   */
  tableName?: CodeFilter | null | undefined;
};

/**
 * A product to list on the platform of a province.
 *
 * 要在省级平台挂网的产品。
 */
export type ListProductInput = {
  /**
   * The code of the province.
   *
   * 省份代码。
   */
  areaCode: string;
  /**
   * The first day of the listing, not in the future.
   *
   * 挂网首日,不得晚于今日。
   */
  effectiveFrom: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the lot; needed where the product won in several.
   *
   * 竞价单元代码(产品在多个单元中选时必填)。
   */
  lotCode?: string | null | undefined;
  /**
   * The price in yuan; of a selected product its winning price, exactly.
   *
   * 挂网价格(元);中选产品须等于中选价。
   */
  price: string;
  /**
   * What the price is for.
   *
   * 计价单位。
   */
  priceUnit: string;
  /**
   * The code of the product.
   *
   * 产品代码。
   */
  productCode: string;
  /**
   * The reason of an adjustment.
   *
   * 价格调整理由。
   */
  reason?: string | null | undefined;
};

/**
 * What a lot needs beyond its bids and demand.
 *
 * 竞价单元除申报与报量外所需内容。
 */
export type LotProposalInput = {
  /**
   * The wishes of the winners, where regions are chosen.
   *
   * 选区意愿(需选区时)。
   */
  choices?: Array<RegionChoiceInput> | null | undefined;
  /**
   * The share chosen, where the scheme names a range, in percent.
   *
   * 规则给出区间时选定的带量比例(%)。
   */
  chosenPercent?: string | null | undefined;
  /**
   * The code of the lot.
   *
   * 竞价单元代码。
   */
  lotCode: string;
  /**
   * What institutions move from non-selected products.
   *
   * 由未中选产品重新分配的数量。
   */
  reassignments?: Array<ReassignmentInput> | null | undefined;
};

/**
 * A person of the enterprise at the table.
 *
 * 企业到场人员。
 */
export type NegotiationDelegateInput = {
  /**
   * The name.
   *
   * 姓名。
   */
  name: string;
  /**
   * The person, as tokens name it.
   *
   * 人员标识,与令牌一致。
   */
  person: string;
};

/**
 * An expert of the authority's group.
 *
 * 医保方专家组成员。
 */
export type NegotiationExpertInput = {
  /**
   * Whether the group is led by this one.
   *
   * 是否为组长。
   */
  isLeader?: boolean;
  /**
   * The name.
   *
   * 姓名。
   */
  name: string;
  /**
   * The person, as tokens name it.
   *
   * 人员标识,与令牌一致。
   */
  person: string;
};

/**
 * Which rows of a list of Negotiation; all fields given must hold.
 *
 * Negotiation 列表的筛选条件,所给各项须同时满足。
 */
export type NegotiationListFilter = {
  /**
   * All of these hold.
   *
   * 全部满足。
   */
  and?: Array<NegotiationListFilter> | null | undefined;
  /**
   * The business code.
   *
   * 业务代码。
   */
  code?: TextFilter | null | undefined;
  /**
   * The day of the draw.
   *
   * 抽签日期。
   */
  drawnOn?: DateFilter | null | undefined;
  /**
   * The enterprise's business code.
   *
   * 企业业务代码。
   */
  enterpriseCode?: CodeFilter | null | undefined;
  /**
   * This does not hold.
   *
   * 不满足。
   */
  not?: NegotiationListFilter | null | undefined;
  /**
   * At least one of these holds.
   *
   * 至少满足一项。
   */
  or?: Array<NegotiationListFilter> | null | undefined;
  /**
   * The product's business code.
   *
   * 产品业务代码。
   */
  productCode?: CodeFilter | null | undefined;
  /**
   * Where it stands.
   *
   * 谈判状态。
   */
  status?: NegotiationStatusFilter | null | undefined;
};

/**
 * When a price was named.
 *
 * 报价环节。
 */
export type NegotiationOfferKind =
  /**
   * In bargaining.
   *
   * 磋商报价。
   */
  | 'BARGAINING'
  /**
   * The first quote of the enterprise.
   *
   * 企业第一次报价。
   */
  | 'FIRST_QUOTE'
  /**
   * The second quote of the enterprise.
   *
   * 企业第二次报价。
   */
  | 'SECOND_QUOTE';

/**
 * How a row came to be on record.
 *
 * 数据的录入方式。
 */
export type NegotiationOrigin =
  /**
   * From a public source; figures may be missing.
   *
   * 取自公开来源,数据可能不全。
   */
  | 'PUBLIC_SOURCE'
  /**
   * Act by act.
   *
   * 逐步录入。
   */
  | 'RECORDED';

/**
 * A side of a talk.
 *
 * 谈判一方。
 */
export type NegotiationSide =
  /**
   * The authority's experts.
   *
   * 医保方。
   */
  | 'AUTHORITY'
  /**
   * The enterprise.
   *
   * 企业方。
   */
  | 'ENTERPRISE';

/**
 * In which capacity a result is signed.
 *
 * 签字身份。
 */
export type NegotiationSignatureCapacity =
  /**
   * The enterprise.
   *
   * 企业。
   */
  | 'ENTERPRISE'
  /**
   * The leader of the group.
   *
   * 专家组组长。
   */
  | 'GROUP_LEADER'
  /**
   * The supervisor.
   *
   * 监督人员。
   */
  | 'SUPERVISOR';

/**
 * Where a talk stands.
 *
 * 谈判状态。
 */
export type NegotiationStatus =
  /**
   * The sides bargain.
   *
   * 双方磋商。
   */
  | 'BARGAINING'
  /**
   * The expected price is sealed.
   *
   * 底价已密封。
   */
  | 'ENVELOPE_SEALED'
  /**
   * It ended without success.
   *
   * 谈判失败。
   */
  | 'FAILED'
  /**
   * The enterprise has quoted once.
   *
   * 企业已第一次报价。
   */
  | 'FIRST_QUOTE'
  /**
   * The group is drawn and the sides are named.
   *
   * 已抽签分组,双方已确定。
   */
  | 'PREPARED'
  /**
   * The enterprise has quoted twice.
   *
   * 企业已第二次报价。
   */
  | 'SECOND_QUOTE'
  /**
   * Both sides agree; it counts with three signatures.
   *
   * 双方达成一致,三方签字后生效。
   */
  | 'SUCCESS';

/**
 * A question about NegotiationStatus.
 *
 * 谈判状态条件。
 */
export type NegotiationStatusFilter = {
  /**
   * Equal to this.
   *
   * 等于。
   */
  eq?: NegotiationStatus | null | undefined;
  /**
   * One of these.
   *
   * 属于其中之一。
   */
  in?: Array<NegotiationStatus> | null | undefined;
};

/**
 * An offer in bargaining.
 *
 * 磋商中的报价。
 */
export type OfferInput = {
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The minutes: what was said at the table. The enterprise reads them.
   *
   * 现场记录,企业可见。
   */
  minutes: string;
  /**
   * The code of the talk.
   *
   * 谈判代码。
   */
  negotiationCode: string;
  /**
   * The day; today unless given.
   *
   * 日期,默认今日。
   */
  on?: string | null | undefined;
  /**
   * The quote, yuan per counting unit.
   *
   * 报价,元/计数单位。
   */
  price: string;
  /**
   * Whose offer it is.
   *
   * 报价方。
   */
  side: NegotiationSide;
};

/**
 * An offset by what was purchased up to the day.
 *
 * 按截至当日采购进度冲抵。
 */
export type OffsetPrepaymentInput = {
  /**
   * The agreement year.
   *
   * 协议年度。
   */
  agreementYear: number;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the institution.
   *
   * 医疗机构代码。
   */
  institutionCode: string;
  /**
   * The day of the movement; today unless given. Never in the future or before the previous movement.
   *
   * 变动日期,默认今日;不得晚于今日或早于上一笔变动。
   */
  on?: string | null | undefined;
  /**
   * Your reference, unique among the movements of its kind.
   *
   * 凭证号,同类变动内唯一。
   */
  reference: string;
};

/**
 * An order to place under an agreement.
 *
 * 依协议下达的订单。
 */
export type OrderToPlaceInput = {
  /**
   * The number of the agreement.
   *
   * 协议编号。
   */
  agreementNumber: string;
  /**
   * The code of the pooling area of the agreement.
   *
   * 协议所属统筹区代码。
   */
  areaCode: string;
  /**
   * The number of the order, new under the agreement.
   *
   * 订单编号,协议内唯一。
   */
  number: string;
  /**
   * The day on which it was placed; the agreement holds on it.
   *
   * 下单日期,须在协议有效期内。
   */
  orderedOn: string;
  /**
   * The quantity, in counting units; it may pass the agreed.
   *
   * 数量(计数单位),可超出约定采购量。
   */
  quantity: number;
};

/**
 * Who organises a round.
 *
 * 组织层级。
 */
export type Organiser =
  /**
   * An alliance of provinces.
   *
   * 省际联盟。
   */
  | 'ALLIANCE'
  /**
   * The state (joint procurement office).
   *
   * 国家组织(联合采购办公室)。
   */
  | 'NATIONAL'
  /**
   * A province.
   *
   * 省级。
   */
  | 'PROVINCIAL';

/**
 * What changed an open payable.
 *
 * 应付货款分录的类型。
 */
export type PayableEntryKind =
  /**
   * A payment; lowers what is open.
   *
   * 付款,冲减未付金额。
   */
  | 'PAYMENT'
  /**
   * Accepted goods that went back; lowers what is open.
   *
   * 退货,冲减未付金额。
   */
  | 'RETURN'
  /**
   * A payment taken back; raises what is open.
   *
   * 付款冲销,恢复未付金额。
   */
  | 'REVERSAL';

/**
 * Which rows of a list of Payable; all fields given must hold.
 *
 * Payable 列表的筛选条件,所给各项须同时满足。
 */
export type PayableListFilter = {
  /**
   * The day of acceptance.
   *
   * 验收日期。
   */
  acceptedOn?: DateFilter | null | undefined;
  /**
   * All of these hold.
   *
   * 全部满足。
   */
  and?: Array<PayableListFilter> | null | undefined;
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode?: TextFilter | null | undefined;
  /**
   * The last day on which it is paid in time.
   *
   * 最迟付款日。
   */
  dueOn?: DateFilter | null | undefined;
  /**
   * The enterprise's business code.
   *
   * 企业业务代码。
   */
  enterpriseCode?: CodeFilter | null | undefined;
  /**
   * The institution's business code.
   *
   * 医疗机构业务代码。
   */
  institutionCode?: CodeFilter | null | undefined;
  /**
   * This does not hold.
   *
   * 不满足。
   */
  not?: PayableListFilter | null | undefined;
  /**
   * At least one of these holds.
   *
   * 至少满足一项。
   */
  or?: Array<PayableListFilter> | null | undefined;
  /**
   * It was overdue on this day.
   *
   * 截至该日逾期未付清。
   */
  overdueOn?: string | null | undefined;
  /**
   * The product's business code.
   *
   * 产品业务代码。
   */
  productCode?: CodeFilter | null | undefined;
  /**
   * The day on which it was paid in full; null for what is open.
   *
   * 付清日期;未付清的为空。
   */
  settledOn?: DateFilter | null | undefined;
};

/**
 * How a payable stands on a day.
 *
 * 应付货款在某日的状态。
 */
export type PayableStatus =
  /**
   * Open, and due within days.
   *
   * 未付清,即将到期。
   */
  | 'DUE_SOON'
  /**
   * Open, and not due yet.
   *
   * 未付清,未到期。
   */
  | 'NOT_DUE'
  /**
   * Open after the due date.
   *
   * 逾期未付清。
   */
  | 'OVERDUE'
  /**
   * Settled by the due date.
   *
   * 已按期付清。
   */
  | 'SETTLED'
  /**
   * Settled after the due date.
   *
   * 已付清,逾期。
   */
  | 'SETTLED_LATE';

/**
 * Who is paid for what an agreement delivers.
 *
 * 协议货款的收款方。
 */
export type Payee =
  /**
   * The distributor that the enterprise appointed.
   *
   * 中选企业选定的配送企业。
   */
  | 'DISTRIBUTOR'
  /**
   * The winning enterprise.
   *
   * 中选企业。
   */
  | 'ENTERPRISE';

/**
 * One payment on the payable of one delivery.
 *
 * 就一次到货应付货款的一笔付款。
 */
export type PaymentInput = {
  /**
   * The number of the agreement.
   *
   * 协议编号。
   */
  agreementNumber: string;
  /**
   * The amount in yuan, at most 2 decimals.
   *
   * 付款金额(元),最多两位小数。
   */
  amount: string;
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode: string;
  /**
   * The number of the delivery of that order.
   *
   * 到货单编号。
   */
  deliveryNumber: string;
  /**
   * The number of the order under it.
   *
   * 订单编号。
   */
  orderNumber: string;
  /**
   * The day of payment.
   *
   * 付款日期。
   */
  paidOn: string;
  /**
   * The reference of the voucher, new for this payable.
   *
   * 凭证号,在该笔应付货款内唯一。
   */
  reference: string;
};

/**
 * Which rows of a list of PaymentStandardPeriod; all fields given must hold.
 *
 * PaymentStandardPeriod 列表的筛选条件,所给各项须同时满足。
 */
export type PaymentStandardPeriodListFilter = {
  /**
   * All of these hold.
   *
   * 全部满足。
   */
  and?: Array<PaymentStandardPeriodListFilter> | null | undefined;
  /**
   * The code of the area.
   *
   * 地区代码。
   */
  areaCode?: TextFilter | null | undefined;
  /**
   * What it rests on.
   *
   * 依据。
   */
  basis?: StandardBasisFilter | null | undefined;
  /**
   * What the record said at the end of this day.
   *
   * 该日终了时的记载。
   */
  knownOn?: string | null | undefined;
  /**
   * This does not hold.
   *
   * 不满足。
   */
  not?: PaymentStandardPeriodListFilter | null | undefined;
  /**
   * At least one of these holds.
   *
   * 至少满足一项。
   */
  or?: Array<PaymentStandardPeriodListFilter> | null | undefined;
  /**
   * The product's business code.
   *
   * 产品业务代码。
   */
  productCode?: CodeFilter | null | undefined;
  /**
   * The first day.
   *
   * 首日。
   */
  validFrom?: DateFilter | null | undefined;
  /**
   * It holds on this day.
   *
   * 在该日适用。
   */
  validOn?: string | null | undefined;
};

/**
 * Orders to place.
 *
 * 要下达的订单。
 */
export type PlaceOrdersInput = {
  /**
   * What becomes of the others when a row is refused.
   *
   * 有行被拒绝时其余各行的处理方式。
   */
  errorPolicy?: ErrorPolicy;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * 1 to 10,000 orders.
   *
   * 1 至 10,000 份订单。
   */
  rows: Array<OrderToPlaceInput>;
};

/**
 * A talk on one drug: who sits at the table.
 *
 * 一项药品谈判及双方人员。
 */
export type PrepareNegotiationInput = {
  /**
   * A business code of your choice.
   *
   * 自定业务代码。
   */
  code: string;
  /**
   * The persons of the enterprise.
   *
   * 企业到场人员。
   */
  delegates: Array<NegotiationDelegateInput>;
  /**
   * The day of the draw; not in the future.
   *
   * 抽签日期,不得晚于今日。
   */
  drawnOn: string;
  /**
   * The code of the enterprise, its holder; exactly one.
   *
   * 企业代码,须为该药品的持有人,仅一家。
   */
  enterpriseCodes: Array<string>;
  /**
   * The group of experts.
   *
   * 专家组。
   */
  experts: Array<NegotiationExpertInput>;
  /**
   * From how many groups it was drawn.
   *
   * 参加抽签的组数。
   */
  groupCount: number;
  /**
   * The number of the group that was drawn.
   *
   * 抽中组别序号。
   */
  groupNumber: number;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * A note; the enterprise reads it.
   *
   * 备注,企业可见。
   */
  note?: string | null | undefined;
  /**
   * The price before, yuan per counting unit; null where none is on record.
   *
   * 谈判前价格,元/计数单位;无记录时为空。
   */
  priceBefore?: string | null | undefined;
  /**
   * The code of the drug.
   *
   * 药品的产品代码。
   */
  productCode: string;
};

/**
 * What becomes of the rest of a prepayment.
 *
 * 预付金余额的处理方式。
 */
export type PrepaymentRestUse =
  /**
   * It becomes part of the prepayment of the next agreement year.
   *
   * 结转至下一协议年度预付金。
   */
  | 'CARRY_OVER'
  /**
   * It goes back to the fund.
   *
   * 退回医保基金。
   */
  | 'RETURN';

/**
 * How a prepayment stands.
 *
 * 预付金状态。
 */
export type PrepaymentStatus =
  /**
   * Less than the minimum is prepaid.
   *
   * 已预付,但低于下限。
   */
  | 'BELOW_MINIMUM'
  /**
   * The year is over; the rest was returned or carried over.
   *
   * 协议年度届满,余额已退回或结转。
   */
  | 'CLOSED'
  /**
   * Nothing is prepaid: the whole minimum is missing.
   *
   * 未预付:应预付下限全部欠付。
   */
  | 'NONE'
  /**
   * At least the minimum is prepaid.
   *
   * 已预付不低于下限。
   */
  | 'SUFFICIENT';

/**
 * What a round or a product is about.
 *
 * 批次或产品的类别。
 */
export type ProductCategory =
  /**
   * Other high-value consumables.
   *
   * 其他高值医用耗材。
   */
  | 'CONSUMABLE'
  /**
   * Drugs.
   *
   * 药品。
   */
  | 'DRUG'
  /**
   * Coronary stents.
   *
   * 冠状动脉支架。
   */
  | 'STENT';

/**
 * What to do with a proposal.
 *
 * 对提案的决定。
 */
export type ProposalDecision =
  /**
   * Do it, exactly as proposed; by another person than proposed it, in the approving role.
   *
   * 批准并按提案执行;由提案人以外的批准角色人员作出。
   */
  | 'APPROVE'
  /**
   * Do not do it; by another person, in the approving role, with a reason.
   *
   * 驳回;由提案人以外的批准角色人员作出,须说明理由。
   */
  | 'REJECT'
  /**
   * Take it back; by the person who proposed it.
   *
   * 撤回;由提案人本人作出。
   */
  | 'WITHDRAW';

/**
 * Which rows of a list of Proposal; all fields given must hold.
 *
 * Proposal 列表的筛选条件,所给各项须同时满足。
 */
export type ProposalListFilter = {
  /**
   * All of these hold.
   *
   * 全部满足。
   */
  and?: Array<ProposalListFilter> | null | undefined;
  /**
   * This does not hold.
   *
   * 不满足。
   */
  not?: ProposalListFilter | null | undefined;
  /**
   * The mutation that was proposed.
   *
   * 所提出的操作。
   */
  operation?: TextFilter | null | undefined;
  /**
   * At least one of these holds.
   *
   * 至少满足一项。
   */
  or?: Array<ProposalListFilter> | null | undefined;
  /**
   * Where it stands.
   *
   * 提案状态。
   */
  status?: ProposalStatusFilter | null | undefined;
};

/**
 * Where a proposal stands.
 *
 * 提案状态。
 */
export type ProposalStatus =
  /**
   * Approved by another person, and done.
   *
   * 已由他人批准并执行。
   */
  | 'APPROVED'
  /**
   * Waits for a decision.
   *
   * 待决定。
   */
  | 'OPEN'
  /**
   * Rejected by another person.
   *
   * 已被他人驳回。
   */
  | 'REJECTED'
  /**
   * Taken back by the person who proposed it.
   *
   * 已由提案人撤回。
   */
  | 'WITHDRAWN';

/**
 * A question about ProposalStatus.
 *
 * 提案状态条件。
 */
export type ProposalStatusFilter = {
  /**
   * Equal to this.
   *
   * 等于。
   */
  eq?: ProposalStatus | null | undefined;
  /**
   * One of these.
   *
   * 属于其中之一。
   */
  in?: Array<ProposalStatus> | null | undefined;
};

/**
 * A cap of a non-selected stent and how it comes down, to be approved.
 *
 * 待批准的非中选支架支付上限及其调整方案。
 */
export type ProposeConvergenceInput = {
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode: string;
  /**
   * The cap, yuan per price unit, above 0, at most 4 decimals.
   *
   * 支付上限(元/计价单位),大于 0,最多四位小数。
   */
  capAmount: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * Whether the product is within the payment scope of the area.
   *
   * 该产品是否在当地医保支付范围内。
   */
  isInScope: boolean;
  /**
   * How it comes down.
   *
   * 调整方式。
   */
  mode: ConvergenceMode;
  /**
   * The code of the product: a stent that is not selected.
   *
   * 产品代码,须为非中选支架。
   */
  productCode: string;
  /**
   * The code of the round whose highest winning price is the target.
   *
   * 批次代码,以其最高中选价为目标。
   */
  roundCode: string;
  /**
   * The notice that sets it.
   *
   * 依据文件。
   */
  source: string;
  /**
   * The first day; unless given the day on which the result of the round took effect in the area.
   *
   * 起始日,默认为当地执行该批次中选结果之日。
   */
  startsOn?: string | null | undefined;
  /**
   * The steps of OWN_STEPS, at most 100; none otherwise.
   *
   * OWN_STEPS 的各步,最多 100 步;其他方式不填。
   */
  steps?: Array<ConvergenceStepInput> | null | undefined;
};

/**
 * A selection to propose.
 *
 * 要提出的拟中选结果。
 */
export type ProposeSelectionInput = {
  /**
   * The first agreement year: the year in which it begins.
   *
   * 首个协议年度(起始年份)。
   */
  agreementYear: number;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * What single lots need.
   *
   * 各竞价单元所需内容。
   */
  lots?: Array<LotProposalInput> | null | undefined;
  /**
   * The day of the act; today unless given. Never in the future.
   *
   * 操作日期,默认今日,不得晚于今日。
   */
  on?: string | null | undefined;
  /**
   * The reason.
   *
   * 理由。
   */
  reason?: string | null | undefined;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
};

/**
 * That an outcome is published.
 *
 * 公布谈判结果。
 */
export type PublishNegotiatedOutcomeInput = {
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The day; today unless given.
   *
   * 日期,默认今日。
   */
  on?: string | null | undefined;
  /**
   * The opaque id of the outcome.
   *
   * 结果的不透明标识。
   */
  outcomeId: string;
};

/**
 * Of which day everybody is told.
 *
 * 通报的截止日与事由。
 */
export type PublishPerformanceInput = {
  /**
   * The last day of a month, not in the future.
   *
   * 截止日,须为月末且不晚于今日。
   */
  asOf: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * On what occasion it is published.
   *
   * 通报事由。
   */
  reason: string;
};

/**
 * A result to put in force: for termYears, until lastDay, or for the term that the rules give.
 *
 * 要执行的结果:给出年数、截止日期,或依规则确定周期。
 */
export type PutRoundInForceInput = {
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The first day of the term.
   *
   * 采购周期首日。
   */
  inForceFrom: string;
  /**
   * The last day of the term.
   *
   * 采购周期末日。
   */
  lastDay?: string | null | undefined;
  /**
   * The day of the act; today unless given. Never in the future.
   *
   * 操作日期,默认今日,不得晚于今日。
   */
  on?: string | null | undefined;
  /**
   * The reason.
   *
   * 理由。
   */
  reason?: string | null | undefined;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
  /**
   * The term in years.
   *
   * 采购周期年数。
   */
  termYears?: number | null | undefined;
};

/**
 * A question about a whole number.
 *
 * 整数条件。
 */
export type QuantityFilter = {
  /**
   * Equal to this.
   *
   * 等于。
   */
  eq?: number | null | undefined;
  /**
   * This or more, this day or later.
   *
   * 大于等于;不早于。
   */
  gte?: number | null | undefined;
  /**
   * This or less, this day or earlier.
   *
   * 小于等于;不晚于。
   */
  lte?: number | null | undefined;
};

/**
 * A quote of the enterprise.
 *
 * 企业报价。
 */
export type QuoteInput = {
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The minutes: what was said at the table. The enterprise reads them.
   *
   * 现场记录,企业可见。
   */
  minutes: string;
  /**
   * The code of the talk.
   *
   * 谈判代码。
   */
  negotiationCode: string;
  /**
   * The day; today unless given.
   *
   * 日期,默认今日。
   */
  on?: string | null | undefined;
  /**
   * The quote, yuan per counting unit.
   *
   * 报价,元/计数单位。
   */
  price: string;
};

/**
 * What an institution moves to a selected product.
 *
 * 医疗机构重新分配给中选产品的数量。
 */
export type ReassignmentInput = {
  /**
   * The code of the institution.
   *
   * 医疗机构代码。
   */
  institutionCode: string;
  /**
   * The code of the selected product.
   *
   * 中选产品代码。
   */
  productCode: string;
  /**
   * The quantity, in counting units.
   *
   * 数量(计数单位)。
   */
  quantity: number;
};

/**
 * Agreed volumes of one selected product and agreement year.
 *
 * 某中选产品某协议年度的约定采购量。
 */
export type RecordAgreedVolumesInput = {
  /**
   * The agreement year.
   *
   * 协议年度。
   */
  agreementYear: number;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the lot; needed where the product won in several.
   *
   * 竞价单元代码(产品在多个单元中选时必填)。
   */
  lotCode?: string | null | undefined;
  /**
   * The code of the selected product.
   *
   * 中选产品代码。
   */
  productCode: string;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
  /**
   * 1 to 1,000 institutions.
   *
   * 1 至 1,000 家医疗机构。
   */
  volumes: Array<InstitutionVolumeInput>;
};

/**
 * Deliveries to record.
 *
 * 要录入的到货。
 */
export type RecordDeliveriesInput = {
  /**
   * What becomes of the others when a row is refused.
   *
   * 有行被拒绝时其余各行的处理方式。
   */
  errorPolicy?: ErrorPolicy;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * 1 to 10,000 deliveries.
   *
   * 1 至 10,000 次到货。
   */
  rows: Array<DeliveryToRecordInput>;
};

/**
 * An outcome: price and quantity together.
 *
 * 采购结果:价格与数量同时给出。
 */
export type RecordOutcomeInput = {
  /**
   * The agreed quantity of the first year; an outcome without it is refused.
   *
   * 首年约定采购量;缺少则拒绝。
   */
  agreedQuantity?: number | null | undefined;
  /**
   * How it was selected.
   *
   * 中选方式。
   */
  basis: SelectionBasis;
  /**
   * The authority's experts; needed for a negotiated result.
   *
   * 医保方谈判专家(谈判结果必填)。
   */
  experts?: Array<string> | null | undefined;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the lot.
   *
   * 竞价单元代码。
   */
  lotCode: string;
  /**
   * A remark.
   *
   * 备注。
   */
  note?: string | null | undefined;
  /**
   * The price before, same unit.
   *
   * 集采前价格,单位相同。
   */
  priceBefore?: string | null | undefined;
  /**
   * What the price is for.
   *
   * 计价单位。
   */
  priceUnit: string;
  /**
   * The code of the product.
   *
   * 产品代码。
   */
  productCode: string;
  /**
   * Its place by price.
   *
   * 名次。
   */
  rank?: number | null | undefined;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
  /**
   * The winning price, yuan per price unit; an outcome without it is refused.
   *
   * 中选价,元/计价单位;缺少则拒绝。
   */
  winningPrice?: string | null | undefined;
};

/**
 * Payments to record.
 *
 * 要录入的付款。
 */
export type RecordPaymentsInput = {
  /**
   * What becomes of the others when a row is refused.
   *
   * 有行被拒绝时其余各行的处理方式。
   */
  errorPolicy?: ErrorPolicy;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * At most 10,000.
   *
   * 至多 10000 行。
   */
  rows: Array<PaymentInput>;
};

/**
 * What the fund prepays a medical institution.
 *
 * 医保基金向医疗机构的预付。
 */
export type RecordPrepaymentInput = {
  /**
   * The agreement year.
   *
   * 协议年度。
   */
  agreementYear: number;
  /**
   * Yuan, above 0, at most 2 decimals.
   *
   * 金额(元),大于零,最多两位小数。
   */
  amount: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The day of the movement; today unless given. Never in the future or before the previous movement.
   *
   * 变动日期,默认今日;不得晚于今日或早于上一笔变动。
   */
  on?: string | null | undefined;
  /**
   * The code of the payee: an institution of your pooling area that has agreements of the year.
   *
   * 收款方代码:本统筹区签有当年协议的医疗机构。
   */
  payeeCode: string;
  /**
   * Your reference, unique among the movements of its kind.
   *
   * 凭证号,同类变动内唯一。
   */
  reference: string;
};

/**
 * What is not supplied: an agreement, or a selected product in a pooling area.
 *
 * 未获供应的协议,或某统筹区内的某中选产品。
 */
export type RecordSupplyComplaintInput = {
  /**
   * The number of the agreement; else name the product.
   *
   * 协议编号;不填则须指明产品。
   */
  agreementNumber?: string | null | undefined;
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode: string;
  /**
   * The evidence.
   *
   * 证据说明。
   */
  evidence: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the lot.
   *
   * 竞价单元代码。
   */
  lotCode?: string | null | undefined;
  /**
   * What was not supplied, in counting units.
   *
   * 未供应数量(计数单位)。
   */
  missingQuantity: number;
  /**
   * Since when; not in the future.
   *
   * 自何日起,不得晚于今日。
   */
  notSuppliedSince: string;
  /**
   * The code of the selected product.
   *
   * 中选产品代码。
   */
  productCode?: string | null | undefined;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode?: string | null | undefined;
};

/**
 * The order in which a winner wishes for regions.
 *
 * 中选企业选择供应地区的意愿顺序。
 */
export type RegionChoiceInput = {
  /**
   * Codes of provinces to back up.
   *
   * 备供省份代码。
   */
  backupWishes?: Array<string>;
  /**
   * The code of the winning product.
   *
   * 拟中选产品代码。
   */
  productCode: string;
  /**
   * Whose turn is first among equal prices.
   *
   * 价格相同时的选区先后。
   */
  turn?: number;
  /**
   * Codes of provinces, the most wished first.
   *
   * 省份代码,按意愿先后。
   */
  wishes: Array<string>;
};

/**
 * A simple renewal of an outcome.
 *
 * 对谈判结果的简易续约。
 */
export type RenewNegotiatedOutcomeInput = {
  /**
   * What the fund spent in the agreement period, in yuan.
   *
   * 协议期内基金实际支出(元)。
   */
  actualSpend: string;
  /**
   * The agreed quantity, in counting units, where there is one.
   *
   * 约定数量(计数单位),如有。
   */
  agreedQuantity?: number | null | undefined;
  /**
   * Its budget for the agreement period, in yuan.
   *
   * 协议期基金支出预算(元)。
   */
  budget: string;
  /**
   * By how much a wider scope raises the budget of the next two years, in yuan; null where the scope stays.
   *
   * 支付范围扩大所致未来两年预算增加额(元);范围不变时为空。
   */
  budgetIncrease?: string | null | undefined;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The day by whose rules it is computed; today unless given.
   *
   * 适用规则之日,默认今日。
   */
  on?: string | null | undefined;
  /**
   * The opaque id of the outcome that ends.
   *
   * 到期结果的不透明标识。
   */
  outcomeId: string;
  /**
   * The new scope; the old one unless given.
   *
   * 新的支付范围,默认沿用。
   */
  paymentScope?: string | null | undefined;
  /**
   * The reason.
   *
   * 理由。
   */
  reason?: string | null | undefined;
};

/**
 * A round to mark as renewed.
 *
 * 要标记为已接续的批次。
 */
export type RenewRoundInput = {
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The day of the act; today unless given. Never in the future.
   *
   * 操作日期,默认今日,不得晚于今日。
   */
  on?: string | null | undefined;
  /**
   * The reason.
   *
   * 理由。
   */
  reason?: string | null | undefined;
  /**
   * The code of the round that has renewed it.
   *
   * 接续该批次的批次代码。
   */
  renewalCode: string;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
};

/**
 * The demand of one institution in a lot.
 *
 * 某医疗机构在某竞价单元的报量。
 */
export type ReportDemandInput = {
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the institution.
   *
   * 医疗机构代码。
   */
  institutionCode: string;
  /**
   * The code of the lot.
   *
   * 竞价单元代码。
   */
  lotCode: string;
  /**
   * The code of the product, where the round asks for brands.
   *
   * 产品代码(按品牌报量时)。
   */
  productCode?: string | null | undefined;
  /**
   * The demand of a year, in counting units.
   *
   * 年需求量(计数单位)。
   */
  quantity: number;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
};

/**
 * The grade of an assessment.
 *
 * 考核等次。
 */
export type RetentionGrade =
  /**
   * The best.
   *
   * 最高等次。
   */
  | 'A'
  /**
   * The second.
   *
   * 第二等次。
   */
  | 'B'
  /**
   * The third, the last with which anything is retained.
   *
   * 第三等次,可留用的最低等次。
   */
  | 'C'
  /**
   * Not passed.
   *
   * 未通过。
   */
  | 'D';

/**
 * Accepted goods that went back.
 *
 * 验收后退回的货物。
 */
export type ReturnGoodsInput = {
  /**
   * The number of the agreement.
   *
   * 协议编号。
   */
  agreementNumber: string;
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode: string;
  /**
   * The number of the delivery of that order.
   *
   * 到货单编号。
   */
  deliveryNumber: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The number of the order under it.
   *
   * 订单编号。
   */
  orderNumber: string;
  /**
   * How many went back, in counting units.
   *
   * 退货数量(计数单位)。
   */
  quantity: number;
  /**
   * Why they went back.
   *
   * 退货原因。
   */
  reason: string;
  /**
   * The day of the return.
   *
   * 退货日期。
   */
  returnedOn: string;
};

/**
 * A payment to be reversed.
 *
 * 要冲销的付款。
 */
export type ReversePaymentInput = {
  /**
   * The number of the agreement.
   *
   * 协议编号。
   */
  agreementNumber: string;
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode: string;
  /**
   * The number of the delivery of that order.
   *
   * 到货单编号。
   */
  deliveryNumber: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The number of the order under it.
   *
   * 订单编号。
   */
  orderNumber: string;
  /**
   * The reference of the payment.
   *
   * 原付款凭证号。
   */
  paymentReference: string;
  /**
   * Why it is reversed.
   *
   * 冲销原因。
   */
  reason: string;
  /**
   * The day of the reversal.
   *
   * 冲销日期。
   */
  reversedOn: string;
};

/**
 * Where a round stands.
 *
 * 批次状态。
 */
export type RoundStatus =
  /**
   * Enterprises bid; bids are sealed.
   *
   * 企业申报,报价密封。
   */
  | 'BIDDING'
  /**
   * Institutions report demand.
   *
   * 医疗机构报量。
   */
  | 'DEMAND_REPORTING'
  /**
   * Being prepared.
   *
   * 准备中。
   */
  | 'DRAFT'
  /**
   * The term is over.
   *
   * 采购周期届满。
   */
  | 'EXPIRED'
  /**
   * The selection is final.
   *
   * 中选结果已公布。
   */
  | 'FINAL'
  /**
   * The result is used.
   *
   * 执行中。
   */
  | 'IN_FORCE'
  /**
   * The bids are opened.
   *
   * 已开标。
   */
  | 'OPENED'
  /**
   * A selection is proposed.
   *
   * 已拟中选。
   */
  | 'PROPOSED'
  /**
   * The proposed selection is published for objections.
   *
   * 拟中选结果公示中。
   */
  | 'PUBLICISED'
  /**
   * A renewal has taken over.
   *
   * 已接续。
   */
  | 'RENEWED';

/**
 * The expected price of a talk; it is sealed at once.
 *
 * 谈判底价,录入即密封。
 */
export type SealExpectedPriceInput = {
  /**
   * What the fund is ready to pay, yuan per counting unit.
   *
   * 底价,元/计数单位。
   */
  expectedPrice: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the talk.
   *
   * 谈判代码。
   */
  negotiationCode: string;
  /**
   * The day; today unless given.
   *
   * 日期,默认今日。
   */
  on?: string | null | undefined;
};

/**
 * How a product was selected.
 *
 * 中选方式。
 */
export type SelectionBasis =
  /**
   * By competitive bidding.
   *
   * 竞价。
   */
  | 'BIDDING'
  /**
   * By negotiation between experts and one enterprise.
   *
   * 专家与企业谈判。
   */
  | 'NEGOTIATION'
  /**
   * In the place of a winner that does not supply, by an approved succession.
   *
   * 替补:经批准接替无法供应的中选企业。
   */
  | 'REPLACEMENT';

/**
 * The ratio that your pooling area prepays at least from a day on.
 *
 * 本统筹区自某日起的预付比例下限。
 */
export type SetPrepaymentRatioInput = {
  /**
   * The first day on which it holds.
   *
   * 生效首日。
   */
  effectiveFrom: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * Percent of the annual agreed amount, not below the national floor.
   *
   * 占年度约定采购金额的百分比,不低于全国下限。
   */
  ratioPercent: string;
  /**
   * The document that says so.
   *
   * 依据文件。
   */
  source: string;
};

/**
 * The direction of an order. What is not on record comes last in both.
 *
 * 排序方向。未记录的值在两种方向下都排在最后。
 */
export type SortDirection =
  /**
   * From small to large, from early to late.
   *
   * 从小到大、从早到晚。
   */
  | 'ASC'
  /**
   * From large to small, from late to early.
   *
   * 从大到小、从晚到早。
   */
  | 'DESC';

/**
 * What a payment standard rests on.
 *
 * 支付标准的依据。
 */
export type StandardBasis =
  /**
   * The cap that the area set for a non-selected stent.
   *
   * 当地为非中选支架设定的支付上限。
   */
  | 'LOCAL_CAP'
  /**
   * The price of a negotiation, in its agreement period.
   *
   * 协议期内的谈判价。
   */
  | 'NEGOTIATED_PRICE'
  /**
   * What follows for a non-selected drug from its price and the winning price.
   *
   * 非中选药品按其价格与中选价确定的标准。
   */
  | 'NON_SELECTED_DRUG'
  /**
   * The winning price of a round that is in effect in the area.
   *
   * 当地正在执行的中选价。
   */
  | 'WINNING_PRICE';

/**
 * A question about StandardBasis.
 *
 * 依据条件。
 */
export type StandardBasisFilter = {
  /**
   * Equal to this.
   *
   * 等于。
   */
  eq?: StandardBasis | null | undefined;
  /**
   * One of these.
   *
   * 属于其中之一。
   */
  in?: Array<StandardBasis> | null | undefined;
};

/**
 * By what statistics are grouped.
 *
 * 统计分组维度。
 */
export type StatisticsDimension =
  /**
   * By agreement year.
   *
   * 按协议年度。
   */
  | 'AGREEMENT_YEAR'
  /**
   * By pooling area.
   *
   * 按统筹区。
   */
  | 'AREA'
  /**
   * By the enterprise that holds the product.
   *
   * 按产品持有企业。
   */
  | 'ENTERPRISE'
  /**
   * By institution; needs a filter by roundCode or areaCode.
   *
   * 按医疗机构;须同时以 roundCode 或 areaCode 筛选。
   */
  | 'INSTITUTION'
  /**
   * By lot.
   *
   * 按竞价单元。
   */
  | 'LOT'
  /**
   * By month of the order, delivery, acceptance or payment; what is overdue by the month in which it fell due. Agreed volumes have none.
   *
   * 按订单、到货、验收或付款的月份;逾期货款按到期月份。约定采购量不分月。
   */
  | 'MONTH'
  /**
   * By product.
   *
   * 按产品。
   */
  | 'PRODUCT'
  /**
   * By the province of the pooling area; a pooling area without one above it is its own.
   *
   * 按统筹区所属省级地区;无上级地区的统筹区即其本身。
   */
  | 'PROVINCE'
  /**
   * By round.
   *
   * 按批次。
   */
  | 'ROUND';

/**
 * What statistics are about; all fields given must hold.
 *
 * 统计范围,所给各项须同时满足。
 */
export type StatisticsFilter = {
  /**
   * The agreement year.
   *
   * 协议年度。
   */
  agreementYear?: QuantityFilter | null | undefined;
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode?: CodeFilter | null | undefined;
  /**
   * The business code of the enterprise that holds the product.
   *
   * 产品持有企业业务代码。
   */
  enterpriseCode?: CodeFilter | null | undefined;
  /**
   * The lot's code.
   *
   * 竞价单元代码。
   */
  lotCode?: CodeFilter | null | undefined;
  /**
   * The product's business code.
   *
   * 产品业务代码。
   */
  productCode?: CodeFilter | null | undefined;
  /**
   * The round's business code.
   *
   * 批次代码。
   */
  roundCode?: CodeFilter | null | undefined;
  /**
   * True: demonstration data alone. False: without it.
   *
   * true 仅统计演示数据,false 不含演示数据。
   */
  synthetic?: boolean | null | undefined;
};

/**
 * Of whose orders, deliveries and payments sums tell.
 *
 * 订单、到货与付款统计所涵盖的范围。
 */
export type StatisticsScope =
  /**
   * Of all.
   *
   * 全部。
   */
  | 'ALL'
  /**
   * Of none; their measures are null.
   *
   * 不可见,相应指标为空。
   */
  | 'NONE'
  /**
   * Of the caller's pooling area.
   *
   * 调用者所在统筹区。
   */
  | 'OWN_AREA'
  /**
   * Of the products that the calling enterprise holds.
   *
   * 调用企业持有的产品。
   */
  | 'OWN_PRODUCTS'
  /**
   * Of what the calling institution buys.
   *
   * 调用医疗机构的采购。
   */
  | 'OWN_PURCHASES';

/**
 * A step of a round's life.
 *
 * 批次的一步操作。
 */
export type StepInput = {
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The day of the act; today unless given. Never in the future.
   *
   * 操作日期,默认今日,不得晚于今日。
   */
  on?: string | null | undefined;
  /**
   * The reason.
   *
   * 理由。
   */
  reason?: string | null | undefined;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
};

/**
 * How strengths are brought together for comparison.
 *
 * 不同含量的折算方法。
 */
export type StrengthMethod =
  /**
   * In proportion to strength.
   *
   * 按含量比例折算。
   */
  | 'LINEAR'
  /**
   * Strength is ignored: the lot has one.
   *
   * 不折算:竞价单元内含量相同。
   */
  | 'NONE'
  /**
   * By the price ratio rules: a factor per doubling.
   *
   * 按差比价规则折算:含量每翻一倍乘以系数。
   */
  | 'PRICE_RATIO';

/**
 * A bid, sealed until the round is opened.
 *
 * 申报,开标前密封。
 */
export type SubmitBidInput = {
  /**
   * The yearly capacity declared, in counting units.
   *
   * 申报的年产能(计数单位)。
   */
  declaredCapacity: number;
  /**
   * The declaration that the price is not below cost.
   *
   * 不低于成本价的声明。
   */
  declaredNotBelowCost: boolean;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the lot.
   *
   * 竞价单元代码。
   */
  lotCode: string;
  /**
   * A remark.
   *
   * 备注。
   */
  note?: string | null | undefined;
  /**
   * The declared price, yuan per price unit, at most 4 decimals.
   *
   * 申报价,元/计价单位,最多四位小数。
   */
  price: string;
  /**
   * What the price is for: a tablet, a box.
   *
   * 计价单位:片、盒等。
   */
  priceUnit: string;
  /**
   * The code of the product; its holder is the bidder.
   *
   * 产品代码;持有人即申报企业。
   */
  productCode: string;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
  /**
   * Counting units in one price unit.
   *
   * 每计价单位所含计数单位数。
   */
  unitsPerPriceUnit?: number;
};

/**
 * Why figures of a bulletin are withheld.
 *
 * 通报数据不予公布的原因。
 */
export type SuppressionReason =
  /**
   * Their difference from other figures of the bulletin would tell of few institutions (statistics.derivable-block).
   *
   * 与其他公布数据相减会透露少数机构的情况(statistics.derivable-block)。
   */
  | 'DERIVABLE'
  /**
   * Few institutions or enterprises changed them since they were last told (statistics.told-block).
   *
   * 自上次公布以来的变动所涉机构或企业过少(statistics.told-block)。
   */
  | 'FEW_CHANGED'
  /**
   * Few institutions or enterprises stand behind them (procurement.small-cell).
   *
   * 所涉机构或企业过少(procurement.small-cell)。
   */
  | 'FEW_CONTRIBUTORS';

/**
 * An act of one talk.
 *
 * 对一项谈判的操作。
 */
export type TalkInput = {
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the talk.
   *
   * 谈判代码。
   */
  negotiationCode: string;
  /**
   * The day; today unless given.
   *
   * 日期,默认今日。
   */
  on?: string | null | undefined;
};

/**
 * A question about a text.
 *
 * 文本条件。
 */
export type TextFilter = {
  /**
   * Contains this text; case, full or half width, and how many spaces do not matter.
   *
   * 包含此文本,不区分大小写、全角半角和空格多少。
   */
  contains?: string | null | undefined;
  /**
   * Equal to this.
   *
   * 等于。
   */
  eq?: string | null | undefined;
  /**
   * One of these.
   *
   * 属于其中之一。
   */
  in?: Array<string> | null | undefined;
  /**
   * True: not on record. False: on record.
   *
   * true 表示未记录,false 表示已记录。
   */
  isNull?: boolean | null | undefined;
};

/**
 * What the fund prepays in addition.
 *
 * 补充预付。
 */
export type TopUpPrepaymentInput = {
  /**
   * The agreement year.
   *
   * 协议年度。
   */
  agreementYear: number;
  /**
   * Yuan, above 0, at most 2 decimals.
   *
   * 金额(元),大于零,最多两位小数。
   */
  amount: string;
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The day of the movement; today unless given. Never in the future or before the previous movement.
   *
   * 变动日期,默认今日;不得晚于今日或早于上一笔变动。
   */
  on?: string | null | undefined;
  /**
   * The code of the payee: an institution of your pooling area that has agreements of the year.
   *
   * 收款方代码:本统筹区签有当年协议的医疗机构。
   */
  payeeCode: string;
  /**
   * Your reference, unique among the movements of its kind.
   *
   * 凭证号,同类变动内唯一。
   */
  reference: string;
};

/**
 * A cap of a non-selected stent and how it comes down.
 *
 * 非中选支架的支付上限及其调整方案。
 */
export type TryConvergenceInput = {
  /**
   * The code of the pooling area.
   *
   * 统筹区代码。
   */
  areaCode: string;
  /**
   * The cap, yuan per price unit, above 0, at most 4 decimals.
   *
   * 支付上限(元/计价单位),大于 0,最多四位小数。
   */
  capAmount: string;
  /**
   * Whether the product is within the payment scope of the area.
   *
   * 该产品是否在当地医保支付范围内。
   */
  isInScope: boolean;
  /**
   * How it comes down.
   *
   * 调整方式。
   */
  mode: ConvergenceMode;
  /**
   * The code of the product: a stent that is not selected.
   *
   * 产品代码,须为非中选支架。
   */
  productCode: string;
  /**
   * The code of the round whose highest winning price is the target.
   *
   * 批次代码,以其最高中选价为目标。
   */
  roundCode: string;
  /**
   * The first day; unless given the day on which the result of the round took effect in the area.
   *
   * 起始日,默认为当地执行该批次中选结果之日。
   */
  startsOn?: string | null | undefined;
  /**
   * The steps of OWN_STEPS, at most 100; none otherwise.
   *
   * OWN_STEPS 的各步,最多 100 步;其他方式不填。
   */
  steps?: Array<ConvergenceStepInput> | null | undefined;
};

/**
 * A winner that withdraws.
 *
 * 中选企业退出。
 */
export type WithdrawWinnerInput = {
  /**
   * A key of your choice, 1 to 200 characters: the same key with the same input gives the first answer again; with other input it is refused.
   *
   * 自选键,1 至 200 个字符:同一键与相同输入返回首次结果;输入不同则拒绝。
   */
  idempotencyKey: string;
  /**
   * The code of the lot.
   *
   * 竞价单元代码。
   */
  lotCode: string;
  /**
   * The code of the selected product.
   *
   * 中选产品代码。
   */
  productCode: string;
  /**
   * The reason; the journal keeps it.
   *
   * 理由,记入日志。
   */
  reason: string;
  /**
   * The code of the round.
   *
   * 批次代码。
   */
  roundCode: string;
  /**
   * The day of the withdrawal; not in the future.
   *
   * 退出日期,不得晚于今日。
   */
  withdrawnOn: string;
};

export type ChangesSubscriptionVariables = Exact<{
  after?: string | number | null | undefined;
}>;


export type ChangesSubscription = { changes: { cursor: string, incomplete: boolean, operations: Array<{ kind: string }> } };

export type RecordPrepaymentMutationVariables = Exact<{
  input: RecordPrepaymentInput;
}>;


export type RecordPrepaymentMutation = { recordPrepayment: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, movement: { id: string, amount: string } | null } };

export type TopUpPrepaymentMutationVariables = Exact<{
  input: TopUpPrepaymentInput;
}>;


export type TopUpPrepaymentMutation = { topUpPrepayment: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, movement: { id: string, amount: string } | null } };

export type OffsetPrepaymentMutationVariables = Exact<{
  input: OffsetPrepaymentInput;
}>;


export type OffsetPrepaymentMutation = { offsetPrepayment: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, movement: { id: string, amount: string } | null } };

export type ClosePrepaymentMutationVariables = Exact<{
  input: ClosePrepaymentInput;
}>;


export type ClosePrepaymentMutation = { closePrepayment: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, movement: { id: string, amount: string } | null } };

export type SetPrepaymentRatioMutationVariables = Exact<{
  input: SetPrepaymentRatioInput;
}>;


export type SetPrepaymentRatioMutation = { setPrepaymentRatio: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, prepaymentRatio: { id: string } | null } };

export type PrepaymentShortagesQueryVariables = Exact<{
  year: number;
  area?: string | null | undefined;
  asOf: string;
  first: number;
  after?: string | null | undefined;
}>;


export type PrepaymentShortagesQuery = { prepaymentMonitor: { institutionCount: number, belowCount: number, missingAmount: string, endCursor: string | null, areas: Array<{ institutions: number, institutionsBelow: number, missingAmount: string, area: { code: string, name: string, nameEn: string | null } }>, institutions: Array<{ agreedAmount: string, minimumRatio: string, requiredMinimum: string, paidAmount: string, missingAmount: string, status: PrepaymentStatus, area: { code: string, name: string, nameEn: string | null }, institution: { code: string, name: string } }> } };

export type PrepaymentOfQueryVariables = Exact<{
  institution: string;
  year: number;
  asOf: string;
}>;


export type PrepaymentOfQuery = { prepayment: { explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } } | null };

export type AreaWithParentQueryVariables = Exact<{
  code: string;
}>;


export type AreaWithParentQuery = { area: { code: string, name: string, nameEn: string | null, parent: { code: string, name: string, nameEn: string | null } | null } | null };

export type AreaCapsQueryVariables = Exact<{
  filter: PaymentStandardPeriodListFilter;
  first: number;
}>;


export type AreaCapsQuery = { paymentStandardPeriods: { totalCount: number, totalIsExact: boolean, nodes: Array<{ id: string, validFrom: string, validTo: string | null, amount: string | null, priceUnit: string, basis: StandardBasis, confidence: Confidence, area: { code: string, name: string, nameEn: string | null }, product: { code: string, name: string, brand: string | null, genericNameEn: string | null, enterprise: { code: string, name: string, nameEn: string | null } }, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } }> } };

export type AreaScheduleQueryVariables = Exact<{
  area: string;
  product: string;
}>;


export type AreaScheduleQuery = { convergenceSchedule: { basis: StandardBasis, mode: ConvergenceMode, startsOn: string, startAmount: string, targetAmount: string, priceUnit: string, deadline: string, source: string, area: { code: string, name: string, nameEn: string | null }, steps: Array<{ effectiveFrom: string, amount: string }>, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } } | null, product: { code: string, name: string, brand: string | null, genericNameEn: string | null } | null };

export type AreaDemandQueryVariables = Exact<{
  filter: DemandStatisticsFilter;
}>;


export type AreaDemandQuery = { demandStatistics: { rows: Array<{ reportedQuantity: number | null, institutionCount: number | null, isComplete: boolean, containsSynthetic: boolean, round: { code: string, name: string, nameEn: string | null } | null, lot: { code: string, name: string, nameEn: string | null, countingUnit: string } | null }> } };

export type AssessmentsQueryVariables = Exact<{
  first: number;
}>;


export type AssessmentsQuery = { retentionAssessments: { totalCount: number, totalIsExact: boolean, nodes: Array<{ id: string, agreementYear: number, assessedOn: string, score: string, grade: RetentionGrade, ratioPercent: string, confidence: Confidence, reason: string | null, institution: { code: string, name: string }, indicators: Array<{ name: string, points: string, maximumPoints: string }>, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } }> } };

export type RetentionStatementsQueryVariables = Exact<{
  first: number;
}>;


export type RetentionStatementsQuery = { retentionStatements: { totalCount: number, totalIsExact: boolean, nodes: Array<{ id: string, agreementYear: number, statedOn: string, budgetAmount: string, spendAmount: string, surplusAmount: string, ratioPercent: string, retainedAmount: string, grade: RetentionGrade, confidence: Confidence, institution: { code: string, name: string }, round: { code: string, name: string, nameEn: string | null }, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } }> } };

export type AreasQueryVariables = Exact<{
  asOf: string;
}>;


export type AreasQuery = { areas: { nodes: Array<{ code: string, name: string, nameEn: string | null }> }, procurementStatistics: { dataThrough: string | null, scope: StatisticsScope | null, rows: Array<{ agreedQuantity: number, agreedAmount: string | null, acceptedQuantity: number | null, acceptedAmount: string | null, completionRatio: string | null, paidAmount: string | null, overdueAmount: string | null, prepaidAmount: string | null, savings: string | null, containsSynthetic: boolean, province: { code: string } | null }> } };

export type BulletinPaymentsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BulletinPaymentsQuery = { performanceBulletins: { nodes: Array<{ asOf: string, dataThrough: string | null, areaPayments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ synthetic: boolean, suppressed: SuppressionReason | null, institutions: number | null, dueAmount: string | null, paidAmount: string | null, overdueAmount: string | null, punctuality: { byAmount: string, byCount: string, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } } | null, area: { code: string, name: string, nameEn: string | null } }> } }> } };

export type BulletinPrepaymentsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BulletinPrepaymentsQuery = { performanceBulletins: { nodes: Array<{ asOf: string, dataThrough: string | null, areaPrepayments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ agreementYear: number, synthetic: boolean, suppressed: SuppressionReason | null, institutions: number | null, institutionsBelow: number | null, requiredAmount: string | null, paidAmount: string | null, missingAmount: string | null, area: { code: string, name: string, nameEn: string | null } }> } }> } };

export type PublishPerformanceMutationVariables = Exact<{
  input: PublishPerformanceInput;
}>;


export type PublishPerformanceMutation = { publishPerformance: { bulletin: { asOf: string } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type ConvergenceChoicesQueryVariables = Exact<{
  product: string;
  area: string;
}>;


export type ConvergenceChoicesQuery = { rounds: { nodes: Array<{ code: string, name: string, nameEn: string | null }> }, products: { nodes: Array<{ code: string, name: string, brand: string | null, genericNameEn: string | null }> }, areas: { nodes: Array<{ code: string, name: string, nameEn: string | null }> } };

export type TryConvergenceQueryVariables = Exact<{
  input: TryConvergenceInput;
  product: string;
  area: string;
}>;


export type TryConvergenceQuery = { tryConvergence: { startsOn: string | null, deadline: string | null, targetAmount: string | null, priceUnit: string | null, steps: Array<{ effectiveFrom: string, amount: string }>, warnings: Array<{ kind: ConvergenceWarningKind, message: string, messageZh: string }>, userErrors: Array<{ rule: string | null, code: string, field: string | null, message: string, messageZh: string, facts: Array<{ name: string, value: string, unit: string | null }> }> }, convergenceSchedule: { startsOn: string, startAmount: string, targetAmount: string, source: string, steps: Array<{ effectiveFrom: string, amount: string }>, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } } | null };

export type ProposeConvergenceMutationVariables = Exact<{
  input: ProposeConvergenceInput;
}>;


export type ProposeConvergenceMutation = { proposeConvergence: { proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type AgreementToActOnQueryVariables = Exact<{
  id: string | number;
}>;


export type AgreementToActOnQuery = { node:
    | { number: string, inForceFrom: string, inForceTo: string, unitPrice: string, priceUnit: string, agreedQuantity: number, institution: { name: string, area: { code: string, name: string, nameEn: string | null, parent: { code: string } | null } }, enterprise: { name: string, code: string, nameEn: string | null }, distributor: { code: string, name: string, nameEn: string | null } | null, product: { code: string, name: string, brand: string | null, genericNameEn: string | null, countingUnit: string }, selectedProduct: { round: { code: string, name: string, nameEn: string | null }, lot: { code: string } } }
    | Record<PropertyKey, never>
   | null };

export type AppointDistributorMutationVariables = Exact<{
  input: AppointDistributorInput;
}>;


export type AppointDistributorMutation = { appointDistributor: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, appointment: { id: string } | null } };

export type EndDistributorAppointmentMutationVariables = Exact<{
  input: EndDistributorAppointmentInput;
}>;


export type EndDistributorAppointmentMutation = { endDistributorAppointment: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, appointment: { id: string } | null } };

export type ListProductMutationVariables = Exact<{
  input: ListProductInput;
}>;


export type ListProductMutation = { listProduct: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, listing: { id: string } | null } };

export type OrderToDeliverQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderToDeliverQuery = { node:
    | { number: string, orderedOn: string, quantity: number, suppliedQuantity: number, distributor: { code: string, name: string, nameEn: string | null }, agreement: { number: string, institution: { name: string, area: { code: string } }, product: { code: string, name: string, brand: string | null, genericNameEn: string | null, countingUnit: string } } }
    | Record<PropertyKey, never>
   | null };

export type OrdersToDeliverQueryVariables = Exact<{
  id: string | number;
}>;


export type OrdersToDeliverQuery = { node:
    | { number: string, institution: { name: string, area: { code: string } }, product: { code: string, name: string, brand: string | null, genericNameEn: string | null, countingUnit: string }, orders: { nodes: Array<{ number: string, orderedOn: string, quantity: number, suppliedQuantity: number }> } }
    | Record<PropertyKey, never>
   | null };

export type RecordDeliveryMutationVariables = Exact<{
  input: RecordDeliveriesInput;
}>;


export type RecordDeliveryMutation = { recordDeliveries: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, results: Array<{ userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, delivery: { id: string, number: string, quantity: number } | null }> } };

export type BidChoicesQueryVariables = Exact<{
  enterprise: string;
}>;


export type BidChoicesQuery = { rounds: { nodes: Array<{ code: string, name: string, nameEn: string | null, lots: { nodes: Array<{ code: string, name: string, nameEn: string | null, countingUnit: string }> } }> }, products: { nodes: Array<{ code: string, name: string, brand: string | null, genericNameEn: string | null, countingUnit: string }> } };

export type AgreementSumsQueryVariables = Exact<{
  asOf: string;
  filter: StatisticsFilter;
  by: Array<StatisticsDimension> | StatisticsDimension;
}>;


export type AgreementSumsQuery = { all: { dataThrough: string | null, rows: Array<{ agreedAmount: string | null, acceptedAmount: string | null, completionRatio: string | null, paidAmount: string | null, overdueAmount: string | null, volumeCount: number, containsSynthetic: boolean }> }, grouped: { rows: Array<{ agreedQuantity: number, orderedQuantity: number | null, deliveredQuantity: number | null, acceptedQuantity: number | null, completionRatio: string | null, acceptedAmount: string | null, overdueAmount: string | null, containsSynthetic: boolean, product: { code: string, name: string, brand: string | null, genericNameEn: string | null, countingUnit: string } | null, round: { code: string, name: string, nameEn: string | null } | null, area: { code: string, name: string, nameEn: string | null } | null, institution: { code: string, name: string } | null }> } };

export type EnterpriseAgreementsQueryVariables = Exact<{
  asOf: string;
  filter: AgreementListFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type EnterpriseAgreementsQuery = { agreements: { totalCount: number, totalIsExact: boolean, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, number: string, inForceFrom: string, inForceTo: string, unitPrice: string, priceUnit: string, agreedQuantity: number, agreedAmount: string, confidence: Confidence, institution: { code: string, name: string, area: { name: string, nameEn: string | null } }, enterprise: { code: string, name: string, nameEn: string | null }, distributor: { code: string, name: string, nameEn: string | null } | null, product: { code: string, name: string, brand: string | null, genericNameEn: string | null, countingUnit: string }, progress: { orderedQuantity: number, deliveredQuantity: number, purchasedQuantity: number, shortfallQuantity: number, completionRatio: string, timeProgressRatio: string, isBehind: boolean, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> }, shortfallExplanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } } }> } };

export type LatestOrdersQueryVariables = Exact<{
  first: number;
}>;


export type LatestOrdersQuery = { orders: { totalCount: number, totalIsExact: boolean, nodes: Array<{ id: string, number: string, orderedOn: string, quantity: number, suppliedQuantity: number, confidence: Confidence, distributor: { code: string, name: string, nameEn: string | null }, agreement: { number: string, institution: { code: string, name: string }, product: { code: string, name: string, brand: string | null, genericNameEn: string | null, countingUnit: string } } }> } };

export type PayableToActOnQueryVariables = Exact<{
  id: string | number;
  asOf: string;
}>;


export type PayableToActOnQuery = { node:
    | { dueOn: string, acceptedOn: string, openAmount: string, payee: { code: string, name: string, nameEn: string | null }, enterprise: { code: string, name: string, nameEn: string | null }, institution: { area: { code: string } }, agreement: { number: string, product: { code: string, name: string, brand: string | null, genericNameEn: string | null, countingUnit: string } }, delivery: { number: string, acceptedQuantity: number | null, returnedQuantity: number, order: { number: string, distributor: { code: string, name: string, nameEn: string | null } } }, entries: { nodes: Array<{ id: string, kind: PayableEntryKind, amount: string, occurredOn: string, reference: string }> } }
    | Record<PropertyKey, never>
   | null };

export type PlaceOrderMutationVariables = Exact<{
  input: PlaceOrdersInput;
}>;


export type PlaceOrderMutation = { placeOrders: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, results: Array<{ userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, order: { number: string, quantity: number, distributor: { code: string, name: string, nameEn: string | null } } | null }> } };

export type RecordPaymentMutationVariables = Exact<{
  input: RecordPaymentsInput;
}>;


export type RecordPaymentMutation = { recordPayments: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, results: Array<{ userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, payable: { id: string, settledOn: string | null } | null }> } };

export type ReturnGoodsMutationVariables = Exact<{
  input: ReturnGoodsInput;
}>;


export type ReturnGoodsMutation = { returnGoods: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, payable: { id: string } | null } };

export type ReversePaymentMutationVariables = Exact<{
  input: ReversePaymentInput;
}>;


export type ReversePaymentMutation = { reversePayment: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, payable: { id: string } | null } };

export type RecordSupplyComplaintMutationVariables = Exact<{
  input: RecordSupplyComplaintInput;
}>;


export type RecordSupplyComplaintMutation = { recordSupplyComplaint: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, supplyComplaint: { id: string } | null } };

export type WaitingDeliveriesQueryVariables = Exact<{
  first: number;
}>;


export type WaitingDeliveriesQuery = { deliveries: { totalCount: number, totalIsExact: boolean, nodes: Array<{ id: string, number: string, deliveredOn: string, quantity: number, confidence: Confidence, order: { number: string }, agreement: { number: string, institution: { name: string, area: { code: string } }, enterprise: { code: string, name: string, nameEn: string | null }, product: { code: string, name: string, brand: string | null, genericNameEn: string | null, countingUnit: string } } }> } };

export type AcceptDeliveryMutationVariables = Exact<{
  input: AcceptDeliveriesInput;
}>;


export type AcceptDeliveryMutation = { acceptDeliveries: { userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, results: Array<{ userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }>, delivery: { id: string, number: string, acceptedQuantity: number | null, payable: { amount: string, dueOn: string, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } } | null } | null }> } };

export type OwnPrepaymentQueryVariables = Exact<{
  institution: string;
  year: number;
  asOf: string;
}>;


export type OwnPrepaymentQuery = { prepayment: { agreedAmount: string, requiredMinimum: string, minimumRatio: string, paidAmount: string, missingAmount: string, offsetAmount: string, balance: string, status: PrepaymentStatus, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } } | null };

export type DemandRoundsQueryVariables = Exact<{
  asOf: string;
}>;


export type DemandRoundsQuery = { open: { nodes: Array<{ code: string, name: string, nameEn: string | null }> }, bought: { rows: Array<{ acceptedAmount: string | null, round: { code: string, name: string, nameEn: string | null } | null }> } };

export type ReportedDemandQueryVariables = Exact<{
  round: string;
}>;


export type ReportedDemandQuery = { round: { code: string, status: RoundStatus, lots: { nodes: Array<{ code: string, name: string, nameEn: string | null, countingUnit: string, demandReports: { totalCount: number, nodes: Array<{ id: string, quantity: number, confidence: Confidence, recordedAt: string, institution: { code: string, name: string }, product: { code: string, name: string, brand: string | null, genericNameEn: string | null } | null }> } }> } } | null };

export type JournalQueryVariables = Exact<{
  filter?: JournalRecordListFilter | null | undefined;
  after?: string | null | undefined;
  direction: SortDirection;
}>;


export type JournalQuery = { journal: { totalCount: number, totalIsExact: boolean, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ chain: string, seq: number, recordedAt: string, subject: string | null, operation: string, requestId: string | null, tableName: string, rowKey: string | null, content: string, hash: string, previousHash: string }> } };

export type NegotiationPageQueryVariables = Exact<{
  code: string;
}>;


export type NegotiationPageQuery = { negotiation: { code: string, status: NegotiationStatus, origin: NegotiationOrigin, drawnOn: string | null, groupNumber: number | null, groupCount: number | null, priceBefore: string | null, priceUnit: string, note: string | null, product: { code: string, name: string, brand: string | null, genericNameEn: string | null }, enterprise: { code: string, name: string, nameEn: string | null }, commitment: { commitment: string, sealedOn: string } | null, expectedPrice: { price: string, openedOn: string, openedBy: string, corridor: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } | null } | null, participants: { nodes: Array<{ side: NegotiationSide, name: string, person: string, isLeader: boolean }> }, offers: { nodes: Array<{ sequence: number, kind: NegotiationOfferKind, side: NegotiationSide, price: string, minutes: string | null, occurredOn: string | null, recordedAt: string, recordedBy: string }> }, transitions: Array<{ action: string, fromStatus: NegotiationStatus, toStatus: NegotiationStatus, occurredOn: string, reason: string | null, recordedAt: string, recordedBy: string }>, terms: { price: string, agreedQuantity: number | null, paymentScope: string, inForceFrom: string, inForceTo: string, agreedOn: string, minutes: string } | null, signatures: Array<{ capacity: NegotiationSignatureCapacity, person: string, signedOn: string }>, outcomes: { nodes: Array<{ id: string, price: string, priceUnit: string, cutPercent: string | null, paymentScope: string | null, inForceFrom: string | null, inForceTo: string | null, publishedOn: string | null, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } | null }> } } | null };

export type SealExpectedPriceMutationVariables = Exact<{
  input: SealExpectedPriceInput;
}>;


export type SealExpectedPriceMutation = { sealExpectedPrice: { negotiation: { code: string, status: NegotiationStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type RecordFirstQuoteMutationVariables = Exact<{
  input: QuoteInput;
}>;


export type RecordFirstQuoteMutation = { recordFirstQuote: { negotiation: { code: string, status: NegotiationStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type OpenExpectedPriceMutationVariables = Exact<{
  input: TalkInput;
}>;


export type OpenExpectedPriceMutation = { openExpectedPrice: { negotiation: { code: string, status: NegotiationStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type RecordSecondQuoteMutationVariables = Exact<{
  input: QuoteInput;
}>;


export type RecordSecondQuoteMutation = { recordSecondQuote: { negotiation: { code: string, status: NegotiationStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type RecordNegotiationOfferMutationVariables = Exact<{
  input: OfferInput;
}>;


export type RecordNegotiationOfferMutation = { recordNegotiationOffer: { negotiation: { code: string, status: NegotiationStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type ConcludeNegotiationMutationVariables = Exact<{
  input: ConcludeNegotiationInput;
}>;


export type ConcludeNegotiationMutation = { concludeNegotiation: { negotiation: { code: string, status: NegotiationStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type EndNegotiationMutationVariables = Exact<{
  input: EndNegotiationInput;
}>;


export type EndNegotiationMutation = { endNegotiation: { negotiation: { code: string, status: NegotiationStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type SignNegotiationMutationVariables = Exact<{
  input: TalkInput;
}>;


export type SignNegotiationMutation = { signNegotiation: { negotiation: { code: string, status: NegotiationStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type PublishNegotiatedOutcomeMutationVariables = Exact<{
  input: PublishNegotiatedOutcomeInput;
}>;


export type PublishNegotiatedOutcomeMutation = { publishNegotiatedOutcome: { outcome: { id: string, publishedOn: string | null } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type RenewNegotiatedOutcomeMutationVariables = Exact<{
  input: RenewNegotiatedOutcomeInput;
}>;


export type RenewNegotiatedOutcomeMutation = { renewNegotiatedOutcome: { proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type NegotiationsQueryVariables = Exact<{
  filter?: NegotiationListFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type NegotiationsQuery = { negotiations: { totalCount: number, totalIsExact: boolean, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ code: string, status: NegotiationStatus, drawnOn: string | null, priceBefore: string | null, priceUnit: string, product: { code: string, name: string, brand: string | null, genericNameEn: string | null }, enterprise: { code: string, name: string, nameEn: string | null }, outcomes: { nodes: Array<{ price: string, publishedOn: string | null }> } }> } };

export type PrepareNegotiationMutationVariables = Exact<{
  input: PrepareNegotiationInput;
}>;


export type PrepareNegotiationMutation = { prepareNegotiation: { negotiation: { code: string } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type OverviewQueryVariables = Exact<{
  asOf: string;
}>;


export type OverviewQuery = { rounds: { totalCount: number, nodes: Array<{ code: string, name: string, nameEn: string | null, category: ProductCategory, openedOn: string | null, status: RoundStatus, lowestWinningPrice: string | null, highestWinningPrice: string | null, published: { averageCutPercent: string | null, maximumCutPercent: string | null, savingAsPublished: string | null, firstYearQuantity: number | null, selectedProductCount: number | null, selectedVarieties: number | null, selectedEnterprises: number | null, reportingInstitutions: number | null }, lots: { totalCount: number, nodes: Array<{ code: string, name: string, nameEn: string | null, countingUnit: string, priceBefore: string | null, averageWinningPrice: string | null, averageCut: { percent: string, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } } | null }> }, selectedProducts: { totalCount: number } }> }, performanceBulletins: { nodes: Array<{ asOf: string, dataThrough: string | null, totals: Array<{ synthetic: boolean, dueAmount: string, overdueAmount: string, requiredAmount: string, prepaidAmount: string, missingAmount: string, suppressed: number, punctuality: { byAmount: string, byCount: string, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } } | null }> }> }, procurementStatistics: { dataThrough: string | null, rows: Array<{ agreedQuantity: number, agreedAmount: string | null, acceptedQuantity: number | null, completionRatio: string | null, savings: string | null, containsSynthetic: boolean, round: { code: string } | null }> } };

export type PaymentTimelineQueryVariables = Exact<{
  asOf: string;
  allMonths: DueFilter;
  late: DueFilter;
  totals: StatisticsFilter;
}>;


export type PaymentTimelineQuery = { payablesByMonth: Array<{ month: string, payableCount: number, amount: string, paidAmount: string, openAmount: string, overdueAmount: string, overdueCount: number, settledLateCount: number }>, latePayers: Array<{ overdueAmount: string, overdueCount: number, longestOverdueDays: number, earliestDueOn: string, institution: { code: string, name: string, area: { name: string, nameEn: string | null } } }>, procurementStatistics: { dataThrough: string | null, rows: Array<{ acceptedAmount: string | null, paidAmount: string | null, overdueAmount: string | null, containsSynthetic: boolean }> } };

export type PayableInRowFragment = { id: string, acceptedOn: string, dueOn: string, amount: string, paidAmount: string, openAmount: string, overdueAmount: string, overdueDays: number, status: PayableStatus | null, confidence: Confidence, agreement: { number: string, product: { code: string, name: string, brand: string | null, genericNameEn: string | null } }, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } };

export type TimelinePayablesQueryVariables = Exact<{
  asOf: string;
  filter: PayableListFilter;
  first: number;
  after?: string | null | undefined;
  withPayee: boolean;
}>;


export type TimelinePayablesQuery = { payables: { totalCount: number, totalIsExact: boolean, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, acceptedOn: string, dueOn: string, amount: string, paidAmount: string, openAmount: string, overdueAmount: string, overdueDays: number, status: PayableStatus | null, confidence: Confidence, institution?: { code: string, name: string }, payee?: { code: string, name: string, nameEn: string | null }, agreement: { number: string, product: { code: string, name: string, brand: string | null, genericNameEn: string | null } }, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } }> } };

export type PayablesQueryVariables = Exact<{
  asOf: string;
  filter: PayableListFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type PayablesQuery = { payables: { totalCount: number, totalIsExact: boolean, nodes: Array<{ id: string, acceptedOn: string, dueOn: string, amount: string, paidAmount: string, openAmount: string, overdueAmount: string, overdueDays: number, status: PayableStatus | null, confidence: Confidence, institution: { code: string, name: string }, payee: { code: string, name: string, nameEn: string | null }, delivery: { number: string }, entries: { nodes: Array<{ id: string, kind: PayableEntryKind }> }, agreement: { number: string, product: { code: string, name: string, brand: string | null, genericNameEn: string | null } }, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } }> } };

export type PayableDetailsQueryVariables = Exact<{
  id: string | number;
}>;


export type PayableDetailsQuery = { node:
    | { __typename: 'AgreedVolume' }
    | { __typename: 'Agreement' }
    | { __typename: 'Area' }
    | { __typename: 'Bid' }
    | { __typename: 'CreditRating' }
    | { __typename: 'Delivery' }
    | { __typename: 'DemandReport' }
    | { __typename: 'DiseaseGroup' }
    | { __typename: 'DistributorAppointment' }
    | { __typename: 'DrugRetentionRatio' }
    | { __typename: 'Enterprise' }
    | { __typename: 'EnterpriseBar' }
    | { __typename: 'FirstYearReading' }
    | { __typename: 'FundRatio' }
    | { __typename: 'GoodsReturn' }
    | { __typename: 'GroupConcern' }
    | { __typename: 'GroupPayment' }
    | { __typename: 'GroupReview' }
    | { __typename: 'GroupStandard' }
    | { __typename: 'Institution' }
    | { __typename: 'Listing' }
    | { __typename: 'ListingSuspension' }
    | { __typename: 'Lot' }
    | { __typename: 'NegotiatedOutcome' }
    | { __typename: 'NegotiatedStandard' }
    | { __typename: 'Negotiation' }
    | { __typename: 'NegotiationOffer' }
    | { __typename: 'NonExclusiveBidding' }
    | { __typename: 'Payable', id: string, institution: { code: string, name: string, area: { code: string, name: string, nameEn: string | null } }, payee: { code: string, name: string, nameEn: string | null }, delivery: { number: string, deliveredOn: string }, entries: { nodes: Array<{ id: string, kind: PayableEntryKind, occurredOn: string, amount: string, reference: string, reason: string | null }> } }
    | { __typename: 'PayableEntry' }
    | { __typename: 'PaymentStandardPeriod' }
    | { __typename: 'PerformanceBulletin' }
    | { __typename: 'PolicyDocument' }
    | { __typename: 'PrepaymentMovement' }
    | { __typename: 'PrepaymentRatio' }
    | { __typename: 'Product' }
    | { __typename: 'Proposal' }
    | { __typename: 'PublishedAreaPayment' }
    | { __typename: 'PublishedAreaPrepayment' }
    | { __typename: 'PublishedCompletion' }
    | { __typename: 'PurchaseOrder' }
    | { __typename: 'RetentionAssessment' }
    | { __typename: 'RetentionStatement' }
    | { __typename: 'Round' }
    | { __typename: 'RoundImplementation' }
    | { __typename: 'SelectedProduct' }
    | { __typename: 'Succession' }
    | { __typename: 'SupplyComplaint' }
    | { __typename: 'TransactionPrice' }
   | null };

export type ProductPageQueryVariables = Exact<{
  code: string;
  asOf: string;
}>;


export type ProductPageQuery = { product: { code: string, name: string, genericName: string, genericNameEn: string | null, brand: string | null, category: ProductCategory, dosageForm: string | null, specification: string | null, registrationNumber: string | null, countingUnit: string, enterprise: { code: string, name: string, nameEn: string | null } } | null, rounds: { nodes: Array<{ code: string, name: string, nameEn: string | null, openedOn: string | null, inForceFrom: string | null, selectedProducts: { nodes: Array<{ rank: number | null, winningPrice: string | null, priceUnit: string, withdrawnOn: string | null, priceCorrections: Array<{ priceBefore: string, priceAfter: string, reason: string, recordedAt: string }> }> } }> }, publishedCompletions: { nodes: Array<{ asOf: string, dataThrough: string | null, productCode: string, agreementYear: number, synthetic: boolean, suppressed: SuppressionReason | null, agreedQuantity: number, acceptedQuantity: number | null, progress: { completionPercent: string | null, timePercent: string, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } | null } }> }, current: { nodes: Array<{ validFrom: string }> }, latest: { nodes: Array<{ validFrom: string }> } };

export type ProductStandardsQueryVariables = Exact<{
  code: string;
  asOf: string;
}>;


export type ProductStandardsQuery = { paymentStandardPeriods: { totalCount: number, nodes: Array<{ amount: string | null, basis: StandardBasis, priceUnit: string, validFrom: string, validTo: string | null, confidence: Confidence, area: { code: string, name: string, nameEn: string | null }, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } }> } };

export type ProductInAreaQueryVariables = Exact<{
  code: string;
  area: string;
}>;


export type ProductInAreaQuery = { paymentStandardPeriods: { nodes: Array<{ amount: string | null, basis: StandardBasis, priceUnit: string, validFrom: string, validTo: string | null, confidence: Confidence, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } }> }, convergenceSchedule: { startsOn: string, deadline: string, targetAmount: string, startAmount: string, priceUnit: string, steps: Array<{ effectiveFrom: string, amount: string }>, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } } | null };

export type ProposalShownFragment = { id: string, operation: string, status: ProposalStatus, reason: string | null, proposedBy: string, proposedByPerson: string, proposedAt: string, changes: Array<{ table: string, key: string, name: string | null, column: string, from: string | null, to: string | null }>, facts: Array<{ name: string, value: string, unit: string | null }>, decision: { outcome: ProposalStatus, reason: string | null, decidedBy: string, decidedByPerson: string, decidedAt: string } | null };

export type ProposalsQueryVariables = Exact<{
  filter?: ProposalListFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ProposalsQuery = { proposals: { totalCount: number, totalIsExact: boolean, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, operation: string, status: ProposalStatus, reason: string | null, proposedBy: string, proposedByPerson: string, proposedAt: string, changes: Array<{ table: string, key: string, name: string | null, column: string, from: string | null, to: string | null }>, facts: Array<{ name: string, value: string, unit: string | null }>, decision: { outcome: ProposalStatus, reason: string | null, decidedBy: string, decidedByPerson: string, decidedAt: string } | null }> } };

export type OneProposalQueryVariables = Exact<{
  id: string | number;
}>;


export type OneProposalQuery = { node:
    | { id: string, operation: string, status: ProposalStatus, reason: string | null, proposedBy: string, proposedByPerson: string, proposedAt: string, changes: Array<{ table: string, key: string, name: string | null, column: string, from: string | null, to: string | null }>, facts: Array<{ name: string, value: string, unit: string | null }>, decision: { outcome: ProposalStatus, reason: string | null, decidedBy: string, decidedByPerson: string, decidedAt: string } | null }
    | Record<PropertyKey, never>
   | null };

export type DecideProposalMutationVariables = Exact<{
  input: DecideProposalInput;
}>;


export type DecideProposalMutation = { decideProposal: { proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type RoundBidsQueryVariables = Exact<{
  code: string;
  lot: string;
  after?: string | null | undefined;
}>;


export type RoundBidsQuery = { round: { code: string, name: string, nameEn: string | null, status: RoundStatus, scheme: string, lots: { nodes: Array<{ code: string, name: string, nameEn: string | null }> }, lot: { code: string, countingUnit: string, ceilingPrice: string | null, priceBefore: string | null, bids: { totalCount: number, totalIsExact: boolean, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, status: BidStatus, outcome: BidStatus | null, rank: number | null, price: string | null, priceUnit: string, comparableUnitPrice: string | null, declaredCapacity: number | null, product: { code: string, name: string, brand: string | null, genericNameEn: string | null }, enterprise: { code: string, name: string, nameEn: string | null }, comparison: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } | null, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } | null, findings: Array<{ rule: string, met: boolean | null, decisive: boolean, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }> }> | null }> } } | null } | null };

export type RoundLotsQueryVariables = Exact<{
  code: string;
}>;


export type RoundLotsQuery = { round: { code: string, lots: { nodes: Array<{ code: string }> } } | null };

export type EvaluateBidsMutationVariables = Exact<{
  input: EvaluateBidsInput;
}>;


export type EvaluateBidsMutation = { evaluateBids: { round: { code: string, status: RoundStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type RoundStepsQueryVariables = Exact<{
  code: string;
}>;


export type RoundStepsQuery = { round: { code: string, name: string, nameEn: string | null, status: RoundStatus, scheme: string, transitions: Array<{ action: string, toStatus: RoundStatus, occurredOn: string, reason: string | null, recordedBy: string }>, lots: { nodes: Array<{ code: string, name: string, nameEn: string | null, countingUnit: string }> }, selectedProducts: { nodes: Array<{ product: { code: string, name: string, brand: string | null, genericNameEn: string | null } }> } } | null };

export type DraftChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type DraftChoicesQuery = { rounds: { nodes: Array<{ code: string, name: string, nameEn: string | null, scheme: string }> } };

export type OpenDemandReportingMutationVariables = Exact<{
  input: StepInput;
}>;


export type OpenDemandReportingMutation = { openDemandReporting: { round: { code: string, status: RoundStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type OpenBiddingMutationVariables = Exact<{
  input: StepInput;
}>;


export type OpenBiddingMutation = { openBidding: { round: { code: string, status: RoundStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type OpenBidsMutationVariables = Exact<{
  input: StepInput;
}>;


export type OpenBidsMutation = { openBids: { round: { code: string, status: RoundStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type ProposeSelectionMutationVariables = Exact<{
  input: ProposeSelectionInput;
}>;


export type ProposeSelectionMutation = { proposeSelection: { round: { code: string, status: RoundStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type PubliciseSelectionMutationVariables = Exact<{
  input: StepInput;
}>;


export type PubliciseSelectionMutation = { publiciseSelection: { round: { code: string, status: RoundStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type FinaliseSelectionMutationVariables = Exact<{
  input: StepInput;
}>;


export type FinaliseSelectionMutation = { finaliseSelection: { proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type PutRoundInForceMutationVariables = Exact<{
  input: PutRoundInForceInput;
}>;


export type PutRoundInForceMutation = { putRoundInForce: { round: { code: string, status: RoundStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type ExpireRoundMutationVariables = Exact<{
  input: StepInput;
}>;


export type ExpireRoundMutation = { expireRound: { round: { code: string, status: RoundStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type RenewRoundMutationVariables = Exact<{
  input: RenewRoundInput;
}>;


export type RenewRoundMutation = { renewRound: { round: { code: string, status: RoundStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type AddLotMutationVariables = Exact<{
  input: AddLotInput;
}>;


export type AddLotMutation = { addLot: { lot: { code: string } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type ReportDemandMutationVariables = Exact<{
  input: ReportDemandInput;
}>;


export type ReportDemandMutation = { reportDemand: { demandReport: { id: string } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type SubmitBidMutationVariables = Exact<{
  input: SubmitBidInput;
}>;


export type SubmitBidMutation = { submitBid: { bid: { id: string, commitment: string | null } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type RecordOutcomeMutationVariables = Exact<{
  input: RecordOutcomeInput;
}>;


export type RecordOutcomeMutation = { recordOutcome: { selectedProduct: { id: string } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type WithdrawWinnerMutationVariables = Exact<{
  input: WithdrawWinnerInput;
}>;


export type WithdrawWinnerMutation = { withdrawWinner: { selectedProduct: { id: string } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type CorrectWinningPriceMutationVariables = Exact<{
  input: CorrectWinningPriceInput;
}>;


export type CorrectWinningPriceMutation = { correctWinningPrice: { proposal: { id: string, status: ProposalStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type DraftRoundMutationVariables = Exact<{
  input: DraftRoundInput;
}>;


export type DraftRoundMutation = { draftRound: { round: { code: string, status: RoundStatus } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type RecordAgreedVolumesMutationVariables = Exact<{
  input: RecordAgreedVolumesInput;
}>;


export type RecordAgreedVolumesMutation = { recordAgreedVolumes: { selectedProduct: { id: string } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type AmendAgreedVolumeMutationVariables = Exact<{
  input: AmendAgreedVolumeInput;
}>;


export type AmendAgreedVolumeMutation = { amendAgreedVolume: { agreedVolume: { id: string } | null, userErrors: Array<{ code: string, field: string | null, message: string, messageZh: string }> } };

export type SelectionChoicesQueryVariables = Exact<{
  code: string;
}>;


export type SelectionChoicesQuery = { round: { code: string, lots: { nodes: Array<{ code: string, bids: { nodes: Array<{ product: { code: string, name: string, brand: string | null, genericNameEn: string | null } }> } }> } } | null, areas: { nodes: Array<{ code: string, name: string, nameEn: string | null }> } };

export type RoundPageQueryVariables = Exact<{
  code: string;
  asOf: string;
}>;


export type RoundPageQuery = { round: { code: string, name: string, nameEn: string | null, category: ProductCategory, openedOn: string | null, status: RoundStatus, place: string | null, inForceFrom: string | null, inForceTo: string | null, lowestWinningPrice: string | null, highestWinningPrice: string | null, policyDocument: { code: string, title: string } | null, published: { averageCutPercent: string | null, savingAsPublished: string | null, firstYearQuantity: number | null, reportingInstitutions: number | null, bidProducts: number | null, biddingEnterprises: number | null, selectedProductCount: number | null, selectedVarieties: number | null, selectedEnterprises: number | null, volumeAsPublished: string | null, termAsPublished: string | null }, lots: { totalCount: number, nodes: Array<{ code: string, name: string, nameEn: string | null, countingUnit: string, ceilingPrice: string | null, priceBefore: string | null, averageWinningPrice: string | null }> }, selectedProducts: { totalCount: number, nodes: Array<{ rank: number | null, winningPrice: string | null, priceUnit: string, confidence: Confidence, withdrawnOn: string | null, lot: { code: string }, product: { code: string, name: string, brand: string | null, genericNameEn: string | null, countingUnit: string, enterprise: { code: string, name: string, nameEn: string | null } }, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } | null }> } } | null, performanceBulletins: { nodes: Array<{ asOf: string, dataThrough: string | null, completions: { nodes: Array<{ asOf: string, dataThrough: string | null, productCode: string, agreementYear: number, synthetic: boolean, suppressed: SuppressionReason | null, agreedQuantity: number, acceptedQuantity: number | null, progress: { completionPercent: string | null, timePercent: string, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } | null } }> } }> }, procurementStatistics: { dataThrough: string | null, scope: StatisticsScope | null, rows: Array<{ agreedQuantity: number, acceptedQuantity: number | null, completionRatio: string | null, containsSynthetic: boolean, product: { code: string } | null }> } };

export type SignInChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInChoicesQuery = { enterprises: { nodes: Array<{ code: string, name: string, nameEn: string | null }> }, areas: { nodes: Array<{ code: string, name: string, nameEn: string | null }> } };

export type SignInInstitutionsQueryVariables = Exact<{
  text: string;
}>;


export type SignInInstitutionsQuery = { institutions: { nodes: Array<{ code: string, name: string }> } };

export type ChoicesQueryVariables = Exact<{
  asOf: string;
  by: StatisticsDimension;
}>;


export type ChoicesQuery = { procurementStatistics: { dataThrough: string | null, rows: Array<{ acceptedAmount: string | null, agreementYear: number | null, area: { code: string, name: string, nameEn: string | null } | null, enterprise: { code: string, name: string, nameEn: string | null } | null, product: { code: string, name: string, brand: string | null, genericNameEn: string | null } | null }> } };

export type CompletionFragment = { asOf: string, dataThrough: string | null, productCode: string, agreementYear: number, synthetic: boolean, suppressed: SuppressionReason | null, agreedQuantity: number, acceptedQuantity: number | null, progress: { completionPercent: string | null, timePercent: string, explanation: { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> } | null } };

export type ExplainedFragment = { rule: string, sentence: string, sentenceZh: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, textZh: string, value: string, unit: string | null }> };

export type NameOfQueryVariables = Exact<{
  code: string;
  isArea: boolean;
  isEnterprise: boolean;
  isInstitution: boolean;
  isProduct: boolean;
}>;


export type NameOfQuery = { area?: { code: string, name: string, nameEn: string | null } | null, enterprise?: { code: string, name: string, nameEn: string | null } | null, institution?: { code: string, name: string } | null, product?: { code: string, name: string, brand: string | null, genericNameEn: string | null } | null };

export type InstitutionChoicesQueryVariables = Exact<{
  text: string;
}>;


export type InstitutionChoicesQuery = { institutions: { nodes: Array<{ code: string, name: string }> } };

export type DistributorChoicesQueryVariables = Exact<{
  text: string;
}>;


export type DistributorChoicesQuery = { enterprises: { nodes: Array<{ code: string, name: string, nameEn: string | null }> } };

export type ProductChoicesQueryVariables = Exact<{
  text: string;
}>;


export type ProductChoicesQuery = { products: { nodes: Array<{ code: string, name: string, brand: string | null, genericNameEn: string | null }> } };

export type RefusedFragment = { code: string, field: string | null, message: string, messageZh: string };

export type RuleQueryVariables = Exact<{
  id: string | number;
}>;


export type RuleQuery = { rule: { title: string, titleZh: string, statement: string, statementZh: string, source: Array<{ document: string, clause: string | null }> } | null };

export const ExplainedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Explained"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Explanation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"sentenceZh"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"textZh"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]} as unknown as DocumentNode<ExplainedFragment, unknown>;
export const PayableInRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PayableInRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"paidAmount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}]},{"kind":"Field","name":{"kind":"Name","value":"openAmount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}]},{"kind":"Field","name":{"kind":"Name","value":"overdueAmount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}]},{"kind":"Field","name":{"kind":"Name","value":"overdueDays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}]},{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}]},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"agreement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"genericNameEn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"explanation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Explained"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Explained"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Explanation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"sentenceZh"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"textZh"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]} as unknown as DocumentNode<PayableInRowFragment, unknown>;
export const ProposalShownFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProposalShown"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Proposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"proposedBy"}},{"kind":"Field","name":{"kind":"Name","value":"proposedByPerson"}},{"kind":"Field","name":{"kind":"Name","value":"proposedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"table"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedByPerson"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}}]}}]}}]} as unknown as DocumentNode<ProposalShownFragment, unknown>;
export const CompletionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Completion"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublishedCompletion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"dataThrough"}},{"kind":"Field","name":{"kind":"Name","value":"productCode"}},{"kind":"Field","name":{"kind":"Name","value":"agreementYear"}},{"kind":"Field","name":{"kind":"Name","value":"synthetic"}},{"kind":"Field","name":{"kind":"Name","value":"suppressed"}},{"kind":"Field","name":{"kind":"Name","value":"agreedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completionPercent"}},{"kind":"Field","name":{"kind":"Name","value":"timePercent"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Explained"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Explained"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Explanation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"sentenceZh"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"textZh"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]} as unknown as DocumentNode<CompletionFragment, unknown>;
export const RefusedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"messageZh"}}]}}]} as unknown as DocumentNode<RefusedFragment, unknown>;
export const ChangesDocument = {"__meta__":{"documentId":"sha256:399b77341e3fd385b628d0a9a12c0a254d5db76509d8bf3c82edc596a61d3cbe"}} as unknown as DocumentNode<ChangesSubscription, ChangesSubscriptionVariables>;
export const RecordPrepaymentDocument = {"__meta__":{"documentId":"sha256:f7adace3d7ca9860bd7083b8b102e689cba2115850b010fcd36a315c11f13b43"}} as unknown as DocumentNode<RecordPrepaymentMutation, RecordPrepaymentMutationVariables>;
export const TopUpPrepaymentDocument = {"__meta__":{"documentId":"sha256:192f2192b78e3e400798d890c38ee7d2dcc5bac8387bf8d28965c0f6e43d62b8"}} as unknown as DocumentNode<TopUpPrepaymentMutation, TopUpPrepaymentMutationVariables>;
export const OffsetPrepaymentDocument = {"__meta__":{"documentId":"sha256:cc4d3b8e3d4fa1b25b8392a85a143d1e3e8633de8617621aada26af93d5b8876"}} as unknown as DocumentNode<OffsetPrepaymentMutation, OffsetPrepaymentMutationVariables>;
export const ClosePrepaymentDocument = {"__meta__":{"documentId":"sha256:1a78c7d218f536fde0e5caee968e51db9781717a1180624d328806c0e19f091c"}} as unknown as DocumentNode<ClosePrepaymentMutation, ClosePrepaymentMutationVariables>;
export const SetPrepaymentRatioDocument = {"__meta__":{"documentId":"sha256:69f5fecdef76573c82bdb1204fae49e349a7e28ffa3502ca870818218c5758dc"}} as unknown as DocumentNode<SetPrepaymentRatioMutation, SetPrepaymentRatioMutationVariables>;
export const PrepaymentShortagesDocument = {"__meta__":{"documentId":"sha256:7d8c1118130ba673d9e03011984a0c8d21e8c3a990bde9579072c534e28cf23d"}} as unknown as DocumentNode<PrepaymentShortagesQuery, PrepaymentShortagesQueryVariables>;
export const PrepaymentOfDocument = {"__meta__":{"documentId":"sha256:10b06f0fa5f9c546c88f269d7b6d8de97eee83e36910fbc1633bc74772f8d9f0"}} as unknown as DocumentNode<PrepaymentOfQuery, PrepaymentOfQueryVariables>;
export const AreaWithParentDocument = {"__meta__":{"documentId":"sha256:ef8ec37173c4d12626dc76b16abdb3cfdd8ee220907436a1199472c8bb28ecde"}} as unknown as DocumentNode<AreaWithParentQuery, AreaWithParentQueryVariables>;
export const AreaCapsDocument = {"__meta__":{"documentId":"sha256:1752246960f46d8e881df1cb656e13ca148c6f96036b5aec09d0aac267d7bcfc"}} as unknown as DocumentNode<AreaCapsQuery, AreaCapsQueryVariables>;
export const AreaScheduleDocument = {"__meta__":{"documentId":"sha256:f7813a941c648d9f0853981e23383e0dfdb8bf078962e81f04afcc1f759d5e77"}} as unknown as DocumentNode<AreaScheduleQuery, AreaScheduleQueryVariables>;
export const AreaDemandDocument = {"__meta__":{"documentId":"sha256:c1713675b842f22165c629dd9a78a3a9c93865e3401e6dbbf300a9193b0fbf82"}} as unknown as DocumentNode<AreaDemandQuery, AreaDemandQueryVariables>;
export const AssessmentsDocument = {"__meta__":{"documentId":"sha256:a62d8051086d176bc0ec809bb74e4d463d1d2c3d8a307ee0dacdc4399450cc32"}} as unknown as DocumentNode<AssessmentsQuery, AssessmentsQueryVariables>;
export const RetentionStatementsDocument = {"__meta__":{"documentId":"sha256:5cf6cd7a1c5bfffe1d2611f513d5c9d5709367089be3ef2a1b842b596be1946c"}} as unknown as DocumentNode<RetentionStatementsQuery, RetentionStatementsQueryVariables>;
export const AreasDocument = {"__meta__":{"documentId":"sha256:1ce7178feb55f81c947106766e0e2253567fcd876a6caa92f6e3c9ce3f3d60c9"}} as unknown as DocumentNode<AreasQuery, AreasQueryVariables>;
export const BulletinPaymentsDocument = {"__meta__":{"documentId":"sha256:744594c18b4af1c11214b2c67185636e2a74d968ae4ce4421e1dc766389672bb"}} as unknown as DocumentNode<BulletinPaymentsQuery, BulletinPaymentsQueryVariables>;
export const BulletinPrepaymentsDocument = {"__meta__":{"documentId":"sha256:08414baa2369f6388ea2f648275a99ddca2c57bb8dd20a5bc27b646b1d121585"}} as unknown as DocumentNode<BulletinPrepaymentsQuery, BulletinPrepaymentsQueryVariables>;
export const PublishPerformanceDocument = {"__meta__":{"documentId":"sha256:840a3d99edfcdb00944603b26441b9e4c42c67ee7b0822257d063498a28284b1"}} as unknown as DocumentNode<PublishPerformanceMutation, PublishPerformanceMutationVariables>;
export const ConvergenceChoicesDocument = {"__meta__":{"documentId":"sha256:e8b28abaa9af9702380de437f9b0c5e3cb1596edd2d560755a4abd65e42e463f"}} as unknown as DocumentNode<ConvergenceChoicesQuery, ConvergenceChoicesQueryVariables>;
export const TryConvergenceDocument = {"__meta__":{"documentId":"sha256:ccac6f37a43bbfd5dbf6565ebf94783c57d6feee3b44bed92657c6da192ad82f"}} as unknown as DocumentNode<TryConvergenceQuery, TryConvergenceQueryVariables>;
export const ProposeConvergenceDocument = {"__meta__":{"documentId":"sha256:e6c8be1b9dc9347223f4eb48cc9cd0a60dcd66cdd9c75501b0f8d710cd3d638f"}} as unknown as DocumentNode<ProposeConvergenceMutation, ProposeConvergenceMutationVariables>;
export const AgreementToActOnDocument = {"__meta__":{"documentId":"sha256:f483f33b01e68a8eb70d239a2317fec6effab13d71f5ff259fa1598e53ebd624"}} as unknown as DocumentNode<AgreementToActOnQuery, AgreementToActOnQueryVariables>;
export const AppointDistributorDocument = {"__meta__":{"documentId":"sha256:3aeb2eefc155a38753abd73d59bd058628ba3d4416baeb2b6b84730ec8be2a01"}} as unknown as DocumentNode<AppointDistributorMutation, AppointDistributorMutationVariables>;
export const EndDistributorAppointmentDocument = {"__meta__":{"documentId":"sha256:12bd7ccd3fc444de4c62ec08a2fab5d3df682940d44313fcb8309e614559dce9"}} as unknown as DocumentNode<EndDistributorAppointmentMutation, EndDistributorAppointmentMutationVariables>;
export const ListProductDocument = {"__meta__":{"documentId":"sha256:bfe700f0c274f41409d346114a76a30c1b4c60726cd476a2776feb2d9bc9fde0"}} as unknown as DocumentNode<ListProductMutation, ListProductMutationVariables>;
export const OrderToDeliverDocument = {"__meta__":{"documentId":"sha256:69fb8d19545fd9f49727e674a8b3eebe528b97c74da14bccbc0acac856e7b291"}} as unknown as DocumentNode<OrderToDeliverQuery, OrderToDeliverQueryVariables>;
export const OrdersToDeliverDocument = {"__meta__":{"documentId":"sha256:5bb52bb1b956ab194f2db0d1566009dab9c5ef0a2ca8bbc516253475b9b4a4d8"}} as unknown as DocumentNode<OrdersToDeliverQuery, OrdersToDeliverQueryVariables>;
export const RecordDeliveryDocument = {"__meta__":{"documentId":"sha256:b7af8c52f276bcf74dbed001c762af6403a0e59420a2e5795001fd36317eb2f1"}} as unknown as DocumentNode<RecordDeliveryMutation, RecordDeliveryMutationVariables>;
export const BidChoicesDocument = {"__meta__":{"documentId":"sha256:22067abcc8770fb0263dafc0ae2e2bbbc1aaa5e3c6fb3cc68b4752aaf2cd3806"}} as unknown as DocumentNode<BidChoicesQuery, BidChoicesQueryVariables>;
export const AgreementSumsDocument = {"__meta__":{"documentId":"sha256:40e3007498763bd0fe0ce80c8123732a238783f98838963462c1cda9ac60a1d4"}} as unknown as DocumentNode<AgreementSumsQuery, AgreementSumsQueryVariables>;
export const EnterpriseAgreementsDocument = {"__meta__":{"documentId":"sha256:587521ab1da5020e52e85054c8ea2dc9dd921b3f858ecd07328862c9024bb92a"}} as unknown as DocumentNode<EnterpriseAgreementsQuery, EnterpriseAgreementsQueryVariables>;
export const LatestOrdersDocument = {"__meta__":{"documentId":"sha256:24c474c24f78d1c1e69bf17b7fd5f522ae27cb0e0f3b26b127d0e94ac6642381"}} as unknown as DocumentNode<LatestOrdersQuery, LatestOrdersQueryVariables>;
export const PayableToActOnDocument = {"__meta__":{"documentId":"sha256:8b5f2b2a0a83bb9169bdcf2ab00a0d0ffc5b7cd32ef9f1049a09275acbfb770e"}} as unknown as DocumentNode<PayableToActOnQuery, PayableToActOnQueryVariables>;
export const PlaceOrderDocument = {"__meta__":{"documentId":"sha256:0938d24eb028281e2e3ac5764f3cf67f8b65c1732418bf38ea750280627b53dc"}} as unknown as DocumentNode<PlaceOrderMutation, PlaceOrderMutationVariables>;
export const RecordPaymentDocument = {"__meta__":{"documentId":"sha256:24d6c38afd0728a1b59eebf2be6642bc735b07e015b74af674176dd4244b24b7"}} as unknown as DocumentNode<RecordPaymentMutation, RecordPaymentMutationVariables>;
export const ReturnGoodsDocument = {"__meta__":{"documentId":"sha256:e9c976c719c48a800cf5b8c827e9439b14444fd6e0cbe31bf8cf57ae7b2a5c45"}} as unknown as DocumentNode<ReturnGoodsMutation, ReturnGoodsMutationVariables>;
export const ReversePaymentDocument = {"__meta__":{"documentId":"sha256:8320635de23b74cdd05ff743eb160e0742299a73887110595eb91de187db79f9"}} as unknown as DocumentNode<ReversePaymentMutation, ReversePaymentMutationVariables>;
export const RecordSupplyComplaintDocument = {"__meta__":{"documentId":"sha256:85f137f619ae40414ec56cc15ef404620b2389db0de5e069bbf8bb085154d379"}} as unknown as DocumentNode<RecordSupplyComplaintMutation, RecordSupplyComplaintMutationVariables>;
export const WaitingDeliveriesDocument = {"__meta__":{"documentId":"sha256:8c7f6e5e9dd5281fc6a7331450a8b8bf4d24312da9c3febba81f91317a139460"}} as unknown as DocumentNode<WaitingDeliveriesQuery, WaitingDeliveriesQueryVariables>;
export const AcceptDeliveryDocument = {"__meta__":{"documentId":"sha256:d1037055b654b6c14d52011a7d4c8ad3d5f1c689949253c02213dc43942144f2"}} as unknown as DocumentNode<AcceptDeliveryMutation, AcceptDeliveryMutationVariables>;
export const OwnPrepaymentDocument = {"__meta__":{"documentId":"sha256:6615f8e65d1c88a813bf6433cf651a4d862c7e83f37dce4fbe7c7c2412307315"}} as unknown as DocumentNode<OwnPrepaymentQuery, OwnPrepaymentQueryVariables>;
export const DemandRoundsDocument = {"__meta__":{"documentId":"sha256:ec5b5f221822a05555bd137ddf22a36c8c571b4b5e321d5a66071f360f0de5b6"}} as unknown as DocumentNode<DemandRoundsQuery, DemandRoundsQueryVariables>;
export const ReportedDemandDocument = {"__meta__":{"documentId":"sha256:15c868a00dd559fe94df4de5c04192ddfbb668e84b604c4380977370a153c321"}} as unknown as DocumentNode<ReportedDemandQuery, ReportedDemandQueryVariables>;
export const JournalDocument = {"__meta__":{"documentId":"sha256:73cb725af53d0546048c08da4dc3f2cb003853cc1426eef41b891dc308daec64"}} as unknown as DocumentNode<JournalQuery, JournalQueryVariables>;
export const NegotiationPageDocument = {"__meta__":{"documentId":"sha256:b6b3c0481d29cecf8b39b06df1de88bba915dedf9f3d95ab233654df04998fc7"}} as unknown as DocumentNode<NegotiationPageQuery, NegotiationPageQueryVariables>;
export const SealExpectedPriceDocument = {"__meta__":{"documentId":"sha256:93e830cd34d64cff8a0c90b19828429e6c2e71e6b108236db16ea6cc30fbb620"}} as unknown as DocumentNode<SealExpectedPriceMutation, SealExpectedPriceMutationVariables>;
export const RecordFirstQuoteDocument = {"__meta__":{"documentId":"sha256:dec295c28a7110db73d9fa531c758f313fb5c937d10675074d4e63bf7f6971ec"}} as unknown as DocumentNode<RecordFirstQuoteMutation, RecordFirstQuoteMutationVariables>;
export const OpenExpectedPriceDocument = {"__meta__":{"documentId":"sha256:ff6cbece6c8b241b888b1db2ffc7a87d6551a6aa5a27a62770f134d09cef4aa7"}} as unknown as DocumentNode<OpenExpectedPriceMutation, OpenExpectedPriceMutationVariables>;
export const RecordSecondQuoteDocument = {"__meta__":{"documentId":"sha256:c3d5744ea01216a67c33e295883f601148b68fd0c2b0eae51a0b8efd48ee4a4b"}} as unknown as DocumentNode<RecordSecondQuoteMutation, RecordSecondQuoteMutationVariables>;
export const RecordNegotiationOfferDocument = {"__meta__":{"documentId":"sha256:bd7857280b9b8a8956a97cdfeb0c3e994f4614f7e05cf2b0455006b43086b053"}} as unknown as DocumentNode<RecordNegotiationOfferMutation, RecordNegotiationOfferMutationVariables>;
export const ConcludeNegotiationDocument = {"__meta__":{"documentId":"sha256:e9b43a07894d1420916a1ee4e49b5ef9d0c4da6b0a0eeb690fe5fe38360c4c4b"}} as unknown as DocumentNode<ConcludeNegotiationMutation, ConcludeNegotiationMutationVariables>;
export const EndNegotiationDocument = {"__meta__":{"documentId":"sha256:e4dead67fc4302de95139c3b22317997db3927447863da0a8ebd501e123a1448"}} as unknown as DocumentNode<EndNegotiationMutation, EndNegotiationMutationVariables>;
export const SignNegotiationDocument = {"__meta__":{"documentId":"sha256:abd2bb2880b899ff8d59cb4aedaa616b773d8c4054ae471f3a366a9656f8516c"}} as unknown as DocumentNode<SignNegotiationMutation, SignNegotiationMutationVariables>;
export const PublishNegotiatedOutcomeDocument = {"__meta__":{"documentId":"sha256:94614d6dc4bf0d00ca872c4a4d42fa06c0932fa68a6e8e1a1c2c10e169475a01"}} as unknown as DocumentNode<PublishNegotiatedOutcomeMutation, PublishNegotiatedOutcomeMutationVariables>;
export const RenewNegotiatedOutcomeDocument = {"__meta__":{"documentId":"sha256:42a20fb8da66b0d3a6806e8aab058e2b2fc2db4a3616e870c4c82bf53134b409"}} as unknown as DocumentNode<RenewNegotiatedOutcomeMutation, RenewNegotiatedOutcomeMutationVariables>;
export const NegotiationsDocument = {"__meta__":{"documentId":"sha256:dbf3baf192a30536dfb9c9d909d09f94cb6d75635a3e2e7354a1d6e1bc924a86"}} as unknown as DocumentNode<NegotiationsQuery, NegotiationsQueryVariables>;
export const PrepareNegotiationDocument = {"__meta__":{"documentId":"sha256:791e9d7e51c2cf39054eb9ff83315ddc8e7d4066e45b7ce46d381f635daeb61b"}} as unknown as DocumentNode<PrepareNegotiationMutation, PrepareNegotiationMutationVariables>;
export const OverviewDocument = {"__meta__":{"documentId":"sha256:3a1e91f722ab3ddd3c1d7c0b970541d9c38372945981e9a92141146d349ef4bb"}} as unknown as DocumentNode<OverviewQuery, OverviewQueryVariables>;
export const PaymentTimelineDocument = {"__meta__":{"documentId":"sha256:97d9829af76a36ca25fe7af339b228d2eb35f7fcffe848c4470ac1d67b36c812"}} as unknown as DocumentNode<PaymentTimelineQuery, PaymentTimelineQueryVariables>;
export const TimelinePayablesDocument = {"__meta__":{"documentId":"sha256:06d06a5b8f6927116a5e046bdf5adca95a118c8d8b981fc12c582d7e65d6d399"}} as unknown as DocumentNode<TimelinePayablesQuery, TimelinePayablesQueryVariables>;
export const PayablesDocument = {"__meta__":{"documentId":"sha256:946dcd25f562e5a85e8e22cfba17aaad066acf600fc9e42776cd1048b34ea1d9"}} as unknown as DocumentNode<PayablesQuery, PayablesQueryVariables>;
export const PayableDetailsDocument = {"__meta__":{"documentId":"sha256:61daaa974a553dd1a1186851969776492970bd2b9d90300d43a6b915b6491503"}} as unknown as DocumentNode<PayableDetailsQuery, PayableDetailsQueryVariables>;
export const ProductPageDocument = {"__meta__":{"documentId":"sha256:0faa487c1fb879cf271dd89bb0094d499b614fed97247b32ae157afff910f5fd"}} as unknown as DocumentNode<ProductPageQuery, ProductPageQueryVariables>;
export const ProductStandardsDocument = {"__meta__":{"documentId":"sha256:c8abcb4742263363fc69a384b7df7b57d43ebe5db7d7236bb43d7cfb7eb71486"}} as unknown as DocumentNode<ProductStandardsQuery, ProductStandardsQueryVariables>;
export const ProductInAreaDocument = {"__meta__":{"documentId":"sha256:7b60aaddc62214851572a038109be049d2f26f62c63e4f4b511eab8a39c8b7eb"}} as unknown as DocumentNode<ProductInAreaQuery, ProductInAreaQueryVariables>;
export const ProposalsDocument = {"__meta__":{"documentId":"sha256:90153efcb58130c895d6b30dee743b8acdcdad2df6751b951578837ba47366de"}} as unknown as DocumentNode<ProposalsQuery, ProposalsQueryVariables>;
export const OneProposalDocument = {"__meta__":{"documentId":"sha256:53f5947f9ff5627c984414d37bd2d168802a089b22238602b908c207bd03c9c2"}} as unknown as DocumentNode<OneProposalQuery, OneProposalQueryVariables>;
export const DecideProposalDocument = {"__meta__":{"documentId":"sha256:f056a87727a2bf572c35a048e476c8ce710a9878ab7b46e2b615fd8e699bd868"}} as unknown as DocumentNode<DecideProposalMutation, DecideProposalMutationVariables>;
export const RoundBidsDocument = {"__meta__":{"documentId":"sha256:6ec85ec4f4729b25b016c44588538dfe6593aef1a4298484c14ae6f4c402812b"}} as unknown as DocumentNode<RoundBidsQuery, RoundBidsQueryVariables>;
export const RoundLotsDocument = {"__meta__":{"documentId":"sha256:78d88b8b68e27644a5ddacdd4ef5fdec573b349cec655eb60a9dfe925a6e4963"}} as unknown as DocumentNode<RoundLotsQuery, RoundLotsQueryVariables>;
export const EvaluateBidsDocument = {"__meta__":{"documentId":"sha256:5d7229678ac4164332cf913c151fbe85401bb6b389a6c0d634ace312d49a26bb"}} as unknown as DocumentNode<EvaluateBidsMutation, EvaluateBidsMutationVariables>;
export const RoundStepsDocument = {"__meta__":{"documentId":"sha256:6119ccb353ba2afa9e9b49750cad304c6b314f6678ab1e81a78e8975e24ebd19"}} as unknown as DocumentNode<RoundStepsQuery, RoundStepsQueryVariables>;
export const DraftChoicesDocument = {"__meta__":{"documentId":"sha256:1a93643dd5e62f7cad15b7c915c03b2b8d340e6237b74e8218dc59e292deb9cf"}} as unknown as DocumentNode<DraftChoicesQuery, DraftChoicesQueryVariables>;
export const OpenDemandReportingDocument = {"__meta__":{"documentId":"sha256:d6b80ed0aa9ff18c5ee2627a7b98824648c0c14d2f264db2e2457d171d8c9324"}} as unknown as DocumentNode<OpenDemandReportingMutation, OpenDemandReportingMutationVariables>;
export const OpenBiddingDocument = {"__meta__":{"documentId":"sha256:bccacb03a2c2cfe1745d4aeb70776f55f07e0bdc8f5c152474e6a749623cb330"}} as unknown as DocumentNode<OpenBiddingMutation, OpenBiddingMutationVariables>;
export const OpenBidsDocument = {"__meta__":{"documentId":"sha256:d03a04aa5eca2fbb33815ddac76c6faec04a67a707952418523a02a9e30c7750"}} as unknown as DocumentNode<OpenBidsMutation, OpenBidsMutationVariables>;
export const ProposeSelectionDocument = {"__meta__":{"documentId":"sha256:be4e230264a2a7a42d7ee0beacdf2cb38156ad336c04c1f7a8dc17a70e505d13"}} as unknown as DocumentNode<ProposeSelectionMutation, ProposeSelectionMutationVariables>;
export const PubliciseSelectionDocument = {"__meta__":{"documentId":"sha256:febc916c81560aac15ba51339a4b3f7a998883fcf2765b161a4e99d88d9bb4a9"}} as unknown as DocumentNode<PubliciseSelectionMutation, PubliciseSelectionMutationVariables>;
export const FinaliseSelectionDocument = {"__meta__":{"documentId":"sha256:895c50fd5f905c30b0de6ace6936de08fc26a99385cefeb1fa78fb2dc7fef7f2"}} as unknown as DocumentNode<FinaliseSelectionMutation, FinaliseSelectionMutationVariables>;
export const PutRoundInForceDocument = {"__meta__":{"documentId":"sha256:0e0209013b7b131b3f31a2df8f824873bbf781c8624241c1454a161f1b8b70d7"}} as unknown as DocumentNode<PutRoundInForceMutation, PutRoundInForceMutationVariables>;
export const ExpireRoundDocument = {"__meta__":{"documentId":"sha256:f643b1f81de956341f1e930c9f19b0e28b8fd50d0c466372bf90562cd519e0ed"}} as unknown as DocumentNode<ExpireRoundMutation, ExpireRoundMutationVariables>;
export const RenewRoundDocument = {"__meta__":{"documentId":"sha256:c61d134bc97be011f231db367e153ebeeac30db1cca81372707e105529e7d2e8"}} as unknown as DocumentNode<RenewRoundMutation, RenewRoundMutationVariables>;
export const AddLotDocument = {"__meta__":{"documentId":"sha256:8cc66826b4206e1f2f24b09864d441501ee39a01bc2409d7fdf8a09331ef4252"}} as unknown as DocumentNode<AddLotMutation, AddLotMutationVariables>;
export const ReportDemandDocument = {"__meta__":{"documentId":"sha256:b40152130ecf17bdffbfad6d52cd891b3013244f13f7c60558494c34ae670735"}} as unknown as DocumentNode<ReportDemandMutation, ReportDemandMutationVariables>;
export const SubmitBidDocument = {"__meta__":{"documentId":"sha256:d0a3b5389347827bdd54b47f87e5eb252ac3e3aafa474e0da9b9fef4b2b25aa1"}} as unknown as DocumentNode<SubmitBidMutation, SubmitBidMutationVariables>;
export const RecordOutcomeDocument = {"__meta__":{"documentId":"sha256:f6563b333381be9d5af1b976af9bd86e599094e6cc5d7874f8cf9982eb04d5ad"}} as unknown as DocumentNode<RecordOutcomeMutation, RecordOutcomeMutationVariables>;
export const WithdrawWinnerDocument = {"__meta__":{"documentId":"sha256:c26acee8d5bcb17c659138946d4eceb5eb97e6ec2be8caad3b771d1bb0d8b437"}} as unknown as DocumentNode<WithdrawWinnerMutation, WithdrawWinnerMutationVariables>;
export const CorrectWinningPriceDocument = {"__meta__":{"documentId":"sha256:070513c8d5d856206209f03135e86c8557a4dc7630e80177f024cf34d20a3508"}} as unknown as DocumentNode<CorrectWinningPriceMutation, CorrectWinningPriceMutationVariables>;
export const DraftRoundDocument = {"__meta__":{"documentId":"sha256:e8d091678648d7fc887d2b778aa9b9c633788558825fa61aaedb9cf22dde9440"}} as unknown as DocumentNode<DraftRoundMutation, DraftRoundMutationVariables>;
export const RecordAgreedVolumesDocument = {"__meta__":{"documentId":"sha256:1fea8d37cf84af388c96e923a969b50bbc43eca8d7d00abc46f4f7888d368fb3"}} as unknown as DocumentNode<RecordAgreedVolumesMutation, RecordAgreedVolumesMutationVariables>;
export const AmendAgreedVolumeDocument = {"__meta__":{"documentId":"sha256:84fa4adae54e37ca0c3b47b4aa892eb038ec1cdaf6849f74f03815f6dbaa8311"}} as unknown as DocumentNode<AmendAgreedVolumeMutation, AmendAgreedVolumeMutationVariables>;
export const SelectionChoicesDocument = {"__meta__":{"documentId":"sha256:f2ce931600afc57d60a706deae2691b032868ac8de41808c2caafe8dcbcdcf73"}} as unknown as DocumentNode<SelectionChoicesQuery, SelectionChoicesQueryVariables>;
export const RoundPageDocument = {"__meta__":{"documentId":"sha256:7147210a8a1801b8bf7d311e50d940aab4c5cca70b1d18e2641ee99f801feebb"}} as unknown as DocumentNode<RoundPageQuery, RoundPageQueryVariables>;
export const SignInChoicesDocument = {"__meta__":{"documentId":"sha256:bbbfd81554bffe47aada59b4c3742b2dae8cc3184bb54432af20dcea3a88b20a"}} as unknown as DocumentNode<SignInChoicesQuery, SignInChoicesQueryVariables>;
export const SignInInstitutionsDocument = {"__meta__":{"documentId":"sha256:53ffdb78e92491c79722a4b418ae1bbd2da72785c929af10ba2e5f7fb9de4476"}} as unknown as DocumentNode<SignInInstitutionsQuery, SignInInstitutionsQueryVariables>;
export const ChoicesDocument = {"__meta__":{"documentId":"sha256:8d14f39ca19414d21a31c82fafe4652ca25b16654aa9f68ef8f43cb6a5ae9b03"}} as unknown as DocumentNode<ChoicesQuery, ChoicesQueryVariables>;
export const NameOfDocument = {"__meta__":{"documentId":"sha256:dde6a780f7f209c2549fa3650566d31dae6d641a3897963a5d963ef6c6f061bf"}} as unknown as DocumentNode<NameOfQuery, NameOfQueryVariables>;
export const InstitutionChoicesDocument = {"__meta__":{"documentId":"sha256:967378935df2c4b4cbe431e7cbc83ae043966eaab732cce97adba4f10dcb377f"}} as unknown as DocumentNode<InstitutionChoicesQuery, InstitutionChoicesQueryVariables>;
export const DistributorChoicesDocument = {"__meta__":{"documentId":"sha256:0bfa283e68268f0bf1a824815a96230dc34d602cb9f81762750cfb58e3ae4e95"}} as unknown as DocumentNode<DistributorChoicesQuery, DistributorChoicesQueryVariables>;
export const ProductChoicesDocument = {"__meta__":{"documentId":"sha256:0d9e22141849cfefa002a6c2d85aa63869e9b0d8a9eaff2b1f5d14ffd9968212"}} as unknown as DocumentNode<ProductChoicesQuery, ProductChoicesQueryVariables>;
export const RuleDocument = {"__meta__":{"documentId":"sha256:afb79d70488e250871ce4d478d3bc8347575019811c4460b18268cd07eedb3dc"}} as unknown as DocumentNode<RuleQuery, RuleQueryVariables>;
