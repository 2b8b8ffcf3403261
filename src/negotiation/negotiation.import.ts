import { toProduct } from '../catalogue/index.ts';
import { code, decimal, oneOf, text } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import type { negotiationStatuses } from './negotiation.entity.ts';

const priceBounds = { least: '0', most: '99999999999999.9999', aboveZero: true } as const;

/**
 * Files of past talks (谈判) from public sources: how each ended, and what was published of its prices, per counting unit of
 * the drug. Groups, expected prices and agreement periods are not published; a talk of ours never comes by file.
 */
export const negotiationImport: TableImport = {
  kind: 'negotiations',
  title: { en: 'price talks', zh: '谈判' },
  table: 'negotiation',
  hasId: true,
  columns: [
    { name: 'code', aliases: ['谈判代码'], type: code(), required: true },
    { name: 'product_code', aliases: ['产品代码', '产品编码'], type: code(), required: true, refersTo: toProduct },
    {
      name: 'status',
      aliases: ['状态', '谈判结果'],
      type: oneOf(['SUCCESS', 'FAILED'] satisfies (typeof negotiationStatuses)[number][], { SUCCESS: ['谈判成功'], FAILED: ['谈判失败'] }),
      required: true,
    },
    { name: 'price_before', aliases: ['谈判前价格'], type: decimal(4, priceBounds) },
    {
      name: 'first_quote',
      aliases: ['第一次报价'],
      type: decimal(4, priceBounds),
      beside: true,
      comparedWith: `(select o.price from negotiation_offer o where o.negotiation_id = existing.id and o.kind = 'FIRST_QUOTE')`,
    },
    {
      name: 'agreed_price',
      aliases: ['成交价', '支付标准'],
      type: decimal(4, priceBounds),
      headed: true,
      beside: true,
      comparedWith: '(select o.price from negotiated_outcome o where o.negotiation_id = existing.id)',
    },
    { name: 'note', aliases: ['备注'], type: text() },
    ...recordedColumns,
  ],
  values: { enterprise_id: 'product.holder_id', price_unit: 'product.counting_unit', origin: `'PUBLIC_SOURCE'` },
  facts: { product_category: 'product.category' },
  key: { columns: ['code'], cells: ['code'] },
  checks: [
    {
      code: 'PRODUCT_NOT_A_DRUG',
      column: 'product_code',
      reads: ['product_code'],
      broken: `line.product_category <> 'DRUG'`,
      words: { en: 'The product is no drug; price talks are about drugs.', zh: '该产品不是药品;价格谈判仅针对药品。' },
    },
    {
      code: 'PRICE_OF_FAILED_TALK',
      column: 'agreed_price',
      reads: ['status', 'agreed_price'],
      broken: `line.status = 'FAILED' and line.agreed_price is not null`,
      words: { en: 'A talk that failed has no agreed price.', zh: '谈判失败的不得有成交价。' },
    },
    {
      code: 'PRICE_ABOVE_PRICE_BEFORE',
      column: 'agreed_price',
      reads: ['price_before', 'agreed_price'],
      broken: 'line.agreed_price > line.price_before',
      words: { en: 'The agreed price is above the price before.', zh: '成交价高于谈判前价格。' },
    },
  ],
  // A talk has one first quote and one outcome: each has the id of its talk.
  alsoWrites: (added) => `quoted as (
    insert into negotiation_offer (id, negotiation_id, sequence, kind, side, price, recorded_by, provenance, confidence, recorded_at)
    select a.id, a.id, 1, 'FIRST_QUOTE', 'ENTERPRISE', line.first_quote, 'OPERATOR', a.provenance, a.confidence, a.recorded_at
    from ${added} a join resolved line on line.new_id = a.id where line.first_quote is not null),
  agreed as (
    insert into negotiated_outcome (id, product_id, enterprise_id, basis, negotiation_id, price, price_unit, price_before, origin, provenance,
      confidence, recorded_at)
    select a.id, a.product_id, a.enterprise_id, 'NEGOTIATION', a.id, line.agreed_price, a.price_unit, a.price_before, a.origin, a.provenance,
      a.confidence, a.recorded_at
    from ${added} a join resolved line on line.new_id = a.id where line.agreed_price is not null)`,
};
