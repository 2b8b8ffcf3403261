import { code, oneOf, text } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import { institutionLevels } from './institution.entity.ts';
import { areaCode, toArea } from './references.import.ts';

/** Files of designated medical institutions (定点医疗机构). */
export const institutionImport: TableImport = {
  kind: 'institutions',
  title: { en: 'institutions', zh: '医疗机构' },
  table: 'institution',
  hasId: true,
  columns: [
    { name: 'code', aliases: ['机构代码', '医疗机构代码', 'institution_code'], type: code(), required: true },
    { name: 'area_code', aliases: ['地区代码', '统筹区代码'], type: areaCode, required: true, refersTo: toArea },
    {
      name: 'level',
      aliases: ['等级', '级别', '医院等级', '机构级别'],
      type: oneOf(institutionLevels, { TERTIARY: ['三级'], SECONDARY: ['二级'], PRIMARY: ['一级'], UNGRADED: ['未定级'] }),
      required: true,
    },
    { name: 'name', aliases: ['名称', '机构名称', '医疗机构名称'], type: text(300), required: true },
    ...recordedColumns,
  ],
  key: { columns: ['code'], cells: ['code'] },
  checks: [],
};
