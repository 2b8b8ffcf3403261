import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCheckpoint, writeCheckpoint, type Checkpoint } from '../../src/platform/journal/checkpoint.ts';
import { beginning, nextLink, type Head } from '../../src/platform/journal/chain.ts';
import { mostLinkedThere } from '../../src/platform/journal/continue-chain.ts';
import { exportJournal, readJournalFile } from '../../src/platform/journal/journal-file.ts';
import { streamJournal } from '../../src/platform/journal/journal-stream.ts';
import { Verifier, type Verification } from '../../src/platform/journal/verify-journal.ts';
import { writeJournal, type Act, type Deed } from '../../src/platform/journal/write-journal.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const act: Act = {
  who: { role: 'EXPERT', subject: 'expert-1' },
  when: new Date('2026-11-21T04:00:00Z'),
  operation: 'tryJournal',
  request: null,
  why: 'a “reason”\n with \\ and 中文 ',
};
const deed = (chain: string, number: number): Deed => ({
  chain,
  content: { table: 'lot', row: String(number), key: { id: number }, from: null, to: { name: `单元 ${number}`, price: '1.0000' } },
});

/** Writes in a transaction of its own, as a recording does. */
async function write(client: PoolClient, deeds: readonly Deed[]): Promise<void> {
  await client.query('begin');
  await writeJournal(async (text, values) => (await client.query(text, [...values])).rows as never, act, deeds);
  await client.query('commit');
}

async function fill(database: TestDatabase, chains: readonly string[], perChain: number): Promise<void> {
  const client = await database.pool.connect();
  try {
    for (const chain of chains)
      await write(
        client,
        Array.from({ length: perChain }, (_none, number) => deed(chain, number + 1)),
      );
  } finally {
    client.release();
  }
}

const inDatabase = async ({ pool }: TestDatabase, checkpoint: Checkpoint | null = null): Promise<Verification> => {
  const verifier = new Verifier(checkpoint);
  await streamJournal(pool, (link, askedBy) => verifier.take(link, askedBy));
  return verifier.end();
};
const checkpointOf = ({ heads }: Verification): Checkpoint => ({ takenAt: '2026-11-21T04:00:00.000Z', chains: heads });

describe('[D13] the journal is found changed', () => {
  let database: TestDatabase;
  let folder: string;
  let published: Checkpoint;
  const exported = () => path.join(folder, 'journal.jsonl');

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'accord-journal-'));
    database = await testDatabase({ empty: true });
    await fill(database, ['330100', '440300', 'reference'], 10);
    const whole = await inDatabase(database);
    expect([whole.records, whole.damages, whole.heads.size]).toEqual([30, 0, 3]);
    const read = readCheckpoint(writeCheckpoint(checkpointOf(whole)))!;
    expect(read).toEqual(checkpointOf(whole));
    published = read;
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  /** What is found after statements that are taken back afterwards, in the database and in a file exported from it. */
  async function foundAfter(...statements: readonly string[]): Promise<string[]> {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      for (const statement of statements) await client.query(statement);
      // The reader asks for a connection; it must be this one, which sees what is not committed.
      const pool = { connect: async () => ({ query: client.query.bind(client), release: () => undefined }) } as never;
      const verifier = new Verifier(published);
      await streamJournal(pool, (link, askedBy) => verifier.take(link, askedBy));
      const findings = verifier.end();
      await exportJournal(pool, exported());
      const ofFile = new Verifier(published);
      await readJournalFile(exported(), (link) => ofFile.take(link));
      expect(ofFile.end()).toEqual(findings);
      return findings.findings.map(({ chain, seq, damage }) => `${chain} ${seq} ${damage}`);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
  const at = (seq: number, chain = '440300') => `chain = '${chain}' and seq = ${seq}`;
  const moveAll = `update journal_record set seq = seq + 1000000`;

  it('not, where nothing was changed', async () => {
    expect(await foundAfter()).toEqual([]);
  });

  it('by an edit', async () => {
    expect(await foundAfter(`update journal_record set content = replace(content, '单元 4', '单元 5') where ${at(4)}`)).toEqual([
      '440300 4 CONTENT_CHANGED',
    ]);
  });

  it('by an edit whose hash was made anew', async () => {
    const edited = `update journal_record set content = replace(content, '单元 4', '单元 5') where ${at(4)}`;
    const hashed = `update journal_record set hash = sha256(previous_hash || convert_to(content, 'UTF8')) where ${at(4)}`;
    expect(await foundAfter(edited, hashed)).toEqual(['440300 5 OUT_OF_PLACE']);
  });

  it('by a deletion, also of the first record and of all that a chain has', async () => {
    expect(await foundAfter(`delete from journal_record where ${at(4)}`)).toEqual(['440300 5 RECORDS_MISSING']);
    expect(await foundAfter(`delete from journal_record where ${at(1)}`)).toEqual(['440300 2 RECORDS_MISSING']);
    expect(await foundAfter(`delete from journal_record where chain = '440300'`)).toEqual(['440300 0 TAIL_CUT']);
  });

  it('by a deletion after which the others were numbered anew', async () => {
    const closed = `update journal_record set seq = seq - 1000001 where chain = '440300' and seq > 1000004`;
    const back = `update journal_record set seq = seq - 1000000 where seq > 1000000`;
    expect(await foundAfter(`delete from journal_record where ${at(4)}`, moveAll, closed, back)).toEqual([
      '440300 4 OUT_OF_PLACE',
      '440300 9 TAIL_CUT',
    ]);
  });

  it('by a swap of two contents, and of two whole records', async () => {
    const contents = `update journal_record r set content = o.content from journal_record o where r.chain = '440300' and o.chain = '440300'
      and r.seq in (4, 7) and o.seq = 11 - r.seq`;
    expect(await foundAfter(contents)).toEqual(['440300 4 CONTENT_CHANGED', '440300 7 CONTENT_CHANGED']);
    const away = `update journal_record set seq = 1000000 + seq where chain = '440300' and seq in (4, 5)`;
    const swapped = `update journal_record set seq = 9 - (seq - 1000000) where seq > 1000000`;
    expect(await foundAfter(away, swapped)).toEqual(['440300 4 OUT_OF_PLACE', '440300 5 OUT_OF_PLACE', '440300 6 OUT_OF_PLACE']);
  });

  it('by an insertion, hashed as it should be', async () => {
    const away = `update journal_record set seq = seq + 1000000 where chain = '440300' and seq > 4`;
    const back = `update journal_record set seq = seq - 999999 where seq > 1000000`;
    const columns = 'content, operation, table_name, row_key, subject, request_id';
    const inserted = `insert into journal_record (chain, seq, previous_hash, hash, ${columns})
      select chain, 5, hash, sha256(hash || convert_to(content, 'UTF8')), ${columns} from journal_record where ${at(4)}`;
    expect(await foundAfter(away, inserted, back)).toEqual(['440300 6 OUT_OF_PLACE', '440300 10 REWRITTEN']);
  });

  it('by a cut tail, and by one written anew: against the checkpoint', async () => {
    expect(await foundAfter(`delete from journal_record where chain = '440300' and seq > 8`)).toEqual(['440300 8 TAIL_CUT']);
    const last = `update journal_record set content = replace(content, '单元 10', '单元 11') where ${at(10)}`;
    const hashed = `update journal_record set hash = sha256(previous_hash || convert_to(content, 'UTF8')) where ${at(10)}`;
    expect(await foundAfter(last, hashed)).toEqual(['440300 10 REWRITTEN']);
  });

  it('by a chain under the name of another', async () => {
    expect(await foundAfter(`update journal_record set chain = '110000' where chain = '330100'`)).toEqual([
      '110000 1 OUT_OF_PLACE',
      '330100 0 TAIL_CUT',
    ]);
  });

  it('by the same values written in another form', async () => {
    const spaced = `update journal_record set content = replace(content, '","', '", "') where ${at(4)}`;
    expect(await foundAfter(spaced)).toEqual(['440300 4 CONTENT_CHANGED']);
  });

  it('by another type of the column, which keeps another text', async () => {
    const found = await foundAfter(`alter table journal_record alter content type jsonb using content::jsonb`);
    expect(found).toEqual(
      ['330100', '440300', 'reference'].flatMap((chain) =>
        Array.from({ length: 10 }, (_none, index) => `${chain} ${index + 1} CONTENT_CHANGED`),
      ),
    );
  });

  it.each(['operation', 'table_name', 'row_key', 'subject', 'request_id'])(
    'by a record that is asked for by another %s',
    async (column) => {
      const client = await database.pool.connect();
      try {
        await client.query('begin');
        await client.query(`update journal_record set ${column} = 'another' where ${at(4)}`);
        const pool = { connect: async () => ({ query: client.query.bind(client), release: () => undefined }) } as never;
        const verifier = new Verifier(published);
        await streamJournal(pool, (link, askedBy) => verifier.take(link, askedBy));
        expect(verifier.end()).toMatchObject({ damages: 1, findings: [{ chain: '440300', seq: 4, damage: 'COLUMNS_CHANGED' }] });
      } finally {
        await client.query('rollback');
        client.release();
      }
    },
  );

  it('not by what is written after the checkpoint, nor by its newer version', async () => {
    const client = await database.pool.connect();
    await write(client, [deed('440300', 11), deed('reference', 11)]);
    client.release();
    const later = await inDatabase(database, published);
    expect([later.records, later.findings]).toEqual([32, []]);
  });
});

describe('[D13] the journal keeps up', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ empty: true });
  });
  afterAll(() => database.drop());

  it('with 1,000 records a second, in transactions and chains of their own', async () => {
    const writers = 8;
    const [acts, records] = [20, 20];
    const started = performance.now();
    await Promise.all(
      Array.from({ length: writers }, async (_none, writer) => {
        const client = await database.pool.connect();
        const deeds = Array.from({ length: records }, (_nothing, number) => deed(`33010${writer}`, number));
        for (let number = 1; number <= acts; number += 1) await write(client, deeds);
        client.release();
      }),
    );
    const written = writers * acts * records;
    const perSecond = said('written', written, started);
    expect(await inDatabase(database)).toMatchObject({ records: written, damages: 0 });
    expect(perSecond).toBeGreaterThanOrEqual(1000);
  });

  it('verifying 100,000 records a second', async () => {
    // What nobody asks for here would only make the filling slow.
    for (const column of ['row_key', 'subject', 'request_id', 'operation', 'table_name']) {
      await database.pool.query(`drop index journal_record_${column}_idx`);
    }
    const before = (await inDatabase(database)).records;
    for (let portion = 0; portion < 10; portion += 1) await fill(database, ['big-1', 'big-2'], 5000);
    await database.pool.query('vacuum analyze journal_record');
    // In seconds of its own work: other tests run on the machine at the same time.
    const [started, worked] = [performance.now(), process.threadCpuUsage()];
    expect(await inDatabase(database)).toMatchObject({ records: before + 100_000, damages: 0 });
    const { user, system } = process.threadCpuUsage(worked);
    said('verified', before + 100_000, started);
    const perSecond = Math.round(((before + 100_000) / (user + system)) * 1_000_000);
    process.stdout.write(`journal: ${perSecond.toLocaleString('en-US')} records verified a second of work\n`);
    expect(perSecond).toBeGreaterThanOrEqual(100_000);
  }, 120_000);

  function said(done: string, records: number, started: number): number {
    const perSecond = Math.round((records / (performance.now() - started)) * 1000);
    process.stdout.write(`journal: ${perSecond.toLocaleString('en-US')} records ${done} a second\n`);
    return perSecond;
  }
});

describe('writers', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ empty: true });
  });
  afterAll(() => database.drop());

  it('of different areas do not wait for each other, those of one area follow each other', async () => {
    const [first, second, third] = [await database.pool.connect(), await database.pool.connect(), await database.pool.connect()];
    const send = (client: PoolClient) => async (text: string, values: readonly unknown[]) =>
      (await client.query(text, [...values])).rows as never;
    await first.query('begin');
    await writeJournal(send(first), act, [deed('330100', 1)]);
    await write(second, [deed('440300', 1)]);
    let done = false;
    const waiting = write(third, [deed('440300', 2), deed('330100', 2)]).then(() => (done = true));
    const { rows } = await first.query(`select pg_backend_pid() as pid`);
    const waiters = `select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))`;
    await expect.poll(async () => (await second.query(waiters, [rows[0].pid])).rowCount).toBe(1);
    expect(done).toBe(false);
    await first.query('commit');
    await waiting;
    for (const client of [first, second, third]) client.release();
    const { records, findings } = await inDatabase(database);
    expect([records, findings]).toEqual([4, []]);
  });

  it('continue a chain by any number of records, linked by the program or by the database', async () => {
    const client = await database.pool.connect();
    const send = async (text: string, values: readonly unknown[]) => (await client.query(text, [...values])).rows as never;
    const counts = [1, 2, mostLinkedThere, mostLinkedThere + 1, 3, 1];
    const chain = `"quoted' \\ 省`;
    for (const [at, count] of counts.entries()) {
      await client.query('begin');
      const deeds = Array.from({ length: count }, (_none, number) => deed(chain, number));
      await writeJournal(send, act, deeds, [{ chain, object: `object-${at}` }]);
      await client.query('commit');
    }
    const { rows } = await client.query<{ seq: string; object: string; content: string }>(
      'select seq::text, object, content from outbox_event where chain = $1 order by seq',
      [chain],
    );
    client.release();
    let to = 0;
    const events = counts.map((count, at) => {
      const records = [{ chain, from: to + 1, to: (to += count) }];
      return { seq: String(at + 1), object: `object-${at}`, content: JSON.stringify({ records }) };
    });
    expect(rows).toEqual(events);
    expect((await inDatabase(database)).findings).toEqual([]);
  });

  it('of the same chains in opposite orders never lock each other out', async () => {
    const before = (await inDatabase(database)).records;
    await Promise.all(
      Array.from({ length: 8 }, async (_none, writer) => {
        const client = await database.pool.connect();
        const chains = Array.from({ length: 40 }, (_nothing, chain) => `c-${chain}`);
        const order = writer % 2 === 0 ? chains : chains.toReversed();
        for (let time = 0; time < 10; time += 1)
          await write(
            client,
            order.map((chain) => deed(chain, time)),
          );
        client.release();
      }),
    );
    const { records, findings } = await inDatabase(database);
    expect([records - before, findings]).toEqual([8 * 40 * 10, []]);
  });
});

it('a link is the hash of the one before and of the bytes', () => {
  const first = nextLink('x', beginning('x'), Buffer.from('{"a": 1}'));
  const again: Head = nextLink('x', beginning('x'), Buffer.from('{"a":1}'));
  expect(first.seq).toBe(1);
  expect(first.hash.equals(again.hash)).toBe(false);
  // Of sha256(sha256('x') || '{"a": 1}'), by another program.
  expect(first.hash.toString('hex')).toBe('38b77499822ec8750d36586bbc128ca7de0d9ee89bc8cc2403d193d5a5ba4e06');
});
