import { availableParallelism } from 'node:os';
import type { Pool, PoolClient } from 'pg';
import { rollups } from '../../../src/procurement/agreed-volume-rollups.ts';
import { rebuildAgreedVolumeRollup } from '../../../src/procurement/roll-up-agreed-volumes.ts';
import { addInstitutions } from '../institutions.ts';
import type { PrivateDatabase } from '../private-database.ts';

const years = { first: 2021, last: 2024 };
const wanted = 10_000_000;

/**
 * As many institutions as it takes for ten million volumes: each agrees on every selected product of the reference data
 * in each of four years. The sums are then made by the function that `npm run rebuild-rollups` calls.
 */
export async function addTenMillionVolumes({ database }: PrivateDatabase, say: (line: string) => void): Promise<void> {
  const { pool } = database;
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from selected_product');
  const ofEach = rows[0]!.count * (years.last - years.first + 1);
  const institutions = Math.ceil(wanted / ofEach);
  await addInstitutions(pool, institutions);
  say(`adding ${(institutions * ofEach).toLocaleString('en-US')} agreed volumes of ${institutions.toLocaleString('en-US')} institutions`);
  // Otherwise the log of ten million rows is written out again and again while they are added.
  await pool.query(`alter system set max_wal_size = '16GB'`);
  await pool.query('select pg_reload_conf()');
  await withoutIndexes(pool, async () => {
    const lanes = availableParallelism();
    await Promise.all(Array.from({ length: lanes }, (_, lane) => addVolumes(pool, lane, lanes)));
  });
  await pool.query('vacuum analyze');
  say('making the sums');
  const sums = await rebuildAgreedVolumeRollup(database);
  await pool.query(`vacuum analyze ${rollups.map(({ table }) => table).join(', ')}`);
  await pool.query('checkpoint');
  say(`${sums.toLocaleString('en-US')} sums`);
}

/** Makes the indexes of the volumes, other than the primary key, anew after `work`: sorting once is faster than growing row by row. */
async function withoutIndexes(pool: Pool, work: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ drop: string; make: string }>(`
    select
      case when c.oid is null then format('drop index %I', i.relname) else format('alter table agreed_volume drop constraint %I', c.conname) end as drop,
      case when c.oid is null then pg_get_indexdef(i.oid)
        else format('alter table agreed_volume add constraint %I %s', c.conname, pg_get_constraintdef(c.oid)) end as make
    from pg_index x join pg_class i on i.oid = x.indexrelid left join pg_constraint c on c.conindid = i.oid and c.contype = 'u'
    where x.indrelid = 'agreed_volume'::regclass and not x.indisprimary`);
  for (const { drop } of rows) await pool.query(drop);
  await work();
  await withSettings(pool, `set maintenance_work_mem = '1GB'`, async (client) => {
    for (const { make } of rows) await client.query(make);
  });
}

/** The volumes of the areas of one lane, area by area, so that the primary key grows where it was written last. */
function addVolumes(pool: Pool, lane: number, lanes: number): Promise<void> {
  // Foreign keys are not looked up: each row is made of those that it refers to.
  return withSettings(pool, 'set session_replication_role = replica; set synchronous_commit = off', async (client) => {
    await client.query(
      `insert into agreed_volume (area_code, id, selected_product_id, institution_id, agreement_year, quantity, provenance, confidence)
       select i.area_code, uuidv7(), s.id, i.id, year, 1 + (hashtext(s.id::text || i.code || year) & 1023), 'synthetic: benchmark', 'SYNTHETIC'
       from (select * from institution where area_code::int / 100 % $2 = $1 order by area_code, id) i
         cross join selected_product s cross join generate_series($3::int, $4::int) year`,
      [lane, lanes, years.first, years.last],
    );
  });
}

async function withSettings(pool: Pool, settings: string, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(settings);
    await work(client);
  } finally {
    // Closed, so that nobody else works with these settings.
    client.release(true);
  }
}
