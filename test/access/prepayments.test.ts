import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { projectFiles, textOf } from '../architecture/repository.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { record } from '../support/build-recorder.ts';
import { accepted, agencyOf, hospital, movedAs } from '../support/build-prepayment.ts';

const callers: Readonly<Record<string, Partial<Caller> | undefined>> = {
  anonymous: undefined,
  expert,
  approver: { role: 'APPROVER', subject: 'approver-1' },
  auditor: { role: 'AUDITOR', subject: 'auditor-1' },
  'its agency': agencyOf('330100'),
  'another agency': agencyOf('330200'),
  'the institution': { role: 'INSTITUTION', subject: 'mine', institution: 'mine' },
  'another institution': { role: 'INSTITUTION', subject: 'theirs', institution: 'theirs' },
  'the enterprise': { role: 'ENTERPRISE', subject: 'microport', enterprise: 'microport' },
  settlement: { role: 'SETTLEMENT', subject: 'fund-1' },
};
const seeing = ['expert', 'approver', 'auditor', 'its agency', 'the institution'];

const acts: Readonly<Record<string, object>> = {
  recordPrepayment: { payeeCode: 'mine', agreementYear: 2021, amount: '177000.00', reference: 'P-2' },
  topUpPrepayment: { payeeCode: 'mine', agreementYear: 2021, amount: '1.00', reference: 'T-1' },
  offsetPrepayment: { institutionCode: 'mine', agreementYear: 2021, reference: 'O-1' },
  closePrepayment: { institutionCode: 'mine', agreementYear: 2021, reference: 'C-1', rest: 'RETURN' },
  setPrepaymentRatio: { effectiveFrom: '2024-01-01', ratioPercent: '50', source: '文件' },
};

describe('[T2] what the fund prepays is between the fund and the institution', () => {
  let app: TestApp;
  let movement: string;
  beforeAll(async () => {
    app = await testApp();
    const [agreement] = await hospital(app, 'mine', '330100', [{ quantity: 1000, unitPrice: '590' }]);
    await hospital(app, 'theirs', '330100', [{ quantity: 1000, unitPrice: '590' }]);
    await accepted(app, agreement!, 100, '2021-03-01');
    const given = { payeeCode: 'mine', agreementYear: 2021, amount: '177000.00', reference: 'P-1', on: '2021-02-01' };
    movement = (await movedAs(app, '330100', 'recordPrepayment', given)).id;
  });
  afterAll(() => app.stop());

  it.each(Object.keys(callers))('as %s', async (name) => {
    const text = async (document: string, variables: object = {}) => JSON.stringify(await app.ask(document, variables, callers[name]));
    const byCode = '{ prepayment(institutionCode: "mine", agreementYear: 2021) { paidAmount entries { nodes { reference } totalCount } } }';
    const shown = [
      await text(byCode),
      await text('query($id: ID!) { node(id: $id) { id __typename ... on PrepaymentMovement { amount } } }', { id: movement }),
    ];
    expect(shown.map((each) => each.includes('177000.00'))).toEqual(seeing.includes(name) ? [true, true] : [false, false]);
    if (!seeing.includes(name)) expect(shown).toEqual(['{"data":{"prepayment":null}}', '{"data":{"node":null}}']);
  });

  it.each(Object.keys(acts))('%s is for the agency of the area alone', async (act) => {
    const before = await app.database.contents();
    for (const [name, caller] of Object.entries(callers)) {
      if (name === 'its agency') continue;
      const { object, userErrors, errors } = await record(app, act, acts[act]!, { caller });
      if (name === 'another agency') {
        if (act === 'setPrepaymentRatio') continue;
        expect([name, object, userErrors.map(({ code }) => code)]).toEqual([name, null, ['INSTITUTION_OF_OTHER_AREA']]);
      } else {
        expect([name, object, errors.map(({ code }) => code)]).toEqual([name, null, ['FORBIDDEN']]);
      }
    }
    const after = await app.database.contents();
    // Another agency sets the ratio of its own area: nothing else moved.
    const same = (contents: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(contents).filter(
          ([table]) => act !== 'setPrepaymentRatio' || table.startsWith('prepayment_m') || table === 'prepayment',
        ),
      );
    expect(same(after)).toEqual(same(before));
  });

  it('the second wall holds by itself: rows of others are neither seen nor made nor changed', async () => {
    const as = async (role: string, settings: Record<string, string>, statement: string) => {
      const client = await app.database.served.pool.connect();
      try {
        await client.query(`begin; set local role ${role}`);
        for (const [name, value] of Object.entries(settings))
          await client.query('select set_config($1, $2, true)', [`accord.${name}`, value]);
        const { rowCount } = await client.query(statement);
        return rowCount;
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    const ofAgency = (statement: string, area = '330200') => as('accord_agency', { area }, statement);
    expect(await ofAgency('select 1 from prepayment_movement', '330100')).toBe(1);
    expect(await ofAgency('select 1 from prepayment_movement')).toBe(0);
    expect(await ofAgency('update prepayment set offset_amount = 1')).toBe(0);
    expect(
      await ofAgency(`insert into prepayment_ratio (area_code, id, effective_from, ratio_percent, source, provenance, confidence)
      values ('330100', gen_random_uuid(), '2024-01-01', 50, 'x', 'x', 'HIGH')`),
    ).toBe('42501');
    for (const [role, settings] of [
      ['accord_institution', { institution: 'theirs' }],
      ['accord_enterprise', { enterprise: 'microport' }],
      ['accord_settlement', {}],
      ['accord_anonymous', {}],
    ] as const) {
      expect([
        role,
        await as(role, settings, 'select 1 from prepayment'),
        await as(role, settings, 'select 1 from prepayment_movement'),
      ]).toEqual([role, 0, 0]);
      expect([role, await as(role, settings, 'update prepayment set paid_amount = 0')]).toEqual([role, '42501']);
    }
    // No movement is changed or removed, not by its own agency either.
    expect(await ofAgency('update prepayment_movement set amount = 1', '330100')).toBe('42501');
    expect(await ofAgency('delete from prepayment_movement', '330100')).toBe('42501');
    // And none goes between accounts that are not its own.
    await expect(app.database.pool.query(`update prepayment_movement set to_account = 'CLAIMS'`)).rejects.toThrow(/check constraint/);
    await expect(app.database.pool.query('update prepayment set offset_amount = paid_amount + 0.01')).rejects.toThrow(/check constraint/);
  });

  it('[T10] goods payments and prepayments touch nothing of each other', async () => {
    await app.database.pool.query(
      `insert into payable (area_code, id, agreement_id, selected_product_id, enterprise_id, institution_id, payee_id, amount, open_amount,
         accepted_on, due_on, deadline_clause, provenance, confidence)
       select a.area_code, d.id, a.id, a.selected_product_id, a.enterprise_id, a.institution_id, a.enterprise_id, 59000, 59000,
         '2021-03-01', '2021-04-30', 'test', 'test', 'HIGH' from delivery d join agreement a on a.id = d.agreement_id`,
    );
    const payables = async () => {
      const { payable, payable_entry: entries } = await app.database.contents();
      return { payable, entries };
    };
    const before = await payables();
    const given = { agreementYear: 2021, on: '2022-02-01' };
    expect(
      (await movedAs(app, '330100', 'topUpPrepayment', { ...given, payeeCode: 'mine', amount: '590.00', reference: 'T-9' }))[
        'prepaidAmount'
      ],
    ).toBe('177590.00');
    // Nothing of the goods is paid, and a tenth of them is accepted: a tenth is offset.
    expect((await movedAs(app, '330100', 'offsetPrepayment', { ...given, institutionCode: 'mine', reference: 'O-9' }))['amount']).toBe(
      '17759.00',
    );
    await movedAs(app, '330100', 'closePrepayment', { ...given, institutionCode: 'mine', reference: 'C-9', rest: 'RETURN' });
    expect(await payables()).toEqual(before);
    const sources = projectFiles().filter((file) => file.startsWith('src/payment/') && file.endsWith('.ts'));
    const ofPrepayments = sources.filter((file) => file.includes('prepay'));
    expect(ofPrepayments.length).toBeGreaterThan(10);
    expect(ofPrepayments.filter((file) => /payable/i.test(textOf(file)))).toEqual([]);
    // Demonstration data is made of both.
    const shared = /\/(feature|index|rights|lists|refusals)\.ts$|\/synthetic\//;
    expect(sources.filter((file) => !ofPrepayments.includes(file) && !shared.test(file) && /prepay/i.test(textOf(file)))).toEqual([]);
  });
});
