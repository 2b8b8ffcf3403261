import { code, date, partialDate, text } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';

/** Files of policy documents (政策文件), with the printed date beside the corrected one. */
export const policyDocumentImport: TableImport = {
  kind: 'policy-documents',
  title: { en: 'policy documents', zh: '政策文件' },
  table: 'policy_document',
  hasId: true,
  columns: [
    { name: 'code', aliases: ['文件代码'], type: code(), required: true },
    { name: 'number', aliases: ['文号', '发文字号'], type: text(200) },
    { name: 'title', aliases: ['标题', '文件名称'], type: text(500), required: true },
    { name: 'topic', aliases: ['主题'], type: text(500), required: true },
    { name: 'date_as_printed', aliases: ['印发日期', '原文日期'], type: partialDate(), required: true },
    { name: 'date_corrected', aliases: ['更正日期'], type: partialDate() },
    { name: 'published_on', aliases: ['发布日期', '公布日期'], type: date() },
    ...recordedColumns,
  ],
  key: { columns: ['code'], cells: ['code'] },
  checks: [],
};
