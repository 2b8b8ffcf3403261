import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { expect, inject, it } from 'vitest';
import { entities } from '../../src/features.ts';
import { migrations } from '../../src/platform/database/migrations/index.ts';
import { ownDatabase } from './own-database.ts';

const names = migrations.map(({ name }) => name);
const columns = 'operation, table_name, row_key, subject, request_id';

// A journal of before is asked for as it was: what the database computed is kept, and what comes is written.
it.each(inject('servers'))('records of before keep the columns by which they are asked for on $name', async ({ url }) => {
  const own = await ownDatabase(url);
  const orm = await MikroORM.init({
    clientUrl: own.url,
    entities: [...entities],
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration', silent: true },
  });
  try {
    await orm.migrator.up({ to: names[names.indexOf('m0020-plain-journal-columns') - 1]! });
    const content = '{"who":{"role":"EXPERT","subject":"s"},"operation":"o","request":null,"table":"lot","row":"330100/1"}';
    await own.query(`insert into journal_record (chain, seq, previous_hash, hash, content)
      values ('330100', 1, sha256('330100'), sha256('x'), '${content}')`);
    await orm.migrator.up();
    await own.query(`insert into journal_record (chain, seq, previous_hash, hash, content, ${columns})
      select chain, 2, hash, hash, content, 'p', table_name, null, null, 'r' from journal_record`);
    expect(await own.query(`select seq::int, place, content, ${columns} from journal_record order by seq`)).toEqual([
      {
        seq: 1,
        place: '330100/000000000000001',
        content,
        operation: 'o',
        table_name: 'lot',
        row_key: '330100/1',
        subject: 's',
        request_id: null,
      },
      {
        seq: 2,
        place: '330100/000000000000002',
        content,
        operation: 'p',
        table_name: 'lot',
        row_key: null,
        subject: null,
        request_id: 'r',
      },
    ]);
  } finally {
    await orm.close();
    await own.drop();
  }
});
