import type { PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Packet } from '../../src/platform/database/packet.ts';
import { sendOn } from '../../src/platform/database/send.ts';
import { codeOf } from '../../src/platform/journal/once-more.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

/** A transaction of the mapper reaches PostgreSQL in as few packets as it has answers that somebody reads. */
describe('packets', () => {
  let database: TestDatabase;
  let packets: string[][] = [];
  beforeAll(async () => {
    database = await testDatabase({ empty: true });
    await database.pool.query('create table thing (id int primary key, what text)');
    database.pool.on('acquire', (client: PoolClient & { watched?: boolean }) => {
      if (client.watched) return;
      client.watched = true;
      const send = client.query.bind(client) as (...args: unknown[]) => unknown;
      client.query = ((...args: unknown[]) => {
        const [first] = args;
        packets.push(first instanceof Packet ? first.texts : [first as string]);
        return send(...args);
      }) as typeof client.query;
    });
  });
  beforeEach(async () => {
    await database.pool.query('truncate thing');
    packets = [];
  });
  afterAll(() => database.drop());

  const insert = (id: number, what = 'x') => ['insert into thing values ($1, $2)', [id, what]] as const;
  const things = async () => (await database.pool.query<{ id: number; what: string }>('select id, what from thing order by id')).rows;

  it('hold what nobody reads until something is read, or the end', async () => {
    const read = await database.fork().transactional(async (em) => {
      const send = sendOn(em);
      await send(...insert(1, `it's; "quoted"`));
      const rows = await send<{ n: string; at: null }>('select count(*) as n, null as at from thing where id < $1', [5]);
      await send(...insert(2));
      return rows;
    });
    expect(read).toEqual([{ n: '1', at: null }]);
    expect(packets).toEqual([
      ['begin', insert(1)[0], 'select count(*) as n, null as at from thing where id < $1'],
      [insert(2)[0], 'commit'],
    ]);
    expect(await things()).toEqual([
      { id: 1, what: `it's; "quoted"` },
      { id: 2, what: 'x' },
    ]);
  });

  it('fail as a whole at the commit, with the first error, and the connection goes on', async () => {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const failed = await database
        .fork()
        .transactional(async (em) => {
          await sendOn(em)(...insert(1));
          await sendOn(em)(...insert(1, 'again'));
          await sendOn(em)('update thing set what = $1', ['never']);
        })
        .then(() => '', codeOf);
      expect([failed, await things()]).toEqual(['23505', []]);
    }
    await database.fork().transactional(async (em) => {
      await sendOn(em)(...insert(1));
      await sendOn(em)('update thing set what = $1', ['once']);
    });
    expect(await things()).toEqual([{ id: 1, what: 'once' }]);
  });

  it('leave at once where they are long, and what fails of them fails at the next answer or at the commit', async () => {
    const long = 'x'.repeat(100_000);
    for (const reads of [true, false]) {
      packets = [];
      const failed = await database
        .fork()
        .transactional(async (em) => {
          await sendOn(em)(...insert(1));
          await sendOn(em)(...insert(1, long));
          await sendOn(em)(...insert(2));
          if (reads) await sendOn(em)('select what from thing', []);
        })
        .then(() => '', codeOf);
      expect([failed, packets[0], await things()]).toEqual(['23505', ['begin', insert(1)[0], insert(1)[0]], []]);
    }
    await database.fork().transactional(async (em) => {
      for (const id of [1, 2, 3]) await sendOn(em)(...insert(id, long));
    });
    expect((await things()).map(({ id, what }) => [id, what.length])).toEqual([1, 2, 3].map((id) => [id, long.length]));
  });

  it('are not sent for a transaction of which the database has not heard', async () => {
    const given = new Error('changed its mind');
    const undone = database.fork().transactional(async (em) => {
      await sendOn(em)(...insert(1));
      throw given;
    });
    await expect(undone).rejects.toBe(given);
    expect(packets).toEqual([]);
    expect(await things()).toEqual([]);
  });

  it('leave a text that may be several statements to itself, in its turn', async () => {
    await database.fork().transactional(async (em) => {
      await sendOn(em)(...insert(1));
      await em.execute(`update thing set what = 'a;b'; insert into thing values (2, 'c')`);
    });
    expect(packets.map((each) => each.length)).toEqual([2, 1, 1]);
    expect((await things()).map(({ what }) => what)).toEqual(['a;b', 'c']);
  });
});
