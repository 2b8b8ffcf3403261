import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { record } from '../support/build-recorder.ts';
import { assessed, byAgency, indicators, retained, savings, theArea, theHospital, toRetain } from '../support/build-retention.ts';
import { statementAs } from '../support/statement-as.ts';

const callers: Readonly<Record<string, Partial<Caller> | undefined>> = {
  anonymous: undefined,
  expert,
  approver: { role: 'APPROVER', subject: 'approver-2' },
  auditor: { role: 'AUDITOR', subject: 'auditor-1' },
  'its agency': agencyOf(theArea),
  'another agency': agencyOf('330200'),
  'the institution': { role: 'INSTITUTION', subject: 'mine', institution: theHospital },
  'another institution': { role: 'INSTITUTION', subject: 'theirs', institution: 'theirs' },
  'the enterprise': { role: 'ENTERPRISE', subject: 'S-1', enterprise: 'S-1' },
  settlement: { role: 'SETTLEMENT', subject: 'fund-1' },
};
const seeing = ['expert', 'approver', 'auditor', 'its agency', 'the institution'];
const tables = ['retention_assessment', 'retention_indicator', 'retention_statement', 'retention_line', 'retention_purchase'];

const assessment = {
  institutionCode: theHospital,
  agreementYear: 2024,
  assessedOn: '2025-03-01',
  indicators: indicators('70'),
  source: '办法',
};
const acts: Readonly<Record<string, object>> = {
  setDrugRetentionRatio: { effectiveFrom: '2024-01-01', ratioPercent: '50', source: '文件' },
  assessInstitution: assessment,
  correctAssessment: { ...assessment, reason: '复核' },
  retainSurplus: toRetain('round'),
};

describe('what an institution is assessed at and retains is between it and the agency', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await savings(app, { round: 'round' });
    await savings(app, { round: 'other', institution: 'theirs', area: '330200' });
    await byAgency(app, 'setDrugRetentionRatio', { effectiveFrom: '2022-01-01', ratioPercent: '40', source: '文件' });
    await assessed(app, '81');
    await retained(app, toRetain('round'));
  });
  afterAll(() => app.stop());

  it.each(Object.keys(callers))('as %s', async (name) => {
    const text = async (document: string) => JSON.stringify(await app.ask(document, {}, callers[name]));
    const shown = [
      await text('{ retentionStatements { totalCount nodes { retainedAmount lines { spendAmount purchases { agreedQuantity } } } } }'),
      await text('{ retentionAssessments { totalCount nodes { score indicators { points } } } }'),
    ];
    const nothing = [
      '{"data":{"retentionStatements":{"totalCount":0,"nodes":[]}}}',
      '{"data":{"retentionAssessments":{"totalCount":0,"nodes":[]}}}',
    ];
    if (seeing.includes(name)) {
      expect(shown.map((each, at) => each.includes(['22932.00', '"81.00"'][at]!))).toEqual([true, true]);
      expect(shown[0]).toContain('"agreedQuantity":60000');
    } else expect(shown).toEqual(nothing);
    // What the area has on file is everybody's to know.
    expect(await text('{ drugRetentionRatios { nodes { ratioPercent area { code } } } }')).toContain(
      `"40.00","area":{"code":"${theArea}"}`,
    );
  });

  it('by its id as well', async () => {
    const ids = { statement: 'retentionStatements', assessment: 'retentionAssessments' };
    for (const list of Object.values(ids)) {
      const found = (await app.ask(`{ ${list} { nodes { id } } }`, {}, expert)) as { data: Record<string, { nodes: { id: string }[] }> };
      const { id } = found.data[list]!.nodes[0]!;
      for (const [name, caller] of Object.entries(callers)) {
        const { data } = await app.ask<{ node: object | null }>('query($id: ID!) { node(id: $id) { id } }', { id }, caller);
        expect([name, data!.node !== null]).toEqual([name, seeing.includes(name)]);
      }
    }
  });

  it.each(Object.keys(acts))('%s is for the agency of the area alone', async (act) => {
    const before = await app.database.contents();
    for (const [name, caller] of Object.entries(callers)) {
      if (name === 'its agency' || (name === 'another agency' && act === 'setDrugRetentionRatio')) continue;
      const { object, userErrors, errors } = await record(app, act, acts[act]!, { caller });
      if (name === 'another agency')
        expect([name, object, userErrors.map(({ code }) => code)]).toEqual([name, null, ['INSTITUTION_OF_OTHER_AREA']]);
      else expect([name, object, errors.map(({ code }) => code)]).toEqual([name, null, ['FORBIDDEN']]);
    }
    expect(await app.database.contents()).toEqual(before);
  });

  it('the second wall holds by itself: rows of others are neither seen nor made, and none is changed', async () => {
    const as = statementAs(app.database);
    const own = { agency: { area: theArea }, institution: { institution: theHospital } };
    const strangers = [
      ['accord_agency', { area: '330200' }],
      ['accord_institution', { institution: 'theirs' }],
      ['accord_enterprise', { enterprise: 'S-1' }],
      ['accord_settlement', {}],
      ['accord_anonymous', {}],
    ] as const;
    for (const table of tables) {
      const count = table === 'retention_indicator' ? 2 : 1;
      for (const [role, settings] of [
        ['accord_expert', {}],
        ['accord_approver', {}],
        ['accord_auditor', {}],
        ['accord_agency', own.agency],
        ['accord_institution', own.institution],
      ] as const)
        expect([table, role, await as(role, settings, `select 1 from ${table}`)]).toEqual([table, role, count]);
      for (const [role, settings] of strangers)
        expect([table, role, await as(role, settings, `select 1 from ${table}`)]).toEqual([table, role, 0]);
      for (const [role, settings] of [
        ...strangers,
        ['accord_agency', own.agency],
        ['accord_approver', {}],
        ['accord_expert', {}],
      ] as const) {
        expect([table, role, await as(role, settings, `update ${table} set area_code = area_code`)]).toEqual([table, role, '42501']);
        expect([table, role, await as(role, settings, `delete from ${table}`)]).toEqual([table, role, '42501']);
      }
    }
    // What may be held may not be changed.
    expect(await as('accord_agency', own.agency, 'select 1 from retention_assessment for update')).toBe(1);
    expect(await as('accord_agency', own.agency, 'update retention_assessment set id = gen_random_uuid()')).toBe('42501');
  });

  it('a statement is made by an approval alone, and an assessment in its own area', async () => {
    const as = statementAs(app.database);
    const copied = (table: string, changed: string) =>
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()) || '${changed}'::jsonb)).* from ${table} t`;
    const statement = copied('retention_statement', '{"agreement_year": 2023}');
    for (const [role, settings] of [
      ['accord_agency', { area: theArea, act: 'retainSurplus' }],
      ['accord_approver', {}],
      ['accord_expert', { act: 'decideProposal' }],
      ['accord_institution', { institution: theHospital, act: 'decideProposal' }],
    ] as const)
      expect([role, await as(role, settings, statement)]).toEqual([role, '42501']);
    // Not of the assessment's year; and not one that is counted twice.
    expect(await as('accord_approver', { act: 'decideProposal' }, statement)).toMatch(/^23/);
    expect(await as('accord_approver', { act: 'decideProposal' }, copied('retention_purchase', '{}'))).toBe('23505');
    const another = copied('retention_assessment', '{"agreement_year": 2023}');
    expect(await as('accord_agency', { area: theArea }, another)).toBe(1);
    expect(await as('accord_expert', {}, another)).toBe('42501');
    const moved = copied('retention_assessment', '{"agreement_year": 2023, "area_code": "330200"}');
    expect(await as('accord_agency', { area: theArea }, moved)).toBe('42501');
    // Nothing is retained beyond what the figures give, whoever writes.
    for (const changed of [
      'retained_amount = retained_amount + 0.01',
      'ratio_percent = 40.01',
      'surplus_amount = 0',
      'approval_id = gen_random_uuid()',
    ])
      await expect(app.database.pool.query(`update retention_statement set ${changed}`)).rejects.toThrow(/constraint/);
  });

  it('an agency meets reported demand of its own area while it proposes, and at no other time', async () => {
    const as = statementAs(app.database);
    const demand = "select 1 from demand_report where institution_id in (select id from institution where code = 'saver')";
    expect(await as('accord_agency', { area: theArea }, demand)).toBe(0);
    expect(await as('accord_agency', { area: theArea, act: 'assessInstitution' }, demand)).toBe(0);
    expect(await as('accord_agency', { area: theArea, act: 'retainSurplus' }, demand)).toBe(1);
    expect(await as('accord_agency', { area: '330200', act: 'retainSurplus' }, demand)).toBe(0);
  });

  it('an agency proposes in its own name, sees its own proposals, and approves none', async () => {
    const as = statementAs(app.database);
    expect(await as('accord_agency', { person: 'agency-330100' }, 'select 1 from proposal')).toBe(1);
    expect(await as('accord_agency', { person: 'agency-330100' }, 'select 1 from decision')).toBe(1);
    expect(await as('accord_agency', { person: 'somebody' }, 'select 1 from proposal')).toBe(0);
    expect(await as('accord_agency', {}, 'select 1 from proposal')).toBe(0);
    const proposed = `insert into proposal select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).* from proposal t`;
    expect(await as('accord_agency', { person: 'agency-330100' }, proposed)).toBe(1);
    const another = `insert into proposal (id, operation, input, object_id, changes, facts, digest, proposed_by, proposed_by_person)
      values (gen_random_uuid(), 'retainSurplus', '{}', gen_random_uuid(), '[]', '[]', 'x', 'x', 'somebody')`;
    expect(await as('accord_agency', { person: 'agency-330100' }, another)).toBe('42501');
    const approves = `insert into decision (proposal_id, proposed_by_person, outcome, approves, decided_by, decided_by_person)
      select id, proposed_by_person, 'APPROVED', object_id, 'x', 'agency-330100' from proposal`;
    expect(await as('accord_agency', { person: 'agency-330100' }, approves)).toBe('42501');
  });
});
