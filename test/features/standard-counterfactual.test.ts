import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Caller } from '../../src/platform/access/caller.ts';
import { expert, testApp, type TestApp } from '../support/app.ts';
import { claimLine, ratio, settlement } from '../support/build-standards.ts';

const sums = 'comparedLines changedLines fundAmount changedFundAmount fundDifference patientAmount changedPatientAmount patientDifference';
const fields =
  'standard changedStandard ratioPercent changedRatioPercent fundAmount changedFundAmount fundDifference patientDifference reason changedReason';
const question = `query($lines: [ClaimLineInput!]!, $instead: CounterfactualInput!, $knownAt: DateTime) {
  counterfactual(lines: $lines, instead: $instead, knownAt: $knownAt) { ${sums} lines { ${fields} } } }`;

describe.each(inject('servers'))('what lines would cost on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
    await ratio(app, '330000', { ratioPercent: '80' });
    await ratio(app, '110000', { ratioPercent: '70' });
  });
  afterAll(() => app.stop());

  type Line = Readonly<Record<string, string | null>>;
  const ask = async (lines: readonly object[], instead: object, caller: Partial<Caller> = expert, knownAt: string | null = null) => {
    const { data, errors } = await app.ask<{ counterfactual: Line & { lines: Line[] } }>(question, { lines, instead, knownAt }, caller);
    return { told: data?.counterfactual, errors };
  };
  const lines = [
    claimLine(),
    claimLine({ areaCode: '110000' }),
    claimLine({ productCode: 'GUREATER', price: '645' }),
    claimLine({ productCode: 'nowhere' }),
  ];

  it('tells a lower standard line by line and in sum, and changes nothing', async () => {
    const before = await app.database.contents();
    const { told, errors } = await ask(lines, {
      standards: [{ productCode: 'FIREBIRD2', amount: '500', from: '2022-01-01', to: '2023-01-01' }],
    });
    expect(errors).toBeUndefined();
    expect(
      told!.lines.map((each) => [
        each['standard'],
        each['changedStandard'],
        each['fundDifference'],
        each['patientDifference'],
        each['changedReason'],
      ]),
    ).toEqual([
      ['590.0000', '500.0000', '-72.00', '72.00', null],
      ['590.0000', '500.0000', '-63.00', '63.00', null],
      ['645.0000', '645.0000', '0.00', '0.00', null],
      [null, null, null, null, 'PRODUCT_UNKNOWN'],
    ]);
    expect(told).toMatchObject({
      comparedLines: 3,
      changedLines: 2,
      fundAmount: '1401.00',
      changedFundAmount: '1266.00',
      fundDifference: '-135.00',
      patientDifference: '135.00',
    });
    expect(await app.database.contents()).toEqual(before);
    expect(
      (await ask(lines, { standards: [{ productCode: 'FIREBIRD2', amount: '500' }] }, expert, new Date().toISOString())).told,
    ).toMatchObject({ fundDifference: '-135.00' });
  });

  it.each([
    ['the day before it', { amount: '500', from: '2022-03-02' }, '0.00'],
    ['its first day', { amount: '500', from: '2022-03-01' }, '-72.00'],
    ['its last day', { amount: '500', to: '2022-03-02' }, '-72.00'],
    ['the day after it', { amount: '500', to: '2022-03-01' }, '0.00'],
    ['another area', { amount: '500', areaCode: '110000' }, '0.00'],
    ['its own area', { amount: '500', areaCode: '330000' }, '-72.00'],
    ['the last of several', { amount: '400' }, '-72.00', { amount: '500' }],
  ])('on %s', async (_name, standard, difference, ...more: object[]) => {
    const standards = [standard, ...more].map((each) => ({ productCode: 'FIREBIRD2', ...each }));
    expect((await ask([claimLine()], { standards })).told).toMatchObject({ fundDifference: difference });
  });

  it('tells of an area below its province what would hold in the province', async () => {
    const line = claimLine({ areaCode: '330200' });
    expect((await ask([line], { standards: [{ productCode: 'FIREBIRD2', areaCode: '330000', amount: '500' }] })).told).toMatchObject({
      fundDifference: '-72.00',
    });
  });

  it('tells another ratio, none where no standard would hold, and one where none does', async () => {
    const { told } = await ask([claimLine(), claimLine({ areaCode: '120000' })], { ratios: [{ ratioPercent: '90', scheme: 'EMPLOYEE' }] });
    expect(told!.lines).toMatchObject([
      { ratioPercent: '80.000', changedRatioPercent: '90.000', fundDifference: '59.00' },
      { reason: 'NO_RATIO', changedReason: null, changedFundAmount: '531.00', fundDifference: null },
    ]);
    expect((await ask([claimLine()], { standards: [{ productCode: 'FIREBIRD2' }] })).told!.lines).toMatchObject([
      { reason: null, changedReason: 'NO_STANDARD', changedFundAmount: null, fundDifference: null },
    ]);
    expect(
      (await ask([claimLine({ productCode: 'HELIOS' })], { standards: [{ productCode: 'HELIOS', amount: '590' }] })).told!.lines,
    ).toMatchObject([{ reason: 'NOT_ON_RECORD', changedReason: null, changedFundAmount: '472.00' }]);
  });

  it.each([
    ['standards.0.amount', { standards: [{ productCode: 'FIREBIRD2', amount: '0' }] }],
    ['standards.0.amount', { standards: [{ productCode: 'FIREBIRD2', amount: '1.00001' }] }],
    ['standards.0.to', { standards: [{ productCode: 'FIREBIRD2', amount: '1', from: '2022-01-01', to: '2022-01-01' }] }],
    ['ratios.0.ratioPercent', { ratios: [{ ratioPercent: '101' }] }],
  ])('refuses %s where that cannot be', async (where, instead) => {
    const { errors } = await ask([claimLine()], instead);
    expect(errors).toMatchObject([{ message: expect.stringContaining(`instead.${where}`), extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is told to experts, approvers and auditors', async () => {
    for (const role of ['EXPERT', 'APPROVER', 'AUDITOR'] as const) {
      expect((await ask([claimLine()], {}, { role, subject: 'x' })).told).toMatchObject({ comparedLines: 1, changedLines: 0 });
    }
    for (const caller of [settlement, { role: 'ENTERPRISE', subject: 'x', enterprise: 'microport' } as const, {}]) {
      expect((await ask([claimLine()], {}, caller)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});
