/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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
 * A line of a claim, to be split between the fund and the patient.
 *
 * 待分担的费用明细。
 */
export type ClaimLineInput = {
  /**
   * The code of the pooling area that pays.
   *
   * 支付的统筹区代码。
   */
  areaCode: string;
  /**
   * The day of the claim.
   *
   * 费用发生日期。
   */
  asOf: string;
  /**
   * The level of the institution; without it only a ratio for all levels counts.
   *
   * 医疗机构等级;不填时仅采用适用全部等级的比例。
   */
  institutionLevel?: InstitutionLevel | null | undefined;
  /**
   * The actual price: yuan per price unit, above 0, up to 4 decimals.
   *
   * 实际价格:每计价单位金额(元),大于 0,至多四位小数。
   */
  price: string;
  /**
   * The code of the product.
   *
   * 产品代码。
   */
  productCode: string;
  /**
   * How many price units, above 0.
   *
   * 计价单位数量,大于 0。
   */
  quantity: number;
  /**
   * The scheme of the patient.
   *
   * 患者参保险种。
   */
  scheme: InsuranceScheme;
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
 * The level of a medical institution.
 *
 * 医疗机构等级。
 */
export type InstitutionLevel =
  /**
   * Primary.
   *
   * 一级。
   */
  | 'PRIMARY'
  /**
   * Secondary.
   *
   * 二级。
   */
  | 'SECONDARY'
  /**
   * Tertiary.
   *
   * 三级。
   */
  | 'TERTIARY'
  /**
   * Ungraded.
   *
   * 未定级。
   */
  | 'UNGRADED';

/**
 * Whose basic medical insurance pays.
 *
 * 基本医疗保险险种。
 */
export type InsuranceScheme =
  /**
   * That of employees.
   *
   * 职工基本医疗保险。
   */
  | 'EMPLOYEE'
  /**
   * That of urban and rural residents.
   *
   * 城乡居民基本医疗保险。
   */
  | 'RESIDENT';

/**
 * Why a line is not split.
 *
 * 明细未能分担的原因。
 */
export type LineReason =
  /**
   * No area with this code is on record.
   *
   * 没有此代码的地区。
   */
  | 'AREA_UNKNOWN'
  /**
   * A price is above 0 and has at most 4 decimals.
   *
   * 价格须大于 0,至多四位小数。
   */
  | 'MALFORMED_PRICE'
  /**
   * A quantity is above 0.
   *
   * 数量须大于 0。
   */
  | 'MALFORMED_QUANTITY'
  /**
   * There is a standard, but its amount is not on record: a winning price that is not, or the days after a term.
   *
   * 应有支付标准,但金额未记录:中选价未记录,或执行期届满后的价格未记录。
   */
  | 'NOT_ON_RECORD'
  /**
   * No ratio of the fund is prescribed for the area, scheme, level and day.
   *
   * 未规定该地区、险种、机构等级在该日的基金支付比例。
   */
  | 'NO_RATIO'
  /**
   * No standard is set for the product in the area on that day.
   *
   * 该日当地未对该产品设定支付标准。
   */
  | 'NO_STANDARD'
  /**
   * No product with this code is on record.
   *
   * 没有此代码的产品。
   */
  | 'PRODUCT_UNKNOWN';

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
 * A product in an area on a day, of which the payment standard is asked.
 *
 * 所查询的产品、地区与日期。
 */
export type PaymentStandardLookup = {
  /**
   * The code of the area.
   *
   * 地区代码。
   */
  areaCode: string;
  /**
   * The day.
   *
   * 适用日期。
   */
  asOf: string;
  /**
   * The code of the product.
   *
   * 产品代码。
   */
  productCode: string;
};

/**
 * What happened to a prepayment.
 *
 * 预付金变动类型。
 */
export type PrepaymentMovementKind =
  /**
   * The rest of the agreement year before came in.
   *
   * 上一协议年度余额结转转入。
   */
  | 'CARRIED_IN'
  /**
   * The rest went to the next agreement year.
   *
   * 余额结转至下一协议年度。
   */
  | 'CARRIED_OVER'
  /**
   * Offset against claims as purchases progressed.
   *
   * 按采购进度冲抵。
   */
  | 'OFFSET'
  /**
   * The fund prepaid it.
   *
   * 预付。
   */
  | 'PREPAID'
  /**
   * The rest went back to the fund.
   *
   * 余额退回基金。
   */
  | 'RETURNED'
  /**
   * The fund prepaid more.
   *
   * 补充预付。
   */
  | 'TOP_UP';

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
 * Why there is no amount.
 *
 * 无支付标准金额的原因。
 */
export type StandardReason =
  /**
   * No area with this code is on record.
   *
   * 没有此代码的地区。
   */
  | 'AREA_UNKNOWN'
  /**
   * There is a standard, but its amount is not on record: a winning price that is not, or the days after a term.
   *
   * 应有支付标准,但金额未记录:中选价未记录,或执行期届满后的价格未记录。
   */
  | 'NOT_ON_RECORD'
  /**
   * No standard is set for the product in the area on that day.
   *
   * 该日当地未对该产品设定支付标准。
   */
  | 'NO_STANDARD'
  /**
   * No product with this code is on record.
   *
   * 没有此代码的产品。
   */
  | 'PRODUCT_UNKNOWN';

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

export type AgreementsQueryVariables = Exact<{
  first: number;
  asOf: string;
}>;


export type AgreementsQuery = { agreements: { totalCount: number, nodes: Array<{ number: string, agreementYear: number, unitPrice: string, agreedQuantity: number, agreedAmount: string, institution: { code: string, name: string, area: { code: string } }, product: { code: string }, distributor: { code: string, name: string } | null, progress: { orderedQuantity: number, deliveredQuantity: number, acceptedQuantity: number, completionRatio: string, timeProgressRatio: string, shortfallQuantity: number }, deliveries: { nodes: Array<{ deliveredOn: string, acceptedOn: string | null, acceptedQuantity: number | null, payable: { amount: string, dueOn: string, paidAmount: string, status: PayableStatus | null, overdueDays: number, explanation: { rule: string, source: Array<{ document: string, clause: string | null }> } } | null }> } }> } };

export type BidEvaluationQueryVariables = Exact<{
  round: string;
  lot: string;
}>;


export type BidEvaluationQuery = { round: { lot: { code: string, name: string, ceilingPrice: string | null, bids: { nodes: Array<{ price: string | null, comparableUnitPrice: string | null, rank: number | null, outcome: BidStatus | null, product: { code: string }, enterprise: { code: string }, explanation: { rule: string, sentence: string, source: Array<{ document: string, clause: string | null }> } | null }> } } | null } | null };

export type ChangesSubscriptionVariables = Exact<{
  after?: string | number | null | undefined;
}>;


export type ChangesSubscription = { changes: { cursor: string, incomplete: boolean, operations: Array<{ operation: string | null, kind: string, areaCode: string | null }> } };

export type ConvergenceQueryVariables = Exact<{
  product: string;
  area: string;
}>;


export type ConvergenceQuery = { convergenceSchedule: { startsOn: string, deadline: string, targetAmount: string, steps: Array<{ effectiveFrom: string, amount: string }>, explanation: { rule: string, sentence: string, source: Array<{ document: string, clause: string | null }> } } | null };

export type InstitutionQueryVariables = Exact<{
  code: string;
}>;


export type InstitutionQuery = { institution: { code: string, name: string, level: InstitutionLevel } | null };

export type PaymentStandardAmountQueryVariables = Exact<{
  product: string;
  area: string;
  asOf: string;
  knownAt?: string | null | undefined;
}>;


export type PaymentStandardAmountQuery = { paymentStandard: { amount: string | null, basis: StandardBasis | null, inScope: boolean | null, validFrom: string | null, validTo: string | null, reason: StandardReason | null } | null };

export type PaymentStandardQueryVariables = Exact<{
  product: string;
  area: string;
  asOf: string;
  knownAt?: string | null | undefined;
}>;


export type PaymentStandardQuery = { paymentStandard: { amount: string | null, basis: StandardBasis | null, inScope: boolean | null, validFrom: string | null, validTo: string | null, recordedAt: string | null, product: { code: string }, area: { code: string }, explanation: { rule: string, sentence: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }>, steps: Array<{ text: string, value: string, unit: string | null }> } | null } | null };

export type PaymentStandardsQueryVariables = Exact<{
  lookups: Array<PaymentStandardLookup> | PaymentStandardLookup;
  knownAt?: string | null | undefined;
}>;


export type PaymentStandardsQuery = { paymentStandards: Array<{ productCode: string, areaCode: string, asOf: string, amount: string | null, basis: StandardBasis | null, inScope: boolean | null, reason: StandardReason | null }> };

export type PrepaymentQueryVariables = Exact<{
  institution: string;
  year: number;
}>;


export type PrepaymentQuery = { prepayment: { agreedAmount: string, minimumRatio: string, requiredMinimum: string, paidAmount: string, offsetAmount: string, balance: string, status: PrepaymentStatus, entries: { nodes: Array<{ kind: PrepaymentMovementKind, amount: string, occurredOn: string, recordedAt: string, reference: string }> }, explanation: { rule: string, sentence: string, source: Array<{ document: string, clause: string | null }>, inputs: Array<{ name: string, value: string, unit: string | null }> } } | null };

export type PriceLinesQueryVariables = Exact<{
  lines: Array<ClaimLineInput> | ClaimLineInput;
  knownAt?: string | null | undefined;
}>;


export type PriceLinesQuery = { priceLines: Array<{ total: string | null, standard: string | null, basis: StandardBasis | null, ratioPercent: string | null, inScopeAmount: string | null, fundAmount: string | null, patientAmount: string | null, aboveStandardAmount: string | null, reason: LineReason | null }> };

export type RoundQueryVariables = Exact<{
  code: string;
}>;


export type RoundQuery = { round: { code: string, name: string, category: ProductCategory, openedOn: string | null, status: RoundStatus, lowestWinningPrice: string | null, highestWinningPrice: string | null, selectedProducts: { totalCount: number, nodes: Array<{ rank: number | null, winningPrice: string | null, agreedQuantity: number | null, confidence: Confidence, provenance: string, product: { code: string, name: string, brand: string | null, category: ProductCategory, countingUnit: string, enterprise: { code: string, name: string } } }> } } | null };

export type RoundsInDepthQueryVariables = Exact<{
  rounds: number;
  volumes: number;
}>;


export type RoundsInDepthQuery = { rounds: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ code: string, name: string, category: ProductCategory, openedOn: string | null, selectedProducts: { nodes: Array<{ rank: number | null, winningPrice: string | null, product: { code: string, name: string, enterprise: { code: string, name: string } }, agreedVolumes: { nodes: Array<{ agreementYear: number, quantity: number, institution: { code: string, name: string, area: { code: string, name: string } } }> } }> } }> } };

export type StatisticsQueryVariables = Exact<{
  asOf: string;
}>;


export type StatisticsQuery = { procurementStatistics: { dataThrough: string | null, scope: StatisticsScope | null, rows: Array<{ agreedQuantity: number, acceptedQuantity: number | null, completionRatio: string | null, agreedAmount: string | null, acceptedAmount: string | null, paidAmount: string | null, overdueAmount: string | null, savings: string | null, containsSynthetic: boolean, volumesWithoutPrice: number, volumesWithoutSavings: number, round: { code: string } | null, area: { code: string } | null }> } };


export const AgreementsDocument = {"__meta__":{"hash":"sha256:c4aee2034dd74702ea3dd9c03714a3be8a648d32cc6281855bb3a02eea7143e9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Agreements"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agreements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"inForceOn"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"agreementYear"}},{"kind":"Field","name":{"kind":"Name","value":"unitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"agreedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"agreedAmount"}},{"kind":"Field","name":{"kind":"Name","value":"institution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"distributor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"completionRatio"}},{"kind":"Field","name":{"kind":"Name","value":"timeProgressRatio"}},{"kind":"Field","name":{"kind":"Name","value":"shortfallQuantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deliveredOn"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedOn"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"payable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"paidAmount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}]},{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}]},{"kind":"Field","name":{"kind":"Name","value":"overdueDays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}]},{"kind":"Field","name":{"kind":"Name","value":"explanation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<AgreementsQuery, AgreementsQueryVariables>;
export const BidEvaluationDocument = {"__meta__":{"hash":"sha256:63c6608a348f966aa1cb170edf0b55e2c1d7119985bcda1700c310c12111a81d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BidEvaluation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"round"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lot"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"round"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"round"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lot"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lot"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ceilingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"bids"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"comparableUnitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enterprise"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"explanation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BidEvaluationQuery, BidEvaluationQueryVariables>;
export const ChangesDocument = {"__meta__":{"hash":"sha256:c357f05eee89af93ed4fe2e146dcb2299482b9e353bf0c9553deb5462250f495"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Changes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"incomplete"}},{"kind":"Field","name":{"kind":"Name","value":"operations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"areaCode"}}]}}]}}]}}]} as unknown as DocumentNode<ChangesSubscription, ChangesSubscriptionVariables>;
export const ConvergenceDocument = {"__meta__":{"hash":"sha256:de1e22f1a4083744bee8701e2c4660b2bd2de11c7866b97b32fb42f05ff88d8c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Convergence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"product"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"area"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"convergenceSchedule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"productCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"product"}}},{"kind":"Argument","name":{"kind":"Name","value":"areaCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"area"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"targetAmount"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"explanation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConvergenceQuery, ConvergenceQueryVariables>;
export const InstitutionDocument = {"__meta__":{"hash":"sha256:4914bd01383f6f4dc84660512029318b7bc68d5a30cdd185cbeb666c8795319a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Institution"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"institution"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}}]} as unknown as DocumentNode<InstitutionQuery, InstitutionQueryVariables>;
export const PaymentStandardAmountDocument = {"__meta__":{"hash":"sha256:37ca96d3f428687ed460ef16193a9dc4cad444ce251924685623fb4850f8f7b4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaymentStandardAmount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"product"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"area"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentStandard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"productCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"product"}}},{"kind":"Argument","name":{"kind":"Name","value":"areaCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"area"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"inScope"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<PaymentStandardAmountQuery, PaymentStandardAmountQueryVariables>;
export const PaymentStandardDocument = {"__meta__":{"hash":"sha256:0db5787e9666a2ea9b240d6f2107f8319731f0715c97f8690a45fa8864d486d6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaymentStandard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"product"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"area"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentStandard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"productCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"product"}}},{"kind":"Argument","name":{"kind":"Name","value":"areaCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"area"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"inScope"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"explanation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PaymentStandardQuery, PaymentStandardQueryVariables>;
export const PaymentStandardsDocument = {"__meta__":{"hash":"sha256:a48806ea0f042417d9a9370b05a28f3ddfac8b8a335732ab31d26ab024c17318"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaymentStandards"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lookups"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentStandardLookup"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentStandards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lookups"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lookups"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"productCode"}},{"kind":"Field","name":{"kind":"Name","value":"areaCode"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"inScope"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<PaymentStandardsQuery, PaymentStandardsQueryVariables>;
export const PrepaymentDocument = {"__meta__":{"hash":"sha256:3424533b6ced18d13db6cf0aaedd12234f6e05863974b96ddc12bfff6829e7a1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Prepayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"institution"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prepayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"institutionCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"institution"}}},{"kind":"Argument","name":{"kind":"Name","value":"agreementYear"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agreedAmount"}},{"kind":"Field","name":{"kind":"Name","value":"minimumRatio"}},{"kind":"Field","name":{"kind":"Name","value":"requiredMinimum"}},{"kind":"Field","name":{"kind":"Name","value":"paidAmount"}},{"kind":"Field","name":{"kind":"Name","value":"offsetAmount"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"entries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"occurredOn"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"explanation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inputs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PrepaymentQuery, PrepaymentQueryVariables>;
export const PriceLinesDocument = {"__meta__":{"hash":"sha256:8a8d7a9245b5cddebc7e4fa08a86c3d279fd73a9845ebaa028c665c7c4d74553"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PriceLines"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lines"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ClaimLineInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"priceLines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lines"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lines"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"standard"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"ratioPercent"}},{"kind":"Field","name":{"kind":"Name","value":"inScopeAmount"}},{"kind":"Field","name":{"kind":"Name","value":"fundAmount"}},{"kind":"Field","name":{"kind":"Name","value":"patientAmount"}},{"kind":"Field","name":{"kind":"Name","value":"aboveStandardAmount"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<PriceLinesQuery, PriceLinesQueryVariables>;
export const RoundDocument = {"__meta__":{"hash":"sha256:d11424dc087698e53bd6af4fb9216ac563e50420ecb1443e180beef17c1ea595"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Round"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"round"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lowestWinningPrice"}},{"kind":"Field","name":{"kind":"Name","value":"highestWinningPrice"}},{"kind":"Field","name":{"kind":"Name","value":"selectedProducts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"winningPrice"}},{"kind":"Field","name":{"kind":"Name","value":"agreedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"provenance"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"countingUnit"}},{"kind":"Field","name":{"kind":"Name","value":"enterprise"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RoundQuery, RoundQueryVariables>;
export const RoundsInDepthDocument = {"__meta__":{"hash":"sha256:fbed4317cc694bf9eb362b3ab4e46199d628d07638c7a595c3c531391c3ec58c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoundsInDepth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"rounds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"volumes"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rounds"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"rounds"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"OPENED_ON"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"selectedProducts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"winningPrice"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enterprise"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreedVolumes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"volumes"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agreementYear"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"institution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RoundsInDepthQuery, RoundsInDepthQueryVariables>;
export const StatisticsDocument = {"__meta__":{"hash":"sha256:df08d5d5b8031ce1bdec085e6a34c0a07c7c455a6ec76430b702fbac45a47ded"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Statistics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"procurementStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"ROUND"},{"kind":"EnumValue","value":"AREA"}]}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataThrough"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"round"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"completionRatio"}},{"kind":"Field","name":{"kind":"Name","value":"agreedAmount"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedAmount"}},{"kind":"Field","name":{"kind":"Name","value":"paidAmount"}},{"kind":"Field","name":{"kind":"Name","value":"overdueAmount"}},{"kind":"Field","name":{"kind":"Name","value":"savings"}},{"kind":"Field","name":{"kind":"Name","value":"containsSynthetic"}},{"kind":"Field","name":{"kind":"Name","value":"volumesWithoutPrice"}},{"kind":"Field","name":{"kind":"Name","value":"volumesWithoutSavings"}}]}}]}}]}}]} as unknown as DocumentNode<StatisticsQuery, StatisticsQueryVariables>;
