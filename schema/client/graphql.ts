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

export type BidEvaluationQueryVariables = Exact<{
  round: string;
  lot: string;
}>;


export type BidEvaluationQuery = { round: { lot: { code: string, name: string, ceilingPrice: string | null, bids: { nodes: Array<{ price: string | null, comparableUnitPrice: string | null, rank: number | null, outcome: BidStatus | null, product: { code: string }, enterprise: { code: string }, explanation: { rule: string, sentence: string, source: Array<{ document: string, clause: string | null }> } | null }> } } | null } | null };

export type InstitutionQueryVariables = Exact<{
  code: string;
}>;


export type InstitutionQuery = { institution: { code: string, name: string, level: InstitutionLevel } | null };

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


export type StatisticsQuery = { procurementStatistics: { dataThrough: string | null, rows: Array<{ agreedQuantity: number, agreedAmount: string | null, savings: string | null, containsSynthetic: boolean, volumesWithoutPrice: number, volumesWithoutSavings: number, round: { code: string } | null, area: { code: string } | null }> } };


export const BidEvaluationDocument = {"__meta__":{"hash":"sha256:63c6608a348f966aa1cb170edf0b55e2c1d7119985bcda1700c310c12111a81d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BidEvaluation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"round"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lot"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"round"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"round"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lot"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lot"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ceilingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"bids"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"comparableUnitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"enterprise"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"explanation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BidEvaluationQuery, BidEvaluationQueryVariables>;
export const InstitutionDocument = {"__meta__":{"hash":"sha256:4914bd01383f6f4dc84660512029318b7bc68d5a30cdd185cbeb666c8795319a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Institution"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"institution"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}}]} as unknown as DocumentNode<InstitutionQuery, InstitutionQueryVariables>;
export const RoundDocument = {"__meta__":{"hash":"sha256:d11424dc087698e53bd6af4fb9216ac563e50420ecb1443e180beef17c1ea595"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Round"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"round"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lowestWinningPrice"}},{"kind":"Field","name":{"kind":"Name","value":"highestWinningPrice"}},{"kind":"Field","name":{"kind":"Name","value":"selectedProducts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"winningPrice"}},{"kind":"Field","name":{"kind":"Name","value":"agreedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"provenance"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"brand"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"countingUnit"}},{"kind":"Field","name":{"kind":"Name","value":"enterprise"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RoundQuery, RoundQueryVariables>;
export const RoundsInDepthDocument = {"__meta__":{"hash":"sha256:fbed4317cc694bf9eb362b3ab4e46199d628d07638c7a595c3c531391c3ec58c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoundsInDepth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"rounds"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"volumes"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rounds"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"rounds"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"OPENED_ON"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"selectedProducts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"winningPrice"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"enterprise"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreedVolumes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"volumes"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agreementYear"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"institution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RoundsInDepthQuery, RoundsInDepthQueryVariables>;
export const StatisticsDocument = {"__meta__":{"hash":"sha256:a20fe266463f6d9a4c22846f723318ddadf2b549f1554b353bb8cf0c5982f54d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Statistics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"procurementStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"ROUND"},{"kind":"EnumValue","value":"AREA"}]}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataThrough"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"round"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreedQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"agreedAmount"}},{"kind":"Field","name":{"kind":"Name","value":"savings"}},{"kind":"Field","name":{"kind":"Name","value":"containsSynthetic"}},{"kind":"Field","name":{"kind":"Name","value":"volumesWithoutPrice"}},{"kind":"Field","name":{"kind":"Name","value":"volumesWithoutSavings"}}]}}]}}]}}]} as unknown as DocumentNode<StatisticsQuery, StatisticsQueryVariables>;
