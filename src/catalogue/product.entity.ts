import { defineEntity, p } from '@mikro-orm/core';
import { provenanceColumns } from '../platform/database/base-columns.ts';
import { Enterprise } from './enterprise.entity.ts';

/** DRUG and STENT have products on record; CONSUMABLE covers the rounds for other high-value consumables. */
export const productCategories = ['DRUG', 'STENT', 'CONSUMABLE'] as const;

const schema = defineEntity({
  name: 'Product',
  tableName: 'product',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    category: p.enum(productCategories),
    genericName: p.text(),
    genericNameEn: p.text().nullable(),
    name: p.text(),
    brand: p.text().nullable(),
    dosageForm: p.text().nullable(),
    specification: p.text().nullable(),
    strength: p.decimal('string').columnType('numeric(18,6)').nullable(),
    strengthUnit: p.text().nullable(),
    countingUnit: p.text(),
    packSize: p.integer().nullable(),
    holder: () => p.manyToOne(Enterprise).fieldName('holder_id').ref(),
    registrationNumber: p.text().nullable(),
    ...provenanceColumns,
  },
});

/** A product of one holder, in one specification: what bids are made for and what is delivered. */
export class Product extends schema.class {}
schema.setClass(Product);
