import type { PrivateDatabase } from '../private-database.ts';

/** Products of the benchmark, pooling areas with standards, and periods of each. */
export const shape = { products: 3000, areas: 32, periods: 8 } as const;
/** When what is said now was recorded, and a moment at which the record said something else. */
const recordedAt = '2024-01-01T00:00:00.000Z';
export const knownBefore = '2023-06-01T00:00:00.000Z';
export const firstYear = 2020;

export const productCode = (at: number) => `BENCH-${String(at).padStart(5, '0')}`;

/** Standards of synthetic products, of half a year each, with what the record said of them before; and a ratio everywhere. */
export async function addStandards({ database: { pool } }: PrivateDatabase): Promise<readonly string[]> {
  const { rows } = await pool.query<{ code: string }>(`select code from area where parent_code is null order by code limit ${shape.areas}`);
  const areas = rows.map(({ code }) => code);
  await pool.query('alter table payment_standard drop constraint payment_standard_one_a_day');
  await pool.query(`delete from payment_standard`);
  await pool.query(`
    insert into product (id, code, category, generic_name, name, counting_unit, holder_id, provenance, confidence)
    select uuidv7(), 'BENCH-' || lpad(n::text, 5, '0'), 'DRUG', '合成', '合成', '片', (select id from enterprise where kind = 'HOLDER' limit 1), 'synthetic: benchmark', 'SYNTHETIC'
    from generate_series(0, ${shape.products - 1}) n`);
  const columns =
    'area_code, id, product_id, basis, amount, price_unit, in_scope, valid_from, valid_to, claim_id, explanation, recorded_at, superseded_at, provenance, confidence';
  const price = `(1 + abs(hashtext(p.code || a.code || n)) % 9000000) / 10000.0`;
  const day = (n: string) => `(date '${firstYear}-01-01' + ((${n}) * 6) * interval '1 month')::date`;
  await pool.query(`
    insert into payment_standard (${columns})
    select a.code, uuidv7(), p.id, 'WINNING_PRICE', ${price}, '盒', true, ${day('n')}, ${day('n + 1')}, p.id, '{}', '${recordedAt}', null, 'synthetic: benchmark', 'SYNTHETIC'
    from product p cross join (select code from area where parent_code is null order by code limit ${shape.areas}) a cross join generate_series(0, ${shape.periods - 1}) n
    where p.code like 'BENCH-%' order by p.id, a.code, n`);
  await pool.query(`
    insert into payment_standard (${columns})
    select a.code, uuidv7(), p.id, 'WINNING_PRICE', ${price.replace('|| n', "|| 'before'")}, '盒', true, ${day('0')}, null, p.id, '{}', '2023-01-01', '${recordedAt}', 'synthetic: benchmark', 'SYNTHETIC'
    from product p cross join (select code from area where parent_code is null order by code limit ${shape.areas}) a where p.code like 'BENCH-%'`);
  await pool.query(`
    insert into fund_ratio (area_code, id, scheme, effective_from, ratio_percent, source, provenance, confidence, recorded_at)
    select a.code, uuidv7(), s, '2000-01-01', 50 + abs(hashtext(a.code || s)) % 45000 / 1000.0, 'synthetic', 'synthetic: benchmark', 'SYNTHETIC', '${recordedAt}'
    from (select code from area where parent_code is null order by code limit ${shape.areas}) a, unnest(array['EMPLOYEE', 'RESIDENT']) s`);
  await pool.query('vacuum analyze payment_standard, fund_ratio, product');
  return areas;
}

/** Numbers that look random and are the same in every run. */
export function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}
