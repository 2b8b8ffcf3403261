import { toProduct } from '../catalogue/index.ts';
import { code, date, decimal, list, oneOf, text, wholeNumber } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import { origins } from './bid.entity.ts';
import { lotAliases, mostInteger, priceBounds, productAliases, roundAliases, toLot, toRound } from './references.import.ts';
import type { selectionBases } from './selected-product.entity.ts';

/** Files of outcomes: the selected products (中选产品) of a round, their winning prices and quantities. */
export const selectedProductImport: TableImport = {
  kind: 'outcomes',
  title: { en: 'outcomes', zh: '中选结果' },
  table: 'selected_product',
  hasId: true,
  columns: [
    { name: 'round_code', aliases: roundAliases, type: code(), required: true, refersTo: toRound },
    { name: 'lot_code', aliases: lotAliases, type: code(), required: true, refersTo: toLot },
    { name: 'product_code', aliases: productAliases, type: code(), required: true, refersTo: toProduct },
    {
      name: 'basis',
      aliases: ['中选方式'],
      type: oneOf(['BIDDING', 'NEGOTIATION'] satisfies (typeof selectionBases)[number][], {
        BIDDING: ['竞价'],
        NEGOTIATION: ['谈判', '议价'],
      }),
      required: true,
    },
    { name: 'experts', aliases: ['谈判专家', '专家'], type: list(), default: '{}' },
    { name: 'rank', aliases: ['排名', '顺位'], type: wholeNumber({ most: mostInteger }) },
    {
      name: 'winning_price',
      aliases: ['中选价', '中选价格'],
      type: decimal(4, priceBounds),
      headed: true,
      // A winning price is corrected by recorded corrections; a file repeats the price first published.
      comparedWith: `coalesce((select first.price_before from winning_price_correction first
        where first.selected_product_id = existing.id order by first.id limit 1), existing.winning_price)`,
    },
    { name: 'price_unit', aliases: ['计价单位'], type: text(50), required: true },
    { name: 'price_before', aliases: ['集采前价格'], type: decimal(4, priceBounds) },
    { name: 'agreed_quantity', aliases: ['约定采购量', '协议采购量'], type: wholeNumber() },
    // A product withdraws after it was selected, by an act of its own.
    { name: 'withdrawn_on', aliases: ['退出日期'], type: date(), comparedWith: 'coalesce(line.withdrawn_on, existing.withdrawn_on)' },
    { name: 'note', aliases: ['备注'], type: text() },
    {
      name: 'origin',
      aliases: ['数据来源类型'],
      type: oneOf(origins, { RECORDED: ['专家记录'], PUBLIC_SOURCE: ['公开来源'] }),
      default: 'RECORDED',
    },
    ...recordedColumns,
  ],
  joins: 'left join bid on bid.lot_id = lot.id and bid.product_id = product.id',
  values: { bid_id: 'bid.id' },
  facts: { round_status: 'round.status', round_category: 'round.category', product_category: 'product.category' },
  key: { columns: ['lot_id', 'product_id'], cells: ['product_code', 'round_code', 'lot_code'] },
  checks: [
    {
      code: 'ROUND_NOT_OPENED',
      column: 'round_code',
      reads: ['round_code', 'origin'],
      broken: `line.origin = 'RECORDED' and line.round_status in ('DRAFT', 'DEMAND_REPORTING', 'BIDDING')`,
      newRowsOnly: true,
      words: { en: 'The round is not opened yet: until then nobody knows an outcome.', zh: '该批次尚未开标,不能记录中选结果。' },
    },
    {
      code: 'PRICE_REQUIRED',
      column: 'winning_price',
      reads: ['origin', 'winning_price'],
      broken: `line.origin = 'RECORDED' and line.winning_price is null`,
      words: { en: 'A recorded outcome states the winning price.', zh: '记录的中选结果必须填写中选价格。' },
    },
    {
      code: 'QUANTITY_REQUIRED',
      column: 'agreed_quantity',
      reads: ['origin', 'agreed_quantity'],
      broken: `line.origin = 'RECORDED' and line.agreed_quantity is null`,
      words: {
        en: 'A recorded outcome states the agreed quantity: a price is agreed for a volume.',
        zh: '记录的中选结果必须填写约定采购量:价格以量为前提。',
      },
    },
    {
      code: 'EXPERT_REQUIRED',
      column: 'experts',
      reads: ['origin', 'basis', 'experts'],
      broken: `line.origin = 'RECORDED' and line.basis = 'NEGOTIATION' and cardinality(line.experts) = 0`,
      words: { en: 'An outcome of a negotiation names at least one expert who negotiated it.', zh: '谈判结果必须至少列出一名谈判专家。' },
    },
    {
      code: 'PRICE_ABOVE_PRICE_BEFORE',
      column: 'winning_price',
      reads: ['winning_price', 'price_before'],
      broken: 'line.winning_price > line.price_before',
      words: { en: 'The winning price is above the price before the round.', zh: '中选价格高于集采前价格。' },
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
