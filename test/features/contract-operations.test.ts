import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BidEvaluationDocument, RoundDocument, RoundsInDepthDocument } from '../../schema/client/graphql.ts';
import { testApp, type TestApp } from '../support/app.ts';

/** The contract's operations, on the real data, as its first users send them. */
describe.each(inject('servers'))('the contract on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
  });
  afterAll(() => app.stop());

  it('Round tells what the 2020 stent round decided, and what is not on record stays null', async () => {
    app.database.forget();
    const { data, errors } = await app.ask(RoundDocument, { code: 'GH-HD2020-1' });
    expect(errors).toBeUndefined();
    const round = data!.round!;
    expect(round).toMatchObject({
      category: 'STENT',
      openedOn: '2020-11-05',
      status: 'RENEWED',
      lowestWinningPrice: '469.0000',
      highestWinningPrice: '798.0000',
    });
    expect(round.selectedProducts.totalCount).toBe(10);
    expect(
      round.selectedProducts.nodes.map((each) => [each.rank, each.winningPrice, each.product.code, each.product.enterprise.code]),
    ).toEqual([
      [1, '469.0000', 'EXCROSSAL', 'jw-medical'],
      [2, '549.0000', 'TIVOLI', 'essen'],
      [3, '590.0000', 'FIREBIRD2', 'microport'],
      [4, '645.0000', 'GUREATER', 'lepu'],
      [5, '648.0000', 'RESOLUTE-INTEGRITY', 'medtronic'],
      [9, '776.0000', 'PROMUS-776', 'boston-scientific'],
      [10, '798.0000', 'PROMUS-798', 'boston-scientific'],
      [null, null, 'HELIOS', 'kinhely'],
      [null, '750.0000', 'FIREKINGFISHER', 'microport'],
      [null, null, 'NOYA', 'wanrui-feihong'],
    ]);
    for (const each of round.selectedProducts.nodes) {
      expect(each.agreedQuantity).toBeNull();
      expect(each.provenance).toMatch(/found|known/);
      expect(['HIGH', 'MEDIUM', 'LOW']).toContain(each.confidence);
    }
    // The round, its price range, its page (which tells the count), the products, their holders.
    expect(app.database.statements).toHaveLength(5);
  });

  it('RoundsInDepth goes four levels deep in a number of statements that rows do not change', async () => {
    app.database.forget();
    const { data, errors } = await app.ask(RoundsInDepthDocument, { rounds: 19, volumes: 5 });
    expect(errors).toBeUndefined();
    expect(data!.rounds).toMatchObject({ totalCount: 19, pageInfo: { hasNextPage: false } });
    expect(data!.rounds.nodes.map((each) => each.code).slice(0, 2)).toEqual(['cons-6', 'R11']);
    const pilot = data!.rounds.nodes.find((each) => each.code === '4+7')!;
    expect(pilot.selectedProducts.nodes).toHaveLength(25);
    // The page of rounds (which tells their count), selected products, agreed volumes (none yet), products, holders.
    expect(app.database.statements).toHaveLength(5);
  });

  it.each([
    // E24 on the real bids of the fourth round: price, ceiling, outcome, deciding rule
    ['telmisartan-40mg', '3.8200', '1.0924', 'INVALID', 'procurement.ceiling-price'],
    ['nateglinide-0-12g', '1.1800', '1.1700', 'INVALID', 'procurement.ceiling-price'],
    ['valsartan-hydrochlorothiazide-80mg-12-5mg', '2.4480', '2.2900', 'INVALID', 'procurement.ceiling-price'],
    ['valsartan-amlodipine-80mg-5mg', '6.5493', '6.7800', 'NOT_SELECTED', 'procurement.published-outcome'],
  ])('[E24] BidEvaluation says why the bid for %s was not selected', async (lot, price, ceiling, outcome, rule) => {
    app.database.forget();
    const { data, errors } = await app.ask(BidEvaluationDocument, { round: 'R4', lot });
    expect(errors).toBeUndefined();
    const found = data!.round!.lot!;
    expect(found.ceilingPrice).toBe(ceiling);
    expect(found.bids.nodes).toHaveLength(1);
    const [bid] = found.bids.nodes;
    expect(bid).toMatchObject({ price, outcome, explanation: { rule } });
    expect(bid!.explanation!.source[0]!.document).not.toBe('');
    // The round, the lot, the bids, the products, the enterprises.
    expect(app.database.statements).toHaveLength(5);
  });
});
