import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectTrueSums } from '../support/agreed-volume-sums.ts';
import type { TestApp } from '../support/app.ts';
import {
  amend,
  begun,
  codesOf,
  committed,
  contendedVolumes,
  done,
  expectNoDeadlock,
  expectOnlyAHundred,
  expectOnlyFiftyMore,
  hospitals,
  list,
} from '../support/contended-volumes.ts';

/** Many callers in the same rows at the same moment: none takes what another has taken, and none waits for one that waits for it. */
describe('under contention', { timeout: 120_000 }, () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await contendedVolumes();
  }, 120_000);
  afterAll(() => app.stop());

  // Twice and not twenty times: each is a race of its own, and test/chaos/contention.chaos.ts runs all of them.
  it('[D6] of 400 attempts to take 10 of 1,000 exactly 100 succeed', async () => {
    const refusal = await expectOnlyAHundred(app, 2030);
    expect(refusal.facts).toEqual([
      { name: 'declared', value: '1000', unit: null },
      { name: 'committed', value: '1010', unit: null },
    ]);
  });

  it('[D6] lists and amendments take from the same 1,000, and what an amendment gives back is free again', async () => {
    await expectOnlyFiftyMore(app, 2033);
    const { rows } = await app.database.pool.query<{ code: string; quantity: number }>(
      `select i.code, v.quantity::int as quantity from agreed_volume v join institution i on i.id = v.institution_id
       where v.agreement_year = 2033 order by 1 limit 1`,
    );
    expect(done([await amend(app, 2033, rows[0]!.code, rows[0]!.quantity - 5)])).toBe(1);
    expect(await committed(app, 2033)).toEqual({ kept: 995, true: 995 });
    const { rows: free } = await app.database.pool.query<{ code: string }>(
      `select code from institution where code like 'h-%' and id not in (select institution_id from agreed_volume where agreement_year = 2033) limit 1`,
    );
    expect(codesOf([await list(app, 'ent-a', 2033, [free[0]!.code], 6)])).toEqual(['CAPACITY_EXCEEDED']);
    expect(done([await list(app, 'ent-a', 2033, [free[0]!.code], 5)])).toBe(1);
    expect(await committed(app, 2033)).toEqual({ kept: 1000, true: 1000 });
    await expectTrueSums(app.database);
  });

  it('[D7] lists of the same 50 institutions in any order, from 16 sessions: no deadlock, and nobody waits long', async () => {
    // 200 lists and not 1,000, for the time of a test; and D7's second is for a machine of its own, which the tests share.
    await expectNoDeadlock(app, 200, 4000);
  });

  it('[D7] a list and the same one backwards wait for one institution, and then not for each other', async () => {
    const codes = hospitals.slice(0, 10);
    const client = await app.database.pool.connect();
    try {
      // A recording under way holds the fifth of the ten, and comes to nothing.
      await client.query('begin');
      await client.query(
        `insert into agreed_volume (area_code, id, selected_product_id, institution_id, agreement_year, quantity, provenance, confidence)
         select i.area_code, gen_random_uuid(), s.id, i.id, 2100, 1, 'test', 'HIGH'
         from institution i, selected_product s join product p on p.id = s.product_id where i.code = $1 and p.code = 'ent-b'`,
        [codes[4]],
      );
      app.database.forget();
      const both = [list(app, 'ent-b', 2100, codes, 1), list(app, 'ent-b', 2100, codes.toReversed(), 1)];
      const waiting = async () =>
        (await app.database.pool.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))
          .rowCount;
      await expect.poll(waiting, { timeout: 20_000 }).toBe(2);
      await client.query('rollback');
      const answers = await Promise.all(both);
      expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
      expect([done(answers), codesOf(answers)]).toEqual([1, ['ALREADY_RECORDED']]);
      expect(begun(app)).toBe(2);
    } finally {
      client.release();
    }
  });
});
