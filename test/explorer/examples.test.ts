import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseExample, readExamples } from '../../src/platform/explorer/read-examples.ts';
import { examplesFolder } from '../../src/platform/explorer/serve-explorer.ts';
import { testApp, type TestApp } from '../support/app.ts';

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
};

describe('each example answers the real data', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.stop());

  test.each(examples)('$name', async ({ name, query, variables }) => {
    const { data, errors } = await app.ask<Record<string, unknown>>(query, JSON.parse(variables) as object);
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
