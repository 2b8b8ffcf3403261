import { sql } from 'kysely';
import { ProductCategoryEnum } from '../catalogue/index.ts';
import type { Caller } from '../platform/access/caller.ts';
import { by, defineList } from '../platform/graphql/list.ts';
import { AgreedVolume } from './agreed-volume.entity.ts';
import { Bid } from './bid.entity.ts';
import { BidStatusEnum } from './bid.type.ts';
import { DemandReport } from './demand-report.entity.ts';
import { Lot } from './lot.entity.ts';
import { Round } from './round.entity.ts';
import { OrganiserEnum, RoundStatusEnum } from './round.type.ts';
import { SelectedProduct } from './selected-product.entity.ts';
import { SupplyRegion } from './supply-region.entity.ts';

/** Those who prepare or check a round see it before it is published. */
const seesUnpublished = (caller: Caller) => ['EXPERT', 'APPROVER', 'AUDITOR'].includes(caller.role);

/** The rows of rounds that this caller may know of, by the column that points to the round. */
const inVisibleRound = (caller: Caller, column: string) =>
  seesUnpublished(caller) ? null : sql`${sql.ref(column)} in (select r.id from round r where r.status <> 'DRAFT')`;

/** The selected products (as `t`) that this caller may see: proposed ones are nobody's business until they are publicised. */
export const visibleSelected = (caller: Caller) =>
  seesUnpublished(caller)
    ? null
    : sql`t.round_id in (select r.id from round r where r.status in ('PUBLICISED', 'FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED'))`;

const rank = { column: 'rank', type: 'integer' } as const;

export const roundList = defineList({
  name: 'Round',
  entity: Round,
  visible: (caller) => (seesUnpublished(caller) ? null : sql`t.status <> 'DRAFT'`),
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
  visible: (caller) => inVisibleRound(caller, 't.round_id'),
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
  defaultOrder: [[rank, 'ASC']],
  // The number of sealed bids and who made them are part of the seal: only the bidder sees its own until the opening.
  visible: (caller) =>
    caller.role === 'ENTERPRISE'
      ? sql`(t.status <> 'SEALED' or t.enterprise_id in (select e.id from enterprise e where e.code = ${caller.enterprise}))`
      : sql`t.status <> 'SEALED'`,
  fields: {
    rank: { ...by.quantity('rank', 'integer', 'The place by price.', '名次。') },
    status: by.enum('status', BidStatusEnum, 'BidStatus', 'Where the bid stands.', '申报状态。'),
    enterpriseCode: by.codeOf('enterprise_id', 'enterprise', "The enterprise's business code.", '企业业务代码。'),
    productCode: by.codeOf('product_id', 'product', "The product's business code.", '产品业务代码。'),
  },
});

export const selectedProductList = defineList({
  name: 'SelectedProduct',
  entity: SelectedProduct,
  visible: visibleSelected,
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

/** Agreed volumes as they are found by id; under a selected product its own visibility has decided already. */
export const agreedVolumesAlone = {
  ...agreedVolumeList.list,
  visible: (caller: Caller) => {
    const visible = visibleSelected(caller);
    return visible && sql`t.selected_product_id in (select t.id from selected_product t where ${visible})`;
  },
};

export const demandReportList = defineList({
  name: 'DemandReport',
  entity: DemandReport,
  visible: (caller) =>
    caller.role === 'INSTITUTION'
      ? sql`t.institution_id in (select i.id from institution i where i.code = ${caller.institution})`
      : seesUnpublished(caller)
        ? null
        : sql`false`,
  parentColumn: 'lot_id',
  defaultOrder: [],
  fields: {
    quantity: by.quantity('quantity', 'bigint', 'The quantity.', '报量。'),
    areaCode: by.text('area_code', 'The code of the pooling area.', '统筹区代码。'),
    institutionCode: by.codeOf('institution_id', 'institution', "The institution's business code.", '医疗机构业务代码。'),
  },
});
