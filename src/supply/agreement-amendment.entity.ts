import { defineEntity, p } from '@mikro-orm/core';
import { unitPrice } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'AgreementAmendment',
  tableName: 'agreement_amendment',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    agreementId: p.uuid(),
    quantityBefore: p.bigint('number'),
    quantityAfter: p.bigint('number'),
    unitPriceBefore: unitPrice(),
    unitPriceAfter: unitPrice(),
    inForceToBefore: p.date(),
    inForceToAfter: p.date(),
    reason: p.text(),
    recordedBy: p.text(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/** A recorded change of an agreement, with its author and reason; the only way to change one (S0-6). */
export class AgreementAmendment extends schema.class {}
schema.setClass(AgreementAmendment);
