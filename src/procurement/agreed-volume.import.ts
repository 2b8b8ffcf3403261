import { toInstitution, toProduct } from '../catalogue/index.ts';
import { code, wholeNumber } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import { institutionAliases, lotAliases, productAliases, roundAliases, selectedJoin, toLot, toRound } from './references.import.ts';
import { addedBeyondCapacity, rollUpAdded } from './roll-up-agreed-volumes.ts';
import { selectedChecks } from './selected-product.checks.ts';

/** Files of agreed volumes (约定采购量): institution, product, agreement year. */
export const agreedVolumeImport: TableImport = {
  kind: 'agreed-volumes',
  title: { en: 'agreed volumes', zh: '约定采购量' },
  table: 'agreed_volume',
  hasId: true,
  columns: [
    { name: 'round_code', aliases: roundAliases, type: code(), required: true, refersTo: toRound, into: null },
    { name: 'lot_code', aliases: lotAliases, type: code(), refersTo: toLot, into: null },
    { name: 'product_code', aliases: productAliases, type: code(), required: true, refersTo: toProduct, into: null },
    { name: 'institution_code', aliases: institutionAliases, type: code(), required: true, refersTo: toInstitution },
    {
      name: 'agreement_year',
      aliases: ['协议年度', '年度', '采购年度'],
      type: wholeNumber({ least: '2018', most: '2100' }),
      required: true,
    },
    {
      name: 'quantity',
      aliases: ['约定采购量', '协议采购量', '采购量'],
      type: wholeNumber(),
      required: true,
      // An agreed volume changes by recorded amendments; a file repeats the quantity first agreed.
      comparedWith: `coalesce((select first.quantity_before from agreed_volume_amendment first
        where first.area_code = existing.area_code and first.agreed_volume_id = existing.id order by first.id limit 1), existing.quantity)`,
    },
    ...recordedColumns,
  ],
  joins: selectedJoin,
  values: { selected_product_id: 'selected.id', area_code: 'institution.area_code' },
  facts: { round_status: 'round.status', selected_in_lots: 'selected.chosen' },
  key: {
    columns: ['area_code', 'selected_product_id', 'institution_id', 'agreement_year'],
    cells: ['institution_code', 'round_code', 'lot_code', 'product_code', 'agreement_year'],
  },
  checks: [
    ...selectedChecks,
    {
      code: 'ROUND_NOT_FINAL',
      column: 'round_code',
      reads: ['round_code'],
      broken: `line.round_status not in ('FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED')`,
      newRowsOnly: true,
      words: { en: 'The round is not final yet: volumes are agreed on final outcomes.', zh: '该批次结果尚未最终确定,不能约定采购量。' },
    },
  ],
  alsoWrites: rollUpAdded,
  ruleOfSums: {
    code: 'CAPACITY_EXCEEDED',
    column: 'quantity',
    broken: addedBeyondCapacity,
    words: {
      en: 'With this volume the agreed volumes of the year pass the capacity that the enterprise declared for the product.',
      zh: '计入本行后,该产品该协议年度的约定采购量合计超过企业申报产能。',
    },
  },
};
