import pg from 'pg';
import { expect } from 'vitest';
import type { TestApp } from './app.ts';

/** Pairs of standards that the record says at one moment for one day; found by asking for them, not by the constraint. */
export const overlapping = `
  select a.id, b.id from payment_standard a join payment_standard b on a.area_code = b.area_code and a.product_id = b.product_id and a.id < b.id
  where (a.valid_to is null or b.valid_from < a.valid_to) and (b.valid_to is null or a.valid_from < b.valid_to)
    and (a.superseded_at is null or b.recorded_at < a.superseded_at) and (b.superseded_at is null or a.recorded_at < b.superseded_at)`;
/** Of a product's code, the first day, the first day after and the moment of recording; SYNTHETIC. */
export const insertion = `insert into payment_standard (area_code, id, product_id, basis, amount, price_unit, in_scope, valid_from, valid_to, claim_id, explanation,
    recorded_at, provenance, confidence)
  select '110000', gen_random_uuid(), p.id, 'LOCAL_CAP', 1, '个', true, $2::date, $3::date, gen_random_uuid(), '{}', $4::timestamptz,
    'SYNTHETIC: made for a test', 'SYNTHETIC' from product p where p.code = $1`;

const sessions = 20;

/** Sessions that write as nobody may: beneath the rules, so that the constraint alone stands in their way. */
export async function racingSessions({ database }: TestApp): Promise<pg.Pool> {
  await database.pool.query('delete from payment_standard');
  // Who loses against another that loses as well waits for the deadlock to be found.
  return new pg.Pool({ connectionString: database.url, max: sessions, options: '-c deadlock_timeout=5ms' });
}

/** One of 20 sessions gets through that insert the same standard at once; none where it overlaps that of the time before. */
export async function expectOneWinner(pool: pg.Pool, times: number): Promise<void> {
  const dayOf = (at: number) => new Date(Date.UTC(2021, 0, 1 + at)).toISOString().slice(0, 10);
  const lost = new Set<string>();
  for (let time = 0; time < times; time += 1) {
    const values = ['FIREBIRD2', dayOf(time * 10), dayOf(time * 10 + 15), new Date(Date.UTC(2024, 0, 1)).toISOString()];
    // Each span overlaps the one before, so that only every other one can be inserted at all.
    const done = await Promise.allSettled(Array.from({ length: sessions }, () => pool.query(insertion, values)));
    const won = done.filter(({ status }) => status === 'fulfilled').length;
    for (const each of done) if (each.status === 'rejected') lost.add((each.reason as { code: string }).code);
    expect([time, won]).toEqual([time, time % 2 === 0 ? 1 : 0]);
  }
  expect([...lost].filter((code) => !['23P01', '40P01'].includes(code))).toEqual([]);
  expect((await pool.query(overlapping)).rows).toEqual([]);
}
