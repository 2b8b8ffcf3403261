import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { expect, inject, it } from 'vitest';
import { entities } from '../../src/features.ts';
import { migrations } from '../../src/platform/database/migrations/index.ts';
import { ownDatabase } from './own-database.ts';

const names = migrations.map(({ name }) => name);
const provenance = `'test', 'HIGH'`;

// A database of before: what was in one row is in two, and nothing of it is lost.
it.each(inject('servers'))('what evaluation said of bids and shares moves to its own rows on $name', async ({ url }) => {
  const own = await ownDatabase(url);
  const orm = await MikroORM.init({
    clientUrl: own.url,
    entities: [...entities],
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration', silent: true },
  });
  try {
    await orm.migrator.up({ to: names[names.indexOf('m0012-evaluations-apart') - 1]! });
    await own.query(`
      insert into enterprise (id, code, kind, name, provenance, confidence) values (gen_random_uuid(), 'H', 'HOLDER', '企业', ${provenance});
      insert into round (id, code, name, category, organiser, scheme, status, origin, provenance, confidence)
      values (gen_random_uuid(), 'R', '批次', 'DRUG', 'NATIONAL', 'national-drug', 'OPENED', 'RECORDED', ${provenance});
      insert into lot (id, round_id, code, name, counting_unit, share_percent, provenance, confidence)
      select gen_random_uuid(), id, lot, '单元', '片', share, ${provenance} from round cross join (values ('shared', 70), ('open', null)) given (lot, share);
      insert into product (id, code, category, generic_name, name, counting_unit, holder_id, provenance, confidence)
      select gen_random_uuid(), product, 'DRUG', '药', '药', '片', e.id, ${provenance}
      from enterprise e cross join (values ('opened'), ('judged'), ('selected'), ('public'), ('public-ranked')) given (product);
      insert into bid (id, lot_id, enterprise_id, product_id, price, price_unit, declared_capacity, declared_not_below_cost,
        status, rank, findings, explanation, origin, provenance, confidence)
      select gen_random_uuid(), l.id, p.holder_id, p.id, 9, '片', 1, true, given.status, given.rank, given.findings::jsonb, given.explanation::jsonb,
        given.origin, ${provenance}
      from (values ('opened', 'OPENED', null, null, null, 'RECORDED'), ('judged', 'INVALID', null, '[{"rule":"r"}]', '{"rule":"r"}', 'RECORDED'),
        ('selected', 'SELECTED', 1, '[]', '{}', 'RECORDED'), ('public', 'OPENED', null, null, null, 'PUBLIC_SOURCE'),
        ('public-ranked', 'NOT_SELECTED', 2, null, null, 'PUBLIC_SOURCE')) given (product, status, rank, findings, explanation, origin)
      join product p on p.code = given.product join lot l on l.code = 'shared'`);
    await orm.migrator.up();
    const bids = await own.query(`
      select p.code, b.status, e.bid_id is not null as has_row, e.outcome, e.rank, e.findings, e.explanation
      from bid b join product p on p.id = b.product_id left join bid_evaluation e on e.bid_id = b.id order by p.code`);
    const opened = { status: 'OPENED', has_row: true, outcome: null, rank: null, findings: null, explanation: null };
    expect(bids).toEqual([
      { ...opened, code: 'judged', outcome: 'INVALID', findings: [{ rule: 'r' }], explanation: { rule: 'r' } },
      { ...opened, code: 'opened', has_row: false },
      { ...opened, code: 'public' },
      { ...opened, code: 'public-ranked', outcome: 'NOT_SELECTED', rank: 2 },
      { ...opened, code: 'selected', outcome: 'SELECTED', rank: 1, findings: [], explanation: {} },
    ]);
    expect(await own.query(`select l.code, s.percent::text from lot l left join lot_share s on s.lot_id = l.id order by l.code`)).toEqual([
      { code: 'open', percent: null },
      { code: 'shared', percent: '70.00' },
    ]);
    await expect(own.query(`update bid set status = 'SELECTED'`)).rejects.toMatchObject({ constraint: 'bid_status_check' });
  } finally {
    await orm.close();
    await own.drop();
  }
});
