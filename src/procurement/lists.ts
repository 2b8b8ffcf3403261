import { ProductCategoryEnum } from '../catalogue/index.ts';
import { by, defineList } from '../platform/graphql/list.ts';
import { AgreedVolume } from './agreed-volume.entity.ts';
import { Bid } from './bid.entity.ts';
import { BidStatusEnum } from './bid.type.ts';
import { DemandReport } from './demand-report.entity.ts';
import { Lot } from './lot.entity.ts';
import { bidSeen, bidStatus, demandReportSeen, evaluated, lotSeen, roundSeen, selectedProductSeen } from './rights.ts';
import { Round } from './round.entity.ts';
import { OrganiserEnum, RoundStatusEnum } from './round.type.ts';
import { SelectedProduct } from './selected-product.entity.ts';
import { SupplyRegion } from './supply-region.entity.ts';

const rank = { column: 'rank', type: 'integer' } as const;

export const roundList = defineList({
  name: 'Round',
  entity: Round,
  visible: roundSeen.visible,
  defaultOrder: [[{ column: 'opened_on', type: 'date' }, 'DESC']],
  fields: {
    code: by.text('code', 'The business code.', '业务代码。'),
    name: by.text('name', 'The name in Chinese.', '中文名称。'),
    category: by.enum('category', ProductCategoryEnum, 'ProductCategory', 'What is procured.', '采购类别。'),
    organiser: by.enum('organiser', OrganiserEnum, 'Organiser', 'Who organises it.', '组织层级。'),
    status: by.enum('status', RoundStatusEnum, 'RoundStatus', 'Where it stands.', '批次状态。'),
    openedOn: by.date('opened_on', 'The day of the opening.', '开标日期。'),
  },
});

export const lotList = defineList({
  name: 'Lot',
  entity: Lot,
  visible: lotSeen.visible,
  parentColumn: 'round_id',
  defaultOrder: [[{ column: 'code', type: 'text' }, 'ASC']],
  fields: {
    code: by.text('code', 'The code within the round.', '竞价单元代码。'),
    name: by.text('name', 'The name in Chinese.', '中文名称。'),
  },
});

export const bidList = defineList({
  name: 'Bid',
  entity: Bid,
  parentColumn: 'lot_id',
  defaultOrder: [[{ ...evaluated('rank'), type: 'integer' }, 'ASC']],
  visible: bidSeen.visible,
  fields: {
    rank: by.quantity(evaluated('rank'), 'integer', 'The place by price.', '名次。'),
    status: by.enum(bidStatus, BidStatusEnum, 'BidStatus', 'Where the bid stands.', '申报状态。'),
    enterpriseCode: by.codeOf('enterprise_id', 'enterprise', "The enterprise's business code.", '企业业务代码。'),
    productCode: by.codeOf('product_id', 'product', "The product's business code.", '产品业务代码。'),
  },
});

export const selectedProductList = defineList({
  name: 'SelectedProduct',
  entity: SelectedProduct,
  visible: selectedProductSeen.visible,
  parentColumn: 'round_id',
  defaultOrder: [[rank, 'ASC']],
  fields: {
    rank: by.quantity('rank', 'integer', 'The place by price.', '名次。'),
    productCode: by.codeOf('product_id', 'product', "The product's business code.", '产品业务代码。'),
    lotCode: by.codeOf('lot_id', 'lot', "The lot's code.", '竞价单元代码。'),
  },
});

export const supplyRegionList = defineList({
  name: 'SupplyRegion',
  entity: SupplyRegion,
  parentColumn: 'selected_product_id',
  tieBreaker: { column: 'area_code', type: 'text' },
  defaultOrder: [],
  fields: { areaCode: by.text('area_code', 'The code of the area.', '地区代码。') },
});

export const agreedVolumeList = defineList({
  name: 'AgreedVolume',
  entity: AgreedVolume,
  parentColumn: 'selected_product_id',
  defaultOrder: [],
  fields: {
    agreementYear: by.quantity('agreement_year', 'integer', 'The agreement year.', '协议年度。'),
    quantity: by.quantity('quantity', 'bigint', 'The quantity.', '约定采购量。'),
    areaCode: by.text('area_code', 'The code of the pooling area.', '统筹区代码。'),
    institutionCode: by.codeOf('institution_id', 'institution', "The institution's business code.", '医疗机构业务代码。'),
  },
});

export const demandReportList = defineList({
  name: 'DemandReport',
  entity: DemandReport,
  visible: demandReportSeen.visible,
  parentColumn: 'lot_id',
  defaultOrder: [],
  fields: {
    quantity: by.quantity('quantity', 'bigint', 'The quantity.', '报量。'),
    areaCode: by.text('area_code', 'The code of the pooling area.', '统筹区代码。'),
    institutionCode: by.codeOf('institution_id', 'institution', "The institution's business code.", '医疗机构业务代码。'),
  },
});
