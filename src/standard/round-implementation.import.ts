import { areaCode, toArea } from '../catalogue/index.ts';
import { code, date, text } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import { toRound } from '../procurement/index.ts';

/** Files of implementations (执行中选结果): from when on an area uses the result of a round. */
export const roundImplementationImport: TableImport = {
  kind: 'round-implementations',
  title: { en: 'implementations of rounds', zh: '执行中选结果' },
  table: 'round_implementation',
  hasId: true,
  columns: [
    { name: 'round_code', aliases: ['批次代码', '批次', '采购批次'], type: code(), required: true, refersTo: toRound },
    { name: 'area_code', aliases: ['地区代码', '统筹区代码'], type: areaCode, required: true, refersTo: toArea },
    { name: 'effective_from', aliases: ['执行首日', '执行日期'], type: date(), required: true },
    { name: 'effective_to', aliases: ['届满后首日', '失效首日'], type: date() },
    { name: 'source', aliases: ['依据文件'], type: text(2000), required: true },
    ...recordedColumns,
  ],
  facts: { round_status: 'round.status' },
  key: { columns: ['area_code', 'round_id', 'effective_from'], cells: ['area_code', 'round_code', 'effective_from'] },
  checks: [
    {
      code: 'PERIOD_ENDS_BEFORE_START',
      column: 'effective_to',
      reads: ['effective_from', 'effective_to'],
      broken: 'line.effective_to <= line.effective_from',
      words: { en: 'The first day after the term must lie after the first day.', zh: '届满后的首日须晚于执行首日。' },
    },
    {
      code: 'SELECTION_NOT_FINAL',
      column: 'round_code',
      reads: ['round_code'],
      broken: `line.round_status not in ('FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED')`,
      words: { en: 'The selection of the round is not final.', zh: '该批次中选结果尚未公布。' },
    },
  ],
};
