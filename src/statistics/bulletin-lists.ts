import { sql } from 'kysely';
import { by, defineList } from '../platform/graphql/list.ts';
import { columnFilter } from '../platform/read/filter.ts';
import { PerformanceBulletin } from './performance-bulletin.entity.ts';
import { SuppressionReasonEnum } from './performance-bulletin.type.ts';
import { PublishedAreaPayment, PublishedAreaPrepayment, PublishedCompletion } from './published-figures.entity.ts';
import { bulletinSeen } from './rights.ts';

const asOf = by.date('as_of', 'The day of the figures.', '数据截止日。');
const areaCode = by.text('area_code', 'The code of the pooling area.', '统筹区代码。');
const agreementYear = by.quantity('agreement_year', 'integer', 'The agreement year.', '协议年度。');
const suppressed = by.enum('suppressed', SuppressionReasonEnum, 'SuppressionReason', 'Why figures are withheld.', '不予公布的原因。');
const visible = bulletinSeen.visible;

/** Of the bulletin that held on a day: the latest that is of it or of a day before. */
const heldOn = by.on(
  (day) => sql`t.as_of = (select max(b.as_of) from performance_bulletin b where b.as_of <= ${day}::date)`,
  'The bulletin that held on this day: the latest up to it.',
  '该日适用的通报,即截止日不晚于该日的最近一期。',
);

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
  fields: { areaCode, heldOn, asOf, suppressed },
});

export const publishedAreaPrepaymentList = defineList({
  name: 'PublishedAreaPrepayment',
  entity: PublishedAreaPrepayment,
  visible,
  defaultOrder: [[{ column: 'area_code', type: 'text' }, 'ASC']],
  fields: { areaCode, heldOn, asOf, agreementYear, suppressed },
});

export const publishedCompletionList = defineList({
  name: 'PublishedCompletion',
  entity: PublishedCompletion,
  visible,
  defaultOrder: [[{ column: 'agreement_year', type: 'integer' }, 'DESC']],
  fields: {
    roundCode: by.code(columnFilter('round_code', 'text'), "The round's business code.", '批次代码。'),
    productCode: by.code(columnFilter('product_code', 'text'), "The product's business code.", '产品业务代码。'),
    heldOn,
    asOf,
    agreementYear,
    suppressed,
  },
});
