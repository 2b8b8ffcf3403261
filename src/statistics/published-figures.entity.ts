import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { provenanceColumns } from '../platform/database/base-columns.ts';
import { SelectedProduct } from '../procurement/index.ts';
import { PerformanceBulletin } from './performance-bulletin.entity.ts';
import { suppressionReasons } from './policy/index.ts';

const area = () => p.manyToOne(Area).fieldName('area_code').ref().primary();
const bulletin = () => p.manyToOne(PerformanceBulletin).fieldName('bulletin_id').ref();
const told = {
  asOf: p.date(),
  dataThrough: p.datetime().nullable(),
  synthetic: p.boolean(),
  suppressed: p.enum(suppressionReasons).nullable(),
  ...provenanceColumns,
};
const yuan = () => p.decimal('string').columnType('numeric(38,2)').nullable();
const number = () => p.integer().nullable();

const payments = defineEntity({
  name: 'PublishedAreaPayment',
  tableName: 'published_area_payment',
  properties: {
    area,
    id: p.uuid().primary(),
    bulletin,
    ...told,
    institutions: number(),
    enterprises: number(),
    payables: number(),
    dueAmount: yuan(),
    paidAmount: yuan(),
    onTimePayables: number(),
    onTimeAmount: yuan(),
    overdueAmount: yuan(),
  },
});

/**
 * What fell due in one pooling area before the day of a bulletin, and how much of it was paid, as everybody is told it;
 * demonstration data apart. This and the next two are written by `publish-performance.ts` only, and hold nothing that is
 * withheld: no way of asking for it can find it here.
 */
export class PublishedAreaPayment extends payments.class {}
payments.setClass(PublishedAreaPayment);

const prepayments = defineEntity({
  name: 'PublishedAreaPrepayment',
  tableName: 'published_area_prepayment',
  properties: {
    area,
    id: p.uuid().primary(),
    bulletin,
    agreementYear: p.smallint(),
    ...told,
    institutions: number(),
    institutionsBelow: number(),
    requiredAmount: yuan(),
    paidAmount: yuan(),
    missingAmount: yuan(),
  },
});

/** … what the fund of one pooling area must prepay for an agreement year, and has prepaid. */
export class PublishedAreaPrepayment extends prepayments.class {}
prepayments.setClass(PublishedAreaPrepayment);

const completions = defineEntity({
  name: 'PublishedCompletion',
  tableName: 'published_completion',
  properties: {
    id: p.uuid().primary(),
    bulletin,
    selectedProduct: () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref(),
    roundCode: p.text(),
    productCode: p.text(),
    agreementYear: p.smallint(),
    ...told,
    periodFrom: p.date(),
    periodTo: p.date(),
    agreedQuantity: p.bigint('number'),
    institutions: number(),
    acceptedQuantity: p.bigint('number').nullable(),
  },
});

/**
 * … what is agreed of one selected product for an agreement year, which everybody knows, and how much of it was accepted. It
 * names round and product by their codes, as a document does.
 */
export class PublishedCompletion extends completions.class {}
completions.setClass(PublishedCompletion);
