import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { signed, talkAt, talkDays } from '../support/build-negotiation.ts';
import { approver } from '../support/build-recorder.ts';
import { holders } from '../support/build-round.ts';

/** Callers as the database knows them. */
const callers: Readonly<Record<string, [role: string, settings: Record<string, string>]>> = {
  anonymous: ['accord_anonymous', {}],
  'of the group': ['accord_expert', { person: 'expert-2' }],
  'another expert': ['accord_expert', { person: 'expert-9' }],
  approver: ['accord_approver', { person: 'approver-1' }],
  auditor: ['accord_auditor', { person: 'auditor-1' }],
  'the enterprise': ['accord_enterprise', { person: 'delegate-1', enterprise: 'maker' }],
  'another enterprise': ['accord_enterprise', { person: 'delegate-9', enterprise: 'rival' }],
  institution: ['accord_institution', { person: 'i', institution: 'i' }],
  agency: ['accord_agency', { person: 'a', area: '330100' }],
  settlement: ['accord_settlement', { person: 's' }],
};
const none = Object.fromEntries(Object.keys(callers).map((name) => [name, 0]));
const checking = { 'of the group': 1, 'another expert': 1, approver: 1, auditor: 1 };

describe('the second wall around a talk holds by itself', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await holders(app, 'DRUG', ['maker', 'rival']);
    await talkAt(app, 'W-1', 'concludeNegotiation');
    await signed(app, 'W-1', approver);
  });
  afterAll(() => app.stop());

  /** How many rows a statement of a caller meets, or why it may not. */
  const as = async (name: string, statement: string, more: Readonly<Record<string, string>> = {}) => {
    const [role, settings] = callers[name]!;
    const client = await app.database.served.pool.connect();
    try {
      await client.query(`begin; set local role ${role}`);
      for (const [setting, value] of Object.entries({ ...settings, ...more }))
        await client.query('select set_config($1, $2, true)', [`accord.${setting}`, value]);
      return (await client.query(statement)).rowCount;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const byAll = async (statement: string, more: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(await Promise.all(Object.keys(callers).map(async (name) => [name, await as(name, statement, more)] as const)));

  it.each([
    ["negotiation where origin = 'RECORDED'", { ...checking, 'the enterprise': 1 }],
    ['expected_price_commitment', { ...checking, 'the enterprise': 1 }],
    ['negotiation_terms', { ...checking, 'the enterprise': 1 }],
    ['negotiation_signature', { ...checking, 'the enterprise': 1 }],
    [
      "negotiation_offer where kind = 'FIRST_QUOTE' and negotiation_id in (select id from negotiation where origin = 'RECORDED')",
      { ...checking, 'the enterprise': 1 },
    ],
    ["negotiation_transition where action = 'succeed'", { ...checking, 'the enterprise': 1 }],
    ["negotiation_participant where side = 'ENTERPRISE'", { ...checking, 'the enterprise': 1 }],
    ['negotiation_participant where is_leader', checking],
    ['[RH2] opened_expected_price', { 'of the group': 1, approver: 1, auditor: 1 }],
    ['[RH2] expected_price_seal', {}],
  ])('%s is seen by %j', async (table, seen) => {
    expect(await byAll(`select 1 from ${table.replace('[RH2] ', '')}`)).toEqual({ ...none, ...seen });
  });

  it('[RH2] the envelope is met by no act but sealing and opening, and by experts only', async () => {
    for (const act of ['recordSecondQuote', 'concludeNegotiation', 'signNegotiation', 'decideProposal'])
      expect([act, await byAll('select 1 from expected_price_seal', { act })]).toEqual([act, none]);
    const opening = await byAll('select 1 from expected_price_seal', { act: 'openExpectedPrice' });
    expect(opening).toEqual({ ...none, 'of the group': 1, 'another expert': 1 });
  });

  it.each([
    ['update expected_price_seal set sealed_price = sealed_price'],
    [`update expected_price_commitment set commitment = repeat('0', 64)`],
    ['update opened_expected_price set price = 1'],
    ['update negotiation_offer set price = 1'],
    ['update negotiation_terms set price = 1'],
    [`update negotiation_signature set person = 'x'`],
    ['update negotiated_outcome set price = 1'],
    ['update negotiation set price_before = 1'],
    ['delete from negotiation_offer'],
    ['delete from expected_price_seal'],
  ])('nobody may say: %s', async (statement) => {
    const refused = Object.fromEntries(Object.keys(callers).map((name) => [name, '42501']));
    expect(await byAll(statement, { act: 'openExpectedPrice' })).toEqual(refused);
  });

  it('what happens at the table is written by its group alone, after the sealing and the opening', async () => {
    const offer = (kind: string, sequence: number, of = 'W-1') => `insert into negotiation_offer
      (id, negotiation_id, sequence, kind, side, price, minutes, occurred_on, recorded_by, provenance, confidence)
      select gen_random_uuid(), id, ${sequence}, '${kind}', 'ENTERPRISE', 1, 'x', '${talkDays.talk}', 'x', 'x', 'HIGH' from negotiation where code = '${of}'`;
    const outsiders = { anonymous: '42501', approver: '42501', auditor: '42501', 'the enterprise': '42501', 'another enterprise': '42501' };
    expect(await byAll(offer('BARGAINING', 3))).toEqual({
      ...outsiders,
      'of the group': 1,
      'another expert': '42501',
      institution: '42501',
      agency: '42501',
      settlement: '42501',
    });
    await talkAt(app, 'W-2', null);
    expect(await as('of the group', offer('FIRST_QUOTE', 1, 'W-2'))).toBe('42501');
    await talkAt(app, 'W-3', 'recordFirstQuote');
    expect(await as('of the group', offer('SECOND_QUOTE', 2, 'W-3'))).toBe('42501');
    await talkAt(app, 'W-4', 'openExpectedPrice');
    expect(await as('of the group', offer('SECOND_QUOTE', 2, 'W-4'))).toBe(1);
  });

  it('[RH1] each signs as itself in its own capacity', async () => {
    const signature = (capacity: string, person: string) => `insert into negotiation_signature
      (id, negotiation_id, capacity, person, signed_on, recorded_by) select gen_random_uuid(), id, '${capacity}', '${person}', '${talkDays.talk}', 'x'
      from negotiation where code = 'W-1'`;
    const act = { act: 'signNegotiation' };
    expect(await as('of the group', signature('GROUP_LEADER', 'expert-2'), act)).toBe('42501');
    expect(await as('of the group', signature('GROUP_LEADER', 'expert-1'), act)).toBe('42501');
    expect(await as('of the group', signature('GROUP_LEADER', 'expert-1'), { ...act, person: 'expert-1' })).toBe(1);
    expect(await as('the enterprise', signature('ENTERPRISE', 'delegate-1'), act)).toBe(1);
    expect(await as('the enterprise', signature('SUPERVISOR', 'delegate-1'), act)).toBe('42501');
    // Another enterprise does not see the talk: its statement finds nothing to insert.
    expect(await as('another enterprise', signature('ENTERPRISE', 'delegate-9'), act)).toBe(0);
    expect(await as('approver', signature('ENTERPRISE', 'approver-1'), act)).toBe('42501');
    expect(await as('approver', signature('GROUP_LEADER', 'expert-1'), { ...act, person: 'expert-1' })).toBe('42501');
  });

  it('[RH1] no outcome of a talk is written with less than three signatures', async () => {
    const outcome = (
      basis: string,
    ) => `insert into negotiated_outcome (id, product_id, enterprise_id, basis, negotiation_id, price, price_unit,
        payment_scope, in_force_from, in_force_to, continuous_from, origin, provenance, confidence)
      select gen_random_uuid(), product_id, enterprise_id, '${basis}', id, 4.36, '片', 'x', '2020-01-01', '2022-01-01', '2020-01-01', 'RECORDED', 'x', 'HIGH'
      from negotiation where code = 'W-1'`;
    for (const name of ['of the group', 'approver', 'the enterprise'])
      expect([name, await as(name, outcome('NEGOTIATION'), { act: 'signNegotiation' })]).toEqual([name, '42501']);
    for (const name of ['of the group', 'approver', 'the enterprise', 'auditor', 'settlement'])
      expect([name, await as(name, outcome('SIMPLE_RENEWAL'), { act: 'signNegotiation' })]).toEqual([name, '42501']);
  });

  it('and what must hold of an outcome holds for its owner too', async () => {
    const owner = (statement: string) => app.database.pool.query(statement);
    const made = (
      more: string,
      values: string,
    ) => `insert into negotiated_outcome (id, product_id, enterprise_id, basis, negotiation_id, price, price_unit,
        price_before, payment_scope, in_force_from, in_force_to, continuous_from, origin, provenance, confidence${more})
      select gen_random_uuid(), product_id, enterprise_id, 'NEGOTIATION', id, ${values}, 'PUBLIC_SOURCE', 'x', 'SYNTHETIC' from negotiation`;
    await expect(owner(`${made('', `5, '片', 4, 'x', '2020-01-01', '2022-01-01', '2020-01-01'`)} where code = 'W-1'`)).rejects.toThrow(
      /check constraint/,
    );
    await owner(`${made('', `4, '片', 4, 'x', '2020-01-01', '2022-01-01', '2020-01-01'`)} where code = 'W-1'`);
    await expect(owner(`${made('', `4, '片', 4, 'x', '2021-12-31', '2022-06-01', '2020-01-01'`)} where code = 'W-2'`)).rejects.toThrow(
      /exclusion constraint/,
    );
    await owner(`${made('', `4, '片', 4, 'x', '2022-01-01', '2022-06-01', '2020-01-01'`)} where code = 'W-2'`);
  });
});
