import { toEnterprise, toProduct } from '../catalogue/index.ts';
import { boolean, code, decimal, oneOf, text, wholeNumber } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import { bidStatuses, origins } from './bid.entity.ts';
import { lotAliases, mostInteger, priceBounds, productAliases, roundAliases, toLot, toRound } from './references.import.ts';

/**
 * Files of declared prices (申报价) of past rounds, from public sources. A file shows its prices to whoever has it, so a bid of
 * a round that is not opened yet is submitted sealed, and a recorded one never comes by file.
 */
export const bidImport: TableImport = {
  kind: 'bids',
  title: { en: 'bids', zh: '申报价' },
  table: 'bid',
  hasId: true,
  columns: [
    { name: 'round_code', aliases: roundAliases, type: code(), required: true, refersTo: toRound, into: null },
    { name: 'lot_code', aliases: lotAliases, type: code(), required: true, refersTo: toLot },
    { name: 'product_code', aliases: productAliases, type: code(), required: true, refersTo: toProduct },
    { name: 'enterprise_code', aliases: ['企业代码', '申报企业代码'], type: code(), required: true, refersTo: toEnterprise },
    { name: 'price', aliases: ['申报价', '报价'], type: decimal(4, priceBounds), headed: true },
    { name: 'price_unit', aliases: ['计价单位'], type: text(50), required: true },
    { name: 'units_per_price_unit', aliases: ['每计价单位数量', '转换比'], type: wholeNumber({ most: mostInteger }) },
    { name: 'declared_capacity', aliases: ['申报产能', '供应能力'], type: wholeNumber() },
    { name: 'declared_not_below_cost', aliases: ['不低于成本承诺', '承诺不低于成本'], type: boolean() },
    {
      name: 'status',
      aliases: ['状态'],
      type: oneOf(bidStatuses),
      into: 'outcome',
      beside: true,
      comparedWith: `coalesce((select e.outcome from bid_evaluation e where e.bid_id = existing.id), existing.status)`,
    },
    {
      name: 'rank',
      aliases: ['排名', '顺位'],
      type: wholeNumber({ most: mostInteger }),
      beside: true,
      comparedWith: '(select e.rank from bid_evaluation e where e.bid_id = existing.id)',
    },
    { name: 'note', aliases: ['备注'], type: text() },
    {
      name: 'origin',
      aliases: ['数据来源类型'],
      type: oneOf(origins, { RECORDED: ['专家记录'], PUBLIC_SOURCE: ['公开来源'] }),
      default: 'PUBLIC_SOURCE',
    },
    ...recordedColumns,
  ],
  // Whatever became of it since, it was opened.
  values: { status: `'OPENED'` },
  facts: {
    round_status: 'round.status',
    round_category: 'round.category',
    product_category: 'product.category',
    holder_id: 'product.holder_id',
  },
  key: { columns: ['lot_id', 'product_id'], cells: ['product_code', 'round_code', 'lot_code'] },
  checks: [
    {
      code: 'SEALED_BID_IN_FILE',
      column: 'round_code',
      reads: ['round_code', 'origin', 'status'],
      broken: `line.origin <> 'PUBLIC_SOURCE' or line.outcome = 'SEALED' or line.round_status in ('DRAFT', 'DEMAND_REPORTING', 'BIDDING')`,
      words: {
        en: 'A file takes in bids of past rounds from public sources; a bid of a round in bidding is sealed: use submitBid.',
        zh: '文件仅可导入公开来源的往期申报;申报阶段的报价须密封,请使用 submitBid。',
      },
    },
    {
      code: 'STATUS_REQUIRED',
      column: 'status',
      reads: ['status'],
      broken: 'line.outcome is null',
      words: { en: 'A bid from a public source states what became of it.', zh: '公开来源的报价必须填写结果状态。' },
    },
    {
      code: 'NOT_THE_HOLDER',
      column: 'enterprise_code',
      reads: ['product_code', 'enterprise_code'],
      broken: 'line.enterprise_id <> line.holder_id',
      words: { en: 'The enterprise is not the holder of the product.', zh: '该企业不是产品的上市许可持有人。' },
    },
    {
      code: 'PRODUCT_OF_OTHER_CATEGORY',
      column: 'product_code',
      reads: ['round_code', 'product_code'],
      broken: 'line.product_category <> line.round_category',
      words: { en: 'The product is of another category than the round.', zh: '产品类别与批次类别不一致。' },
    },
  ],
  alsoWrites: (added) => `evaluated as (
    insert into bid_evaluation (bid_id, outcome, rank) select a.id, nullif(line.outcome, 'OPENED'), line.rank
    from ${added} a join resolved line on line.new_id = a.id)`,
};
