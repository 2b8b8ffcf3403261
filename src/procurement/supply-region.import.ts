import { areaCode, toArea, toProduct } from '../catalogue/index.ts';
import { code, oneOf } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import { lotAliases, productAliases, roundAliases, selectedJoin, toLot, toRound } from './references.import.ts';
import { selectedChecks } from './selected-product.checks.ts';
import { supplyRoles } from './supply-region.entity.ts';

/** Files of supply regions (供应地区): which areas a winner serves, first or as a backup. */
export const supplyRegionImport: TableImport = {
  kind: 'supply-regions',
  title: { en: 'supply regions', zh: '供应地区' },
  table: 'supply_region',
  hasId: false,
  columns: [
    { name: 'round_code', aliases: roundAliases, type: code(), required: true, refersTo: toRound, into: null },
    { name: 'lot_code', aliases: lotAliases, type: code(), required: true, refersTo: toLot, into: null },
    { name: 'product_code', aliases: productAliases, type: code(), required: true, refersTo: toProduct, into: null },
    { name: 'area_code', aliases: ['地区代码', '供应地区代码'], type: areaCode, required: true, refersTo: toArea },
    { name: 'role', aliases: ['供应角色', '主供备供'], type: oneOf(supplyRoles, { PRIMARY: ['主供'], BACKUP: ['备供'] }), required: true },
    ...recordedColumns,
  ],
  joins: selectedJoin,
  values: { selected_product_id: 'selected.id' },
  facts: { selected_in_lots: 'selected.chosen' },
  key: { columns: ['selected_product_id', 'area_code'], cells: ['area_code', 'round_code', 'lot_code', 'product_code'] },
  checks: selectedChecks,
};
