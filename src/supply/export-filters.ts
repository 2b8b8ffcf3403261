import { sql } from 'kysely';
import { codeFilter, columnFilter } from '../platform/read/filter.ts';
import type { ExportFilter } from '../platform/tables/table-export.ts';

const onProduct = codeFilter('product_id', 'product');

/** By the code of the pooling area. */
export const areaFilter: ExportFilter = { type: 'code', by: columnFilter('area_code', 'text') };

/** By the code of the product: of the row itself. */
export const ofProduct: ExportFilter = { type: 'code', by: onProduct };

/** … and of the agreement that it hangs on. */
export const ofAgreedProduct: ExportFilter = {
  type: 'code',
  by: (value, caller) => sql`t.agreement_id in (select t.id from agreement t where ${onProduct(value, caller)})`,
};

/** By the month of a day of the row. */
export const monthOf = (column: string): ExportFilter => ({ type: 'month', by: columnFilter(column, 'date') });
