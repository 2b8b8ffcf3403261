import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { approver, record } from '../support/build-recorder.ts';
import { byAgency } from '../support/build-retention.ts';
import { statementAs } from '../support/statement-as.ts';

const source = '文件';
const callers: Readonly<Record<string, Partial<Caller> | undefined>> = {
  anonymous: undefined,
  expert,
  approver,
  auditor: { role: 'AUDITOR', subject: 'auditor-1' },
  'its agency': agencyOf('330100'),
  'another agency': agencyOf('330200'),
  'an institution': { role: 'INSTITUTION', subject: 'i', institution: 'i' },
  'an enterprise': { role: 'ENTERPRISE', subject: 'microport', enterprise: 'microport' },
  settlement: { role: 'SETTLEMENT', subject: 'fund-1' },
};
const checking = ['expert', 'approver', 'auditor', 'its agency'];

const of = { groupCode: 'FM19', roundCode: 'GH-HD2020-1' };
const acts: Readonly<Record<string, object>> = {
  recordGroupPayment: { method: 'DRG', effectiveFrom: '2020-07-01', source },
  setFirstYearReading: { reading: 'MUST_NOT', effectiveFrom: '2020-07-01', source },
  recordDiseaseGroup: { code: 'FM19', name: '经皮冠状动脉支架植入' },
  setGroupStandard: { groupCode: 'FM19', effectiveFrom: '2020-07-01', amount: '40000', source },
  concernDiseaseGroup: { ...of, startsOn: '2021-01-31', source },
  recordGroupReview: { ...of, reviewedOn: '2022-03-01', outcome: 'KEPT', ruleReference: '规则' },
};
const published = ['group_payment', 'first_year_reading', 'disease_group', 'group_concern', 'group_standard'];

describe('the standards of disease groups are public, and its agency’s to set', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    for (const [act, input] of Object.entries(acts)) await byAgency(app, act, input);
  });
  afterAll(() => app.stop());

  it.each(Object.keys(callers))('as %s', async (name) => {
    const text = async (document: string) => JSON.stringify(await app.ask(document, {}, callers[name]));
    const all = await text(`{ groupPayments { totalCount } firstYearReadings { totalCount }
      diseaseGroups { nodes { code standards { nodes { amount } } concerns { startsOn } reviews { totalCount nodes { dueOn } } } } }`);
    expect(all).toContain('"40000.00"');
    expect(all).toContain('"startsOn":"2021-01-31"');
    expect(all.includes('"2022-01-31"')).toBe(checking.includes(name));
    const due = await text('{ dueGroupReviews(asOf: "2024-01-01") { dueOn } }');
    if (checking.includes(name)) expect(due).toContain('"2023-01-31"');
    else if (name === 'another agency') expect(due).toBe('{"data":{"dueGroupReviews":[]}}');
    else expect(due).toContain('FORBIDDEN');
  });

  it.each(Object.keys(acts))('%s is for agencies alone', async (act) => {
    const before = await app.database.contents();
    for (const [name, caller] of Object.entries(callers)) {
      if (name.endsWith('agency')) continue;
      const { object, errors } = await record(app, act, acts[act]!, { caller });
      expect([name, object, errors.map(({ code }) => code)]).toEqual([name, null, ['FORBIDDEN']]);
    }
    expect(await app.database.contents()).toEqual(before);
  });

  it('the second wall holds by itself', async () => {
    const as = statementAs(app.database);
    const roles = ['anonymous', 'expert', 'approver', 'enterprise', 'institution', 'settlement', 'auditor'].map((role) => `accord_${role}`);
    const copied = (table: string) =>
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).* from ${table} t`;
    for (const table of published) {
      for (const role of roles) {
        expect([table, role, await as(role, {}, `select 1 from ${table}`)]).toEqual([table, role, 1]);
        expect([table, role, await as(role, {}, copied(table))]).toEqual([table, role, '42501']);
        expect([table, role, await as(role, {}, `update ${table} set id = id`)]).toEqual([table, role, '42501']);
      }
      // Twice for its own agency, and not at all for another.
      expect([table, await as('accord_agency', { area: '330100' }, copied(table))]).toEqual([table, '23505']);
      expect([table, await as('accord_agency', { area: '330200' }, copied(table))]).toEqual([table, '42501']);
      expect([table, await as('accord_agency', { area: '330100' }, `delete from ${table}`)]).toEqual([table, '42501']);
      expect([table, await as('accord_agency', { area: '330100' }, `update ${table} set recorded_at = now()`)]).toEqual([table, '42501']);
    }
    const reviews = 'select 1 from group_review';
    for (const role of ['accord_expert', 'accord_approver', 'accord_auditor'])
      expect([role, await as(role, {}, reviews)]).toEqual([role, 1]);
    for (const role of ['accord_anonymous', 'accord_enterprise', 'accord_institution', 'accord_settlement'])
      expect([role, await as(role, {}, reviews)]).toEqual([role, 0]);
    expect(await as('accord_agency', { area: '330100' }, reviews)).toBe(1);
    expect(await as('accord_agency', { area: '330200' }, reviews)).toBe(0);
    expect(await as('accord_agency', { area: '330100' }, 'select 1 from disease_group for update')).toBe(1);
    expect(await as('accord_agency', { area: '330200' }, 'select 1 from disease_group for update')).toBe(0);
  });
});
