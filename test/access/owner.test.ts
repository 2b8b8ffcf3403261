import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { entities } from '../../src/features.ts';
import { anonymous } from '../../src/platform/access/caller.ts';
import { openDatabase, type Database } from '../../src/platform/database/database.ts';
import { makeServerLogin } from '../../src/platform/database/server-roles.ts';
import { loadReferenceData } from '../../src/reference-data.ts';
import { once } from '../migrations/own-database.ts';
import { testNow, testSeal, usualStreams } from '../support/app.ts';
import { databaseAt } from '../support/template.ts';
import { holes } from './holes.ts';

/** On a managed server the owner is no superuser: the policies bind it, too. */
describe.each(inject('servers'))('an owner without superpowers on $name', ({ url: server }) => {
  const suffix = randomBytes(4).toString('hex');
  const owner = `owner_${suffix}`;
  const name = `owned_${suffix}`;
  const ownerUrl = () => {
    const url = new URL(databaseAt(server, name));
    [url.username, url.password] = [owner, 'secret'];
    return url.href;
  };
  const opened: Database[] = [];
  const open = async (url: string) => {
    const database = await openDatabase(url, { entities });
    opened.push(database);
    return database;
  };

  beforeAll(async () => {
    await once(server, `create role ${owner} login createrole password 'secret'`);
    await once(server, `create database ${name} owner ${owner}`);
  });
  afterAll(async () => {
    for (const database of opened) await database.close();
    await once(server, `drop database ${name} with (force)`);
    await once(server, `drop role if exists accord_server_${name}`);
    await once(server, `drop owned by ${owner} cascade; drop role ${owner}`);
  });

  it('is told what it lacks where it may not give the roles that are there', async () => {
    const weak = `weak_${suffix}`;
    await once(server, `create role ${weak} login password 'secret'; grant all on database ${name} to ${weak}`);
    const url = new URL(ownerUrl());
    url.username = weak;
    try {
      const database = await open(url.href);
      await expect(database.migrate()).rejects.toThrow(/may not make the roles accord_… or give them/);
    } finally {
      await once(server, `revoke all on database ${name} from ${weak}; drop role ${weak}`);
    }
  });

  it('migrates, takes in the reference data, and makes a login that sees what is published', async () => {
    // Who makes the roles may give them; here the tests' own server has made them for other databases already.
    const { rows } = await (
      await open(server)
    ).pool.query<{ name: string }>(`select rolname as name from pg_roles where rolname ~ '^accord_(?!server)'`);
    await once(server, `grant ${rows.map((row) => row.name).join(', ')} to ${owner} with admin option`);
    const operator = await open(ownerUrl());
    await operator.migrate();
    await loadReferenceData(operator);
    expect(await holes(operator.pool)).toEqual([]);
    const served = await open(await makeServerLogin(ownerUrl()));
    const again = await makeServerLogin(ownerUrl());
    expect(again).toBe(await makeServerLogin(ownerUrl()));
    const app = await createApp({
      database: served,
      tokens: 'nobody',
      verifyToken: async () => anonymous,
      clock: { now: () => testNow },
      seal: testSeal,
      log: pino({ level: 'silent' }),
      trustedDocuments: { mode: 'off', texts: new Map() },
      rates: { anonymous: 0, caller: 0 },
      streamLimits: usualStreams,
    });
    try {
      const payload = { query: '{ rounds(first: 1) { totalCount } round(code: "GH-HD2020-1") { lowestWinningPrice } }' };
      const response = await app.fastify.inject({ method: 'POST', url: '/graphql', payload });
      expect(response.json()).toEqual({ data: { rounds: { totalCount: 19 }, round: { lowestWinningPrice: '469.0000' } } });
    } finally {
      await app.close();
    }
  });
});
