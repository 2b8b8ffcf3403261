import type { Reference } from '../platform/tables/table-import.ts';

/** The round of a row. Its status decides what may be recorded, so it stands still while the file is taken in. */
export const toRound: Reference = { table: 'round', steady: true, words: { en: 'round', zh: '批次' } };

/** The lot of a row: its code is unique within the round. */
export const toLot: Reference = {
  table: 'lot',
  within: { owner: 'round_id', column: 'round_code', words: { en: 'round', zh: '批次' } },
  words: { en: 'lot', zh: '竞价单元' },
};

/** Headers by which people call the codes that lead to a row's place. */
export const roundAliases = ['批次代码', '批次', '采购批次'];
export const lotAliases = ['竞价单元代码', '竞价单元', '采购单元代码'];
export const productAliases = ['产品代码', '产品编码'];
export const institutionAliases = ['机构代码', '医疗机构代码'];

/** Bounds of a unit price (yuan, four decimals), and of an amount (yuan, two decimals). */
export const priceBounds = { least: '0', most: '99999999999999.9999', aboveZero: true } as const;
export const amountBounds = { least: '0', most: '9999999999999999.99' } as const;
/** A whole number that the database keeps as an integer. */
export const mostInteger = '2147483647';

/**
 * The selected product of a row by round, lot and product. The lot may be left out where the product was selected in
 * one lot of the round only; `chosen` counts the lots, so that the doubtful case is told.
 */
export const selectedJoin = `left join (
    select round_id, lot_id, product_id, id, 1 as chosen from selected_product
    union all
    select round_id, null, product_id, (array_agg(id order by id))[1], count(*)::int from selected_product group by round_id, product_id
  ) selected on selected.round_id = round.id and selected.product_id = product.id
    and coalesce(selected.lot_id, '00000000-0000-0000-0000-000000000000') = coalesce(lot.id, '00000000-0000-0000-0000-000000000000')`;
