import { parse } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { roles, type Caller } from '../../src/platform/access/caller.ts';
import type { seenBy as theSeenBy } from '../../src/platform/access/rights.ts';
import { Comparison, seed } from '../differential/compare.ts';
import { expert } from '../differential/operations.ts';
import { recorded } from '../support/build-recorder.ts';
import { proposalOf } from '../support/build-refusals.ts';

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
  // Bids that are judged and a share that is chosen, and nobody is told yet.
  await recorded(comparison.app, 'proposeSelection', proposalOf('judged'));
}, 120_000);
afterAll(() => comparison.close());

/** What the engine does while the program leaves all to the database. */
async function withoutFirst<T>(ask: () => Promise<T>): Promise<T> {
  first.stands = false;
  try {
    return await ask();
  } finally {
    first.stands = true;
  }
}

/** What the engine does while the policies of the database let everything through. */
async function withoutSecond(act: () => Promise<void>): Promise<void> {
  const { pool } = comparison.app.database;
  const { rows } = await pool.query<{ name: string }>(`select relname as name from pg_class where relrowsecurity`);
  for (const { name } of rows) await pool.query(`alter table "${name}" disable row level security`);
  try {
    await act();
  } finally {
    for (const { name } of rows) await pool.query(`alter table "${name}" enable row level security`);
  }
}

const evaluation = 'status outcome rank findings { rule } explanation { rule }';
/** Every way to ask for what evaluation says of a bid: the field, its filters, its orders and their cursors. */
const evaluationAsked = [
  `sharePercent bids { nodes { price ${evaluation} } }`,
  'bids(filter: { status: { eq: PROPOSED } }) { totalCount nodes { price } }',
  'bids(filter: { not: { status: { eq: OPENED } } }) { totalCount nodes { price } }',
  'bids(filter: { rank: { gte: 2 } }) { totalCount nodes { price } }',
  'bids(filter: { or: [{ rank: { lte: 9 } }, { status: { eq: INVALID } }] }) { totalCount nodes { price } }',
  'bids(orderBy: [{ field: RANK, direction: DESC }]) { edges { cursor node { price } } }',
].map((asked) => `{ round(code: "judged") { lots { nodes { ${asked} } } } }`);
const everyone: readonly Caller[] = (['ANONYMOUS', ...roles] as const).map((role) => ({
  ...expert,
  role,
  subject: 'somebody',
  enterprise: role === 'ENTERPRISE' ? 'ent-a' : null,
  institution: role === 'INSTITUTION' ? 'hz-1' : null,
  area: role === 'AGENCY' ? '330100' : null,
}));
/** Asks as everybody, and expects that those who prepare a round are told the same, and others something else. */
const askForEvaluations = async (asEngine?: <T>(ask: () => Promise<T>) => Promise<T>) => {
  const engine = comparison.engine();
  for (const text of evaluationAsked) {
    const told = new Map<string, Caller['role'][]>();
    for (const caller of everyone) {
      const { data } = await comparison.compare(engine, parse(text), {}, caller, asEngine);
      told.set(data, [...(told.get(data) ?? []), caller.role]);
    }
    expect([text, [...told.values()].find((group) => group.includes('EXPERT'))]).toEqual([
      text,
      expect.arrayContaining(['EXPERT', 'APPROVER', 'AUDITOR']),
    ]);
    expect([text, told.size > 1]).toEqual([text, true]);
  }
};

/** Each wall alone must show every caller exactly what both show: byte for byte the answers of the reference, which knows the first. */
describe('[T2] with one of the two walls down', () => {
  it(`the database alone keeps every caller from what is not its own: ${runs} documents, seed ${seed}`, { timeout: 300_000 }, async () => {
    const seen = await comparison.compareAll(comparison.engine(), runs, withoutFirst);
    expect(seen.characters).toBeGreaterThan(runs * 200);
    expect([...seen.statements].filter((statement) => /'DRAFT'|'PUBLIC_SOURCE'/.test(statement))).toEqual([]);
  });

  it(`the program alone does: ${runs} documents, seed ${seed}`, { timeout: 300_000 }, async () => {
    await withoutSecond(async () => {
      const seen = await comparison.compareAll(comparison.engine(), runs);
      expect(seen.characters).toBeGreaterThan(runs * 200);
    });
  });

  it('the database alone tells an enterprise no prepayment, though it sees the agreements that one is made of', async () => {
    const asked = parse('{ prepayment(institutionCode: "volumes-3", agreementYear: 2022) { agreedAmount explanation { rule } } }');
    const told = async (caller: Caller) => (await comparison.compare(comparison.engine(), asked, {}, caller, withoutFirst)).data;
    expect(await told({ ...expert, role: 'ENTERPRISE', subject: 'volumes-a', enterprise: 'volumes-a' })).toBe('{"prepayment":null}');
    expect(await told(expert)).toContain('agreedAmount');
  });

  it('the database alone hides what evaluation says of a bid until publicity, however it is asked for', async () => {
    await askForEvaluations(withoutFirst);
  });

  it('the program alone does so', async () => {
    await withoutSecond(() => askForEvaluations());
  });

  it('with both down, callers see what is not theirs, so that the two cases above say something', async () => {
    const ask = async <T>(document: string) => (await comparison.app.ask<T>(document)).data!;
    await withoutSecond(() =>
      withoutFirst(async () => {
        const { rounds } = await ask<{ rounds: { nodes: { status: string }[] } }>('{ rounds(first: 200) { nodes { status } } }');
        expect(rounds.nodes.map(({ status }) => status)).toContain('DRAFT');
        type Lots = {
          round: { lots: { nodes: { sharePercent: string | null; bids: { nodes: { status: string; rank: number | null }[] } }[] } };
        };
        const judged = await ask<Lots>('{ round(code: "judged") { lots { nodes { sharePercent bids { nodes { status rank } } } } } }');
        const [lot] = judged.round.lots.nodes;
        expect(lot!.bids.nodes[0]).toEqual({ status: 'PROPOSED', rank: 1 });
        expect(lot!.sharePercent).not.toBeNull();
      }),
    );
  });
});
