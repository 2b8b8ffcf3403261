import { sql } from 'kysely';
import { by, defineList } from '../platform/graphql/list.ts';
import { codeFilter, type FieldFilter } from '../platform/read/filter.ts';
import { PerformanceBulletin } from './performance-bulletin.entity.ts';
import { SuppressionReasonEnum } from './performance-bulletin.type.ts';
import { PublishedAreaPayment, PublishedAreaPrepayment, PublishedCompletion } from './published-figures.entity.ts';
import { bulletinSeen } from './rights.ts';

const asOf = by.date('as_of', 'The day of the figures.', '数据截止日。');
const areaCode = by.text('area_code', 'The code of the pooling area.', '统筹区代码。');
const agreementYear = by.quantity('agreement_year', 'integer', 'The agreement year.', '协议年度。');
const suppressed = by.enum('suppressed', SuppressionReasonEnum, 'SuppressionReason', 'Why figures are withheld.', '不予公布的原因。');
const visible = bulletinSeen.visible;

/** By what a selected product is of. */
const ofSelected = (column: string, table: string): FieldFilter => {
  const on = codeFilter(column, table);
  return (value, caller) => sql`t.selected_product_id in (select t.id from selected_product t where ${on(value, caller)})`;
};

export const bulletinList = defineList({
  name: 'PerformanceBulletin',
  entity: PerformanceBulletin,
  visible,
  defaultOrder: [[{ column: 'as_of', type: 'date' }, 'DESC']],
  fields: { asOf },
});

export const publishedAreaPaymentList = defineList({
  name: 'PublishedAreaPayment',
  entity: PublishedAreaPayment,
  visible,
  defaultOrder: [[{ column: 'area_code', type: 'text' }, 'ASC']],
  fields: { areaCode, asOf, suppressed },
});

export const publishedAreaPrepaymentList = defineList({
  name: 'PublishedAreaPrepayment',
  entity: PublishedAreaPrepayment,
  visible,
  defaultOrder: [[{ column: 'area_code', type: 'text' }, 'ASC']],
  fields: { areaCode, asOf, agreementYear, suppressed },
});

export const publishedCompletionList = defineList({
  name: 'PublishedCompletion',
  entity: PublishedCompletion,
  visible,
  defaultOrder: [[{ column: 'agreement_year', type: 'integer' }, 'DESC']],
  fields: {
    roundCode: by.code(ofSelected('round_id', 'round'), "The round's business code.", '批次代码。'),
    productCode: by.code(ofSelected('product_id', 'product'), "The product's business code.", '产品业务代码。'),
    asOf,
    agreementYear,
    suppressed,
  },
});
