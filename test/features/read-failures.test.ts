import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expert, testApp, type TestApp } from '../support/app.ts';

const round = `{ round(code: "GH-HD2020-1") { code selectedProducts(first: 2) { nodes { winningPrice product { code enterprise { name } } } } } }`;

describe('a read that fails', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await testApp({ readTimeout: 400 });
  });
  afterEach(() => app.stop());

  const change = (sql: string) => app.database.pool.query(sql);
  const errorsOf = async (document: string) => {
    const { data, errors = [] } = await app.ask<unknown>(document);
    return {
      data,
      errors: errors.map(({ message, path, extensions }) => ({ message, path, code: extensions?.['code'], id: extensions?.['requestId'] })),
    };
  };
  const ours = 'Something went wrong on our side; the request id finds it in our log.';

  /** A session that holds a table, so that whoever reads it waits. */
  async function holding<T>(table: string, act: () => Promise<T>): Promise<T> {
    const holder = new pg.Client({ connectionString: app.database.url });
    await holder.connect();
    try {
      await holder.query('begin');
      await holder.query(`lock table ${table} in access exclusive mode`);
      return await act();
    } finally {
      await holder.end();
    }
  }

  it('in one level: one error at the first place that needs it, the rest answered, nothing of the database told', async () => {
    await change('alter table area rename to secret_area');
    const { data, errors } = await errorsOf(
      `{ rounds(first: 1) { totalCount } institutions(first: 1) { totalCount } areas(first: 3) { nodes { code } } }`,
    );
    // `areas` may not be null, and neither may what it stands in.
    expect(data).toBeNull();
    expect(errors).toEqual([{ message: ours, path: ['areas', 'nodes'], code: 'INTERNAL_SERVER_ERROR', id: expect.any(String) }]);
    const nullable = await errorsOf(
      `{ rounds(first: 1) { totalCount } area(code: "330000") { name } again: area(code: "320000") { name } }`,
    );
    expect(nullable.data).toEqual({ rounds: { totalCount: 19 }, area: null, again: null });
    expect(nullable.errors).toEqual([{ message: ours, path: ['area'], code: 'INTERNAL_SERVER_ERROR', id: expect.any(String) }]);
    expect(JSON.stringify([errors, nullable.errors])).not.toContain('secret');
  });

  it('deep in an answer: the nearest place that may be null takes it', async () => {
    await change('alter table enterprise rename to gone');
    const { data, errors } = await errorsOf(round);
    expect(data).toEqual({ round: null });
    expect(errors).toEqual([
      {
        message: ours,
        path: ['round', 'selectedProducts', 'nodes', 0, 'product', 'enterprise'],
        code: 'INTERNAL_SERVER_ERROR',
        id: expect.any(String),
      },
    ]);
  });

  it('with a null where none may be: at its place, with its index and alias, and the nearest nullable place is null', async () => {
    await change(`alter table enterprise alter name drop not null`);
    await change(`update enterprise set name = null where id = (select holder_id from product order by code offset 1 limit 1)`);
    const { data, errors } = await errorsOf(
      `{ products(first: 2) { nodes { code } } page: products(first: 2) { rows: nodes { maker: enterprise { called: name } } } }`,
    );
    expect(data).toBeNull();
    expect(errors).toEqual([
      { message: ours, path: ['page', 'rows', 1, 'maker', 'called'], code: 'INTERNAL_SERVER_ERROR', id: expect.any(String) },
    ]);
  });

  it('with a value that the schema does not know: an error, and not the value', async () => {
    const { rows } = await app.database.pool.query<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = 'area'::regclass and contype = 'c'`,
    );
    for (const { name } of rows) await change(`alter table area drop constraint "${name}"`);
    await change(`update area set kind = 'SECRET' where code = '330000'`);
    const { data, errors } = await errorsOf(`{ area(code: "330000") { code kind } }`);
    expect(data).toEqual({ area: null });
    expect(errors).toEqual([{ message: ours, path: ['area', 'kind'], code: 'INTERNAL_SERVER_ERROR', id: expect.any(String) }]);
  });

  it('over its time limit: TIMED_OUT at its place, and the next request is answered', async () => {
    await holding('enterprise', async () => {
      const { data, errors } = await errorsOf(round);
      expect(data).toEqual({ round: null });
      expect(errors).toEqual([
        {
          message: 'This took longer than an answer may; ask for less at once.',
          path: ['round', 'selectedProducts', 'nodes', 0, 'product', 'enterprise'],
          code: 'TIMED_OUT',
          id: expect.any(String),
        },
      ]);
    });
    expect((await errorsOf(round)).errors).toEqual([]);
  });

  it('because its connection was cut: it may be sent again, and is answered then', async () => {
    await holding('enterprise', async () => {
      const answer = errorsOf(round);
      const cut = async () =>
        (
          await change(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
        ).rowCount;
      while ((await cut()) === 0) await pause(10);
      const { data, errors } = await answer;
      expect(data).toEqual({ round: null });
      expect(errors.map(({ code }) => code)).toEqual(['UNAVAILABLE']);
    });
    expect((await errorsOf(round)).errors).toEqual([]);
  });

  it('after a recording: what was recorded stays, and the error says where', async () => {
    await change('alter table policy_document rename to gone');
    const input = { idempotencyKey: 'k', code: 'new-1', name: '新企业', kind: 'HOLDER' };
    const { data, errors } = await app.ask<{ recordEnterprise: object }>(
      `mutation($input: RecordEnterpriseInput!) { recordEnterprise(input: $input) { userErrors { code } enterprise { code } } }`,
      { input },
      expert,
    );
    expect([data, errors]).toEqual([{ recordEnterprise: { userErrors: [], enterprise: { code: 'new-1' } } }, undefined]);
    await change('alter table enterprise rename name to gone');
    const second = await app.ask<{ recordEnterprise: { enterprise: null } }>(
      `mutation($input: RecordEnterpriseInput!) { recordEnterprise(input: $input) { userErrors { code } enterprise { code name } } }`,
      { input },
      expert,
    );
    expect(second.data).toEqual({ recordEnterprise: { userErrors: [], enterprise: null } });
    expect(second.errors?.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
      [['recordEnterprise', 'enterprise'], 'INTERNAL_SERVER_ERROR'],
    ]);
  });
});

describe('a request that nobody waits for any more', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await testApp({ readTimeout: 60_000 });
  });
  afterEach(() => app.stop());

  it('stops working in the database, and the connection is replaced', async () => {
    const address = new URL(await app.listen(0));
    const holder = new pg.Client({ connectionString: app.database.url });
    await holder.connect();
    const waiting = async () =>
      Number(
        (
          await holder.query(
            `select count(*) as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
        ).rows[0].waiting,
      );
    try {
      await holder.query('begin');
      await holder.query('lock table enterprise in access exclusive mode');
      const sent = request(new URL('/graphql', address), { method: 'POST', headers: { 'content-type': 'application/json' } });
      const closed = new Promise((resolve) => sent.on('error', resolve));
      sent.end(JSON.stringify({ query: round }));
      while ((await waiting()) === 0) await pause(10);
      sent.destroy();
      await closed;
      const cancelled = performance.now();
      while ((await waiting()) > 0) await pause(20);
      expect(performance.now() - cancelled).toBeLessThan(5000);
    } finally {
      await holder.end();
    }
    expect((await app.ask(round)).errors).toBeUndefined();
  });
});
