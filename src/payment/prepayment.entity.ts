import { defineEntity, p } from '@mikro-orm/core';
import { Area, Institution } from '../catalogue/index.ts';
import { amount, provenanceColumns } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'Prepayment',
  tableName: 'prepayment',
  properties: {
    area: () => p.manyToOne(Area).fieldName('area_code').ref().primary(),
    id: p.uuid().primary(),
    institution: () => p.manyToOne(Institution).fieldName('institution_id').ref(),
    agreementYear: p.smallint(),
    paidAmount: amount(),
    offsetAmount: amount(),
    returnedAmount: amount(),
    carriedAmount: amount(),
    ...provenanceColumns,
  },
});

/**
 * What the fund has prepaid one institution for an agreement year (预付金), and where it went: offset against claims, returned,
 * carried over. The amounts follow from the movements; the balance is what is left, and never below zero.
 */
export class Prepayment extends schema.class {}
schema.setClass(Prepayment);
