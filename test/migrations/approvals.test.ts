import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { expect, inject, it } from 'vitest';
import { entities } from '../../src/features.ts';
import { migrations } from '../../src/platform/database/migrations/index.ts';
import { ownDatabase } from './own-database.ts';

const names = migrations.map(({ name }) => name);

// A database of before: nobody's approval is made up, and no round that is final stops being so.
it.each(inject('servers'))('[D12] rounds of before there were approvals are told apart on $name', async ({ url }) => {
  const own = await ownDatabase(url);
  const orm = await MikroORM.init({
    clientUrl: own.url,
    entities: [...entities],
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration', silent: true },
  });
  try {
    await orm.migrator.up({ to: names[names.indexOf('m0010-approvals') - 1]! });
    await own.query(`
      insert into round (id, code, name, category, organiser, scheme, status, provenance, confidence)
      select gen_random_uuid(), code, code, 'DRUG', 'NATIONAL', 'national-drug', status, 'test', 'HIGH'
      from (values ('by-file', 'IN_FORCE'), ('by-one', 'IN_FORCE'), ('in-force-here', 'IN_FORCE'), ('under-way', 'PUBLICISED')) given (code, status);
      insert into round_transition (id, round_id, action, from_status, to_status, occurred_on, recorded_by)
      select gen_random_uuid(), id, 'finalise', 'PUBLICISED', 'FINAL', '2022-07-12', 'EXPERT expert' from round where code = 'by-one';
      insert into round_transition (id, round_id, action, from_status, to_status, occurred_on, recorded_by)
      select gen_random_uuid(), id, 'putInForce', 'FINAL', 'IN_FORCE', '2022-11-01', 'EXPERT expert' from round where code <> 'under-way'`);
    await orm.migrator.up();
    expect(await own.query(`select code, origin, approval_id from round order by code`)).toEqual([
      { code: 'by-file', origin: 'PUBLIC_SOURCE', approval_id: null },
      { code: 'by-one', origin: 'BEFORE_APPROVALS', approval_id: null },
      { code: 'in-force-here', origin: 'PUBLIC_SOURCE', approval_id: null },
      { code: 'under-way', origin: 'RECORDED', approval_id: null },
    ]);
    await own.query(`update round set status = 'EXPIRED' where code in ('by-file', 'by-one')`);
    await expect(own.query(`update round set status = 'FINAL' where code = 'under-way'`)).rejects.toMatchObject({
      constraint: 'round_final_by_approval',
    });
  } finally {
    await orm.close();
    await own.drop();
  }
});
