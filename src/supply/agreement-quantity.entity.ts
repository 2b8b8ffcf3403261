import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'AgreementQuantity',
  tableName: 'agreement_quantity',
  view: true,
  // The migration makes the view; the mapper wants to know one as well.
  expression: 'select * from agreement_quantity',
  properties: { areaCode: p.text().primary(), agreementId: p.uuid().primary(), quantity: p.bigint('number') },
});

/** What an agreement promises: the quantity of its agreed volume, as it stands. */
export class AgreementQuantity extends schema.class {}
schema.setClass(AgreementQuantity);
