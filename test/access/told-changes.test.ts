import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import type { seenBy as theSeenBy } from '../../src/platform/access/rights.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { agencyOf, enterpriseOf, institutionOf } from '../support/build-agreement.ts';
import { recordedRows } from '../support/build-batch.ts';
import { named, supplied } from '../support/build-deliveries.ts';
import { approver, record, recorded } from '../support/build-recorder.ts';
import { bidInput, draft, inDemandReporting, institutions, productOf, round7, theLot } from '../support/build-round.ts';
import { Listener, type ChangedOperation } from '../support/event-stream.ts';

/** Whether the program asks for the rows that a caller may see, or leaves that to the database. */
const first = vi.hoisted(() => ({ stands: true }));
vi.mock('../../src/platform/access/rights.ts', async (original) => {
  const actual = await original<{ seenBy: typeof theSeenBy }>();
  const seenBy: typeof theSeenBy = (...table) => {
    const seen = actual.seenBy(...table);
    return { ...seen, visible: (caller) => (first.stands ? seen.visible(caller) : seen.visible(caller) && sql`true`) };
  };
  return { ...actual, seenBy };
});

const callers: Readonly<Record<string, Partial<Caller> | undefined>> = {
  nobody: undefined,
  EXPERT: expert,
  APPROVER: approver,
  AUDITOR: { role: 'AUDITOR', subject: 'a' },
  SETTLEMENT: { role: 'SETTLEMENT', subject: 's' },
  'the bidder': enterpriseOf('bidder'),
  'another bidder': enterpriseOf('other'),
  'the supplier': enterpriseOf('microport'),
  'institution 1': institutionOf('T-1'),
  'institution 2': institutionOf('T-2'),
  'area 1': agencyOf('330100'),
  'area 2': agencyOf('340100'),
};

let app: TestApp;
let begun: string;
beforeAll(async () => {
  app = await testApp();
  const listener = await Listener.open(app);
  await listener.next();
  begun = listener.cursor;
  listener.close();
  await institutions(app, { 'T-1': '330100', 'T-2': '340100' });
  await recorded(app, 'recordEnterprise', { code: 'bidder', kind: 'HOLDER', name: '投标企业' });
  await productOf(app, 'DRUG', 'bidder', 'T-PRODUCT');
  for (const institution of ['T-1', 'T-2'])
    await supplied(app, { institution, deliveries: [{ number: 'D-1', on: '2021-02-01', quantity: 10 }] });
}, 60_000);
afterAll(() => app.stop());

/** What each caller is told of what happens after a cursor. */
async function toldAfter(after: string): Promise<Record<string, string[]>> {
  const told: Record<string, string[]> = {};
  for (const [name, caller] of Object.entries(callers)) {
    const listener = await Listener.open(app, { after, ...(caller && { caller }) });
    await listener.next();
    expect(listener.messages[0]!.errors).toBeUndefined();
    told[name] = listener.told.map(inShort).toSorted();
    listener.close();
  }
  return told;
}

const inShort = ({ operation, kind, areaCode }: ChangedOperation) =>
  [operation ?? '-', kind, ...(areaCode === null ? [] : [areaCode])].join(' ');

/** Where the record ends now. */
async function now(): Promise<string> {
  const listener = await Listener.open(app);
  await listener.next();
  listener.close();
  return listener.cursor;
}

/** Everybody is told nothing but those who are named. */
const only = (told: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.keys(callers).map((name) => [name, told[name] ?? []]));
const all = (told: readonly string[]) => Object.fromEntries(Object.keys(callers).map((name) => [name, told]));

describe('of what is recorded', () => {
  it('a draft is told to those who prepare and check it', async () => {
    const after = await now();
    await draft(app, { code: 'DRAFT', scheme: 'national-drug', days: round7 });
    expect(await toldAfter(after)).toEqual(
      only({ EXPERT: ['draftRound Round'], APPROVER: ['draftRound Round'], AUDITOR: ['draftRound Round'] }),
    );
  });

  it('what is public is told to everybody, and what was done to those who have a part in it', async () => {
    const after = await now();
    await recorded(app, 'recordEnterprise', { code: 'T-ENTERPRISE', kind: 'HOLDER', name: '企业' });
    const done = ['recordEnterprise Enterprise'];
    expect(await toldAfter(after)).toEqual({ ...all(['- Enterprise']), EXPERT: done, APPROVER: done, AUDITOR: done });
  });

  it('demand is told to its institution, and a sealed bid to nobody but its bidder', async () => {
    await inDemandReporting(app, { code: 'T-ROUND', scheme: 'national-drug', days: round7 });
    const before = await now();
    const demand = { roundCode: 'T-ROUND', lotCode: theLot, institutionCode: 'T-2', quantity: 5 };
    expect((await record(app, 'reportDemand', demand, { caller: institutionOf('T-2') })).userErrors).toEqual([]);
    const reported = ['reportDemand DemandReport 340100'];
    expect(await toldAfter(before)).toEqual(only({ EXPERT: reported, APPROVER: reported, AUDITOR: reported, 'institution 2': reported }));
    await recorded(app, 'openBidding', { roundCode: 'T-ROUND', on: round7.bidding });
    const after = await now();
    const bid = bidInput('T-ROUND', { product: 'T-PRODUCT', price: '5' });
    expect((await record(app, 'submitBid', bid, { caller: enterpriseOf('bidder') })).userErrors).toEqual([]);
    expect(await toldAfter(after)).toEqual(only({ 'the bidder': ['submitBid Bid'] }));
  });

  it('a batch is told to all whose rows are in it, and to each of its own area', async () => {
    const after = await now();
    const accepted = { acceptedOn: '2021-02-02', acceptedQuantity: 10, rejectedQuantity: 0 };
    await recordedRows(app, 'acceptDeliveries', [
      { ...named('T-1', 'D-1'), ...accepted },
      { ...named('T-2', 'D-1', '340100'), ...accepted },
    ]);
    const told = await toldAfter(after);
    const of = (area: string, operation: string) => [`${operation} Delivery ${area}`, `${operation} Payable ${area}`];
    for (const [name, expected] of Object.entries({
      nobody: [],
      SETTLEMENT: [],
      'the bidder': [],
      'institution 1': of('330100', 'acceptDeliveries'),
      'institution 2': of('340100', 'acceptDeliveries'),
      'area 1': of('330100', '-'),
      'area 2': of('340100', '-'),
    }))
      expect([name, told[name]!.filter((each) => / (Delivery|Payable) /.test(each))]).toEqual([name, expected]);
    for (const name of ['institution 1', 'area 1'])
      expect([name, told[name]!.filter((each) => each.includes('340100'))]).toEqual([name, []]);
    expect(told['the supplier']).toEqual(expect.arrayContaining([...of('330100', '-'), ...of('340100', '-')]));
    expect(told['AUDITOR']).toEqual(expect.arrayContaining([...of('330100', 'acceptDeliveries'), ...of('340100', 'acceptDeliveries')]));
    expect(told['nobody']).toEqual([]);
  });

  it('each wall alone tells the same', async () => {
    const withBoth = await toldAfter(begun);
    expect(Object.values(withBoth).flat().length).toBeGreaterThan(50);
    first.stands = false;
    try {
      expect(await toldAfter(begun)).toEqual(withBoth);
    } finally {
      first.stands = true;
    }
    const { pool } = app.database;
    const { rows } = await pool.query<{ name: string }>(`select relname as name from pg_class where relrowsecurity`);
    for (const { name } of rows) await pool.query(`alter table "${name}" disable row level security`);
    try {
      expect(await toldAfter(begun)).toEqual(withBoth);
    } finally {
      for (const { name } of rows) await pool.query(`alter table "${name}" enable row level security`);
    }
  }, 60_000);

  it('the outbox is read by no caller', async () => {
    const { pool } = app.database.served;
    const client = await pool.connect();
    try {
      for (const role of ['anonymous', 'expert', 'auditor', 'enterprise', 'outbox']) {
        await client.query(`begin; set local role accord_${role}`);
        const reading = client.query('select chain, seq, topic from outbox_event limit 1').then(
          ({ rowCount }) => rowCount,
          (error: { code: string }) => error.code,
        );
        expect([role, await reading]).toEqual([role, role === 'outbox' ? 1 : '42501']);
        await client.query('rollback');
      }
      await client.query('begin; set local role accord_outbox');
      await expect(client.query('select content from journal_record limit 1')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
