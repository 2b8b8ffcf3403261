import type { Pool } from 'pg';

/** Adds synthetic institutions, spread evenly over the pooling areas and the levels; nothing of them looks like real data. */
export async function addInstitutions(pool: Pool, count: number): Promise<void> {
  await pool.query(
    `insert into institution (id, code, area_code, level, name, provenance, confidence)
     select uuidv7(), 'BENCH-' || lpad(n::text, 7, '0'), a.codes[1 + n % cardinality(a.codes)],
       (array['TERTIARY', 'SECONDARY', 'PRIMARY'])[1 + n % 3], 'bench ' || n, 'synthetic: benchmark', 'SYNTHETIC'
     from generate_series(1, $1::int) n,
       (select array_agg(code order by code) as codes from area where kind not in ('PROVINCE', 'AUTONOMOUS_REGION')) a`,
    [count],
  );
}
