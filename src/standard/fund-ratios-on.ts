import { sql, type RawBuilder } from 'kysely';
import type { InsuranceScheme } from './insurance-scheme.ts';

/**
 * The ratio that the fund pays in each area on a day under a scheme, where it is the same at all levels of institution:
 * SQL for a relation of `area_code` and `ratio_percent` without the areas that have none. An area that says nothing of
 * the scheme itself has what the one above it says.
 */
export const fundRatiosOn = (scheme: InsuranceScheme, day: string): RawBuilder<unknown> => sql`(
  select distinct on (a.code) a.code as area_code, f.ratio_percent
  from area a left join (select distinct area_code from fund_ratio where scheme = ${scheme}) own on own.area_code = a.code
    join fund_ratio f on f.area_code = coalesce(own.area_code, a.parent_code)
  where f.scheme = ${scheme} and f.institution_level is null and f.effective_from <= ${day}::date
  order by a.code, f.effective_from desc, f.recorded_at desc, f.id desc)`;
