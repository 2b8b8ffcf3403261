import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'AgreedVolumeAmendment',
  tableName: 'agreed_volume_amendment',
  properties: {
    areaCode: p.text().primary(),
    id: p.uuid().primary(),
    agreedVolumeId: p.uuid(),
    quantityBefore: p.bigint('number'),
    quantityAfter: p.bigint('number'),
    reason: p.text(),
    recordedBy: p.text(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/** A recorded change of an agreed volume, with its author and reason; the only way to change one (S0-6). */
export class AgreedVolumeAmendment extends schema.class {}
schema.setClass(AgreedVolumeAmendment);
