import { defineEntity, p } from '@mikro-orm/core';
import { amount, percent, quantity, unitPrice } from '../platform/database/base-columns.ts';

const line = defineEntity({
  name: 'RetentionLine',
  tableName: 'retention_line',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    statementId: p.uuid(),
    genericName: p.text(),
    countingUnit: p.text(),
    baseVolume: quantity(),
    isBaseOnRecord: p.boolean(),
    averagePriceBefore: unitPrice(),
    fundRatioPercent: percent(),
    insuredSharePercent: percent(),
    nonSelectedAmount: amount(),
    source: p.text(),
    budgetAmount: amount(),
    spendAmount: amount(),
  },
});

/** Budget and spend of one generic name, with all terms. Insert-only. */
export class RetentionLine extends line.class {}
line.setClass(RetentionLine);

const purchase = defineEntity({
  name: 'RetentionPurchase',
  tableName: 'retention_purchase',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    agreementId: p.uuid(),
    number: p.text(),
    lineId: p.uuid(),
    agreedQuantity: p.bigint('number'),
    purchasedQuantity: p.bigint('number'),
    unitPrice: unitPrice(),
    unitsPerPriceUnit: p.integer(),
  },
});

/** What the record had of one agreement about the generic name of a line on the day of the statement. Insert-only. */
export class RetentionPurchase extends purchase.class {}
purchase.setClass(RetentionPurchase);
