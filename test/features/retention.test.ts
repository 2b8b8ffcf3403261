import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';
import { agencyOf } from '../support/build-prepayment.ts';
import { approver, data, record } from '../support/build-recorder.ts';
import {
  assessed,
  byAgency,
  decided,
  indicators,
  refusedToAgency,
  retained,
  savings,
  tablets,
  termsOf,
  theArea,
  theHospital,
  toRetain,
} from '../support/build-retention.ts';

const agency = agencyOf(theArea);

const statementsOf = `query($round: String!) { retentionStatements(filter: { roundCode: { eq: $round } }) { nodes {
  id agreementYear statedOn grade gradeRatioPercent drugRatioPercent ratioPercent budgetAmount spendAmount surplusAmount retainedAmount
  institution { code } round { code } area { code } assessment { score grade }
  explanation { rule inputs { name value unit } steps { value } }
  lines { genericName countingUnit baseVolume isBaseOnRecord budgetAmount spendAmount source
    purchases { agreedQuantity purchasedQuantity unitPrice unitsPerPriceUnit agreement { agreedQuantity } }
    explanation { rule inputs { name value unit } steps { value unit } } } } } }`;

interface Statement {
  readonly id: string;
  readonly [field: string]: unknown;
}

async function statements(app: TestApp, round: string, caller = agency): Promise<Statement[]> {
  return (await data<{ retentionStatements: { nodes: Statement[] } }>(app, statementsOf, { round }, caller)).retentionStatements.nodes;
}

describe('what an institution retains', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await savings(app, { round: 'e25' });
    await assessed(app, '81');
  });
  afterAll(() => app.stop());

  it('[RF1] [S1-22] [E25] is a part of budget less spend, proposed by the agency and approved by another', async () => {
    const proposal = await byAgency(app, 'retainSurplus', toRetain('e25'), 'status facts { name value unit } changes { table column to }');
    expect(proposal).toMatchObject({ status: 'OPEN' });
    expect(proposal['facts']).toContainEqual({ name: 'retained', value: '28665.00', unit: 'yuan' });
    expect(await statements(app, 'e25')).toEqual([]);
    expect((await decided(app, proposal.id)).userErrors).toEqual([]);
    const [statement, ...others] = await statements(app, 'e25');
    expect(others).toEqual([]);
    expect(statement).toMatchObject({
      agreementYear: 2022,
      statedOn: '2026-11-21',
      grade: 'A',
      gradeRatioPercent: '50.00',
      drugRatioPercent: null,
      ratioPercent: '50.00',
      budgetAmount: '75600.00',
      spendAmount: '18270.00',
      surplusAmount: '57330.00',
      retainedAmount: '28665.00',
      institution: { code: theHospital },
      area: { code: theArea },
      assessment: { score: '81.00', grade: 'A' },
      explanation: { rule: 'retention.surplus', steps: [{ value: '57330.00' }, { value: '28665.00' }] },
      lines: [
        {
          genericName: tablets.genericName,
          countingUnit: '片',
          baseVolume: 100_000,
          isBaseOnRecord: true,
          budgetAmount: '75600.00',
          spendAmount: '18270.00',
          source: '统筹区测算',
          purchases: [{ agreedQuantity: 60_000, purchasedQuantity: 60_000, unitPrice: '0.1500', agreement: { agreedQuantity: 60_000 } }],
        },
      ],
    });
    const [line] = statement!['lines'] as [{ explanation: { inputs: { name: string; value: string; unit: string }[] } }];
    expect(line.explanation.inputs.map(({ name, value, unit }) => `${name.split(' ')[0]} ${value} ${unit}`)).toEqual([
      `genericName ${tablets.genericName} null`,
      'baseVolume 100000 片',
      'averagePriceBefore 1.2000 yuan/片',
      'fundRatio 70.00 %',
      'insuredShare 90.00 %',
      'nonSelectedAmount 20000.00 yuan',
      'agreed 60000 片',
      'purchased 60000 片',
      'winningPrice 0.1500 yuan',
      'unitsOfPrice 1 片',
    ]);
    const node = 'query($id: ID!) { node(id: $id) { ... on RetentionStatement { retainedAmount approval { operation } } } }';
    expect(await data(app, node, { id: statement!.id }, approver)).toEqual({
      node: { retainedAmount: '28665.00', approval: { operation: 'retainSurplus' } },
    });
  });

  it.each([
    ['[RF2] [E26] counts no use above what was agreed', 'e26', { purchased: 75_000 }, {}, ['18270.00', '57330.00', '28665.00']],
    ['[E27] is nothing of a deficit', 'e27', {}, { nonSelectedAmount: '200000' }, ['131670.00', '-56070.00', '0.00']],
    ['counts what was not purchased as not spent', 'less', { purchased: 30_000 }, {}, ['15435.00', '60165.00', '30082.50']],
    ['is by the price of a box', 'box', { unitPrice: '4.2', units: 28 }, {}, ['18270.00', '57330.00', '28665.00']],
  ])('%s', async (_title, round, more, terms, [spend, surplus, kept]) => {
    const genericName = `通用名 ${round}`;
    await savings(app, { round, lines: [{ ...tablets, ...more, genericName }] });
    await retained(app, toRetain(round, { lines: [termsOf(genericName, terms)] }));
    expect(await statements(app, round)).toMatchObject([{ spendAmount: spend, surplusAmount: surplus, retainedAmount: kept }]);
  });

  it('takes a base volume that is not on record from its source, and sums the generic names', async () => {
    const lines = [
      { ...tablets, genericName: '通用名乙' },
      { genericName: '通用名丙', agreed: 10, purchased: 10, unitPrice: '1' },
      { genericName: '通用名丙', agreed: 10, purchased: 4, unitPrice: '2', units: 2 },
    ];
    await savings(app, { round: 'several', lines });
    const given = [
      termsOf('通用名丙', { baseVolume: 30, averagePriceBefore: '3', nonSelectedAmount: '0', source: '医院年报' }),
      termsOf('通用名乙'),
    ];
    await retained(app, toRetain('several', { lines: given }));
    // 通用名丙: 30 x 3 x 0.63 = 56.70, (10 + 4 x 2 / 2) x 0.63 = 8.82.
    expect(await statements(app, 'several')).toMatchObject([
      {
        budgetAmount: '75656.70',
        spendAmount: '18278.82',
        retainedAmount: '28688.94',
        lines: [
          {
            genericName: '通用名丙',
            baseVolume: 30,
            isBaseOnRecord: false,
            budgetAmount: '56.70',
            spendAmount: '8.82',
            purchases: [{}, {}],
          },
          { genericName: '通用名乙', isBaseOnRecord: true },
        ],
      },
    ]);
  });

  it('[RF2] has no generic name whose cycle was completed and retained in an earlier round', async () => {
    const other = { ...tablets, genericName: '通用名丁', demand: 1000, agreed: 600, purchased: 600 };
    await savings(app, { round: 'later', year: 2023, ends: null, lines: [tablets, other] });
    await assessed(app, '75', { agreementYear: 2023 });
    const of = (lines: object[]) => toRetain('later', { agreementYear: 2023, lines });
    const refusals = await refusedToAgency(app, 'retainSurplus', of([termsOf(tablets.genericName), termsOf('通用名丁')]));
    expect(refusals).toMatchObject([
      {
        code: 'CYCLE_RETAINED',
        rule: 'retention.retained-cycle',
        facts: [
          { value: tablets.genericName },
          { value: 'e25' },
          { value: '2022' },
          { value: '28665.00', unit: 'yuan' },
          { value: '2023-01-01' },
        ],
      },
    ]);
    await retained(app, of([termsOf('通用名丁', { nonSelectedAmount: '0' })]));
    expect(await statements(app, 'later')).toMatchObject([{ grade: 'B', ratioPercent: '40.00', lines: [{ genericName: '通用名丁' }] }]);
  });

  it('is stated once: what was proposed beside it is stale', async () => {
    await savings(app, { round: 'twice', lines: [{ ...tablets, genericName: '通用名戊' }] });
    const input = toRetain('twice', { lines: [termsOf('通用名戊')] });
    const first = await byAgency(app, 'retainSurplus', input);
    const second = await byAgency(app, 'retainSurplus', { ...input, ratioPercent: '20' });
    expect((await decided(app, second.id)).userErrors).toEqual([]);
    expect((await decided(app, first.id)).userErrors.map(({ code }) => code)).toEqual(['PROPOSAL_STALE', 'ALREADY_STATED']);
    expect(await statements(app, 'twice')).toMatchObject([{ ratioPercent: '20.00', retainedAmount: '11466.00' }]);
    expect((await refusedToAgency(app, 'retainSurplus', input)).map(({ code }) => code)).toEqual(['ALREADY_STATED']);
  });

  it('is withdrawn by the agency that proposed it, and approved by nobody of the agency', async () => {
    await savings(app, { round: 'withdrawn', lines: [{ ...tablets, genericName: '通用名己' }] });
    const { id: proposalId } = await byAgency(app, 'retainSurplus', toRetain('withdrawn', { lines: [termsOf('通用名己')] }));
    const another = { ...agency, subject: 'agency-2' };
    expect((await record(app, 'decideProposal', { proposalId, decision: 'APPROVE' }, { caller: agency })).errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    // Another person's proposal is to an agency as if it were not there.
    const asAnother = await record(app, 'decideProposal', { proposalId, decision: 'WITHDRAW' }, { caller: another });
    expect(asAnother.userErrors.map(({ code }) => code)).toEqual(['PROPOSAL_UNKNOWN']);
    const seen = '{ proposals { nodes { status } } }';
    expect(await data(app, seen, {}, another)).toEqual({ proposals: { nodes: [] } });
    expect((await record(app, 'decideProposal', { proposalId, decision: 'WITHDRAW' }, { caller: agency })).userErrors).toEqual([]);
    expect(await data(app, '{ proposals(first: 1) { nodes { status decision { outcome } } } }', {}, agency)).toEqual({
      proposals: { nodes: [{ status: 'WITHDRAWN', decision: { outcome: 'WITHDRAWN' } }] },
    });
    expect(await statements(app, 'withdrawn')).toEqual([]);
  });

  it('[RF3] is by the assessment that holds: a correction stands in for it, and what is stated stays', async () => {
    const correction = {
      institutionCode: theHospital,
      agreementYear: 2022,
      indicators: indicators('65'),
      source: '复核',
      reason: '计算有误',
    };
    const corrected = await byAgency(
      app,
      'correctAssessment',
      correction,
      'score grade ratioPercent reason corrects { score } indicators { name points } explanation { rule steps { value } }',
    );
    expect(corrected).toMatchObject({
      score: '65.00',
      grade: 'C',
      ratioPercent: '30.00',
      corrects: { score: '81.00' },
      indicators: [{ points: '65.00' }, { points: '0.00' }],
      explanation: { rule: 'retention.assessment-grade', steps: [{ value: '65.00' }, { value: 'C' }, { value: '30.00' }] },
    });
    await savings(app, { round: 'corrected', lines: [{ ...tablets, genericName: '通用名庚' }] });
    await retained(app, toRetain('corrected', { lines: [termsOf('通用名庚')] }));
    expect(await statements(app, 'corrected')).toMatchObject([{ ratioPercent: '30.00', retainedAmount: '17199.00' }]);
    expect(await statements(app, 'e25')).toMatchObject([{ ratioPercent: '50.00', assessment: { score: '81.00' } }]);
  });

  it('as a file has what the list has, for whoever sees it', async () => {
    const fetched = (caller: object) =>
      app.fastify.inject({ method: 'GET', url: '/export/retentions', headers: { authorization: JSON.stringify(caller) } });
    const file = (await fetched(agency)).rawPayload.toString();
    const rows = parse<Record<string, string>>(file, { bom: true, columns: true, record_delimiter: '\r\n' });
    expect(rows.find((row) => row['批次代码'] === 'e25')).toMatchObject({
      医疗机构代码: theHospital,
      '结余(元)': '57330.00',
      '留用比例(%)': '50.00',
      '留用金额(元)': '28665.00',
    });
    const count = '{ retentionStatements { totalCount } }';
    expect(await data(app, count, {}, agency)).toEqual({ retentionStatements: { totalCount: rows.length } });
    expect((await fetched(agencyOf('330200'))).headers['x-total-rows']).toBe('0');
    expect((await fetched({ role: 'ENTERPRISE', subject: 'e', enterprise: 'microport' })).statusCode).toBe(403);
  });
});

describe('[E28] what is retained of stents', () => {
  let app: TestApp;
  const proposed = (ratioPercent?: string) => toRetain('stents', { ratioPercent });
  beforeAll(async () => {
    app = await testApp();
    await savings(app, { round: 'stents', category: 'STENT' });
    await savings(app, { round: 'stents-2', category: 'STENT', lines: [{ ...tablets, genericName: '通用名乙' }] });
  });
  afterAll(() => app.stop());

  it('[S1-24] is nothing before the assessment', async () => {
    expect((await refusedToAgency(app, 'retainSurplus', proposed('35'))).map(({ code }) => code)).toEqual(['ASSESSMENT_MISSING']);
    await assessed(app, '85');
  });

  it('[S1-23] [RF4] [T11] is nothing before the area has a ratio of drugs on file', async () => {
    expect((await refusedToAgency(app, 'retainSurplus', proposed('35'))).map(({ code }) => code)).toEqual(['DRUG_RATIO_NOT_ON_FILE']);
    await byAgency(app, 'setDrugRetentionRatio', { effectiveFrom: '2022-01-01', ratioPercent: '50', source: '文件' });
  });

  it('[S1-23] [E28] is refused at 55 %, and 28665.00 at 50 %', async () => {
    const refusals = await refusedToAgency(app, 'retainSurplus', proposed('55'));
    expect(refusals.find(({ code }) => code === 'RATIO_ABOVE_DRUG_RATIO')).toMatchObject({
      field: 'ratioPercent',
      rule: 'retention.retention-ratio',
      facts: [
        { name: 'ratio', value: '55', unit: '%' },
        { name: 'drugRatio', value: '50.00', unit: '%' },
      ],
    });
    await retained(app, proposed('50'));
    expect(await statements(app, 'stents')).toMatchObject([
      { drugRatioPercent: '50.00', ratioPercent: '50.00', retainedAmount: '28665.00' },
    ]);
  });

  it('[E28] is 20065.50 at 35 %, also where the drugs’ ratio has come down to that', async () => {
    await byAgency(app, 'setDrugRetentionRatio', { effectiveFrom: '2026-11-21', ratioPercent: '35', source: '文件二' });
    const of = (ratioPercent?: string) => toRetain('stents-2', { ratioPercent, lines: [termsOf('通用名乙')] });
    expect((await refusedToAgency(app, 'retainSurplus', of('35.01'))).map(({ code }) => code)).toEqual(['RATIO_ABOVE_DRUG_RATIO']);
    // The ratio of the day of the statement counts.
    expect((await byAgency(app, 'retainSurplus', { ...of('50'), on: '2026-11-20' })).id).toBeTruthy();
    await retained(app, of());
    expect(await statements(app, 'stents-2')).toMatchObject([{ ratioPercent: '35.00', retainedAmount: '20065.50' }]);
  });

  it('[S1-7] stands beside listing and distribution, prepayment, and payment', async () => {
    type Fields = { __type: { fields: { name: string }[] } };
    const { __type: mutation } = await data<Fields>(app, '{ __type(name: "Mutation") { fields { name } } }');
    expect(mutation.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['listProduct', 'appointDistributor', 'recordPrepayment', 'recordPayments', 'retainSurplus']),
    );
  });
});
