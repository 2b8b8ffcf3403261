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
  ['what evaluation says in a row that is seen before it: bid rank', 'alter table bid add column rank integer'],
  ['what evaluation says in a row that is seen before it: lot share_percent', 'alter table lot add column share_percent percent'],
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
    for (const role of ['accord_expert', 'accord_enterprise', 'accord_institution', 'accord_agency'])
      expect(await as(role, 'select key from idempotency_record')).toEqual({ rows: [], rowCount: 0 });
    expect(await as('accord_institution', 'select id from demand_report')).toEqual({ rows: [], rowCount: 0 });
  });

  it('keeps a role from writing in the name of another', async () => {
    const key = `insert into idempotency_record (caller, operation, key, input_hash, answer) values ('EXPERT|somebody', 'x', 'y', 'x', '{}')`;
    for (const role of ['accord_expert', 'accord_agency']) {
      expect([role, await as(role, key, { caller: 'EXPERT|me' })]).toEqual([role, '42501']);
      expect(await as(role, key, { caller: 'EXPERT|somebody' })).toMatchObject({ rowCount: 1 });
    }
    for (const role of ['accord_anonymous', 'accord_auditor', 'accord_settlement'])
      expect([role, await as(role, key, { caller: 'EXPERT|somebody' })]).toEqual([role, '42501']);
  });

  describe('of what evaluation says', () => {
    const preparing = ['EXPERT', 'APPROVER', 'AUDITOR'];
    const evaluations = `select outcome, rank, findings, explanation from bid_evaluation e join bid b on b.id = e.bid_id join lot l on l.id = b.lot_id
      join round r on r.id = l.round_id where r.code = 'WALL' order by rank`;
    const shares = `select percent from lot_share s join lot l on l.id = s.lot_id join round r on r.id = l.round_id where r.code = 'WALL'`;
    const status = (to: string) => database.pool.query(`update round set status = $1 where code = 'WALL'`, [to]);
    const shown = async (role: 'ANONYMOUS' | (typeof roles)[number]) => {
      const asked = [await as(databaseRole(role), evaluations), await as(databaseRole(role), shares)];
      return asked.map((each) => (typeof each === 'string' ? each : each.rowCount));
    };

    beforeAll(async () => {
      await database.pool.query(`
        insert into round (id, code, name, category, organiser, scheme, status, origin, provenance, confidence)
        values ('00000000-0000-7000-8000-000000000001', 'WALL', '批次', 'STENT', 'NATIONAL', 'stents-2020', 'OPENED', 'PUBLIC_SOURCE', 'test', 'HIGH');
        insert into lot (id, round_id, code, name, counting_unit, provenance, confidence)
        values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'L', '支架', '个', 'test', 'HIGH');
        insert into lot_share (lot_id, percent) values ('00000000-0000-7000-8000-000000000002', 70);
        insert into bid (id, lot_id, enterprise_id, product_id, price, price_unit, declared_capacity, declared_not_below_cost, status, origin, provenance, confidence)
        select gen_random_uuid(), '00000000-0000-7000-8000-000000000002', holder_id, id, 9, '个', 1, true, 'OPENED', 'RECORDED', 'test', 'HIGH'
        from (select * from product where category = 'STENT' order by code limit 2) p;
        insert into bid_evaluation (bid_id, outcome, rank, findings, explanation)
        select id, 'PROPOSED', row_number() over (order by id), '[]', '{}' from bid where lot_id = '00000000-0000-7000-8000-000000000002'`);
    });

    it.each(['OPENED', 'PROPOSED', 'PUBLICISED', 'FINAL', 'IN_FORCE', 'EXPIRED', 'RENEWED'])(
      'shows everybody its own while a round is %s',
      async (to) => {
        await status(to);
        const isTold = !['OPENED', 'PROPOSED'].includes(to);
        for (const role of ['ANONYMOUS' as const, ...roles])
          expect([role, await shown(role)]).toEqual([role, isTold || preparing.includes(role) ? [2, 1] : [0, 0]]);
      },
    );

    it('shows everybody that of a bid from a public source', async () => {
      await status('OPENED');
      await database.pool.query(`update bid set origin = 'PUBLIC_SOURCE' where lot_id = '00000000-0000-7000-8000-000000000002'`);
      for (const role of ['ANONYMOUS' as const, ...roles])
        expect([role, await shown(role)]).toEqual([role, [2, preparing.includes(role) ? 1 : 0]]);
    });

    it('lets an expert write what is not final, an approver no more than what is, and nobody else anything', async () => {
      const set = (outcome: string, more = '') => `update bid_evaluation set outcome = '${outcome}'${more}`;
      expect(await as('accord_expert', set('INVALID', `, rank = null`))).toMatchObject({ rowCount: expect.any(Number) as number });
      expect(await as('accord_expert', set('SELECTED'))).toBe('42501');
      expect(await as('accord_approver', set('SELECTED'))).toMatchObject({ rowCount: expect.any(Number) as number });
      expect(await as('accord_approver', set('INVALID'))).toBe('42501');
      expect(await as('accord_approver', set('SELECTED', ', rank = 1'))).toBe('42501');
      expect(await as('accord_approver', `update bid set status = 'OPENED'`)).toBe('42501');
      for (const role of ['ANONYMOUS' as const, ...roles].filter((each) => each !== 'EXPERT')) {
        if (role !== 'APPROVER') expect([role, await as(databaseRole(role), set('NOT_SELECTED'))]).toEqual([role, '42501']);
        expect([role, await as(databaseRole(role), 'update lot_share set percent = 1')]).toEqual([role, '42501']);
      }
    });

    it('lets those who hold a lot change nothing of it', async () => {
      for (const role of ['accord_enterprise', 'accord_expert']) {
        expect([role, await as(role, 'select id from lot limit 1 for update')]).toMatchObject([role, { rowCount: 1 }]);
        expect([role, await as(role, `update lot set note = 'x'`)]).toEqual([role, '42501']);
        expect([role, await as(role, `update lot set ceiling_price = 1`)]).toEqual([role, '42501']);
      }
    });
  });

  it('lets those who hold a round change nothing of it', async () => {
    for (const role of ['accord_enterprise', 'accord_institution']) {
      expect(await as(role, `select id from round where status <> 'DRAFT' limit 1 for share`)).toMatchObject({ rowCount: 1 });
      expect(await as(role, `update round set status = 'FINAL'`)).toBe('42501');
      expect(await as(role, `update round set in_force_to = null`)).toBe('42501');
    }
  });
});
