import { boolean, code, decimal, oneOf, text, wholeNumber } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { TableImport } from '../platform/tables/table-import.ts';
import { strengthMethods } from './lot.entity.ts';
import { priceBounds, roundAliases, toRound } from './references.import.ts';

/** Files of lots (竞价单元): the groups inside which prices are compared. */
export const lotImport: TableImport = {
  kind: 'lots',
  title: { en: 'lots', zh: '竞价单元' },
  table: 'lot',
  hasId: true,
  columns: [
    { name: 'round_code', aliases: roundAliases, type: code(), required: true, refersTo: toRound },
    { name: 'code', aliases: ['竞价单元代码', 'lot_code'], type: code(), required: true },
    { name: 'name', aliases: ['名称', '品种名称'], type: text(300), required: true },
    { name: 'name_en', aliases: ['英文名称', '英文名'], type: text(300) },
    { name: 'counting_unit', aliases: ['计数单位'], type: text(50), required: true },
    { name: 'ceiling_price', aliases: ['最高有效申报价'], type: decimal(4, priceBounds) },
    { name: 'price_before', aliases: ['集采前价格'], type: decimal(4, priceBounds) },
    { name: 'average_winning_price', aliases: ['平均中选价'], type: decimal(4, priceBounds) },
    { name: 'base_quantity', aliases: ['约定采购量计算基数', '首年约定采购量计算基数'], type: wholeNumber() },
    {
      name: 'share_percent',
      aliases: ['带量比例'],
      type: decimal(2, { least: '0', most: '100', aboveZero: true }),
      beside: true,
      comparedWith: '(select s.percent from lot_share s where s.lot_id = existing.id)',
    },
    {
      name: 'strength_method',
      aliases: ['规格换算方法'],
      type: oneOf(strengthMethods, { NONE: ['不换算'], LINEAR: ['按含量'], PRICE_RATIO: ['差比价'] }),
      default: 'NONE',
    },
    {
      name: 'reference_strength',
      aliases: ['代表规格含量'],
      type: decimal(6, { least: '0', most: '999999999999.999999', aboveZero: true }),
    },
    { name: 'antibacterial', aliases: ['抗菌药物', '是否抗菌药物'], type: boolean(), default: 'false' },
    { name: 'note', aliases: ['备注'], type: text() },
    ...recordedColumns,
  ],
  key: { columns: ['round_id', 'code'], cells: ['code', 'round_code'] },
  checks: [
    {
      code: 'REFERENCE_STRENGTH_MISSING',
      column: 'reference_strength',
      reads: ['strength_method', 'reference_strength'],
      broken: `line.strength_method <> 'NONE' and line.reference_strength is null`,
      words: {
        en: 'A lot that compares strengths names the strength that it compares with.',
        zh: '换算规格的竞价单元必须填写代表规格含量。',
      },
    },
  ],
  alsoWrites: (added) => `shared as (
    insert into lot_share (lot_id, percent) select a.id, line.share_percent
    from ${added} a join resolved line on line.new_id = a.id where line.share_percent is not null)`,
};
