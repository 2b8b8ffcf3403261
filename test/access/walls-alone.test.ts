import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { seenBy as theSeenBy } from '../../src/platform/access/rights.ts';
import { Comparison, seed } from '../differential/compare.ts';

const runs = 500;

/** Whether the program asks for the rows that a caller may see, or leaves that to the database. */
const first = vi.hoisted(() => ({ stands: true }));
vi.mock('../../src/platform/access/rights.ts', async (original) => {
  const actual = await original<{ seenBy: typeof theSeenBy }>();
  const seenBy: typeof theSeenBy = (...table) => {
    const seen = actual.seenBy(...table);
    // A condition that all rows meet: who asks whether there is one hears the same.
    return { ...seen, visible: (caller) => (first.stands ? seen.visible(caller) : seen.visible(caller) && sql`true`) };
  };
  return { ...actual, seenBy };
});

let comparison: Comparison;
beforeAll(async () => {
  comparison = await Comparison.open();
}, 120_000);
afterAll(() => comparison.close());

/** Each wall alone must show every caller exactly what both show: byte for byte the answers of the reference, which knows the first. */
describe('[T2] with one of the two walls down', () => {
  it(`the database alone keeps every caller from what is not its own: ${runs} documents, seed ${seed}`, { timeout: 300_000 }, async () => {
    const seen = await comparison.compareAll(comparison.engine(), runs, async (ask) => {
      first.stands = false;
      try {
        return await ask();
      } finally {
        first.stands = true;
      }
    });
    expect(seen.characters).toBeGreaterThan(runs * 200);
    expect([...seen.statements].filter((statement) => statement.includes(`'DRAFT'`))).toEqual([]);
  });

  it(`the program alone does: ${runs} documents, seed ${seed}`, { timeout: 300_000 }, async () => {
    const { pool } = comparison.app.database;
    const { rows } = await pool.query<{ name: string }>(`select relname as name from pg_class where relrowsecurity`);
    for (const { name } of rows) await pool.query(`alter table "${name}" disable row level security`);
    try {
      const seen = await comparison.compareAll(comparison.engine(), runs);
      expect(seen.characters).toBeGreaterThan(runs * 200);
    } finally {
      for (const { name } of rows) await pool.query(`alter table "${name}" enable row level security`);
    }
  });

  it('with both down, callers see what is not theirs, so that the two cases above say something', async () => {
    const { pool } = comparison.app.database;
    const { rows } = await pool.query<{ name: string }>(`select relname as name from pg_class where relrowsecurity`);
    for (const { name } of rows) await pool.query(`alter table "${name}" disable row level security`);
    first.stands = false;
    try {
      const ask = async () =>
        (await comparison.app.ask<{ rounds: { nodes: { status: string }[] } }>('{ rounds(first: 200) { nodes { status } } }')).data!;
      expect((await ask()).rounds.nodes.map(({ status }) => status)).toContain('DRAFT');
    } finally {
      first.stands = true;
      for (const { name } of rows) await pool.query(`alter table "${name}" enable row level security`);
    }
  });
});
