import { code, oneOf, text } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import { enterpriseKinds } from './enterprise.entity.ts';

/** Files of enterprises (企业): holders of marketing authorisations and distributors. */
export const enterpriseImport: TableImport = {
  kind: 'enterprises',
  title: { en: 'enterprises', zh: '企业' },
  table: 'enterprise',
  hasId: true,
  columns: [
    { name: 'code', aliases: ['企业代码', 'enterprise_code'], type: code(), required: true },
    {
      name: 'kind',
      aliases: ['类型', '企业类型'],
      type: oneOf(enterpriseKinds, { HOLDER: ['持有人', '上市许可持有人'], DISTRIBUTOR: ['配送企业'] }),
      required: true,
    },
    { name: 'name', aliases: ['名称', '企业名称'], type: text(300), required: true },
    { name: 'name_en', aliases: ['英文名称', '英文名'], type: text(300) },
    ...recordedColumns,
  ],
  key: { columns: ['code'], cells: ['code'] },
  checks: [],
};
