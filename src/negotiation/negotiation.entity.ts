import { defineEntity, p } from '@mikro-orm/core';
import { Enterprise, Product } from '../catalogue/index.ts';
import { provenanceColumns, unitPrice } from '../platform/database/base-columns.ts';

export const negotiationStatuses = [
  'PREPARED',
  'ENVELOPE_SEALED',
  'FIRST_QUOTE',
  'SECOND_QUOTE',
  'BARGAINING',
  'SUCCESS',
  'FAILED',
] as const;
/** RECORDED rows were recorded act by act; PUBLIC_SOURCE rows came by file with what was published, and may lack a figure. */
export const negotiationOrigins = ['RECORDED', 'PUBLIC_SOURCE'] as const;

const schema = defineEntity({
  name: 'Negotiation',
  tableName: 'negotiation',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    product: () => p.manyToOne(Product).fieldName('product_id').ref(),
    enterprise: () => p.manyToOne(Enterprise).fieldName('enterprise_id').ref(),
    groupNumber: p.integer().nullable(),
    groupCount: p.integer().nullable(),
    drawnOn: p.date().nullable(),
    priceUnit: p.text(),
    priceBefore: unitPrice().nullable(),
    status: p.enum(negotiationStatuses),
    note: p.text().nullable(),
    origin: p.enum(negotiationOrigins),
    ...provenanceColumns,
  },
});

/** A price talk (谈判) on one product between a group of the authority's experts and one enterprise. */
export class Negotiation extends schema.class {}
schema.setClass(Negotiation);
