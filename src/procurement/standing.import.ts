import { areaCode, toArea, toEnterprise, toProduct } from '../catalogue/index.ts';
import { code, date, oneOf, text } from '../platform/tables/column-type.ts';
import { recordedColumns } from '../platform/tables/recorded-columns.ts';
import type { ColumnImport, RowCheck, TableImport } from '../platform/tables/table-import.ts';
import { creditLevelClauses, creditLevels } from './policy/index.ts';
import { productAliases } from './references.import.ts';

const enterprise: ColumnImport = { name: 'enterprise_code', aliases: ['企业代码'], type: code(), required: true, refersTo: toEnterprise };
const province: ColumnImport = { name: 'area_code', aliases: ['省份代码', '地区代码'], type: areaCode, required: true, refersTo: toArea };
const from: ColumnImport = { name: 'effective_from', aliases: ['首日', '生效日期'], type: date(), required: true };
const to: ColumnImport = { name: 'effective_to', aliases: ['失效首日'], type: date(), required: true };
const reason: ColumnImport = { name: 'reason', aliases: ['理由', '原因'], type: text(2000), required: true };
const publishedAt: ColumnImport = { name: 'source', aliases: ['公布来源'], type: text(2000), required: true };

const endsAfterStart: RowCheck = {
  code: 'PERIOD_ENDS_BEFORE_START',
  column: 'effective_to',
  reads: ['effective_from', 'effective_to'],
  broken: 'line.effective_to <= line.effective_from',
  words: { en: 'The first day after must lie after the first day.', zh: '失效首日须晚于首日。' },
};

/** Files of the violation list (违规名单): who is barred from national bids, from when to when. */
export const enterpriseBarImport: TableImport = {
  kind: 'enterprise-bars',
  title: { en: 'bars of enterprises', zh: '违规名单' },
  table: 'enterprise_bar',
  hasId: true,
  columns: [
    enterprise,
    from,
    to,
    { name: 'listed_on', aliases: ['列入日期', '列入名单日期'], type: date() },
    reason,
    publishedAt,
    ...recordedColumns,
  ],
  key: { columns: ['enterprise_id', 'effective_from'], cells: ['enterprise_code', 'effective_from'] },
  checks: [endsAfterStart],
};

/** The levels of each scheme, as SQL over a line's first day. */
const ofScheme = creditLevelClauses.rows
  .map(({ from: first, to: next, value }) => {
    const days = `line.effective_from >= '${first}'${next === null ? '' : ` and line.effective_from < '${next}'`}`;
    return `(${days} and line.level in (${value.map(({ level }) => `'${level}'`).join(', ')}))`;
  })
  .join(' or ');

/** Files of credit ratings (信用评价): the level that a province has given an enterprise. */
export const creditRatingImport: TableImport = {
  kind: 'credit-ratings',
  title: { en: 'credit ratings', zh: '信用评价' },
  table: 'credit_rating',
  hasId: true,
  columns: [
    enterprise,
    province,
    {
      name: 'level',
      aliases: ['等级', '信用等级'],
      type: oneOf(creditLevels, {
        GENERAL: ['一般'],
        MEDIUM: ['中等'],
        SERIOUS: ['严重'],
        ESPECIALLY_SERIOUS: ['特别严重'],
        DISHONEST: ['失信'],
        SERIOUSLY_DISHONEST: ['严重失信'],
        ESPECIALLY_SERIOUSLY_DISHONEST: ['特别严重失信'],
      }),
      required: true,
    },
    from,
    { ...to, required: false },
    { name: 'consequence', aliases: ['处置措施'], type: text(2000) },
    publishedAt,
    ...recordedColumns,
  ],
  key: { columns: ['area_code', 'enterprise_id', 'effective_from'], cells: ['enterprise_code', 'area_code', 'effective_from'] },
  checks: [
    endsAfterStart,
    {
      code: 'CREDIT_LEVEL_OF_OTHER_SCHEME',
      column: 'level',
      reads: ['level', 'effective_from'],
      broken: `not (${ofScheme})`,
      words: { en: 'The level is none of the scheme in force on its first day.', zh: '该等级不属于生效首日所适用的方案。' },
    },
  ],
};

/** Files of suspended listings (暂停挂网). */
export const listingSuspensionImport: TableImport = {
  kind: 'listing-suspensions',
  title: { en: 'suspended listings', zh: '暂停挂网' },
  table: 'listing_suspension',
  hasId: true,
  columns: [
    { name: 'product_code', aliases: productAliases, type: code(), required: true, refersTo: toProduct },
    province,
    from,
    to,
    reason,
    publishedAt,
    ...recordedColumns,
  ],
  key: { columns: ['area_code', 'product_id', 'effective_from'], cells: ['product_code', 'area_code', 'effective_from'] },
  checks: [endsAfterStart],
};
