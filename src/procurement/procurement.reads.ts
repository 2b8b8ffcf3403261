import { GraphQLInt } from 'graphql';
import { sql } from 'kysely';
import { AreaType, EnterpriseType, InstitutionType, PolicyDocumentType, ProductType, type Product } from '../catalogue/index.ts';
import { localDateAt } from '../kernel/local-date.ts';
import type { Caller } from '../platform/access/caller.ts';
import { ProposalType } from '../platform/approval/proposal.type.ts';
import { proposalSeen } from '../platform/approval/rights.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import { ExplanationType } from '../platform/graphql/explanation.type.ts';
import { all, businessCode, byCode, derived, expression, grouped, one, pages, queries, reads, sameRow } from '../platform/graphql/reads.ts';
import { DecimalScalar } from '../platform/graphql/scalars.ts';
import { AgreedVolumeAmendment } from './agreed-volume-amendment.entity.ts';
import { AgreedVolume } from './agreed-volume.entity.ts';
import { BidEvaluation } from './bid-evaluation.entity.ts';
import { Bid } from './bid.entity.ts';
import { BidConnection, BidStatusEnum, BidType, FindingType } from './bid.type.ts';
import { compareBid } from './compare-bid.ts';
import { DemandReport } from './demand-report.entity.ts';
import { agreedVolumeList, bidList, demandReportList, lotList, roundList, selectedProductList, supplyRegionList } from './lists.ts';
import { LotShare } from './lot-share.entity.ts';
import { Lot } from './lot.entity.ts';
import { LotConnection, LotType } from './lot.type.ts';
import type { BidState } from './policy/index.ts';
import { agreedVolumeSeen, bidStatus, evaluated, sharePercent } from './rights.ts';
import { RoundTransition } from './round-transition.entity.ts';
import { Round } from './round.entity.ts';
import { PublishedFiguresType, RoundConnection, RoundTransitionType, RoundType } from './round.type.ts';
import { lotSavings, selectedProductSavings } from './savings.reads.ts';
import { SelectedProduct } from './selected-product.entity.ts';
import {
  SelectedProductConnection,
  SelectedProductType,
  SupplyRegionConnection,
  SupplyRegionType,
  WinningPriceCorrectionType,
} from './selected-product.type.ts';
import { WinningPriceCorrection } from './winning-price-correction.entity.ts';
import { SupplyRegion } from './supply-region.entity.ts';
import {
  AgreedVolumeAmendmentType,
  AgreedVolumeConnection,
  AgreedVolumeType,
  DemandReportConnection,
  DemandReportType,
} from './volume.type.ts';

/** What is asked of procurement by itself. */
export const ProcurementQueries = queries({
  round: byCode(() => RoundType, roundList.list, maybe('The round with this code.', '按代码取批次。'), businessCode),
  rounds: pages(() => RoundConnection, roundList, always('Rounds, the latest opening first.', '采购批次,最近开标的在前。')),
});

const roundReads = reads(
  RoundType,
  'Round',
  Round,
  {
    lowestWinningPrice: grouped(
      DecimalScalar,
      selectedProductList.list,
      sql`min(t.winning_price)`,
      maybe('The lowest winning price on record, in the price unit of its product.', '已记录的最低中选价,以该产品计价单位计。'),
    ),
    highestWinningPrice: grouped(
      DecimalScalar,
      selectedProductList.list,
      sql`max(t.winning_price)`,
      maybe('The highest winning price on record: the target of convergence.', '已记录的最高中选价,即支付标准趋同的目标。'),
    ),
    published: sameRow(() => PublishedFiguresType, always('Figures as published.', '官方公布数据。')),
    renews: one(() => RoundType, 'renews', maybe('The earlier round that this one renews.', '所接续的批次。'), roundList.list.visible),
    approval: one(
      () => ProposalType,
      'approvalId',
      maybe('The approved proposal that made the selection final.', '使中选结果生效的已批准提案。'),
      proposalSeen.visible,
    ),
    policyDocument: one(() => PolicyDocumentType, 'policyDocument', maybe('The procurement document.', '采购文件。')),
    lot: byCode(
      () => LotType,
      lotList.list,
      maybe('The lot with this code.', '按代码取竞价单元。'),
      always('The code of the lot.', '竞价单元代码。'),
    ),
    lots: pages(() => LotConnection, lotList, always('The lots of the round.', '批次内的竞价单元。')),
    selectedProducts: pages(
      () => SelectedProductConnection,
      selectedProductList,
      always('The selected products, by rank.', '中选产品,按名次。'),
    ),
    transitions: all(
      () => RoundTransitionType,
      'round',
      always('How the round came to its status, oldest first.', '状态变更记录,从早到晚。'),
    ),
  },
  { visible: roundList.list.visible },
);

const lotReads = reads(
  LotType,
  'Lot',
  Lot,
  {
    ...lotSavings,
    sharePercent: expression(
      DecimalScalar,
      sharePercent,
      maybe(
        'The share of the base that was agreed, in percent; before publicity seen by EXPERT, APPROVER, AUDITOR only.',
        '带量比例(%);公示前仅 EXPERT、APPROVER、AUDITOR 可见。',
      ),
    ),
    round: one(() => RoundType, 'round', always('The round.', '所属批次。')),
    bids: pages(
      () => BidConnection,
      bidList,
      always('The opened bids, by rank; an enterprise sees its own before the opening.', '已开标的申报,按名次;企业开标前可见自己的申报。'),
    ),
    demandReports: pages(
      () => DemandReportConnection,
      demandReportList,
      always('The demand reported; an institution sees its own.', '报量数据;医疗机构可见本机构数据。'),
    ),
    selectedProducts: pages(
      () => SelectedProductConnection,
      selectedProductList,
      always('The selected products of the lot.', '本竞价单元的中选产品。'),
      'lot_id',
    ),
  },
  { visible: lotList.list.visible, beside: { share: LotShare } },
);

const status = bidStatus.seen;
/** A JSON column by its text. */
const jsonOf = (column: string) => {
  const { seen } = evaluated(column);
  return (caller: Caller) => sql`(${seen(caller)})::text`;
};
const beforePublicity = 'before publicity seen by EXPERT, APPROVER, AUDITOR only';
const beforePublicityZh = '公示前仅 EXPERT、APPROVER、AUDITOR 可见';

interface Compared extends Pick<Bid, 'price' | 'unitsPerPriceUnit' | 'recordedAt'>, Pick<Lot, 'strengthMethod' | 'referenceStrength'> {
  readonly code: Product['code'];
  readonly strength: Product['strength'];
  readonly strengthUnit: Product['strengthUnit'];
}

function comparisonOf({ price: declared, unitsPerPriceUnit, recordedAt, strengthMethod, referenceStrength, ...product }: Compared) {
  if (!declared || !unitsPerPriceUnit) return null;
  const lot = { strengthMethod, referenceStrength };
  const compared = compareBid({ price: declared, unitsPerPriceUnit, product, lot, on: localDateAt(recordedAt) });
  return compared.ok ? compared.value.explanation : null;
}

const bidReads = reads(
  BidType,
  'Bid',
  Bid,
  {
    comparison: derived<Compared>(
      () => ExplanationType,
      {
        price: 'price',
        unitsPerPriceUnit: 'unitsPerPriceUnit',
        recordedAt: 'recordedAt',
        strengthMethod: 'lot.strengthMethod',
        referenceStrength: 'lot.referenceStrength',
        code: 'product.code',
        strength: 'product.strength',
        strengthUnit: 'product.strengthUnit',
      },
      comparisonOf,
      maybe(
        'How the comparable unit price follows from the declared one, with the factor shown; null while sealed or where a figure is not on record.',
        '单位可比价由申报价折算的过程及系数;密封或数据未记录时为空。',
      ),
    ),
    status: expression(
      BidStatusEnum,
      status,
      always(
        `Where the bid stands; from INVALID on ${beforePublicity}, and OPENED to anyone else.`,
        `申报状态;自 INVALID 起${beforePublicityZh},其他显示为 OPENED。`,
      ),
    ),
    outcome: derived<{ status: BidState }>(
      () => BidStatusEnum,
      { status },
      ({ status: reached }) => (reached === 'SEALED' || reached === 'OPENED' ? null : reached),
      maybe(`The outcome; null until evaluated, and ${beforePublicity}.`, `结果;评审前为空,${beforePublicityZh}。`),
    ),
    rank: expression(
      GraphQLInt,
      evaluated('rank').seen,
      maybe(
        `Its place by price among the valid bids of the lot, lowest first; ${beforePublicity}.`,
        `有效申报按价格从低到高的名次;${beforePublicityZh}。`,
      ),
    ),
    findings: derived<{ findings: string | null }>(
      () => [FindingType],
      { findings: jsonOf('findings') },
      ({ findings }) => findings && JSON.parse(findings),
      maybe(
        `Every rule that the bid met or failed; null until evaluated, and ${beforePublicity}.`,
        `逐条规则判定;评审前为空,${beforePublicityZh}。`,
      ),
    ),
    explanation: derived<{ explanation: string | null }>(
      () => ExplanationType,
      { explanation: jsonOf('explanation') },
      ({ explanation }) => explanation && JSON.parse(explanation),
      maybe(`The rule that decided; null until evaluated, and ${beforePublicity}.`, `决定结果的规则;评审前为空,${beforePublicityZh}。`),
    ),
    lot: one(() => LotType, 'lot', always('The lot.', '竞价单元。')),
    enterprise: one(() => EnterpriseType, 'enterprise', always('The enterprise that bids.', '申报企业。')),
    product: one(() => ProductType, 'product', always('The product.', '申报产品。')),
  },
  { visible: bidList.list.visible, beside: { evaluation: BidEvaluation } },
);

const selectedProductReads = reads(
  SelectedProductType,
  'SelectedProduct',
  SelectedProduct,
  {
    ...selectedProductSavings,
    round: one(() => RoundType, 'round', always('The round.', '所属批次。')),
    lot: one(() => LotType, 'lot', always('The lot.', '竞价单元。')),
    product: one(() => ProductType, 'product', always('The product.', '产品。')),
    bid: one(() => BidType, 'bid', maybe('The bid that won, where on record.', '中选的申报(已记录时)。')),
    agreedVolumes: pages(
      () => AgreedVolumeConnection,
      agreedVolumeList,
      always('The agreed volumes of the institutions.', '各医疗机构的约定采购量。'),
    ),
    priceCorrections: all(
      () => WinningPriceCorrectionType,
      'selectedProduct',
      always('Every correction of the winning price, oldest first.', '中选价的全部更正,从早到晚。'),
    ),
    supplyRegions: pages(() => SupplyRegionConnection, supplyRegionList, always('The regions that it supplies.', '供应地区。')),
  },
  { visible: selectedProductList.list.visible },
);

const agreedVolumeReads = reads(
  AgreedVolumeType,
  'AgreedVolume',
  AgreedVolume,
  {
    selectedProduct: one(() => SelectedProductType, 'selectedProduct', always('The selected product.', '中选产品。')),
    institution: one(() => InstitutionType, 'institution', always('The institution that commits.', '约定采购的医疗机构。')),
    amendments: all(
      () => AgreedVolumeAmendmentType,
      'agreedVolumeId',
      always('Every change since it was recorded, oldest first.', '录入后的全部变更,从早到晚。'),
    ),
  },
  { key: ['area', 'id'], visible: agreedVolumeSeen.visible },
);

const demandReportReads = reads(
  DemandReportType,
  'DemandReport',
  DemandReport,
  {
    institution: one(() => InstitutionType, 'institution', always('The institution that reports.', '报量医疗机构。')),
    product: one(
      () => ProductType,
      'product',
      maybe('The product, where the round asks for brands; else null.', '按品牌报量时的产品,否则为空。'),
    ),
  },
  { visible: demandReportList.list.visible },
);

/** What the fields of procurement's types mean, beside the columns of their names. */
export const procurementReads = [
  roundReads,
  reads(PublishedFiguresType, 'PublishedFigures', Round, {}),
  reads(RoundTransitionType, 'RoundTransition', RoundTransition, {}),
  lotReads,
  bidReads,
  selectedProductReads,
  reads(SupplyRegionType, 'SupplyRegion', SupplyRegion, { area: one(() => AreaType, 'area', always('The area.', '地区。')) }),
  reads(WinningPriceCorrectionType, 'WinningPriceCorrection', WinningPriceCorrection, {}),
  agreedVolumeReads,
  reads(AgreedVolumeAmendmentType, 'AgreedVolumeAmendment', AgreedVolumeAmendment, {}),
  demandReportReads,
];
