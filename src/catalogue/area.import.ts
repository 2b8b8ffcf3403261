import { oneOf, text } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import { areaKinds } from './area.entity.ts';
import { areaCode, toArea } from './references.import.ts';

/** Files of areas (地区): provinces, and the prefecture-level pooling areas in them. */
export const areaImport: TableImport = {
  kind: 'areas',
  title: { en: 'areas', zh: '地区' },
  table: 'area',
  hasId: false,
  columns: [
    { name: 'code', aliases: ['地区代码', '行政区划代码', 'area_code'], type: areaCode, required: true },
    {
      name: 'parent_code',
      aliases: ['上级代码', '上级地区代码'],
      type: areaCode,
      headed: true,
      refersTo: { ...toArea, sameFile: true },
    },
    {
      name: 'kind',
      aliases: ['类型', '地区类型'],
      type: oneOf(areaKinds, {
        PROVINCE: ['省'],
        MUNICIPALITY: ['直辖市'],
        AUTONOMOUS_REGION: ['自治区'],
        CORPS: ['兵团'],
        PREFECTURE: ['地级', '地市', '统筹区'],
      }),
      required: true,
    },
    { name: 'name', aliases: ['名称', '地区名称'], type: text(200), required: true },
    { name: 'name_en', aliases: ['英文名称', '英文名'], type: text(200) },
    ...recordedColumns,
  ],
  key: { columns: ['code'], cells: ['code'] },
  checks: [
    {
      code: 'PREFECTURE_WITHOUT_PROVINCE',
      column: 'parent_code',
      reads: ['kind', 'parent_code'],
      broken: `line.kind = 'PREFECTURE' and line.parent_code is null`,
      words: { en: 'A prefecture-level area names the province above it.', zh: '地级地区必须填写上级省份代码。' },
    },
    {
      code: 'PROVINCE_WITH_PARENT',
      column: 'parent_code',
      reads: ['kind', 'parent_code'],
      broken: `line.kind <> 'PREFECTURE' and line.parent_code is not null`,
      words: { en: 'A province has no area above it.', zh: '省级地区没有上级地区。' },
    },
  ],
};
