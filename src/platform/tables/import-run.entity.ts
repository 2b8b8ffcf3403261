import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'ImportRun',
  tableName: 'import_run',
  properties: {
    id: p.uuid().primary(),
    kind: p.text(),
    fileName: p.text(),
    fileSha256: p.text(),
    rowsRead: p.integer(),
    rowsAdded: p.integer(),
    rowsUnchanged: p.integer(),
    recordedBy: p.text(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

/** One file that was taken in whole: its hash, and how many rows it added or found unchanged. */
export class ImportRun extends schema.class {}
schema.setClass(ImportRun);
