import { toInstitution, toProduct } from '../catalogue/index.ts';
import { code, wholeNumber } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import { institutionAliases, lotAliases, productAliases, roundAliases, toLot, toRound } from './references.import.ts';

/** Files of reported demand (报量), by institution. */
export const demandImport: TableImport = {
  kind: 'demand',
  title: { en: 'reported demand', zh: '报量' },
  table: 'demand_report',
  hasId: true,
  columns: [
    { name: 'round_code', aliases: roundAliases, type: code(), required: true, refersTo: toRound, into: null },
    { name: 'lot_code', aliases: lotAliases, type: code(), required: true, refersTo: toLot },
    { name: 'institution_code', aliases: institutionAliases, type: code(), required: true, refersTo: toInstitution },
    { name: 'product_code', aliases: productAliases, type: code(), refersTo: toProduct },
    { name: 'quantity', aliases: ['需求量', '报量', '采购需求量'], type: wholeNumber(), required: true },
    ...recordedColumns,
  ],
  values: { area_code: 'institution.area_code' },
  facts: { round_status: 'round.status', round_category: 'round.category', product_category: 'product.category' },
  key: {
    columns: ['area_code', 'lot_id', 'institution_id', 'product_id'],
    nullable: ['product_id'],
    cells: ['institution_code', 'round_code', 'lot_code', 'product_code'],
  },
  checks: [
    {
      code: 'ROUND_NOT_REPORTING',
      column: 'round_code',
      reads: ['round_code', 'confidence'],
      broken: `line.round_status <> 'DEMAND_REPORTING' and line.confidence <> 'SYNTHETIC'`,
      newRowsOnly: true,
      words: {
        en: 'The round does not take demand reports now: it is not in demand reporting.',
        zh: '该批次当前不在报量阶段,不接受报量。',
      },
    },
    {
      code: 'PRODUCT_OF_OTHER_CATEGORY',
      column: 'product_code',
      reads: ['round_code', 'product_code'],
      broken: 'line.product_category <> line.round_category',
      words: { en: 'The product is of another category than the round.', zh: '产品类别与批次类别不一致。' },
    },
  ],
};
