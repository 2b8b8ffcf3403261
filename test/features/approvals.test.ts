import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { anonymous, type Caller } from '../../src/platform/access/caller.ts';
import { testApp, testNow, type TestApp, testSeal, usualStreams } from '../support/app.ts';
import { approver, data, mutationDocument, newKey, record, recorded, type Recorded, type Row } from '../support/build-recorder.ts';
import { evaluated, holders, institutions, round7 } from '../support/build-round.ts';
import { asProposed, changedBy, inOrder } from '../support/rows-changed.ts';

/** An account: several may be of one person. */
type Account = Partial<Caller>;
const proposer: Account = { role: 'EXPERT', subject: 'expert-1' };

interface Change {
  table: string;
  key: string;
  name: string | null;
  column: string;
  from: string | null;
  to: string | null;
}

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await holders(app, 'DRUG', ['ent-a', 'ent-b']);
  await institutions(app, { 'hz-1': '330100' });
});
afterAll(() => app.stop());

let rounds = 0;
/** A round of one winner, publicised; gives its code. */
async function publicised(): Promise<string> {
  const code = `A-${(rounds += 1)}`;
  await evaluated(app, {
    code,
    scheme: 'national-drug',
    days: round7,
    demand: [{ institution: 'hz-1', quantity: 100 }],
    bids: [{ product: 'ent-a', price: '8' }],
  });
  await recorded(app, 'proposeSelection', { roundCode: code, agreementYear: 2022 });
  await recorded(app, 'publiciseSelection', { roundCode: code });
  return code;
}

const propose = async (roundCode: string, more: object = {}, caller = proposer) => {
  const { object, userErrors, errors } = await record(app, 'finaliseSelection', { roundCode, ...more }, { selection: 'status', caller });
  expect({ userErrors, errors }).toEqual({ userErrors: [], errors: [] });
  return object!.id;
};
const decide = (proposalId: string, decision: string, caller: Account = approver, more: object = {}) =>
  record(app, 'decideProposal', { proposalId, decision, ...more }, { selection: 'status', caller });
const codes = ({ userErrors, errors }: Recorded) => [...userErrors, ...errors].map(({ code }) => code);
/** The refusals of a decision; asserts that nothing at all was changed by it. */
const refusedDecision = async (...asked: Parameters<typeof decide>) => {
  const before = await app.database.contents();
  const answer = await decide(...asked);
  expect(answer.object).toBeNull();
  expect(await app.database.contents()).toEqual(before);
  return codes(answer);
};
const statusOf = async (roundCode: string) => {
  const { rows } = await app.database.pool.query<{ status: string }>('select status from round where code = $1', [roundCode]);
  return rows[0]!.status;
};
const count = async (from: string) => {
  const { rows } = await app.database.pool.query<{ count: number }>(`select count(*)::int as count from ${from}`);
  return rows[0]!.count;
};
/** The uuid behind an opaque id. */
const keyOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1]!;

const shown = `query($id: ID!) { node(id: $id) { ... on Proposal {
  operation status reason proposedBy proposedByPerson proposedAt facts { name value unit } changes { table key name column from to }
  decision { outcome reason decidedBy decidedByPerson decidedAt } } } }`;
const proposalAt = async (id: string, caller: Account = approver) =>
  (await data<{ node: (Row & { changes: Change[] }) | null }>(app, shown, { id }, caller)).node;

describe('[D12] a proposal', () => {
  it('changes nothing but itself, and shows what an approval would', async () => {
    const roundCode = await publicised();
    const before = await app.database.contents();
    const id = await propose(roundCode, { reason: '公示无异议' });
    const after = await app.database.contents();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed).toEqual(expect.arrayContaining(['idempotency_record', 'proposal']));
    expect(
      changed.filter((table) => ['round', 'bid', 'bid_evaluation', 'round_transition', 'selected_product', 'decision'].includes(table)),
    ).toEqual([]);
    const proposal = await proposalAt(id);
    expect(proposal).toMatchObject({
      operation: 'finaliseSelection',
      status: 'OPEN',
      reason: '公示无异议',
      proposedBy: 'EXPERT expert-1',
      proposedByPerson: 'expert-1',
      decision: null,
      facts: [
        { name: 'winningPrice lot-1 ent-a', value: '8.0000', unit: 'yuan/片' },
        { name: 'agreedQuantity lot-1 ent-a', value: '50', unit: '片' },
      ],
    });
    expect(proposal!.changes.map(({ table, name, column, from, to }) => [table, name, column, from, to])).toEqual(
      expect.arrayContaining([
        ['round', roundCode, 'status', 'PUBLICISED', 'FINAL'],
        ['bid_evaluation', 'lot-1 ent-a', 'outcome', 'PROPOSED', 'SELECTED'],
        ['round_transition', roundCode, 'reason', null, '公示无异议'],
        // The day of proposing, however long the approval takes.
        ['round_transition', roundCode, 'occurred_on', null, '2026-11-21'],
      ]),
    );
  });

  it('that an act would refuse is refused at once', async () => {
    const roundCode = await publicised();
    const before = await app.database.contents();
    const { object, userErrors } = await record(app, 'finaliseSelection', { roundCode, on: '2022-07-01' });
    expect([object, userErrors.map(({ code }) => code)]).toEqual([null, ['DATE_BEFORE_PREVIOUS_ACT']]);
    expect(await app.database.contents()).toEqual(before);
  });

  it('shows to the column what happens when it is approved', async () => {
    const roundCode = await publicised();
    const id = await propose(roundCode);
    const proposed = (await proposalAt(id))!.changes;
    const happened = await changedBy(app.database, async () => expect(codes(await decide(id, 'APPROVE'))).toEqual([]));
    expect(inOrder(asProposed(happened))).toEqual(inOrder(proposed));
    expect(proposed.length).toBeGreaterThan(5);
  });

  it('is approved on another day, and done as of the day on which it was proposed', async () => {
    const roundCode = await publicised();
    const id = await propose(roundCode);
    const later = await createApp({
      database: app.database,
      tokens: 'nobody',
      verifyToken: async () => ({ ...anonymous, ...approver }),
      clock: { now: () => new Date(testNow.getTime() + 10 * 86_400_000) },
      log: pino({ level: 'silent' }),
      seal: testSeal,
      rates: { anonymous: 0, caller: 0 },
      streamLimits: usualStreams,
      trustedDocuments: { mode: 'off', texts: new Map() },
    });
    const input = { idempotencyKey: newKey(), proposalId: id, decision: 'APPROVE' };
    const response = await later.fastify.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query: mutationDocument('decideProposal', 'status'), variables: { input } }),
    });
    await later.close();
    expect(response.json()).toEqual({ data: { decideProposal: { proposal: { id, status: 'APPROVED' }, userErrors: [] } } });
    const { round } = await data<{ round: { transitions: object[] } }>(
      app,
      `{ round(code: "${roundCode}") { transitions { action occurredOn recordedBy recordedAt } } }`,
    );
    expect(round.transitions.at(-1)).toEqual({
      action: 'finalise',
      occurredOn: '2026-11-21',
      recordedBy: 'APPROVER approver-1',
      recordedAt: '2026-12-01T04:00:00.000Z',
    });
  });

  it('is seen by those who propose, approve and check, and by nobody else', async () => {
    const roundCode = await publicised();
    const id = await propose(roundCode);
    const listed = `{ proposals(first: 200, filter: { status: { eq: OPEN }, operation: { eq: "finaliseSelection" } }) { nodes { id } } }`;
    const seenBy = async (caller?: Account) => {
      const { proposals } = await data<{ proposals: { nodes: Row[] } }>(app, listed, {}, caller);
      return [proposals.nodes.some((each) => each.id === id), (await data<{ node: unknown }>(app, shown, { id }, caller)).node !== null];
    };
    for (const role of ['EXPERT', 'APPROVER', 'AUDITOR'] as const) expect(await seenBy({ role, subject: 's' })).toEqual([true, true]);
    const others: (Account | undefined)[] = [
      undefined,
      { role: 'ENTERPRISE', subject: 's', enterprise: 'ent-a' },
      { role: 'INSTITUTION', subject: 's', institution: 'hz-1' },
      { role: 'AGENCY', subject: 's', area: '330100' },
      { role: 'SETTLEMENT', subject: 's' },
    ];
    for (const caller of others) expect(await seenBy(caller)).toEqual([false, false]);
    await decide(id, 'APPROVE');
    const approval = `{ round(code: "${roundCode}") { origin approval { id status decision { decidedBy } } } }`;
    expect(await data(app, approval, {}, { role: 'AUDITOR', subject: 's' })).toEqual({
      round: { origin: 'RECORDED', approval: { id, status: 'APPROVED', decision: { decidedBy: 'APPROVER approver-1' } } },
    });
    expect(await data(app, approval)).toEqual({ round: { origin: 'RECORDED', approval: null } });
  });
});

describe('[D12] nobody approves their own', () => {
  it('not by the role that proposes, not by the same account in the other role, not by a second account', async () => {
    const roundCode = await publicised();
    const id = await propose(roundCode, {}, { role: 'EXPERT', subject: 'li-at-desk', person: 'li' });
    expect(await refusedDecision(id, 'APPROVE', { role: 'EXPERT', subject: 'li-at-desk', person: 'li' })).toEqual(['FORBIDDEN']);
    expect(await refusedDecision(id, 'APPROVE', { role: 'APPROVER', subject: 'li-at-desk', person: 'li' })).toEqual(['OWN_PROPOSAL']);
    expect(await refusedDecision(id, 'APPROVE', { role: 'APPROVER', subject: 'li-on-phone', person: 'li' })).toEqual(['OWN_PROPOSAL']);
    expect(await refusedDecision(id, 'REJECT', { role: 'APPROVER', subject: 'li-on-phone', person: 'li' }, { reason: '否' })).toEqual([
      'OWN_PROPOSAL',
    ]);
    // An account that names no person is a person of its own.
    const other = await propose(roundCode, {}, { role: 'EXPERT', subject: 'wang' });
    expect(await refusedDecision(other, 'APPROVE', { role: 'APPROVER', subject: 'wang' })).toEqual(['OWN_PROPOSAL']);
    expect(await statusOf(roundCode)).toBe('PUBLICISED');
  });

  it('not by trying: whatever the answer, nothing changes', async () => {
    const roundCode = await publicised();
    const id = await propose(roundCode);
    const before = await app.database.contents();
    const own: Account = { role: 'APPROVER', subject: 'another', person: 'expert-1' };
    for (const decision of ['APPROVE', 'REJECT']) expect((await decide(id, decision, own, { reason: '本人' })).object).toBeNull();
    expect(await app.database.contents()).toEqual(before);
  });

  it('nobody proposes or decides who cannot be told apart', async () => {
    const roundCode = await publicised();
    expect(codes(await record(app, 'finaliseSelection', { roundCode }, { caller: { role: 'EXPERT' } }))).toEqual(['PERSON_MISSING']);
    const id = await propose(roundCode);
    expect(await refusedDecision(id, 'APPROVE', { role: 'APPROVER' })).toEqual(['PERSON_MISSING']);
  });

  it('stays open while only its proposer could approve it', async () => {
    const roundCode = await publicised();
    const id = await propose(roundCode);
    await refusedDecision(id, 'APPROVE', { role: 'APPROVER', subject: 'expert-1' });
    expect(await proposalAt(id)).toMatchObject({ status: 'OPEN', decision: null });
    expect(await statusOf(roundCode)).toBe('PUBLICISED');
  });

  it('is written by no role of the database: neither in another one’s name nor in the other role', async () => {
    const roundCode = await publicised();
    const proposal = keyOf(await propose(roundCode));
    /** What the database says to a statement of a role and person, whatever the program would have sent. */
    const as = async (role: string, person: string, sql: string, values: unknown[]) => {
      const client = await app.database.served.pool.connect();
      try {
        await client.query(`begin; set local role ${role}; set local accord.person = '${person}'`);
        return (await client.query(sql, values)).rowCount;
      } catch (error) {
        return (error as { constraint?: string; code: string }).constraint ?? (error as { code: string }).code;
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    const approval = `insert into decision (proposal_id, proposed_by_person, outcome, approves, decided_by, decided_by_person)
      select id, proposed_by_person, 'APPROVED', object_id, 'by hand', $2 from proposal where id = $1`;
    expect(await as('accord_approver', 'approver-1', approval, [proposal, 'approver-1'])).toBe(1);
    expect(await as('accord_approver', 'expert-1', approval, [proposal, 'expert-1'])).toBe('decision_by_another_person');
    expect(await as('accord_approver', 'expert-1', approval, [proposal, 'approver-1'])).toBe('42501');
    expect(await as('accord_expert', 'somebody', approval, [proposal, 'somebody'])).toBe('42501');
    expect(await as('accord_auditor', 'somebody', approval, [proposal, 'somebody'])).toBe('42501');
    const proposed = `insert into proposal select gen_random_uuid(), operation, input, object_id, changes, facts, digest, reason, proposed_by, $2
      from proposal where id = $1`;
    expect(await as('accord_expert', 'expert-1', proposed, [proposal, 'somebody'])).toBe('42501');
    expect(await as('accord_approver', 'approver-1', proposed, [proposal, 'approver-1'])).toBe('42501');
    for (const role of ['accord_expert', 'accord_approver']) {
      expect(await as(role, 'somebody', `update round set status = 'FINAL' where code = $1`, [roundCode])).toBe('42501');
      expect(await as(role, 'somebody', `update proposal set proposed_by_person = $1`, ['somebody'])).toBe('42501');
      expect(await as(role, 'somebody', `update decision set outcome = $1`, ['REJECTED'])).toBe('42501');
    }
  });

  it('is written by no owner of the database either', async () => {
    const [roundCode, another] = [await publicised(), await publicised()];
    const proposal = keyOf(await propose(roundCode));
    const ofAnother = await propose(another);
    await decide(ofAnother, 'APPROVE');
    const violated = (sql: string, values: unknown[] = []) =>
      app.database.pool.query(sql, values).then(
        () => null,
        (error: { constraint?: string }) => error.constraint,
      );
    const decided = (person: string, proposedBy = 'expert-1', outcome = 'APPROVED') =>
      violated(
        `insert into decision (proposal_id, proposed_by_person, outcome, approves, decided_by, decided_by_person)
         select id, $2, $4, case when $4 = 'APPROVED' then object_id end, 'owner', $3 from proposal where id = $1`,
        [proposal, proposedBy, person, outcome],
      );
    const before = await app.database.contents();
    expect(await decided('expert-1')).toBe('decision_by_another_person');
    // The proposer cannot be another one than of the proposal.
    expect(await decided('expert-1', 'somebody')).toBe('decision_proposal_id_proposed_by_person_fkey');
    expect(await decided('somebody', 'expert-1', 'WITHDRAWN')).toBe('decision_by_another_person');
    expect(await violated(`update round set status = 'FINAL' where code = $1`, [roundCode])).toBe('round_final_by_approval');
    const final = `update round set status = 'FINAL', approval_id = $2 where code = $1`;
    // Proposed, and not approved; approved, and for another round.
    expect(await violated(final, [roundCode, proposal])).toBe('round_approval_id_id_fkey');
    expect(await violated(`update round set approval_id = null where code = $1`, [another])).toBe('round_final_by_approval');
    await app.database.pool.query(`update round set approval_id = null, status = 'PUBLICISED' where code = $1`, [another]);
    expect(await violated(final, [roundCode, keyOf(ofAnother)])).toBe('round_approval_id_id_fkey');
    await app.database.pool.query(final, [another, keyOf(ofAnother)]);
    expect(await violated(`delete from proposal where id = $1`, [keyOf(ofAnother)])).toMatch(/^decision_/);
    expect(await violated(`delete from decision where proposal_id = $1`, [keyOf(ofAnother)])).toBe('round_approval_id_id_fkey');
    expect(await app.database.contents()).toEqual(before);
  });
});

describe('[D12] a decision', () => {
  it('is one, however many approve at once', async () => {
    const roundCode = await publicised();
    const id = await propose(roundCode);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_none, index) => decide(id, 'APPROVE', { role: 'APPROVER', subject: `approver-${index}` })),
    );
    expect(answers.filter(({ object }) => object !== null)).toHaveLength(1);
    expect(answers.flatMap(codes)).toEqual(Array.from({ length: 49 }, () => 'ALREADY_DECIDED'));
    expect(await count(`decision where proposal_id = '${keyOf(id)}'`)).toBe(1);
    expect(
      await count(`round_transition t join round r on r.id = t.round_id where r.code = '${roundCode}' and t.action = 'finalise'`),
    ).toBe(1);
    expect(await statusOf(roundCode)).toBe('FINAL');
  });

  it('stands: nothing is approved after it was rejected or withdrawn', async () => {
    const roundCode = await publicised();
    const rejected = await propose(roundCode);
    expect(await refusedDecision(rejected, 'REJECT')).toEqual(['REASON_MISSING']);
    expect(await refusedDecision(rejected, 'REJECT', approver, { reason: ' ' })).toEqual(['MALFORMED_TEXT']);
    expect((await decide(rejected, 'REJECT', approver, { reason: '数量有误' })).object).toEqual({ id: rejected, status: 'REJECTED' });
    expect(await proposalAt(rejected)).toMatchObject({
      status: 'REJECTED',
      decision: { outcome: 'REJECTED', reason: '数量有误', decidedBy: 'APPROVER approver-1', decidedByPerson: 'approver-1' },
    });
    for (const decision of ['APPROVE', 'REJECT']) {
      expect(await refusedDecision(rejected, decision, approver, { reason: '再议' })).toEqual(['ALREADY_DECIDED']);
    }
    expect(await refusedDecision(rejected, 'WITHDRAW', proposer)).toEqual(['ALREADY_DECIDED']);
    const withdrawn = await propose(roundCode);
    expect((await decide(withdrawn, 'WITHDRAW', proposer)).object).toMatchObject({ status: 'WITHDRAWN' });
    expect(await refusedDecision(withdrawn, 'APPROVE')).toEqual(['ALREADY_DECIDED']);
    expect(await statusOf(roundCode)).toBe('PUBLICISED');
  });

  it('to withdraw is the proposer’s, with whatever account of the role', async () => {
    const id = await propose(await publicised(), {}, { role: 'EXPERT', subject: 'li-at-desk', person: 'li' });
    expect(await refusedDecision(id, 'WITHDRAW', { role: 'EXPERT', subject: 'wang' })).toEqual(['NOT_OWN_PROPOSAL']);
    expect(await refusedDecision(id, 'WITHDRAW', { role: 'APPROVER', subject: 'li-on-phone', person: 'li' })).toEqual(['FORBIDDEN']);
    expect(codes(await decide(id, 'WITHDRAW', { role: 'EXPERT', subject: 'li-on-phone', person: 'li' }))).toEqual([]);
  });

  it('needs a proposal', async () => {
    const { object } = await record(app, 'recordEnterprise', { code: 'no-proposal', kind: 'HOLDER', name: '企业' });
    const missing = Buffer.from('Proposal:01890000-0000-7000-8000-000000000000').toString('base64url');
    for (const id of ['', 'none', missing, object!.id, Buffer.from('Proposal:x').toString('base64url')]) {
      expect(await refusedDecision(id, 'APPROVE')).toEqual(['PROPOSAL_UNKNOWN']);
    }
  });

  it('sent again gives the first answer, and so does its proposal', async () => {
    const roundCode = await publicised();
    const [toPropose, toApprove] = [newKey(), newKey()];
    const id = await propose(roundCode, { idempotencyKey: toPropose });
    expect(await propose(roundCode, { idempotencyKey: toPropose })).toBe(id);
    const first = await decide(id, 'APPROVE', approver, { idempotencyKey: toApprove });
    const before = await app.database.contents();
    expect(await decide(id, 'APPROVE', approver, { idempotencyKey: toApprove })).toEqual(first);
    expect(first.object).toEqual({ id, status: 'APPROVED' });
    expect(codes(await decide(id, 'REJECT', approver, { idempotencyKey: toApprove, reason: '否' }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    // The same proposal again is the same one, though the act itself is no longer possible.
    expect(await propose(roundCode, { idempotencyKey: toPropose })).toBe(id);
    expect(await app.database.contents()).toEqual(before);
  });
});

describe('[D12] a stale proposal', () => {
  it('is refused when what it confirms is not what it was', async () => {
    const roundCode = await publicised();
    const id = await propose(roundCode);
    const price = (yuan: string) =>
      app.database.pool.query(`update selected_product set winning_price = $2 where round_id = (select id from round where code = $1)`, [
        roundCode,
        yuan,
      ]);
    await price('7.9999');
    expect(await refusedDecision(id, 'APPROVE')).toEqual(['PROPOSAL_STALE']);
    expect(await proposalAt(id)).toMatchObject({ status: 'OPEN' });
    await price('8');
    expect(codes(await decide(id, 'APPROVE'))).toEqual([]);
  });

  it('is refused when it would change other rows', async () => {
    const roundCode = await publicised();
    const id = await propose(roundCode);
    await app.database.pool.query(
      `with added as (
         insert into bid (id, lot_id, enterprise_id, product_id, price, price_unit, status, origin, provenance, confidence)
         select gen_random_uuid(), l.id, e.id, p.id, 9, '片', 'OPENED', 'PUBLIC_SOURCE', 'test', 'HIGH'
         from round r join lot l on l.round_id = r.id, enterprise e, product p where r.code = $1 and e.code = 'ent-b' and p.code = 'ent-b'
         returning id)
       insert into bid_evaluation (bid_id, outcome) select id, 'PROPOSED' from added`,
      [roundCode],
    );
    expect(await refusedDecision(id, 'APPROVE')).toEqual(['PROPOSAL_STALE']);
  });

  it('is refused with the reasons when the act is not possible any more', async () => {
    const roundCode = await publicised();
    const [one, two] = [await propose(roundCode), await propose(roundCode)];
    expect(codes(await decide(one, 'APPROVE'))).toEqual([]);
    expect(await refusedDecision(two, 'APPROVE')).toEqual(['PROPOSAL_STALE', 'ACTION_NOT_ALLOWED_IN_STATE']);
    expect((await decide(two, 'REJECT', approver, { reason: '已公布' })).object).toMatchObject({ status: 'REJECTED' });
  });
});
