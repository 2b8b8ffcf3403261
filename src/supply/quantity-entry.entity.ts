import { defineEntity, p } from '@mikro-orm/core';

export const quantityEntryKinds = ['ORDERED', 'DELIVERED', 'ACCEPTED', 'REJECTED', 'RETURNED'] as const;

const schema = defineEntity({
  name: 'QuantityEntry',
  tableName: 'quantity_entry',
  view: true,
  // The migration makes the view; the mapper wants to know one as well.
  expression: 'select * from quantity_entry',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    agreementId: p.uuid(),
    kind: p.enum(quantityEntryKinds),
    step: p.smallint(),
    quantity: p.bigint('number'),
    occurredOn: p.date(),
    reference: p.text(),
    recordedAt: p.datetime(),
  },
});

/** One entry of the quantity ledger of an agreement (数量台账): a movement, as the view shows it. */
export class QuantityEntry extends schema.class {}
schema.setClass(QuantityEntry);
