import { defineEntity, p } from '@mikro-orm/core';
import { unitPrice } from '../platform/database/base-columns.ts';
import { Negotiation } from './negotiation.entity.ts';

const schema = defineEntity({
  name: 'OpenedExpectedPrice',
  tableName: 'opened_expected_price',
  properties: {
    negotiation: () => p.manyToOne(Negotiation).fieldName('negotiation_id').ref().primary(),
    price: unitPrice(),
    salt: p.text(),
    openedOn: p.date(),
    openedBy: p.text(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/** The expected price from its opening on: for the group and for those who check, never for the enterprise. Insert-only. */
export class OpenedExpectedPrice extends schema.class {}
schema.setClass(OpenedExpectedPrice);
