import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { describeDatabase } from '../../scripts/emit-database.ts';
import { projectFiles, textOf } from '../architecture/repository.ts';
import { entities } from '../../src/features.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { migrations } from '../../src/platform/database/migrations/index.ts';
import { databaseAt, emptyTemplate } from '../support/template.ts';
import { once, ownDatabase, type OwnDatabase } from './own-database.ts';

const servers = inject('servers');
const names = migrations.map(({ name }) => name);

describe('the list of migrations', () => {
  it('has every file of the folder, in the order of their numbers', () => {
    const files = projectFiles().flatMap((file) => /^src\/platform\/database\/migrations\/(m\d{4}-[a-z0-9-]+)\.ts$/.exec(file)?.[1] ?? []);
    expect(names).toEqual(files.toSorted());
    expect(names.map((name) => Number(name.slice(1, 5)))).toEqual(names.map((_, index) => index + 1));
  });
});

describe('schema/database.sql', () => {
  // 15 and 18 disagree about what a not-null constraint is; the text must not.
  it('is the same on every server', async () => {
    const texts = await Promise.all(servers.map(({ url }) => describeDatabase(databaseAt(url, emptyTemplate))));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toBe(textOf('schema/database.sql'));
  });
});

describe.each(servers)('on $name', ({ url: server }) => {
  let own: OwnDatabase;
  let orm: MikroORM | undefined;

  beforeEach(async () => {
    own = await ownDatabase(server);
  });
  afterEach(async () => {
    await orm?.close();
    orm = undefined;
    await own.drop();
  });

  async function migrator() {
    orm = await MikroORM.init({
      clientUrl: own.url,
      entities: [...entities],
      extensions: [Migrator],
      migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration', silent: true },
    });
    return orm.migrator;
  }

  const applied = async () => (await own.query<{ name: string }>('select name from migration order by id')).map(({ name }) => name);

  it('an empty database becomes the whole schema', async () => {
    const database = await openDatabase(own.url, { entities });
    try {
      await database.migrate();
      expect(await applied()).toEqual(names);
      expect(await describeDatabase(own.url)).toBe(textOf('schema/database.sql'));
    } finally {
      await database.close();
    }
  });

  it('a second start changes nothing', async () => {
    const database = await openDatabase(own.url, { entities });
    try {
      await database.migrate();
      const before = await describeDatabase(own.url);
      await database.migrate();
      expect(await describeDatabase(own.url)).toBe(before);
      expect(await applied()).toEqual(names);
    } finally {
      await database.close();
    }
  });

  it('two servers that start at once migrate once', async () => {
    const both = await Promise.all([1, 2].map(() => openDatabase(own.url, { entities })));
    try {
      await Promise.all(both.map((database) => database.migrate()));
      expect(await applied()).toEqual(names);
    } finally {
      await Promise.all(both.map((database) => database.close()));
    }
  });

  // One step at a time, as a server that was behind by any number of versions goes.
  it('each migration builds on the one before', async () => {
    const steps = await migrator();
    let before = '';
    for (const [index, name] of names.entries()) {
      await steps.up({ to: name });
      expect(await applied()).toEqual(names.slice(0, index + 1));
      const after = await describeDatabase(own.url);
      expect(after, `${name} changes nothing`).not.toBe(before);
      before = after;
    }
    expect(before).toBe(textOf('schema/database.sql'));
  });

  it.each([
    ['a view that asks as its owner', 'create view figures as select 1 as figure', 'relation figures'],
    ['a view that keeps its rows', 'create materialized view figures as select 1 as figure', 'relation figures'],
    ['a procedure', 'create procedure figure() language sql as $$ select 1 $$', 'function figure'],
    ['a function in another language', "create function figure(text) returns int language internal as 'textlen'", 'function figure'],
    [
      'a function with settings',
      "create function figure() returns int language sql set work_mem = '1MB' as $$ select 1 $$",
      'function figure',
    ],
    ['a function that is parsed', 'create function figure() returns int language sql return 1', 'function figure'],
    ['a function of many rows', 'create function figure() returns setof int language sql as $$ select 1 $$', 'function figure'],
    ['an enumerated type', "create type grade as enum ('A', 'B')", 'type grade'],
    ['a sequence', 'create sequence counter', 'relation counter'],
    [
      'row-level security that its owner passes',
      'create table secret (id int); alter table secret enable row level security',
      'row-level security without force of secret',
    ],
  ])('the description refuses %s, which it has no words for', async (_, sql, name) => {
    await once(own.url, sql);
    await expect(describeDatabase(own.url)).rejects.toThrow(name);
  });

  it('the description has a view that asks as who asks it, and its rights', async () => {
    await own.query(`
      create view figures with (security_invoker = true) as select 1 as figure, 'a' as note;
      grant select on figures to accord_auditor;`);
    const text = await describeDatabase(own.url);
    expect(text).toMatch(/create view figures with \(security_invoker=true\) as\s+SELECT 1 AS figure,\s+'a'::text AS note;/);
    expect(text).toContain('grant select on figures to accord_auditor;');
  });

  it('the description has every part of a function', async () => {
    await own.query(`
      create function twice(figure int) returns int language sql immutable strict parallel safe as $$ select 2 * figure $$;
      create function twice(figure numeric(5,2), note text default 'it''s', out a int, out "B" text) language sql stable as $$
        select 1, 'b' $$;
      create function anything() returns text[] language plpgsql parallel restricted as $$ begin return '{}'::text[]; end $$;`);
    expect(await describeDatabase(own.url)).toContain(`
create function anything() returns text[] language plpgsql parallel restricted as $$ begin return '{}'::text[]; end $$;

create function twice(figure integer) returns integer language sql immutable strict parallel safe as $$ select 2 * figure $$;

create function twice(figure numeric, note text DEFAULT 'it''s'::text, OUT a integer, OUT "B" text) returns record language sql stable as $$
        select 1, 'b' $$;
`);
  });

  it('the description has every part of a table', async () => {
    await own.query(`
      create domain share as numeric(5,2) default 0 not null check (value <= 100);
      create table place (area_code text, id int generated always as identity, share share, half numeric generated always as (1.5) stored,
        note text not null default 'it''s', primary key (area_code, id));
      create index place_note_idx on place (note) where note <> '';
      comment on table place is 'a place';
      comment on column place.note is 'what''s said';`);
    expect(await describeDatabase(own.url)).toContain(`create domain share as numeric(5,2) default 0 not null
  CHECK (VALUE <= 100::numeric);

create table place (
  area_code text not null,
  id integer generated always as identity not null,
  share share,
  half numeric generated always as (1.5) stored,
  note text default 'it''s'::text not null,
  constraint place_pkey PRIMARY KEY (area_code, id)
);
CREATE INDEX place_note_idx ON place USING btree (note) WHERE note <> ''::text;
comment on table place is 'a place';
comment on column place.note is 'what''s said';`);
  });
});
