import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { roles } from '../../src/platform/access/caller.ts';
import { databaseRole } from '../../src/platform/access/identity.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { holes } from './holes.ts';

/** A hole, and how it would come about. */
const planted: [hole: string, statement: string][] = [
  ['no row-level security: forgotten', 'create table forgotten (id uuid primary key)'],
  ['no row-level security: bid', 'alter table bid no force row level security'],
  ['a view that asks as its owner: bids', 'create view bids as select * from bid'],
  [
    'a materialised view that roles may read: kept',
    'create materialized view kept as select * from bid; grant select on kept to accord_anonymous',
  ],
  [
    'a function that runs as its owner: peek',
    `create function peek() returns bigint language sql security definer as 'select count(*) from bid'`,
  ],
  ['a right of everybody: bid SELECT', 'grant select on bid to public'],
  [
    'two policies for one role and command: round r accord_anonymous',
    'create policy more on round for select to accord_anonymous using (true)',
  ],
  ['a policy for everybody: round', 'create policy more on round for select using (true)'],
  ['a policy that asks who asks: bid', `create policy more on bid for delete to accord_expert using (current_user = 'accord_expert')`],
  [
    'a policy that takes a missing setting for a value: bid',
    `create policy more on bid for delete to accord_expert using (current_setting('accord.act') = 'x')`,
  ],
  ['a caller that may remove rows: bid accord_expert', 'grant delete on bid to accord_expert'],
  ['a caller that may change whole rows: bid accord_expert', 'grant update on bid to accord_expert'],
];

describe.each(inject('servers'))('[T3] the second wall on $name', ({ url }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ server: url });
  });
  afterAll(() => database.drop());

  /** What happens when a caller's role says a statement, whatever the program would let it. */
  const as = async (role: string, statement: string, settings: Readonly<Record<string, string>> = {}) => {
    const client = await database.served.pool.connect();
    try {
      await client.query(`begin; set local role ${role}`);
      for (const [name, value] of Object.entries(settings))
        await client.query('select set_config($1, $2, true)', [`accord.${name}`, value]);
      const { rows, rowCount } = await client.query(statement);
      return { rows, rowCount };
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  it('has no hole', async () => {
    expect(await holes(database.pool)).toEqual([]);
  });

  it.each(planted)('would be found with a hole: %s', async (hole, statement) => {
    const client = await database.pool.connect();
    try {
      await client.query(`begin; ${statement}`);
      expect(await holes({ query: client.query.bind(client) } as never)).toEqual([hole]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('is met by a session that says nothing as an anonymous caller who may write nothing', async () => {
    const { rows } = await database.served.pool.query('select current_user as is, session_user as login');
    expect(rows).toEqual([{ is: 'accord_anonymous', login: 'accord_server_test' }]);
    await expect(database.served.pool.query(`update round set status = 'FINAL'`)).rejects.toMatchObject({ code: '42501' });
    await expect(database.served.pool.query('set role accord_operator')).rejects.toMatchObject({ code: '42501' });
    await expect(database.served.pool.query('set role none; delete from round')).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['ANONYMOUS' as const, ...roles])('lets %s remove nothing and empty nothing', async (role) => {
    const { rows } = await database.pool.query<{ name: string }>(`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`);
    expect(rows.length).toBeGreaterThan(15);
    for (const { name } of rows) {
      expect([name, await as(databaseRole(role), `delete from "${name}"`)]).toEqual([name, '42501']);
      expect([name, await as(databaseRole(role), `truncate "${name}" cascade`)]).toEqual([name, '42501']);
    }
  });

  it('shows a role nothing of a setting that is missing', async () => {
    await database.pool.query(
      `insert into idempotency_record (caller, operation, key, input_hash, answer) values ('', 'x', 'x', 'x', '{}')`,
    );
    for (const role of ['accord_expert', 'accord_enterprise', 'accord_institution'])
      expect(await as(role, 'select key from idempotency_record')).toEqual({ rows: [], rowCount: 0 });
    expect(await as('accord_institution', 'select id from demand_report')).toEqual({ rows: [], rowCount: 0 });
  });

  it('keeps a role from writing in the name of another', async () => {
    const key = `insert into idempotency_record (caller, operation, key, input_hash, answer) values ('EXPERT|somebody', 'x', 'y', 'x', '{}')`;
    expect(await as('accord_expert', key, { caller: 'EXPERT|me' })).toBe('42501');
    expect(await as('accord_expert', key, { caller: 'EXPERT|somebody' })).toMatchObject({ rowCount: 1 });
    for (const role of ['accord_anonymous', 'accord_auditor', 'accord_settlement', 'accord_agency'])
      expect([role, await as(role, key, { caller: 'EXPERT|somebody' })]).toEqual([role, '42501']);
  });

  it('lets those who hold a round change nothing of it', async () => {
    for (const role of ['accord_enterprise', 'accord_institution']) {
      expect(await as(role, `select id from round where status <> 'DRAFT' limit 1 for share`)).toMatchObject({ rowCount: 1 });
      expect(await as(role, `update round set status = 'FINAL'`)).toBe('42501');
      expect(await as(role, `update round set in_force_to = null`)).toBe('42501');
    }
  });
});
