import { defineEntity, p } from '@mikro-orm/core';
import { provenanceColumns } from '../platform/database/base-columns.ts';

const schema = defineEntity({
  name: 'PolicyDocument',
  tableName: 'policy_document',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    number: p.text().nullable(),
    title: p.text(),
    topic: p.text(),
    dateAsPrinted: p.text(),
    dateCorrected: p.text().nullable(),
    publishedOn: p.date().nullable(),
    ...provenanceColumns,
  },
});

/** A policy document (政策文件). The printed date is kept beside the corrected one: a source can misprint (trap T1). */
export class PolicyDocument extends schema.class {}
schema.setClass(PolicyDocument);
