import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readConfig } from '../../src/platform/config/config.ts';
import { checkServer } from '../../src/platform/database/server-requirements.ts';
import { dataFolder, postgresOf, runCommand, runFile, root } from './child.ts';

describe('the settings', () => {
  it('have values for a machine where nothing is set, or set to nothing', () => {
    const nothing = {
      port: 4000,
      databaseUrl: null,
      dataDir: path.resolve('.data'),
      oidc: null,
      logLevel: 'info',
      trustedDocuments: 'prefer',
      rates: { anonymous: 1200, caller: 6000 },
      streamLimits: { caller: 20, inAll: 500 },
    };
    expect(readConfig({})).toEqual(nothing);
    expect(
      readConfig({ PORT: '', DATABASE_URL: ' ', DATA_DIR: '', OIDC_ISSUER: '', OIDC_AUDIENCE: '', LOG_LEVEL: '', TRUSTED_DOCUMENTS: '' }),
    ).toEqual(nothing);
  });

  it('are read from the environment', () => {
    const url = 'postgresql://user:p%40ss@db.example:5433/accord?sslmode=require';
    expect(
      readConfig({
        PORT: '8080',
        DATABASE_URL: url,
        DATA_DIR: '/var/data',
        OIDC_ISSUER: 'https://id.example/realm',
        OIDC_AUDIENCE: 'accord',
        LOG_LEVEL: 'debug',
        TRUSTED_DOCUMENTS: 'only-anonymous',
        RATE_ANONYMOUS: '0',
        RATE_CALLER: '90',
        STREAMS_CALLER: '4',
        STREAMS: '0',
        OIDC_CLIENT_ID: 'accord-page',
      }),
    ).toEqual({
      port: 8080,
      databaseUrl: url,
      dataDir: '/var/data',
      oidc: { issuer: 'https://id.example/realm', audience: 'accord', clientId: 'accord-page' },
      logLevel: 'debug',
      trustedDocuments: 'only-anonymous',
      rates: { anonymous: 0, caller: 90 },
      streamLimits: { caller: 4, inAll: 0 },
    });
    expect(readConfig({ OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'accord' }).oidc).toMatchObject({ clientId: 'accord' });
    expect(readConfig({ DATABASE_URL: 'postgres:///accord?host=/run/postgresql' }).databaseUrl).toContain('/run/postgresql');
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT=abc is not a whole number.'],
    [{ PORT: '70000' }, 'PORT=70000 is above 65535.'],
    [{ PORT: '-1' }, 'PORT=-1 is not a whole number.'],
    [{ PORT: '0x10' }, 'PORT=0x10 is not a whole number.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud is not one of silent, fatal, error, warn, info, debug, trace.'],
    [{ TRUSTED_DOCUMENTS: 'yes' }, 'TRUSTED_DOCUMENTS=yes is not one of off, prefer, only-anonymous, only.'],
    [{ RATE_ANONYMOUS: '-1' }, 'RATE_ANONYMOUS=-1 is not a whole number up to 9999999.'],
    [{ STREAMS: 'many' }, 'STREAMS=many is not a whole number up to 9999999.'],
    [{ STREAMS_CALLER: '-1' }, 'STREAMS_CALLER=-1 is not a whole number up to 9999999.'],
    [{ RATE_CALLER: '1e3' }, 'RATE_CALLER=1e3 is not a whole number up to 9999999.'],
    [{ DATABASE_URL: 'secret' }, 'DATABASE_URL is not a URL of the form postgres://user:password@host:5432/database.'],
    [{ DATABASE_URL: 'mysql://a:secret@b/c' }, 'DATABASE_URL begins with mysql: and not with postgres:.'],
    [{ DATABASE_URL: 'postgres://a:secret@b' }, /^DATABASE_URL names no database; the form is .*\.$/],
    [{ OIDC_ISSUER: 'id', OIDC_AUDIENCE: 'a' }, 'OIDC_ISSUER=id is not a URL.'],
    [{ OIDC_ISSUER: 'http://id.example', OIDC_AUDIENCE: 'a' }, 'OIDC_ISSUER=http://id.example is not an https: address.'],
    [{ OIDC_ISSUER: 'https://id.example?a', OIDC_AUDIENCE: 'a' }, /has a query or a fragment/],
    [{ OIDC_ISSUER: 'https://id.example' }, /^OIDC_ISSUER is set but OIDC_AUDIENCE is not/],
    [{ OIDC_AUDIENCE: 'a' }, /^OIDC_AUDIENCE is set but OIDC_ISSUER is not/],
    [{ OIDC_CLIENT_ID: 'a' }, /^OIDC_CLIENT_ID is set but OIDC_ISSUER is not/],
    [{ OIDC_CLIENT_ID: 'a b' }, 'OIDC_CLIENT_ID=a b is not a name of 1 to 255 plain characters.'],
  ])('%j is wrong', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
    expect(() => readConfig(env)).not.toThrow('secret');
  });
});

describe('a database server', () => {
  const good = {
    version: 180004,
    versionText: '18.4',
    encoding: 'UTF8',
    standby: false,
    readOnly: false,
    mayCreate: true,
    missing: [],
    absent: [],
  };
  const asked = (answers: object) => checkServer({ query: async () => ({ rows: [{ ...good, ...answers }] }) });

  it.each([
    [{ version: 140012, versionText: '14.12' }, 'The database server is PostgreSQL 14.12: Accord needs 15 or newer.'],
    [{ encoding: 'SQL_ASCII' }, /^The database is encoded in SQL_ASCII: Accord needs UTF8/],
    [{ standby: true }, /^The database server is a standby/],
    [{ readOnly: true }, /^The database is read-only/],
    [{ missing: ['btree_gist'], absent: ['btree_gist'] }, /^The database server lacks the extension btree_gist:/],
    [{ missing: ['pg_trgm'], mayCreate: false }, /^The extension pg_trgm is not installed in the database and this user may not do it/],
  ])('with %j is refused', async (answers, message) => {
    await expect(asked(answers)).rejects.toThrow(message);
  });

  it('that can get the extensions, or has them, is good', async () => {
    await asked({});
    await asked({ version: 150000, missing: ['pg_trgm'] });
    await asked({ mayCreate: false });
  });
});

/** tests.md F8: each mistake is one clear line, an exit code that is not 0, no stack, within 3 s. */
describe('npm start with a mistake', { timeout: 30_000 }, () => {
  const listening: Server[] = [];
  const databases = { ascii: 'accord_ascii', fixed: 'accord_read_only', closed: 'accord_closed' };
  const [server] = inject('servers');
  const admin = new pg.Client({ connectionString: server?.url });

  function urlOf(change: (url: URL) => void): string {
    const url = new URL(server?.url ?? '');
    change(url);
    return url.href;
  }

  /** A port that is taken, by a server that says nothing. */
  async function takenPort(): Promise<number> {
    const silent = createServer();
    listening.push(silent);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    return (silent.address() as AddressInfo).port;
  }

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`create database ${databases.ascii} encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`);
    await admin.query(`create database ${databases.fixed}`);
    await admin.query(`alter database ${databases.fixed} set default_transaction_read_only = on`);
    await admin.query(`create database ${databases.closed}`);
    await admin.query(`create role accord_stranger login password 'stranger'`);
  });

  afterAll(async () => {
    for (const silent of listening) silent.close();
    for (const name of Object.values(databases)) await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query('drop role if exists accord_stranger');
    await admin.end();
  });

  const mistakes: [string, () => NodeJS.ProcessEnv | Promise<NodeJS.ProcessEnv>, RegExp][] = [
    ['PORT that is no number', () => ({ PORT: 'abc' }), /^PORT=abc is not a whole number\.$/],
    ['PORT above the highest', () => ({ PORT: '70000' }), /^PORT=70000 is above 65535\.$/],
    ['PORT in use', async () => ({ PORT: String(await takenPort()) }), /^PORT=\d+ cannot be used: the port is in use\.$/],
    ['LOG_LEVEL that is none', () => ({ LOG_LEVEL: 'loud' }), /^LOG_LEVEL=loud is not one of/],
    ['TRUSTED_DOCUMENTS that is none', () => ({ TRUSTED_DOCUMENTS: 'ONLY' }), /^TRUSTED_DOCUMENTS=ONLY is not one of off, prefer, /],
    ['DATABASE_URL that is no URL', () => ({ DATABASE_URL: 'db' }), /^DATABASE_URL is not a URL/],
    ['DATABASE_URL of another product', () => ({ DATABASE_URL: 'mysql://a@b/c' }), /^DATABASE_URL begins with mysql:/],
    [
      'DATABASE_URL where nothing listens',
      () => ({ DATABASE_URL: 'postgres://a:secret@127.0.0.1:9/c' }),
      /^The database server at 127\.0\.0\.1:9 \(DATABASE_URL\) cannot be reached: nothing listens there\.$/,
    ],
    [
      'DATABASE_URL with a host that does not exist',
      () => ({ DATABASE_URL: 'postgres://a:secret@no-such-host.invalid/c' }),
      /^The database server at no-such-host\.invalid:5432 \(DATABASE_URL\) cannot be reached: /,
    ],
    [
      'DATABASE_URL of something that accepts and says nothing',
      async () => ({ DATABASE_URL: `postgres://a:secret@127.0.0.1:${await takenPort()}/c` }),
      /cannot be reached: (no answer within 2 s|timeout expired)\.$/,
    ],
    [
      'a wrong password',
      () => ({ DATABASE_URL: urlOf((url) => (url.password = 'secret')) }),
      /refuses user "accord" of DATABASE_URL: password/,
    ],
    ['a database that does not exist', () => ({ DATABASE_URL: urlOf((url) => (url.pathname = '/nowhere')) }), /has no database "nowhere"/],
    [
      'a database in SQL_ASCII',
      () => ({ DATABASE_URL: urlOf((url) => (url.pathname = databases.ascii)) }),
      /^The database is encoded in SQL_ASCII/,
    ],
    [
      'a database that is read-only',
      () => ({ DATABASE_URL: urlOf((url) => (url.pathname = databases.fixed)) }),
      /^The database is read-only/,
    ],
    [
      'a user who may not create the extensions',
      () => ({
        DATABASE_URL: urlOf((url) => {
          url.pathname = databases.closed;
          url.username = url.password = 'stranger';
          url.username = 'accord_stranger';
        }),
      }),
      /^The extension btree_gist and pg_trgm is not installed/,
    ],
    [
      'DATA_DIR that is a file',
      () => {
        const file = path.join(dataFolder(), 'file');
        writeFileSync(file, '');
        return { DATA_DIR: file };
      },
      /^DATA_DIR=\S+\/file is not a folder\.$/,
    ],
    [
      'DATA_DIR below a file',
      () => ({ DATA_DIR: path.join(root, 'package.json/data') }),
      /^DATA_DIR=\S+ cannot be used: a part of the path is a file\.$/,
    ],
    ['DATA_DIR in a file system that is read-only', () => ({ DATA_DIR: '/proc/accord' }), /^DATA_DIR=\/proc\/accord cannot be used: /],
    [
      'DATA_DIR with a folder "postgres" of somebody else’s',
      () => {
        const dataDir = dataFolder();
        mkdirSync(path.join(dataDir, 'postgres/photos'), { recursive: true });
        return { DATA_DIR: dataDir };
      },
      /postgres is in the way: it is not a PostgreSQL cluster made by Accord/,
    ],
    [
      'DATA_DIR with the cluster of another version',
      () => {
        const cluster = path.join(dataFolder(), 'postgres');
        mkdirSync(cluster);
        writeFileSync(path.join(cluster, 'PG_VERSION'), '17\n');
        writeFileSync(path.join(cluster, 'accord.password'), 'x\n');
        return { DATA_DIR: path.dirname(cluster) };
      },
      /postgres was made by PostgreSQL 17 and this is PostgreSQL 18/,
    ],
    [
      'a key file that is no key',
      () => {
        const dataDir = dataFolder();
        writeFileSync(path.join(dataDir, 'issuer-key.json'), '{}', { mode: 0o600 });
        return { DATA_DIR: dataDir };
      },
      /issuer-key\.json is not a key of the development issuer/,
    ],
    [
      'a key file that everybody may read',
      () => {
        const file = path.join(dataFolder(), 'issuer-key.json');
        writeFileSync(file, '{}');
        chmodSync(file, 0o644);
        return { DATA_DIR: path.dirname(file) };
      },
      /issuer-key\.json may be read by other users/,
    ],
    ['OIDC_ISSUER without OIDC_AUDIENCE', () => ({ OIDC_ISSUER: 'https://id.example' }), /^OIDC_ISSUER is set but OIDC_AUDIENCE is not/],
    ['OIDC_ISSUER that is no address', () => ({ OIDC_ISSUER: 'id', OIDC_AUDIENCE: 'a' }), /^OIDC_ISSUER=id is not a URL\.$/],
    [
      'OIDC_ISSUER where nothing listens',
      () => ({ OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_AUDIENCE: 'a' }),
      /^OIDC_ISSUER=http:\/\/127\.0\.0\.1:9 cannot be used: .*\.$/,
    ],
  ];

  it.each(mistakes)('%s ends with one line', async (_name, environment, line) => {
    const dataDir = dataFolder();
    const child = runFile('src/main.ts', [], { PORT: '0', DATA_DIR: dataDir, ...(await environment()) });
    const { code, seconds } = await child.ended;
    const lines = child.stderr().trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
    expect(lines[0]).not.toContain('secret');
    expect(code).toBe(1);
    expect(postgresOf(dataDir)).toEqual([]);
    // Twice the time on a machine that runs other tests beside this one; alone it is under 3 s.
    expect(seconds).toBeLessThan(6);
  });

  it.runIf(process.getuid?.() === 0)('DATA_DIR that this user may not write ends with one line', async () => {
    const dataDir = dataFolder();
    const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'];
    const node = [process.execPath, '--import', path.join(root, 'node_modules/tsx/dist/loader.mjs')];
    const child = runCommand([...asNobody, ...node, path.join(root, 'src/main.ts')], {
      PORT: '0',
      DATA_DIR: dataDir,
      TSX_DISABLE_CACHE: '1',
    });
    expect((await child.ended).code).toBe(1);
    expect(child.stderr()).toBe(`DATA_DIR=${dataDir} cannot be used: permission denied.\n`);
  });
});
