import { defineEntity, p } from '@mikro-orm/core';
import { Area } from '../catalogue/index.ts';
import { SelectedProduct } from '../procurement/index.ts';

const sum = () => p.decimal('string').columnType('numeric(38,2)');
const area = () => p.manyToOne(Area).fieldName('area_code').ref().primary();
const selectedProduct = () => p.manyToOne(SelectedProduct).fieldName('selected_product_id').ref().primary();
const agreementYear = p.smallint().primary();
const month = p.date().primary();
const dueMonth = p.date().primary();
const synthetic = p.boolean().primary();

const owed = defineEntity({
  name: 'PayableRollup',
  tableName: 'payable_rollup',
  properties: { area, selectedProduct, agreementYear, month, dueMonth, synthetic, amount: sum(), lastRecordedAt: p.datetime() },
});

/**
 * What is payable for one selected product in one pooling area and agreement year, by the month of acceptance and the month
 * in which it falls due, summed; demonstration data apart. This and the next are written by `roll-up-payables.ts` only.
 */
export class PayableRollup extends owed.class {}
owed.setClass(PayableRollup);

const entered = defineEntity({
  name: 'PayableEntryRollup',
  tableName: 'payable_entry_rollup',
  properties: {
    area,
    selectedProduct,
    agreementYear,
    month,
    dueMonth,
    synthetic,
    paidAmount: sum(),
    returnedAmount: sum(),
    lastRecordedAt: p.datetime(),
  },
});

/** … and what was paid of it, less reversals, and returned, by the month in which that happened. */
export class PayableEntryRollup extends entered.class {}
entered.setClass(PayableEntryRollup);
