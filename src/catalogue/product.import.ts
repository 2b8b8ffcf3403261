import { code, decimal, oneOf, text, wholeNumber } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import { productCategories } from './product.entity.ts';
import { categoryWords, toEnterprise } from './references.import.ts';

/** Files of products: one holder's, in one specification. */
export const productImport: TableImport = {
  kind: 'products',
  title: { en: 'products', zh: '产品' },
  table: 'product',
  hasId: true,
  columns: [
    { name: 'code', aliases: ['产品代码', 'product_code'], type: code(), required: true },
    { name: 'category', aliases: ['类别', '产品类别'], type: oneOf(productCategories, categoryWords), required: true },
    { name: 'generic_name', aliases: ['通用名', '品种'], type: text(300), required: true },
    { name: 'generic_name_en', aliases: ['英文通用名', '通用名英文'], type: text(300) },
    { name: 'name', aliases: ['名称', '产品名称'], type: text(300), required: true },
    { name: 'brand', aliases: ['品牌', '商品名'], type: text(300) },
    { name: 'dosage_form', aliases: ['剂型'], type: text(200) },
    { name: 'specification', aliases: ['规格'], type: text(500) },
    { name: 'strength', aliases: ['含量', '单位含量'], type: decimal(6, { least: '0', most: '999999999999.999999', aboveZero: true }) },
    { name: 'strength_unit', aliases: ['含量单位'], type: text(50) },
    { name: 'counting_unit', aliases: ['计数单位', '最小使用单位'], type: text(50), required: true },
    { name: 'pack_size', aliases: ['包装数量', '转换比'], type: wholeNumber({ most: '2147483647' }) },
    { name: 'holder_code', aliases: ['持有人代码', '企业代码'], type: code(), required: true, refersTo: toEnterprise },
    { name: 'registration_number', aliases: ['注册证号', '批准文号'], type: text(200) },
    ...recordedColumns,
  ],
  facts: { holder_kind: 'holder.kind' },
  key: { columns: ['code'], cells: ['code'] },
  checks: [
    {
      code: 'STRENGTH_WITHOUT_UNIT',
      column: 'strength_unit',
      reads: ['strength', 'strength_unit'],
      broken: '(line.strength is null) <> (line.strength_unit is null)',
      words: { en: 'A strength and its unit go together: give both, or neither.', zh: '含量与含量单位必须同时填写或同时为空。' },
    },
    {
      code: 'NOT_A_HOLDER',
      column: 'holder_code',
      reads: ['holder_code'],
      broken: `line.holder_kind <> 'HOLDER'`,
      words: { en: 'This enterprise is a distributor: only a holder has products.', zh: '该企业为配送企业,产品须属于上市许可持有人。' },
    },
  ],
};
