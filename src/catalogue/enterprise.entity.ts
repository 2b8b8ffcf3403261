import { defineEntity, p } from '@mikro-orm/core';
import { provenanceColumns } from '../platform/database/base-columns.ts';

export const enterpriseKinds = ['HOLDER', 'DISTRIBUTOR'] as const;

const schema = defineEntity({
  name: 'Enterprise',
  tableName: 'enterprise',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    kind: p.enum(enterpriseKinds),
    name: p.text(),
    nameEn: p.text().nullable(),
    ...provenanceColumns,
  },
});

/** A marketing-authorisation holder (上市许可持有人) or a distributor (配送企业). */
export class Enterprise extends schema.class {}
schema.setClass(Enterprise);
