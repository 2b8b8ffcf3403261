import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseExample, readExamples } from '../../src/platform/explorer/read-examples.ts';
import { examplesFolder } from '../../src/platform/explorer/serve-explorer.ts';
import type { Caller } from '../../src/platform/access/caller.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { recordedRows } from '../support/build-batch.ts';
import { supplied } from '../support/build-deliveries.ts';
import { agencyOf, movedAs } from '../support/build-prepayment.ts';
import { institutions } from '../support/build-round.ts';

const asEnterprise: Partial<Caller> = { role: 'ENTERPRISE', subject: 'e', enterprise: 'microport' };
/** Who asks where everybody's is not the answer. */
const callers: Readonly<Record<string, Partial<Caller>>> = {
  AgreementsAndProgress: asEnterprise,
  DueByMonth: asEnterprise,
  LatePayers: agencyOf('330100'),
  PrepaymentOfInstitution: agencyOf('330100'),
  AcceptDeliveries: { role: 'INSTITUTION', subject: 'i', institution: 'TRY-HOSPITAL' },
};

/** What the examples of workspaces are about: an agreement as that of the README, half of what is delivered accepted and paid in part. */
async function workspace(app: TestApp): Promise<void> {
  const institution = 'TRY-HOSPITAL';
  await institutions(app, { [institution]: '330100' });
  const deliveries = [
    { number: 'D-1', on: '2021-05-20', quantity: 300 },
    { number: 'D-2', on: '2021-06-02', quantity: 100 },
  ];
  await supplied(app, { institution, unitPrice: '3.5', inForce: ['2021-05-01', '2022-05-01'], deliveries });
  await app.database.pool.query(`update agreement set number = 'TRY-1'`);
  const delivery = { areaCode: '330100', agreementNumber: 'TRY-1', orderNumber: 'O-1', deliveryNumber: 'D-1' };
  await recordedRows(app, 'acceptDeliveries', [
    { ...delivery, acceptedOn: '2021-05-21', acceptedQuantity: 290, rejectedQuantity: 10, rejectionReason: '破损' },
  ]);
  await recordedRows(app, 'recordPayments', [{ ...delivery, amount: '1000.00', paidOn: '2021-06-30', reference: 'V-1' }]);
  const prepayment = { payeeCode: institution, agreementYear: 2021, amount: '500.00', reference: 'P-1', on: '2021-05-10' };
  await movedAs(app, '330100', 'recordPrepayment', prepayment);
}

const { introduction, examples } = readExamples(examplesFolder);

/** What a person who knows the record expects to read in the answer. */
const known: Readonly<Record<string, unknown>> = {
  Round: { round: { lowestWinningPrice: '469.0000', highestWinningPrice: '798.0000', selectedProducts: { totalCount: 10 } } },
  RoundsInDepth: { rounds: { totalCount: 19, nodes: expect.arrayContaining([expect.objectContaining({ code: 'R11' })]) } },
  BidEvaluation: {
    round: {
      lot: {
        ceilingPrice: '1.0924',
        bids: { nodes: [{ price: '3.8200', outcome: 'INVALID', explanation: { rule: 'procurement.ceiling-price' } }] },
      },
    },
  },
  StentPrices: { round: { selectedProducts: { nodes: expect.arrayContaining([expect.objectContaining({ winningPrice: null })]) } } },
  PilotDrugs: { round: { openedOn: '2018-12-06', selectedProducts: { totalCount: 25 } } },
  RejectedBids: { round: { lots: { nodes: expect.arrayContaining([expect.objectContaining({ ceilingPrice: '6.7800' })]) } } },
  EnterpriseProducts: { enterprise: { name: '浙江华海药业', products: { totalCount: 6 } } },
  AreasOfProvince: { area: { name: '广东省', children: { totalCount: 21 } } },
  PolicyDocuments: {
    policyDocuments: {
      nodes: expect.arrayContaining([expect.objectContaining({ dateAsPrinted: '2020-02-17', dateCorrected: '2021-02' })]),
    },
  },
  RoundsByCategory: { rounds: { nodes: expect.arrayContaining([expect.objectContaining({ code: 'R4' })]) } },
  NodeById: { node: { __typename: 'Area', name: '深圳市', parent: { name: '广东省' } } },
  SearchByName: { products: { totalCount: 4 } },
  SupplyRegions: { round: { selectedProducts: { nodes: [{ winningPrice: '1.6800', supplyRegions: { totalCount: 9 } }] } } },
  Renewals: {
    rounds: { nodes: expect.arrayContaining([expect.objectContaining({ renews: expect.objectContaining({ code: 'GH-HD2020-1' }) })]) },
  },
  AgreementsAndProgress: {
    agreements: { totalCount: 1, nodes: [{ number: 'TRY-1', agreedAmount: '1400.00', progress: { completionRatio: '0.7250' } }] },
  },
  DueByMonth: { payablesByMonth: [{ month: '2021-06-01', amount: '1015.00', paidAmount: '1000.00', overdueAmount: '15.00' }] },
  LatePayers: { latePayers: [{ institution: { code: 'TRY-HOSPITAL' }, overdueAmount: '15.00', longestOverdueDays: 10 }] },
  PrepaymentOfInstitution: {
    prepayment: { requiredMinimum: '420.00', paidAmount: '500.00', status: 'SUFFICIENT', entries: { nodes: [{ kind: 'PREPAID' }] } },
  },
  AcceptDeliveries: {
    acceptDeliveries: {
      recordedRows: 1,
      refusedRows: 1,
      results: [
        { delivery: null, userErrors: [{ code: 'ALREADY_ACCEPTED' }] },
        { delivery: { number: 'D-2', payable: { amount: '315.00', dueOn: '2021-07-31' } }, userErrors: [] },
      ],
    },
  },
};

describe('each example answers the real data', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
    await workspace(app);
  });
  afterAll(() => app.stop());

  test.each(examples)('$name', async ({ name, query, variables }) => {
    const { data, errors } = await app.ask<Record<string, unknown>>(query, JSON.parse(variables) as object, callers[name]);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject(known[name] as object);
  });
});

test('every example is known to this test, is named once and speaks both languages', () => {
  expect(examples.map(({ name }) => name).toSorted()).toEqual(Object.keys(known).toSorted());
  for (const { english, chinese } of [...examples, introduction]) {
    expect(english).toMatch(/^[A-Z][^\p{Script=Han}]*[.]$|他汀/u);
    expect(chinese).toMatch(/\p{Script=Han}.*。$/u);
  }
});

test.each([
  ['no Chinese', '# Only English.\n# variables: {}\nquery A { a }'],
  ['no variables', '# English.\n# 中文。\nquery A { a }'],
  ['no name', '# English.\n# 中文。\n# variables: {}\n{ a }'],
])('an example with %s is refused by the name of its file', (_what, text) => {
  expect(() => parseExample('broken.graphql', text)).toThrow(/^broken\.graphql: an example is /);
});
