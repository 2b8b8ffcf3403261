import { categoryWords, productCategories, toPolicyDocument } from '../catalogue/index.ts';
import { code, date, decimal, oneOf, text, wholeNumber } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { ColumnImport, TableImport } from '../platform/tables/table-import.ts';
import { amountBounds, mostInteger, toRound } from './references.import.ts';
import { organisers, roundStatuses } from './round.entity.ts';

/** A figure as published: a count that may be zero. */
const published = (name: string, ...aliases: string[]): ColumnImport => ({
  name,
  aliases,
  type: wholeNumber({ least: '0', most: mostInteger }),
});
const cut = (name: string, ...aliases: string[]): ColumnImport => ({ name, aliases, type: decimal(2, { least: '-999.99', most: '100' }) });

/** Files of procurement rounds (批次), with their figures as published. */
export const roundImport: TableImport = {
  kind: 'rounds',
  title: { en: 'rounds', zh: '采购批次' },
  table: 'round',
  hasId: true,
  columns: [
    { name: 'code', aliases: ['批次代码', 'round_code'], type: code(), required: true },
    { name: 'name', aliases: ['名称', '批次名称'], type: text(300), required: true },
    { name: 'name_en', aliases: ['英文名称', '英文名'], type: text(300) },
    { name: 'category', aliases: ['类别'], type: oneOf(productCategories, categoryWords), required: true },
    {
      name: 'organiser',
      aliases: ['组织者', '组织层级'],
      type: oneOf(organisers, { NATIONAL: ['国家'], ALLIANCE: ['联盟'], PROVINCIAL: ['省级'] }),
      required: true,
    },
    { name: 'scheme', aliases: ['规则体系', '采购规则'], type: code(), required: true },
    {
      name: 'status',
      aliases: ['状态'],
      type: oneOf(roundStatuses),
      default: 'DRAFT',
      // A round moves on by recorded acts; a file repeats the status with which the round came on record.
      comparedWith: `coalesce((select first.from_status from round_transition first where first.round_id = existing.id order by first.id limit 1), existing.status)`,
    },
    { name: 'opened_on', aliases: ['开标日期'], type: date() },
    { name: 'place', aliases: ['地点', '开标地点'], type: text(200) },
    { name: 'in_force_from', aliases: ['执行开始日期'], type: date() },
    { name: 'in_force_to', aliases: ['执行截止日期'], type: date() },
    { name: 'renews_round_code', aliases: ['接续批次代码'], type: code(), refersTo: { ...toRound, steady: false, sameFile: true } },
    { name: 'policy_document_code', aliases: ['政策文件代码'], type: code(), refersTo: toPolicyDocument },
    { name: 'term_as_published', aliases: ['公布采购周期'], type: text(500) },
    { name: 'volume_as_published', aliases: ['公布采购量'], type: text(500) },
    { name: 'tendered_varieties', aliases: ['采购品种数'], type: wholeNumber({ most: mostInteger }) },
    published('selected_varieties', '中选品种数'),
    published('bidding_enterprises', '申报企业数'),
    published('bid_products', '申报产品数'),
    published('selected_enterprises', '中选企业数'),
    published('selected_product_count', '中选产品数'),
    cut('average_cut_percent', '平均降幅'),
    cut('maximum_cut_percent', '最高降幅'),
    published('reporting_institutions', '报量机构数'),
    { name: 'first_year_quantity', aliases: ['首年意向采购量', '首年采购量'], type: wholeNumber() },
    { name: 'saving_as_published', aliases: ['公布节约金额'], type: decimal(2, amountBounds) },
    { name: 'note', aliases: ['备注'], type: text() },
    ...recordedColumns,
  ],
  // A result that comes with the round was published elsewhere; a round that is still under way is decided here.
  values: { origin: `case when line.status in ('FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED') then 'PUBLIC_SOURCE' else 'RECORDED' end` },
  key: { columns: ['code'], cells: ['code'] },
  checks: [
    {
      code: 'PERIOD_ENDS_BEFORE_START',
      column: 'in_force_to',
      reads: ['in_force_from', 'in_force_to'],
      broken: 'line.in_force_to <= line.in_force_from',
      words: {
        en: 'The period in force ends on its first day or before it; the end is the first day no longer in force.',
        zh: '执行截止日期不得早于或等于开始日期(截止日为不再执行的第一天)。',
      },
    },
    {
      code: 'RENEWS_ITSELF',
      column: 'renews_round_code',
      reads: ['code', 'renews_round_code'],
      broken: 'line.renewed_code = line.code',
      words: { en: 'A round cannot renew itself.', zh: '批次不能接续自身。' },
    },
  ],
  facts: { renewed_code: 'line.renews_round_code' },
};
