import { toEnterprise, toProduct } from '../catalogue/index.ts';
import { boolean, code, decimal, oneOf, text, wholeNumber } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import { bidStatuses, origins } from './bid.entity.ts';
import { lotAliases, mostInteger, priceBounds, productAliases, roundAliases, toLot, toRound } from './references.import.ts';

/** What the evaluation decides: of a recorded bid a file cannot state it, so neither is it compared. */
const evaluated = (column: string) => `case when line.origin = 'RECORDED' then line.${column} else existing.${column} end`;

/** Files of declared prices (申报价): sealed ones of a round that is bidding, or those of past rounds from public sources. */
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
    { name: 'status', aliases: ['状态'], type: oneOf(bidStatuses), comparedWith: evaluated('status') },
    { name: 'rank', aliases: ['排名', '顺位'], type: wholeNumber({ most: mostInteger }), comparedWith: evaluated('rank') },
    { name: 'note', aliases: ['备注'], type: text() },
    {
      name: 'origin',
      aliases: ['数据来源类型'],
      type: oneOf(origins, { RECORDED: ['专家记录'], PUBLIC_SOURCE: ['公开来源'] }),
      default: 'RECORDED',
    },
    ...recordedColumns,
  ],
  values: { status: `coalesce(line.status, case when line.origin = 'RECORDED' then 'SEALED' end)` },
  facts: {
    round_status: 'round.status',
    round_category: 'round.category',
    product_category: 'product.category',
    holder_id: 'product.holder_id',
  },
  key: { columns: ['lot_id', 'product_id'], cells: ['product_code', 'round_code', 'lot_code'] },
  checks: [
    {
      code: 'ROUND_NOT_BIDDING',
      column: 'round_code',
      reads: ['round_code', 'origin'],
      broken: `line.origin = 'RECORDED' and line.round_status <> 'BIDDING'`,
      newRowsOnly: true,
      words: { en: 'The round does not take bids now: it is not in bidding.', zh: '该批次当前不在申报阶段,不接受报价。' },
    },
    {
      code: 'PRICE_REQUIRED',
      column: 'price',
      reads: ['origin', 'price'],
      broken: `line.origin = 'RECORDED' and line.price is null`,
      words: { en: 'A recorded bid states its price.', zh: '记录的报价必须填写申报价。' },
    },
    {
      code: 'CAPACITY_REQUIRED',
      column: 'declared_capacity',
      reads: ['origin', 'declared_capacity'],
      broken: `line.origin = 'RECORDED' and line.declared_capacity is null`,
      words: { en: 'A recorded bid declares the capacity behind it.', zh: '记录的报价必须申报产能。' },
    },
    {
      code: 'COST_DECLARATION_REQUIRED',
      column: 'declared_not_below_cost',
      reads: ['origin', 'declared_not_below_cost'],
      broken: `line.origin = 'RECORDED' and line.declared_not_below_cost is not true`,
      words: { en: 'A recorded bid declares that its price is not below cost.', zh: '记录的报价必须承诺不低于成本。' },
    },
    {
      code: 'STATUS_BELONGS_TO_EVALUATION',
      column: 'status',
      reads: ['origin', 'status'],
      broken: `line.origin = 'RECORDED' and line.status <> 'SEALED'`,
      words: {
        en: 'A recorded bid arrives sealed: opening and evaluation give it another status.',
        zh: '记录的报价以密封状态导入,其他状态由开标与评审产生。',
      },
    },
    {
      code: 'RANK_BELONGS_TO_EVALUATION',
      column: 'rank',
      reads: ['origin', 'rank'],
      broken: `line.origin = 'RECORDED' and line.rank is not null`,
      words: { en: 'A recorded bid has no rank yet: the evaluation gives it.', zh: '记录的报价尚无排名,排名由评审产生。' },
    },
    {
      code: 'STATUS_REQUIRED',
      column: 'status',
      reads: ['origin', 'status'],
      broken: `line.origin = 'PUBLIC_SOURCE' and line.status is null`,
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
};
